// SPDX-License-Identifier: Apache-2.0
#include "core/domain/timestamp.h"

#include "core/domain/identifiers.h"

#include <QTest>

using namespace xp;

class TestTimestamp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrites()
    {
        for (const std::int64_t micros :
             {std::int64_t{0}, std::int64_t{1}, std::int64_t{-1}, std::int64_t{1'763'957'337'123'456}}) {
            const std::string text = toIso8601(fromMicros(micros));
            QCOMPARE(toMicros(*parseIso8601(text)), micros);
        }
        QCOMPARE(toIso8601(fromMicros(1'700'000'000'000'000)), std::string("2023-11-14T22:13:20.000000Z"));
    }

    void readsTheUsualForms()
    {
        const Timestamp expected = *parseIso8601("2026-11-24T04:08:57Z");
        for (const char* text : {"2026-11-24T04:08:57", "2026-11-24 04:08:57+00:00", "2026-11-24T09:53:57+05:45",
                                 "2026-11-23T23:08:57.000-0500", "2026-11-24t04:08:57.000000000z"})
            QCOMPARE(parseIso8601(text), std::optional(expected));
        QCOMPARE(*parseIso8601("2026-11-24"), *parseIso8601("2026-11-24T00:00:00Z"));
    }

    void refusesOthers()
    {
        for (const char* text :
             {"", "24.11.2026", "2026-13-01", "2026-02-30", "2026-11-24T25:00:00", "2026-11-24T04",
              "2026-11-24T04:08:57.", "2026-11-24T04:08:57+9", "2026-11-24T04:08:57Zx", "0000-01-01"})
            QVERIFY2(!parseIso8601(text), text);
    }

    void daysAreUtc()
    {
        QCOMPARE(dayOf(*parseIso8601("1970-01-02T00:00:00Z")), 1);
        QCOMPARE(dayOf(*parseIso8601("1970-01-01T23:59:59.999999Z")), 0);
        QCOMPARE(dayOf(*parseIso8601("1969-12-31T23:59:59Z")), -1);
    }

    void durations()
    {
        QCOMPARE(toDurationText(*parseDuration("48h")), std::string("2d"));
        QCOMPARE(toDurationText(*parseDuration("90s")), std::string("90s"));
        for (const char* text : {"", "d", "0d", "-1d", "1w", "1.5h", "1d2h", "999999999d"})
            QVERIFY2(!parseDuration(text), text);
    }

    void slugs()
    {
        QCOMPARE(slugOf("Checkout button: blue!"), std::string("checkout-button-blue"));
        QCOMPARE(slugOf("Größe & Façade"), std::string("gro-e-facade"));
        QCOMPARE(slugOf("日本"), std::string("experiment"));
        QVERIFY(slugOf(std::string(300, 'a')).size() <= 64);
        QVERIFY(isKey(slugOf("--- ???")));
        QVERIFY(!isKey("-a") && !isKey("a b") && !isKey("") && !isKey("a/b") && isKey("A.b_c-9"));
    }

    void storableText()
    {
        QVERIFY(isStorableText("plain, ümlaut, 日本, 😀"));
        QVERIFY(!isStorableText(std::string_view("a\0b", 3)));
        for (const char* text : {"\xff", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe2\x82"})
            QVERIFY(!isStorableText(text));
        QCOMPARE(codePoints("😀é"), std::size_t(2));
    }

    void uuids()
    {
        QVERIFY(isUuid(newUuid()));
        QVERIFY(newUuid() != newUuid());
        QVERIFY(!isUuid("0b9b5c5e-1111-4222-8333-44445555666") && !isUuid("0b9b5c5e+1111-4222-8333-444455556666"));
    }
};

QTEST_APPLESS_MAIN(TestTimestamp)
#include "tst_timestamp.moc"
