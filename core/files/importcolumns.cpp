// SPDX-License-Identifier: Apache-2.0
#include "core/files/importcolumns.h"

#include "core/domain/fieldreader.h"
#include "core/domain/identifiers.h"

#include <algorithm>
#include <cmath>

namespace xp {

namespace {

constexpr std::size_t kMaxVariants = 100;
constexpr std::size_t kMaxVariantName = 100;
constexpr std::size_t kMaxLabels = 10000;
constexpr std::size_t kMaxUnit = 512; ///< bytes, as in a request
constexpr double kMaxCount = 2147483647;
/// In size; what fits at the coarsest resolution.
constexpr double kMaxNumber = kExactMultiples * 1e12;

std::string joinedNames(std::span<const std::string> names)
{
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

/// Finds named columns in a header and notes what is not there, or there twice.
class HeaderSearch
{
public:
    HeaderSearch(const std::vector<std::string>& names, std::vector<FieldError>& errors)
        : m_names(names), m_errors(errors)
    {
    }

    std::size_t find(const std::string& name, const char* option)
    {
        const auto count = std::ranges::count(m_names, name);
        if (count == 0 && option == std::string_view("metric") && hasWrongWord(name))
            return m_names.size();
        if (count == 0)
            m_errors.push_back({option, "unknown_column",
                                "the file has no column " + shown(name) + "; it has: " + joinedNames(m_names)});
        if (count > 1)
            m_errors.push_back({option, "ambiguous_column", "the file has more than one column " + shown(name)});
        return static_cast<std::size_t>(std::ranges::find(m_names, name) - m_names.begin());
    }

private:
    /// Notes what stands after a column's name and is not one of the words that may.
    bool hasWrongWord(const std::string& text)
    {
        for (std::size_t colon = text.rfind(':'); colon != std::string::npos && colon > 0;
             colon = text.rfind(':', colon - 1)) {
            if (std::ranges::find(m_names, text.substr(0, colon)) == m_names.end())
                continue;
            m_errors.push_back({"metric", "unknown_word",
                                "--metric " + shown(text) + " is wrong after the column " +
                                    shown(text.substr(0, colon)) +
                                    ": there may be a kind (conversion, count, sum or mean), then a role (primary, "
                                    "secondary or guardrail), then a direction (increase or decrease), not " +
                                    shown(wrongWordOf(std::string_view(text).substr(colon + 1)))});
            return true;
        }
        return false;
    }

    /// The first that is none at all; where each is one, all of them, as they stand in the wrong order.
    static std::string_view wrongWordOf(std::string_view words)
    {
        for (std::string_view left = words; !left.empty();) {
            const std::string_view word = left.substr(0, left.find(':'));
            left.remove_prefix(std::min(word.size() + 1, left.size()));
            if (!parseMetricKind(word) && !parseMetricRole(word) && !parseDirection(word))
                return word;
        }
        return words;
    }

    const std::vector<std::string>& m_names;
    std::vector<FieldError>& m_errors;
};

} // namespace

std::uint32_t LabelList::codeOf(std::string_view text)
{
    if (m_last < m_labels.size() && m_labels[m_last] == text)
        return m_last;
    const auto known = m_codes.find(text);
    if (known != m_codes.end()) {
        m_last = known->second;
    } else {
        m_last = static_cast<std::uint32_t>(m_labels.size());
        m_labels.emplace_back(text);
        m_codes.emplace(text, m_last);
    }
    return m_last;
}

Result<ImportColumns> ImportColumns::find(std::span<const std::string_view> header, const ImportOptions& options)
{
    ImportColumns columns;
    for (const std::string_view name : header)
        columns.m_names.emplace_back(trimmed(name));
    std::vector<FieldError> errors;
    HeaderSearch search(columns.m_names, errors);
    columns.m_unitColumn = search.find(options.unitColumn, "unit");
    columns.m_variantColumn = search.find(options.variantColumn, "variant");
    if (!options.timeColumn.empty())
        columns.m_timeColumn = search.find(options.timeColumn, "time");
    for (const ImportMetric& metric : options.metrics)
        columns.m_numbers.push_back(
            {.name = metric.column, .position = search.find(metric.column, "metric"), .kind = metric.kind});
    for (const std::string& name : options.covariateColumns)
        columns.m_numbers.push_back(
            {.name = name, .position = search.find(name, "covariate"), .isMetric = false, .kind = MetricKind::Mean});
    for (const std::string& name : options.segmentColumns)
        columns.m_segmentColumns.push_back(search.find(name, "segment"));
    columns.m_segments.resize(options.segmentColumns.size());
    if (!errors.empty())
        return failInvalid(std::move(errors));
    // Client clocks may be a day ahead, like those of events.
    columns.m_latestAllowed = now() + std::chrono::hours(24);
    return columns;
}

void ImportColumns::note(const std::string& column, std::string code, std::string_view value, const std::string& what)
{
    if (m_errors.size() < kMaxErrors)
        m_errors.push_back({column, std::move(code),
                            "line " + std::to_string(m_line) + ", column " + column + ": " +
                                (value.empty() ? "an empty value" : shown(value)) + " " + what});
}

std::optional<ImportRow> ImportColumns::read(std::span<const std::string_view> fields, std::uint32_t line)
{
    m_line = line;
    ImportRow row{.line = line, .unit = fields[m_unitColumn]};
    bool good = readUnit(row.unit);
    good = readVariant(fields[m_variantColumn], row) && good;
    if (m_timeColumn)
        good = readTime(fields[*m_timeColumn], row) && good;
    m_rowNumbers.clear();
    for (NumberColumn& column : m_numbers) {
        const auto number = readNumber(column, fields[column.position]);
        good = number && good;
        m_rowNumbers.push_back(number.value_or(0));
    }
    good = readSegments(fields) && good;
    if (!good)
        return std::nullopt;
    row.numbers = m_rowNumbers;
    row.labels = m_rowLabels;
    return row;
}

bool ImportColumns::readUnit(std::string_view text)
{
    if (text.empty())
        note(m_names[m_unitColumn], "empty", text, "cannot name a unit");
    else if (text.size() > kMaxUnit)
        note(m_names[m_unitColumn], "too_long", text, "is longer than " + std::to_string(kMaxUnit) + " bytes");
    else if (beginsWithMark(text))
        note(m_names[m_unitColumn], "encoding", text, "begins with U+FEFF, a byte order mark");
    else if (holdsControls(text))
        note(m_names[m_unitColumn], "format", text, "holds control characters, with which no unit can be asked for");
    else
        return true;
    return false;
}

bool ImportColumns::readVariant(std::string_view text, ImportRow& row)
{
    text = trimmed(text);
    const std::string& column = m_names[m_variantColumn];
    if (text.empty() || text.size() > kMaxVariantName) {
        note(column, text.empty() ? "empty" : "too_long", text,
             "cannot name a variant (1 to " + std::to_string(kMaxVariantName) + " bytes)");
        return false;
    }
    row.variant = static_cast<std::int16_t>(m_variants.codeOf(text));
    if (m_variants.labels().size() <= kMaxVariants)
        return true;
    // Certainly not a column of variants: that comes before all else, and is said once.
    if (m_gaveUp)
        return false;
    m_gaveUp = true;
    if (m_errors.size() == kMaxErrors)
        m_errors.pop_back();
    note(column, "too_many_variants", text,
         "is the " + std::to_string(kMaxVariants + 1) + "st different value; is it the column of the variants?");
    std::ranges::rotate(m_errors, m_errors.end() - 1);
    return false;
}

bool ImportColumns::readTime(std::string_view text, ImportRow& row)
{
    const auto time = parseIso8601(trimmed(text));
    const std::string& column = m_names[*m_timeColumn];
    if (!time)
        note(column, "type", text, "is not a date or time (2026-11-24T04:08:57Z)");
    else if (*time > m_latestAllowed || *time < Timestamp{})
        note(column, "range", text, "is before 1970 or more than a day in the future");
    else {
        row.exposedAt = *time;
        m_times = m_times ? std::pair(std::min(m_times->first, *time), std::max(m_times->second, *time))
                          : std::pair(*time, *time);
        return true;
    }
    return false;
}

bool ImportColumns::readSegments(std::span<const std::string_view> fields)
{
    m_rowLabels.clear();
    for (std::size_t i = 0; i < m_segments.size(); ++i) {
        m_rowLabels.push_back(m_segments[i].codeOf(fields[m_segmentColumns[i]]));
        if (m_segments[i].labels().size() > kMaxLabels) {
            note(m_names[m_segmentColumns[i]], "too_many_segments", fields[m_segmentColumns[i]],
                 "is the " + std::to_string(kMaxLabels + 1) + "st different value; that is too many for segments");
            return false;
        }
    }
    return true;
}

std::optional<double> ImportColumns::readNumber(NumberColumn& column, std::string_view text)
{
    if (!column.kind)
        return readGuessed(column, text);
    if (*column.kind == MetricKind::Conversion) {
        const auto yes = parseBoolean(text);
        if (!yes) {
            note(column.name, "type", text, "is not one of TRUE/FALSE, yes/no, 1/0, as a conversion needs");
            return std::nullopt;
        }
        return *yes ? 1.0 : 0.0;
    }
    const auto number = parseDecimal(text);
    if (!number) {
        note(column.name, "type", text, "is not a number");
        return std::nullopt;
    }
    const bool isCount = number->value >= 0 && number->value <= kMaxCount && number->decimals == 0;
    if (*column.kind == MetricKind::Count && !isCount) {
        note(column.name, "range", text, "is not a count (a whole number from 0 to 2147483647)");
        return std::nullopt;
    }
    return taken(column, *number, text);
}

std::optional<double> ImportColumns::taken(NumberColumn& column, const DecimalNumber& number, std::string_view text)
{
    const double size = std::abs(number.value);
    if (size > kMaxNumber) {
        note(column.name, "range", text, "is too large");
        return std::nullopt;
    }
    column.decimals = std::max(column.decimals, number.decimals);
    column.largest = std::max(column.largest, size);
    return number.value;
}

/// Of a column whose kind is still open: yes/no and 0/1, or numbers, but not words and other numbers mixed.
std::optional<double> ImportColumns::readGuessed(NumberColumn& column, std::string_view text)
{
    const auto number = parseDecimal(text);
    const auto yes = number ? std::nullopt : parseBoolean(text);
    if (!number && !yes) {
        note(column.name, "type", text, "is neither a number nor one of TRUE/FALSE, yes/no, 1/0");
        return std::nullopt;
    }
    const bool isOther = number && number->value != 0 && number->value != 1;
    std::uint32_t& first = yes ? column.firstWord : column.firstOther;
    if ((yes || isOther) && first == 0)
        first = m_line;
    if ((yes && column.firstOther > 0) || (isOther && column.firstWord > 0)) {
        const std::uint32_t other = yes ? column.firstOther : column.firstWord;
        note(column.name, "type", text,
             std::string("does not go with the ") + (yes ? "number" : "yes/no value") + " in line " +
                 std::to_string(other));
        return std::nullopt;
    }
    if (yes)
        return *yes ? 1.0 : 0.0;
    return taken(column, *number, text);
}

} // namespace xp
