// SPDX-License-Identifier: Apache-2.0
#include "service/peers/telling.h"

#include "core/domain/storedvariant.h"
#include "service/peers/plausibleforwarder.h"

#include <algorithm>

namespace xp::service {

namespace {

/// An application that asks for its visitor hands on X-Forwarded-For and User-Agent; a browser has its own.
Visitor visitorOf(const Request& request)
{
    const std::string_view page = request.header("Referer").value_or("");
    const bool isPage = page.starts_with("https://") || page.starts_with("http://");
    return {.address = std::string(request.header("X-Forwarded-For").value_or(request.peer())),
            .agent = std::string(request.header("User-Agent").value_or("")),
            .page = isPage ? std::string(page.substr(0, page.find_first_of("?#"))) : std::string()};
}

void forward(Context& context, const Request& request, const Experiment& experiment, std::int16_t variant,
             std::string name)
{
    if (!storedVariant(experiment, variant))
        return; // nothing that could be told
    context.plausible->send({.name = std::move(name),
                             .experiment = experiment.key,
                             .variant = variantName(experiment, variant),
                             .visitor = visitorOf(request)});
}

bool isConversion(const Experiment& experiment, std::string_view event)
{
    return std::ranges::any_of(experiment.metrics, [event](const Metric& metric) {
        return metric.kind == MetricKind::Conversion && metric.event == event;
    });
}

} // namespace

void unitEnrolled(Context& context, const Request& request, const Experiment& experiment, const AssignAnswer& answer)
{
    if (answer.leftOut != LeftOut::No)
        return context.metrics.excluded(experiment, answer.leftOut);
    context.metrics.assigned(experiment, answer.variant);
    if (context.plausible)
        forward(context, request, experiment, answer.variant, kExposureGoal);
}

void eventStored(Context& context, const Request& request, const LiveExperiment& live, std::int16_t variant,
                 std::string_view event, double value)
{
    context.metrics.tracked(live, variant, event, value);
    if (context.plausible && isConversion(live.experiment(), event))
        forward(context, request, live.experiment(), variant, conversionGoal(event));
}

} // namespace xp::service
