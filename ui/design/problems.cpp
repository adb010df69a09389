// SPDX-License-Identifier: Apache-2.0
#include "ui/design/problems.h"

#include "ui/text/errorsentences.h"
#include "ui/text/errortext.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>
#include <cmath>

namespace xp::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Design)
};

constexpr double kAllocationTolerance = 1e-6;

std::vector<Problem> variantProblems(const Experiment& experiment)
{
    std::vector<Problem> problems;
    QSet<QString> names;
    double sum = 0;
    for (std::size_t row = 0; row < experiment.variants.size(); ++row) {
        const Variant& variant = experiment.variants[row];
        const QString name = text(variant.name);
        if (name.isEmpty())
            problems.push_back({Words::tr("Every variant needs a name."), DesignEntry::VariantName, row, true});
        else if (names.contains(name))
            problems.push_back({Words::tr("Two variants are called “%1”.").arg(name), DesignEntry::VariantName, row});
        names.insert(name);
        sum += variant.allocation;
        if (variant.config.is_discarded() || !variant.config.is_object())
            problems.push_back(
                {Words::tr("The configuration of “%1” is not a JSON object, such as {\"layout\": 2}.").arg(name),
                 DesignEntry::VariantConfig, row});
    }
    if (std::abs(sum - 1) > kAllocationTolerance)
        problems.push_back({Words::tr("The shares add up to %1, not to 100 %.").arg(percent(sum, 1)),
                            DesignEntry::VariantShare, std::max<std::size_t>(experiment.variants.size(), 1) - 1});
    return problems;
}

std::vector<Problem> metricProblems(const Experiment& experiment)
{
    std::vector<Problem> problems;
    QSet<QString> names;
    if (experiment.metrics.empty())
        problems.push_back({Words::tr("An experiment needs a metric."), DesignEntry::MetricName, 0, true});
    for (std::size_t row = 0; row < experiment.metrics.size(); ++row) {
        const QString name = text(experiment.metrics[row].name);
        if (name.isEmpty())
            problems.push_back({Words::tr("Every metric needs a name: the event that is tracked."),
                                DesignEntry::MetricName, row, true});
        else if (names.contains(name))
            problems.push_back({Words::tr("Two metrics are called “%1”.").arg(name), DesignEntry::MetricName, row});
        names.insert(name);
    }
    return problems;
}

} // namespace

DesignStep stepOf(DesignEntry entry)
{
    switch (entry) {
    case DesignEntry::Name:
    case DesignEntry::Hypothesis:
    case DesignEntry::Description:
        return DesignStep::Question;
    case DesignEntry::VariantName:
    case DesignEntry::VariantShare:
    case DesignEntry::VariantConfig:
        return DesignStep::Variants;
    case DesignEntry::MetricName:
        return DesignStep::Metrics;
    case DesignEntry::SmallestLift:
    case DesignEntry::Level:
        return DesignStep::Size;
    case DesignEntry::TrafficShare:
    case DesignEntry::Targeting:
    case DesignEntry::Project:
    case DesignEntry::Environment:
        return DesignStep::Traffic;
    }
    return DesignStep::Question;
}

std::vector<Problem> problemsOf(const Draft& draft, DesignStep step)
{
    switch (step) {
    case DesignStep::Question:
        if (draft.experiment.name.empty())
            return {{Words::tr("The experiment needs a name."), DesignEntry::Name, 0, true}};
        return {};
    case DesignStep::Variants:
        return variantProblems(draft.experiment);
    case DesignStep::Metrics:
        return metricProblems(draft.experiment);
    case DesignStep::Size:
        if (const QString problem = planOf(draft).problem; !problem.isEmpty())
            return {{problem, DesignEntry::SmallestLift}};
        return {};
    case DesignStep::Traffic: {
        const nlohmann::json& targeting = draft.experiment.enrolment.targeting;
        if (targeting.is_null() || targeting.is_object())
            return {};
        return {{Words::tr("The condition is not a JSON object."), DesignEntry::Targeting}};
    }
    case DesignStep::Review:
        break;
    }
    return {};
}

std::optional<Problem> problemOf(const Error& error)
{
    struct Named
    {
        const char* field; ///< a regular expression; its group is the row
        DesignEntry entry;
    };
    static constexpr std::array kNamed{
        Named{"name|id|key", DesignEntry::Name},
        Named{"hypothesis", DesignEntry::Hypothesis},
        Named{"description", DesignEntry::Description},
        Named{R"(variants\[(\d+)\]\.config.*)", DesignEntry::VariantConfig},
        Named{R"(variants\[(\d+)\]\.allocation)", DesignEntry::VariantShare},
        Named{R"(variants(?:\[(\d+)\].*)?)", DesignEntry::VariantName},
        Named{R"(metrics(?:\[(\d+)\].*)?)", DesignEntry::MetricName},
        Named{"significance_level|plan\\.level", DesignEntry::Level},
        Named{"target_sample_size|plan\\.smallest_effect", DesignEntry::SmallestLift},
        Named{"traffic_allocation", DesignEntry::TrafficShare},
        Named{"targeting.*", DesignEntry::Targeting},
        Named{"project", DesignEntry::Project},
        Named{"environment", DesignEntry::Environment},
    };
    if (error.sentence.code == "key_taken" || error.sentence.code == "id_taken")
        return Problem{errorText(error), DesignEntry::Name};
    for (const FieldError& wrong : error.errors) {
        for (const Named& named : kNamed) {
            const QRegularExpression pattern(QRegularExpression::anchoredPattern(QLatin1String(named.field)));
            const auto match = pattern.match(text(wrong.field));
            if (match.hasMatch())
                return Problem{fieldErrorText(wrong), named.entry, std::size_t(match.captured(1).toULongLong())};
        }
    }
    return std::nullopt;
}

} // namespace xp::ui
