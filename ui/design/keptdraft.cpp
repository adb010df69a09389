// SPDX-License-Identifier: Apache-2.0
#include "ui/design/keptdraft.h"

#include "core/domain/experimentcodec.h"
#include "core/domain/fieldreader.h"

#include <QSettings>

#include <algorithm>

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

void readPlan(const json& document, Draft& draft)
{
    if (const auto method = document.find("method"); method != document.end() && method->is_string())
        draft.method = parseMethod(method->get_ref<const std::string&>()).value_or(draft.method);
    const double spending = numberOf(document, "spending", 0);
    if (spending >= 0 && spending <= double(int(SpendingKind::HwangShihDeCani)))
        draft.design.spending = SpendingKind(int(spending));
    draft.design.gamma = numberOf(document, "spending_gamma", draft.design.gamma);
    if (const auto margins = document.find("margins"); margins != document.end() && margins->is_array()) {
        for (const json& margin : *margins)
            draft.margins.push_back(margin.is_number() ? margin.get<double>() : kMarginProposed);
    }
    const auto looks = document.find("looks");
    if (looks == document.end() || !looks->is_array() || looks->size() > std::size_t(kMostLooks))
        return;
    for (const json& look : *looks) {
        if (look.is_number())
            draft.design.looks.push_back(look.get<double>());
    }
    const bool rising =
        std::ranges::adjacent_find(draft.design.looks, std::greater_equal<>()) == draft.design.looks.end();
    if (draft.design.looks.empty() || !rising || !(draft.design.looks.front() > 0) || draft.design.looks.back() != 1)
        draft.design.looks.clear();
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
    // What is no JSON yet cannot be kept in JSON; the rest is.
    if (experiment.enrolment.targeting.is_discarded())
        experiment.enrolment.targeting = nullptr;
    for (Variant& variant : experiment.variants) {
        if (variant.config.is_discarded())
            variant.config = json::object();
    }
    const json document{{"experiment", toJson(experiment)},     {"baseline", draft.baseline},
                        {"smallest_lift", draft.smallestLift},  {"power", draft.power},
                        {"units_per_day", draft.unitsPerDay},   {"method", std::string(toString(draft.method))},
                        {"looks", draft.design.looks},          {"spending", int(draft.design.spending)},
                        {"spending_gamma", draft.design.gamma}, {"margins", draft.margins}};
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
    readPlan(document, draft);
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
