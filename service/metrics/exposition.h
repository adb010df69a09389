// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <prometheus/metric_family.h>
#include <string>
#include <string_view>

namespace xp::service {

/// Samples are the same in both; heads differ.
enum class Format {
    Text,        ///< Prometheus text format 0.0.4
    OpenMetrics, ///< OpenMetrics 1.0.0
};
/// The format that an Accept header prefers.
Format formatFor(std::string_view accept);
std::string_view contentTypeOf(Format format);

/// Unlike prometheus-cpp's serializer it announces a family that has no series yet, and writes samples apart from their
/// family's head, so that they can be prepared and kept. In OpenMetrics a counter's family is named without `_total`.
void appendHead(std::string& out, std::string_view name, std::string_view help, prometheus::MetricType type,
                Format format = Format::Text);
void appendSamples(std::string& out, std::string_view name, prometheus::MetricType type,
                   const prometheus::ClientMetric& metric);
void appendFamily(std::string& out, const prometheus::MetricFamily& family, Format format = Format::Text);

/// A value as the format writes it: whole numbers without a fraction, others in the fewest digits that read back the
/// same, `NaN`, `+Inf`, `-Inf`.
void appendNumber(std::string& out, double value);

} // namespace xp::service
