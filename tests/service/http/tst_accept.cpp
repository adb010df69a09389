// SPDX-License-Identifier: Apache-2.0
#include "service/http/accept.h"

#include <QTest>

using namespace xp::service;

class TestAccept : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void weighsAType_data()
    {
        QTest::addColumn<QString>("accept");
        QTest::addColumn<double>("weight");
        QTest::newRow("none") << "" << 1.0;
        QTest::newRow("named") << "text/csv" << 1.0;
        QTest::newRow("another") << "application/json" << 0.0;
        QTest::newRow("weighed") << "text/csv;q=0.25" << 0.25;
        QTest::newRow("three digits") << "text/csv;q=0.125" << 0.125;
        QTest::newRow("refused") << "application/json, text/csv;q=0" << 0.0;
        QTest::newRow("refused in digits") << "*/*, text/csv;q=0.000" << 0.0;
        QTest::newRow("in capitals") << "Text/CSV; Q=0.5" << 0.5;
        QTest::newRow("blanks") << " application/json ,\ttext/csv ; charset=utf-8 ; q=0.5 " << 0.5;
        QTest::newRow("of its type") << "text/*;q=0.5" << 0.5;
        QTest::newRow("of another type") << "application/*" << 0.0;
        QTest::newRow("all") << "*/*;q=0.1" << 0.1;
        QTest::newRow("the most specific, first") << "text/csv;q=0.3, text/*;q=0.7, */*" << 0.3;
        QTest::newRow("the most specific, last") << "*/*, text/*;q=0.7, text/csv;q=0.3" << 0.3;
        QTest::newRow("its type before all") << "*/*;q=0.9, text/*;q=0.2" << 0.2;
        QTest::newRow("twice") << "text/csv;header=absent;q=0.2, text/csv;q=0.6, text/csv;q=0.4" << 0.6;
        QTest::newRow("q within a name") << "text/csv;freq=0;xq=0" << 1.0;
        QTest::newRow("q within a text") << "text/csv;a=\"x, text/csv;q=0.1\";q=0.5" << 0.5;
        QTest::newRow("a quote within a text") << "text/csv;a=\"\\\";q=0\";q=0.5" << 0.5;
        QTest::newRow("a longer name") << "text/csv-schema, application/text/csv" << 0.0;
        QTest::newRow("no number") << "text/csv;q=nan" << 1.0;
        QTest::newRow("beyond 1") << "text/csv;q=7" << 1.0;
        QTest::newRow("nothing behind q") << "text/csv;q" << 1.0;
        QTest::newRow("empty parts") << ",,text/csv;;q=0.5," << 0.5;
        QTest::newRow("a quote that does not end") << "text/csv;a=\"\\" << 1.0;
    }
    void weighsAType()
    {
        QFETCH(QString, accept);
        QFETCH(double, weight);
        QCOMPARE(acceptanceOf(accept.toStdString(), "text/csv").weight, weight);
    }

    void whoAcceptsAllAsksForNothing_data()
    {
        QTest::addColumn<QString>("accept");
        QTest::addColumn<bool>("asks");
        QTest::newRow("none") << "" << false;
        QTest::newRow("all") << "*/*" << false;
        QTest::newRow("named") << "text/csv" << true;
        QTest::newRow("its type") << "text/*" << true;
        QTest::newRow("as welcome") << "application/json, text/csv" << true;
        QTest::newRow("as welcome as all") << "text/csv, */*" << true;
        QTest::newRow("less") << "application/json, text/csv;q=0.9" << false;
        QTest::newRow("less than all") << "*/*, text/csv;q=0.9" << false;
        QTest::newRow("more") << "application/json;q=0.5, text/csv;q=0.6" << true;
        QTest::newRow("refused") << "application/json;q=0, text/csv;q=0" << false;
        QTest::newRow("a browser") << "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8" << false;
    }
    void whoAcceptsAllAsksForNothing()
    {
        QFETCH(QString, accept);
        QFETCH(bool, asks);
        QCOMPARE(asksFor(accept.toStdString(), "text/csv", "application/json"), asks);
    }
};

QTEST_APPLESS_MAIN(TestAccept)
#include "tst_accept.moc"
