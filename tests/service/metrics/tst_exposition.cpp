// SPDX-License-Identifier: Apache-2.0
#include "service/metrics/exposition.h"
#include "service/metrics/histogram.h"

#include <QTest>
#include <array>
#include <limits>
#include <thread>
#include <vector>

using namespace xp::service;
using prometheus::MetricType;

namespace {

std::string number(double value)
{
    std::string text;
    appendNumber(text, value);
    return text;
}

} // namespace

class TestExposition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void announcesAFamilyWithoutSeries()
    {
        std::string text;
        appendFamily(text, {.name = "a_total", .help = "One\nline \\ only", .type = MetricType::Counter, .metric = {}});
        QCOMPARE(text, std::string("# HELP a_total One\\nline \\\\ only\n# TYPE a_total counter\n"));
    }

    void escapesLabels()
    {
        prometheus::ClientMetric metric;
        metric.label = {{"a", "say \"hi\"\\\n"}, {"b", "größer"}};
        metric.gauge.value = 0.25;
        std::string text;
        appendSamples(text, "g", MetricType::Gauge, metric);
        QCOMPARE(text, std::string("g{a=\"say \\\"hi\\\"\\\\\\n\",b=\"größer\"} 0.25\n"));
    }

    void writesHistograms()
    {
        static constexpr std::array kBounds{0.5, 1.0};
        Histogram histogram(kBounds);
        for (const double value : {0.5, 0.75, 3.0})
            histogram.observe(value);
        prometheus::ClientMetric metric;
        metric.label = {{"k", "v"}};
        histogram.collect(metric.histogram);
        std::string text;
        appendSamples(text, "h", MetricType::Histogram, metric);
        QCOMPARE(text, std::string("h_bucket{k=\"v\",le=\"0.5\"} 1\nh_bucket{k=\"v\",le=\"1.0\"} 2\n"
                                   "h_bucket{k=\"v\",le=\"+Inf\"} 3\nh_sum{k=\"v\"} 4.25\nh_count{k=\"v\"} 3\n"));
        metric.label.clear();
        text.clear();
        appendSamples(text, "h", MetricType::Histogram, metric);
        QVERIFY(text.starts_with("h_bucket{le=\"0.5\"} 1\n") && text.ends_with("h_sum 4.25\nh_count 3\n"));
    }

    void writesNumbers()
    {
        QCOMPARE(number(0), std::string("0"));
        QCOMPARE(number(1e6), std::string("1000000"));
        QCOMPARE(number(0.1), std::string("0.1"));
        QCOMPARE(number(9007199254740992.0), std::string("9007199254740992"));
        QCOMPARE(number(-1.5e300), std::string("-1.5e+300"));
        QCOMPARE(number(std::numeric_limits<double>::infinity()), std::string("+Inf"));
        QCOMPARE(number(std::numeric_limits<double>::quiet_NaN()), std::string("NaN"));
    }

    void anOpenMetricsCounterIsNamedWithoutTotal()
    {
        prometheus::MetricFamily family{.name = "a_total", .help = "One", .type = MetricType::Counter, .metric = {}};
        family.metric.emplace_back().counter.value = 3;
        std::string text;
        appendFamily(text, family, Format::OpenMetrics);
        QCOMPARE(text, std::string("# HELP a One\n# TYPE a counter\na_total 3\n"));
    }

    void acceptChoosesTheFormat_data()
    {
        QTest::addColumn<QString>("accept");
        QTest::addColumn<bool>("open");
        QTest::newRow("none") << QString() << false;
        QTest::newRow("any") << QStringLiteral("*/*") << false;
        QTest::newRow("text") << QStringLiteral("text/plain;version=0.0.4") << false;
        QTest::newRow("open") << QStringLiteral("application/openmetrics-text") << true;
        QTest::newRow("Prometheus 2.42")
            << QStringLiteral("application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;"
                              "q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1")
            << true;
        QTest::newRow("Prometheus 3")
            << QStringLiteral("application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,"
                              "application/openmetrics-text;version=0.0.1;q=0.4,text/plain;version=1.0.0;"
                              "escaping=allow-utf-8;q=0.3,text/plain;version=0.0.4;q=0.2,*/*;q=0.1")
            << true;
        QTest::newRow("text first") << QStringLiteral("text/plain, application/openmetrics-text;q=0.9") << false;
        QTest::newRow("of its type") << QStringLiteral("application/*, text/plain;q=0.5") << true;
        QTest::newRow("less than all") << QStringLiteral("application/openmetrics-text;q=0.5, */*") << false;
        QTest::newRow("in capitals") << QStringLiteral("Application/OpenMetrics-Text;freq=0;Q=0.5") << true;
        QTest::newRow("refused") << QStringLiteral("application/openmetrics-text;q=0") << false;
    }

    void acceptChoosesTheFormat()
    {
        QFETCH(QString, accept);
        QFETCH(bool, open);
        QCOMPARE(formatFor(accept.toStdString()) == Format::OpenMetrics, open);
    }

    void losesNothingOfSeveralThreads()
    {
        Histogram histogram(durationBounds());
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&histogram] {
                for (int i = 0; i < 20000; ++i)
                    histogram.observe(0.25);
            });
        threads.clear();
        prometheus::ClientMetric::Histogram seen;
        histogram.collect(seen);
        QCOMPARE(seen.sample_count, std::uint64_t(80000));
        QCOMPARE(seen.sample_sum, 20000.0);
    }
};

QTEST_APPLESS_MAIN(TestExposition)
#include "tst_exposition.moc"
