// SPDX-License-Identifier: Apache-2.0
#include "core/domain/pseudonyms.h"

#include <QTest>

using namespace xp;

class TestPseudonyms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// RFC 4231, test cases 2 and 6 (a key longer than a block).
    void publishedVectors()
    {
        QCOMPARE(Pseudonyms("Jefe").of("what do ya want for nothing?"),
                 std::string("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
        QCOMPARE(Pseudonyms(std::string(131, '\xaa')).of("Test Using Larger Than Block-Size Key - Hash Key First"),
                 std::string("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"));
    }

    void withoutAKeyIdsStayAsTheyAre()
    {
        const Pseudonyms off;
        QVERIFY(!off.isOn() && !off.isWeak());
        QCOMPARE(off.of("anna"), std::string("anna"));
        QCOMPARE(off.in("anna", R"({"a": "anna"})"), std::string(R"({"a": "anna"})"));
        QCOMPARE(off.fingerprint(), std::int64_t(0));
    }

    void valuesThatAreTheIdAreReplaced()
    {
        const Pseudonyms on("key");
        const std::string anna = on.of("anna");
        QCOMPARE(on.in("anna", R"({"a":"anna","b":["anna","annabel",{"c":"anna"}],"n":1.5})"),
                 R"({"a":")" + anna + R"(","b":[")" + anna + R"(","annabel",{"c":")" + anna + R"("}],"n":1.5})");
        QCOMPARE(on.in("42", R"({"n":42,"m":421,"t":"42"})"),
                 R"({"m":421,"n":")" + on.of("42") + R"(","t":")" + on.of("42") + R"("})");
        QCOMPARE(on.in("anna", ""), std::string());
        QCOMPARE(on.in("anna", "no JSON"), std::string("no JSON"));
    }

    void theFingerprintTellsKeysApart()
    {
        QVERIFY(Pseudonyms("a").fingerprint() != Pseudonyms("b").fingerprint());
        QCOMPARE(Pseudonyms("a").fingerprint(), Pseudonyms("a").fingerprint());
        QVERIFY(Pseudonyms("a").fingerprint() > 0);
        QVERIFY(Pseudonyms("fifteen letters").isWeak());
        QVERIFY(!Pseudonyms("sixteen letters.").isWeak());
    }
};

QTEST_GUILESS_MAIN(TestPseudonyms)
#include "tst_pseudonyms.moc"
