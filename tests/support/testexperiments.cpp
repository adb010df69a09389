// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testexperiments.h"

#include "core/domain/identifiers.h"

namespace xp::test {

Metric metricOf(std::string name, MetricKind kind, MetricRole role)
{
    Metric metric;
    metric.event = name;
    metric.name = std::move(name);
    metric.kind = kind;
    metric.role = role;
    return metric;
}

Experiment runningExperiment(std::vector<Metric> metrics)
{
    Experiment experiment;
    experiment.id = newUuid();
    experiment.key = "key-" + experiment.id;
    experiment.name = "Test";
    experiment.status = Status::Running;
    experiment.variants = {{"control", 0.5}, {"treatment", 0.5}};
    experiment.metrics = std::move(metrics);
    experiment.createdAt = at(kStart - 60);
    experiment.startedAt = at(kStart);
    experiment.salt = experiment.id;
    experiment.peakTraffic = 1;
    experiment.epochs = {{1, at(kStart), {0.5, 0.5}}};
    return experiment;
}

LiveExperimentPtr live(const Experiment& experiment)
{
    return std::make_shared<const LiveExperiment>(experiment);
}

} // namespace xp::test
