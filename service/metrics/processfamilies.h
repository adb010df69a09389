// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <prometheus/metric_family.h>
#include <vector>

namespace xp::service {

/// What the operating system says of this process, under the names that every Prometheus client uses: start, CPU,
/// memory, open files. What cannot be read is left out.
std::vector<prometheus::MetricFamily> processFamilies();

prometheus::MetricFamily gaugeFamily(std::string name, std::string help, double value,
                                     std::vector<prometheus::ClientMetric::Label> labels = {});

} // namespace xp::service
