// SPDX-License-Identifier: Apache-2.0
#include "core/files/importoptions.h"

#include <QTest>

using namespace xp;

class TestImportOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsMetricWords()
    {
        const auto is = [](const char* text, const char* column, std::optional<MetricKind> kind,
                           MetricRole role = MetricRole::Secondary, Direction direction = Direction::Increase) {
            const ImportMetric metric = parseImportMetric(text);
            return metric.column == column && metric.kind == kind && metric.role == role &&
                   metric.direction == direction;
        };
        QVERIFY(is("m", "m", std::nullopt));
        QVERIFY(is("m:sum", "m", MetricKind::Sum));
        QVERIFY(is("m:mean:guardrail", "m", MetricKind::Mean, MetricRole::Guardrail));
        QVERIFY(is("m::primary", "m", std::nullopt, MetricRole::Primary));
        QVERIFY(is("m:primary", "m", std::nullopt, MetricRole::Primary));
        QVERIFY(is("m:count:guardrail:decrease", "m", MetricKind::Count, MetricRole::Guardrail, Direction::Decrease));
        QVERIFY(is("a:b", "a:b", std::nullopt));
        QVERIFY(is("a:b:sum", "a:b", MetricKind::Sum));
        QVERIFY(is("sum", "sum", std::nullopt));
        QVERIFY(is(" m :sum", "m", MetricKind::Sum));
    }
};

QTEST_APPLESS_MAIN(TestImportOptions)
#include "tst_importoptions.moc"
