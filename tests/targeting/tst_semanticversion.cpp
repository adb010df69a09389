// SPDX-License-Identifier: Apache-2.0
#include "core/targeting/semanticversion.h"

#include <QTest>
#include <array>

using namespace xp;

class TestSemanticVersion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The order of semver.org, section 11, and numbers that fit no machine word.
    void order()
    {
        const std::array rising{"0.9.9",
                                "1.0.0-alpha",
                                "1.0.0-alpha.1",
                                "1.0.0-alpha.beta",
                                "1.0.0-beta",
                                "1.0.0-beta.2",
                                "1.0.0-beta.11",
                                "1.0.0-rc.1",
                                "1.0.0",
                                "1.9.0",
                                "1.10.0",
                                "2.0.0",
                                "99999999999999999999.0.0"};
        for (std::size_t a = 0; a < rising.size(); ++a) {
            for (std::size_t b = 0; b < rising.size(); ++b)
                QCOMPARE(*SemanticVersion::parse(rising[a]) < *SemanticVersion::parse(rising[b]), a < b);
        }
        QVERIFY(*SemanticVersion::parse("1.0.0+one") == *SemanticVersion::parse("1.0.0+two"));
    }

    void refusesWhatIsNone()
    {
        for (const char* text : {"", "1", "1.2", "1.2.3.4", "v1.2.3", "01.2.3", "1.2.x", "1.2.3-", "1.2.3-01",
                                 "1.2.3-a..b", "1.2.3+", "1.2.3-a_b", " 1.2.3"})
            QVERIFY2(!SemanticVersion::parse(text), text);
        for (const char* text : {"", "v", "x", "1..2", "1.2.3.4"})
            QVERIFY2(!SemanticVersion::parseLoosely(text), text);
    }

    void loosely()
    {
        for (const auto& [text, whole] :
             {std::pair("v1.2.3", "1.2.3"), std::pair("1.2", "1.2.0"), std::pair("3", "3.0.0"),
              std::pair("2.1-rc.1", "2.1.0-rc.1"), std::pair("4+7", "4.0.0")})
            QVERIFY2(*SemanticVersion::parseLoosely(text) == *SemanticVersion::parse(whole), text);
    }
};

QTEST_APPLESS_MAIN(TestSemanticVersion)
#include "tst_semanticversion.moc"
