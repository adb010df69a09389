// SPDX-License-Identifier: Apache-2.0
#include "core/dashboards/experimentdashboard.h"

#include <QFile>

// Outside of any namespace, as Q_INIT_RESOURCE wants it: a static library's resources do not register themselves.
static void registerDashboards()
{
    Q_INIT_RESOURCE(dashboards);
}

namespace xp {

namespace {

nlohmann::json readTemplate()
{
    registerDashboards();
    QFile file(QStringLiteral(":/xp/dashboards/experiment.json"));
    if (!file.open(QIODevice::ReadOnly))
        return nlohmann::json::object();
    const QByteArray text = file.readAll();
    return nlohmann::json::parse(text.begin(), text.end(), nullptr, false);
}

/// The metric that is shown first.
std::string firstMetric(const Experiment& experiment)
{
    const Headline headline = headlineOf(experiment);
    if (!headline.metrics.empty())
        return experiment.metrics[headline.metrics.front()].name;
    return experiment.metrics.empty() ? std::string() : experiment.metrics.front().name;
}

nlohmann::json chosen(const std::string& value)
{
    return {{"text", value}, {"value", value}};
}

} // namespace

nlohmann::json experimentDashboard(const Experiment& experiment)
{
    static const nlohmann::json common = readTemplate();
    nlohmann::json dashboard = common;
    dashboard["id"] = nullptr; // the importing Grafana gives its own
    dashboard["uid"] = experiment.id;
    dashboard["title"] = experiment.name;
    if (!experiment.hypothesis.empty())
        dashboard["description"] = experiment.hypothesis;
    dashboard["tags"].push_back(experiment.key);
    for (nlohmann::json& variable : dashboard["templating"]["list"]) {
        if (variable["name"] == "experiment")
            variable = {{"name", "experiment"},   {"type", "constant"},
                        {"query", experiment.id}, {"hide", 2},
                        {"skipUrlSync", true},    {"current", chosen(experiment.id)}};
        else if (variable["name"] == "metric")
            variable["current"] = chosen(firstMetric(experiment));
    }
    for (nlohmann::json& annotation : dashboard["annotations"]["list"]) {
        if (annotation.contains("target"))
            annotation["target"]["tags"].push_back("exp:" + experiment.key);
    }
    return dashboard;
}

} // namespace xp
