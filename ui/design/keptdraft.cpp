// SPDX-License-Identifier: Apache-2.0
#include "ui/design/keptdraft.h"

#include "core/domain/experimentcodec.h"
#include "core/domain/fieldreader.h"

#include <QSettings>

namespace xp::ui {

namespace {

using nlohmann::json;

const QString kKey = QStringLiteral("design/draft");
constexpr const char* kUnnamed = "-"; ///< what the experiment's reader takes for a name

double numberOf(const json& document, const char* name, double otherwise)
{
    const auto found = document.find(name);
    return found != document.end() && found->is_number() ? found->get<double>() : otherwise;
}

} // namespace

void keepDraft(const Draft& draft)
{
    Experiment experiment = draft.experiment;
    experiment.id = experiment.key = kUnnamed;
    if (experiment.name.empty())
        experiment.name = kUnnamed;
    for (Metric& metric : experiment.metrics) {
        if (metric.name.empty())
            metric.name = kUnnamed;
    }
    const json document{{"experiment", toJson(experiment)},
                        {"baseline", draft.baseline},
                        {"smallest_lift", draft.smallestLift},
                        {"power", draft.power},
                        {"units_per_day", draft.unitsPerDay}};
    QSettings().setValue(kKey, QString::fromStdString(document.dump(-1, ' ', false, json::error_handler_t::replace)));
}

std::optional<Draft> keptDraft()
{
    const json document =
        json::parse(QSettings().value(kKey).toString().toStdString(), nullptr, /*allow_exceptions=*/false);
    if (!document.is_object() || !document.contains("experiment"))
        return std::nullopt;
    auto experiment = experimentFromJson(document["experiment"]);
    if (!experiment)
        return std::nullopt;
    Draft draft;
    draft.baseline = numberOf(document, "baseline", draft.baseline);
    draft.smallestLift = numberOf(document, "smallest_lift", draft.smallestLift);
    draft.power = numberOf(document, "power", draft.power);
    draft.unitsPerDay = numberOf(document, "units_per_day", draft.unitsPerDay);
    draft.experiment = std::move(*experiment);
    draft.experiment.id.clear();
    draft.experiment.key.clear();
    if (draft.experiment.name == kUnnamed)
        draft.experiment.name.clear();
    for (Metric& metric : draft.experiment.metrics) {
        if (metric.name == kUnnamed)
            metric.name.clear();
    }
    return draft;
}

void forgetDraft()
{
    QSettings().remove(kKey);
}

} // namespace xp::ui
