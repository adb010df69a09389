// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/files/cellvalue.h"
#include "core/files/importoptions.h"
#include "core/files/importtable.h"

#include <unordered_map>

namespace xp {

/// A file's numbers keep their digits: they are read as whole multiples no larger than this.
inline constexpr double kExactMultiples = 9007199254740992.0; // 2^53: every whole number up to it is a double

/// Texts numbered in the order of their first appearance.
class LabelList
{
public:
    std::uint32_t codeOf(std::string_view text);
    const std::vector<std::string>& labels() const { return m_labels; }

private:
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::vector<std::string> m_labels;
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> m_codes;
    std::uint32_t m_last = 0; ///< neighbours are often alike
};

/// What a column of numbers has shown so far.
struct NumberColumn
{
    std::string name;
    std::size_t position = 0;
    bool isMetric = true;           ///< else a covariate
    std::optional<MetricKind> kind; ///< as asked for
    std::uint32_t firstWord = 0;    ///< line of the first TRUE, no, ...; 0: none
    std::uint32_t firstOther = 0;   ///< line of the first number other than 0 and 1
    int decimals = 0;
    double largest = 0; ///< in size

    MetricKind guessedKind() const { return firstOther == 0 ? MetricKind::Conversion : MetricKind::Mean; }
};

/// Turns the lines of a file into rows, and collects what is wrong with them.
class ImportColumns
{
public:
    /// Finds the columns; blanks around names in the header, and around variants, are not part of them. Invalid: one
    /// that the header does not have (its columns are listed) or has twice.
    static Result<ImportColumns> find(std::span<const std::string_view> header, const ImportOptions& options);

    ImportTable emptyTable() const
    {
        return ImportTable(m_numbers.size(), m_segments.size(), m_timeColumn.has_value());
    }

    /// The row, when all is right with it; what it refers to is valid until the next call and as long as the fields.
    std::optional<ImportRow> read(std::span<const std::string_view> fields, std::uint32_t line);
    /// Enough is wrong, reading on is of no use.
    bool gaveUp() const { return m_gaveUp || m_errors.size() >= kMaxErrors; }

    std::string_view unitOf(std::span<const std::string_view> fields) const { return fields[m_unitColumn]; }
    const std::vector<FieldError>& errors() const { return m_errors; }
    const std::vector<std::string>& variants() const { return m_variants.labels(); }
    const std::vector<NumberColumn>& numbers() const { return m_numbers; } ///< metrics, then covariates
    const std::vector<LabelList>& segments() const { return m_segments; }
    std::optional<std::pair<Timestamp, Timestamp>> times() const { return m_times; } ///< earliest and latest

    static constexpr std::size_t kMaxErrors = 10;

private:
    std::optional<double> readNumber(NumberColumn& column, std::string_view text);
    std::optional<double> readGuessed(NumberColumn& column, std::string_view text);
    std::optional<double> taken(NumberColumn& column, const DecimalNumber& number, std::string_view text);
    bool readUnit(std::string_view text);
    bool readVariant(std::string_view text, ImportRow& row);
    bool readTime(std::string_view text, ImportRow& row);
    bool readSegments(std::span<const std::string_view> fields);
    void note(const std::string& column, std::string code, std::string_view value, const std::string& what);

    std::size_t m_unitColumn = 0;
    std::size_t m_variantColumn = 0;
    std::optional<std::size_t> m_timeColumn;
    std::vector<std::size_t> m_segmentColumns;
    std::vector<std::string> m_names; ///< of all columns
    std::vector<NumberColumn> m_numbers;
    LabelList m_variants;
    std::vector<LabelList> m_segments;
    std::optional<std::pair<Timestamp, Timestamp>> m_times;
    Timestamp m_latestAllowed{};

    std::uint32_t m_line = 0;
    std::vector<double> m_rowNumbers;
    std::vector<std::uint32_t> m_rowLabels;
    std::vector<FieldError> m_errors;
    bool m_gaveUp = false;
};

} // namespace xp
