// SPDX-License-Identifier: Apache-2.0
#include "core/dashboards/experimentdashboard.h"

#include "tests/support/testexperiments.h"

#include <QTest>

using namespace xp;

class TestExperimentDashboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheCommonOneWithTheExperimentSet()
    {
        Experiment experiment =
            test::runningExperiment({test::metricOf("views", MetricKind::Count),
                                     test::metricOf("buy", MetricKind::Conversion, MetricRole::Primary)});
        experiment.name = "Say \"hi\" \\ größer";
        const nlohmann::json dashboard = experimentDashboard(experiment);
        QVERIFY(dashboard["id"].is_null());
        QCOMPARE(dashboard["uid"].get<std::string>(), experiment.id);
        QVERIFY(dashboard["uid"].get<std::string>().size() <= 40); // Grafana's limit
        QCOMPARE(dashboard["title"].get<std::string>(), experiment.name);
        QVERIFY(dashboard["panels"].size() > 10);
        std::map<std::string, nlohmann::json> variables;
        for (const nlohmann::json& variable : dashboard["templating"]["list"])
            variables[variable["name"].get<std::string>()] = variable;
        QCOMPARE(variables["experiment"]["type"].get<std::string>(), std::string("constant"));
        QCOMPARE(variables["experiment"]["query"].get<std::string>(), experiment.id);
        QCOMPARE(variables["metric"]["current"]["value"].get<std::string>(), std::string("buy"));
        QVERIFY(dashboard["annotations"].dump().find("exp:" + experiment.key) != std::string::npos);
        QVERIFY(experimentDashboard(experiment) == dashboard);
    }

    void leavesTheNextOneAlone()
    {
        const Experiment one = test::runningExperiment();
        const std::string text = experimentDashboard(one).dump();
        const Experiment other = test::runningExperiment();
        QVERIFY(experimentDashboard(other).dump().find(one.id) == std::string::npos);
        QCOMPARE(experimentDashboard(one).dump(), text);
    }
};

QTEST_APPLESS_MAIN(TestExperimentDashboard)
#include "tst_experimentdashboard.moc"
