// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/files/datafile.h"
#include "core/files/importoptions.h"

namespace xp {

/// What the first rows of a file show of one column.
struct ColumnLook
{
    enum class Kind { Text, YesNo, Whole, Decimal, Time, Empty };

    std::string name;
    Kind kind = Kind::Empty;           ///< that every value in the sample has
    std::size_t values = 0;            ///< different ones, kManyValues at most
    std::vector<std::string> examples; ///< the first different ones, by first appearance

    bool isNumber() const { return kind == Kind::YesNo || kind == Kind::Whole || kind == Kind::Decimal; }

    static constexpr std::size_t kManyValues = 1000;
    static constexpr std::size_t kExamples = 20;
};

/// The beginning of a file with one row a unit, and how it was read.
struct FilePreview
{
    CsvOptions csv; ///< with the delimiter and encoding that were found or asked for
    std::vector<ColumnLook> columns;
    std::vector<std::vector<std::string>> rows; ///< the first of them, kShownRows at most
    std::int64_t sampledRows = 0;
    bool isWhole = false; ///< there is nothing after the sample

    static constexpr std::int64_t kSampledRows = 5000;
    static constexpr std::size_t kShownRows = 50;
};

/// Reads the beginning of a file. An encoding or delimiter that is not given is guessed: bytes that are no UTF-8 are
/// taken as Windows-1252. Invalid: what CsvReader refuses in the sample, a column without a name, or two of one name.
Result<FilePreview> previewOf(const DataFile& file, const CsvOptions& options = {});

/// Which column is what, as far as names and values tell: the variant has few values, the unit many. Metrics are the
/// numbers and yes/no columns left over, of a kind still to be seen; none is primary, as that is the analyst's to say.
/// Key and name are made from the file's name. Columns that cannot be told are left out.
ImportOptions guessedOptions(const FilePreview& preview, const QString& fileName);

} // namespace xp
