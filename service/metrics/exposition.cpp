// SPDX-License-Identifier: Apache-2.0
#include "service/metrics/exposition.h"

#include "service/http/accept.h"

#include <charconv>
#include <cmath>

namespace xp::service {

namespace {

using prometheus::ClientMetric;
using prometheus::MetricType;

/// Backslashes and line ends; within a label's value also quotes.
void appendEscaped(std::string& out, std::string_view text, bool quotesToo)
{
    for (const char c : text) {
        if (c == '\\')
            out += "\\\\";
        else if (c == '\n')
            out += "\\n";
        else if (c == '"' && quotesToo)
            out += "\\\"";
        else
            out.push_back(c);
    }
}

std::string_view typeName(MetricType type, Format format)
{
    switch (type) {
    case MetricType::Counter:
        return "counter";
    case MetricType::Gauge:
        return "gauge";
    case MetricType::Histogram:
        return "histogram";
    default:
        return format == Format::OpenMetrics ? "unknown" : "untyped";
    }
}

/// `a="1",b="2"`: the labels of a series, without braces.
std::string labelsOf(const ClientMetric& metric)
{
    std::string text;
    for (const ClientMetric::Label& label : metric.label) {
        if (!text.empty())
            text.push_back(',');
        text += label.name;
        text += "=\"";
        appendEscaped(text, label.value, true);
        text.push_back('"');
    }
    return text;
}

void appendSample(std::string& out, std::string_view name, std::string_view suffix, std::string_view labels,
                  double value)
{
    out.append(name).append(suffix);
    if (!labels.empty())
        out.append("{").append(labels).append("}");
    out.push_back(' ');
    appendNumber(out, value);
    out.push_back('\n');
}

/// The upper bound of a bucket as OpenMetrics wants it, whole numbers with a fraction: the same label in both formats.
void appendBound(std::string& out, double bound)
{
    appendNumber(out, bound);
    if (std::trunc(bound) == bound && std::isfinite(bound))
        out += ".0";
}

void appendCount(std::string& out, std::uint64_t count)
{
    char digits[20];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, count).ptr);
}

void appendHistogram(std::string& out, std::string_view name, const std::string& labels,
                     const ClientMetric::Histogram& histogram)
{
    // Most lines of a page are buckets: what they share is put together once.
    std::string start(name);
    start.append("_bucket{").append(labels).append(labels.empty() ? "le=\"" : ",le=\"");
    for (const ClientMetric::Bucket& bucket : histogram.bucket) {
        out += start;
        appendBound(out, bucket.upper_bound);
        out += "\"} ";
        appendCount(out, bucket.cumulative_count);
        out.push_back('\n');
    }
    appendSample(out, name, "_sum", labels, histogram.sample_sum);
    appendSample(out, name, "_count", labels, static_cast<double>(histogram.sample_count));
}

} // namespace

void appendNumber(std::string& out, double value)
{
    if (std::isnan(value)) {
        out += "NaN";
        return;
    }
    if (std::isinf(value)) {
        out += value > 0 ? "+Inf" : "-Inf";
        return;
    }
    char digits[32];
    constexpr double kExact = 9007199254740992.0; // 2^53
    const bool isWhole = std::trunc(value) == value && std::abs(value) <= kExact;
    const auto end = isWhole ? std::to_chars(digits, digits + sizeof digits, static_cast<std::int64_t>(value)).ptr
                             : std::to_chars(digits, digits + sizeof digits, value).ptr;
    out.append(digits, end);
}

Format formatFor(std::string_view accept)
{
    const bool open = asksFor(accept, "application/openmetrics-text", "text/plain");
    return open ? Format::OpenMetrics : Format::Text;
}

std::string_view contentTypeOf(Format format)
{
    return format == Format::OpenMetrics ? "application/openmetrics-text; version=1.0.0; charset=utf-8"
                                         : "text/plain; version=0.0.4; charset=utf-8";
}

void appendHead(std::string& out, std::string_view name, std::string_view help, MetricType type, Format format)
{
    constexpr std::string_view kTotal = "_total";
    if (format == Format::OpenMetrics && type == MetricType::Counter && name.ends_with(kTotal))
        name.remove_suffix(kTotal.size());
    out.append("# HELP ").append(name).push_back(' ');
    appendEscaped(out, help, false);
    out.append("\n# TYPE ").append(name).append(" ").append(typeName(type, format)).push_back('\n');
}

void appendSamples(std::string& out, std::string_view name, MetricType type, const ClientMetric& metric)
{
    const std::string labels = labelsOf(metric);
    if (type == MetricType::Histogram)
        return appendHistogram(out, name, labels, metric.histogram);
    const double value = type == MetricType::Counter   ? metric.counter.value
                         : type == MetricType::Untyped ? metric.untyped.value
                                                       : metric.gauge.value;
    appendSample(out, name, "", labels, value);
}

void appendFamily(std::string& out, const prometheus::MetricFamily& family, Format format)
{
    appendHead(out, family.name, family.help, family.type, format);
    for (const ClientMetric& metric : family.metric)
        appendSamples(out, family.name, family.type, metric);
}

} // namespace xp::service
