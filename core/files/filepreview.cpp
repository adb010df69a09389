// SPDX-License-Identifier: Apache-2.0
#include "core/files/filepreview.h"

#include "core/domain/fieldreader.h"
#include "core/domain/identifiers.h"
#include "core/files/cellvalue.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <set>

namespace xp {

namespace {

using Kind = ColumnLook::Kind;

constexpr qint64 kSampledBytes = 1 << 20;
constexpr std::size_t kMostVariants = 10; ///< that a guess believes in
constexpr std::size_t kMostSegments = 20;
constexpr const char* kIdPattern = "(^|_)id$|uuid";

/// The narrowest kind that holds both.
Kind joined(Kind a, Kind b)
{
    if (a == b || b == Kind::Empty)
        return a;
    if (a == Kind::Empty)
        return b;
    const auto isNumber = [](Kind kind) { return kind == Kind::Whole || kind == Kind::Decimal; };
    return isNumber(a) && isNumber(b) ? Kind::Decimal : Kind::Text;
}

Kind kindOf(std::string_view text)
{
    if (trimmed(text).empty())
        return Kind::Empty;
    if (const auto number = parseDecimal(text))
        return number->decimals == 0 ? Kind::Whole : Kind::Decimal;
    if (parseBoolean(text))
        return Kind::YesNo;
    return parseIso8601(trimmed(text)) ? Kind::Time : Kind::Text;
}

/// Whether the beginning of the file can be read as UTF-8 or says itself what it is.
bool looksLikeUnicode(const QByteArray& beginning)
{
    const auto begins = [&](std::string_view mark) {
        return std::string_view(beginning.data(), std::size_t(beginning.size())).starts_with(mark);
    };
    if (begins("\xFF\xFE") || begins("\xFE\xFF") || begins("\xEF\xBB\xBF"))
        return true;
    // The sample may end within a character: up to its last line end it may not.
    const qsizetype end = beginning.lastIndexOf('\n');
    const QByteArray lines = end > 0 ? beginning.left(end) : beginning;
    return isStorableText(std::string_view(lines.data(), std::size_t(lines.size())));
}

/// Gathers what a column's values have in common.
struct ColumnSample
{
    ColumnLook look;
    std::set<std::string, std::less<>> values;
    bool onlyZeroAndOne = true;

    void add(std::string_view text)
    {
        text = trimmed(text); // as an import does with variants
        const Kind kind = kindOf(text);
        look.kind = joined(look.kind, kind);
        const auto number = kind == Kind::Whole ? parseDecimal(text) : std::nullopt;
        if (kind != Kind::Empty && !(number && (number->value == 0 || number->value == 1)))
            onlyZeroAndOne = false;
        if (values.size() >= ColumnLook::kManyValues || values.contains(text))
            return;
        values.emplace(text);
        if (look.examples.size() < ColumnLook::kExamples)
            look.examples.emplace_back(text);
    }

    ColumnLook result()
    {
        look.values = values.size();
        if (look.kind == Kind::Whole && onlyZeroAndOne)
            look.kind = Kind::YesNo;
        return std::move(look);
    }
};

/// UTF-16 that does not say so has a zero in every second byte where its text is mostly ASCII, and in no other.
TextEncoding guessedEncoding(const QByteArray& beginning)
{
    std::array<qsizetype, 2> zeros{};
    const qsizetype looked = std::min<qsizetype>(beginning.size(), 4096) & ~qsizetype{1};
    for (qsizetype i = 0; i < looked; ++i)
        zeros[std::size_t(i % 2)] += beginning[i] == '\0' ? 1 : 0;
    if (looked >= 4 && zeros[0] == 0 && zeros[1] > looked / 4)
        return TextEncoding::Utf16LittleEndian;
    if (looked >= 4 && zeros[1] == 0 && zeros[0] > looked / 4)
        return TextEncoding::Utf16BigEndian;
    return looksLikeUnicode(beginning) ? TextEncoding::Detect : TextEncoding::Windows1252;
}

Result<void> checkNames(std::span<const std::string_view> header)
{
    std::vector<FieldError> errors;
    for (std::size_t i = 0; i < header.size(); ++i) {
        const std::string name(trimmed(header[i]));
        const auto isSame = [&](std::string_view other) { return trimmed(other) == name; };
        if (name.empty())
            errors.push_back(
                {"header", "empty", "column " + std::to_string(i + 1) + " has no name in the first line of the file"});
        else if (std::ranges::any_of(header.first(i), isSame))
            errors.push_back({"header", "duplicate", "the file has more than one column " + shown(name)});
    }
    if (!errors.empty())
        return failInvalid(std::move(errors));
    return {};
}

bool matches(const ColumnLook& column, const char* pattern)
{
    return QRegularExpression(QLatin1String(pattern), QRegularExpression::CaseInsensitiveOption)
        .match(QString::fromStdString(column.name))
        .hasMatch();
}

/// The column with the best score above zero; -1: none.
template <typename Score>
int best(const std::vector<ColumnLook>& columns, Score score)
{
    int found = -1;
    int highest = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (const int s = score(columns[i]); s > highest) {
            highest = s;
            found = static_cast<int>(i);
        }
    }
    return found;
}

int unitScore(const ColumnLook& column, std::int64_t rows)
{
    const auto most = std::min(static_cast<std::size_t>(rows), ColumnLook::kManyValues);
    if (column.kind == Kind::Decimal || column.kind == Kind::Time || column.values < most)
        return 0;
    return matches(column, "user|visitor|customer|player|member|account|unit|device|session|^uid") ? 3
           : matches(column, kIdPattern)                                                           ? 2
                                                                                                   : 1;
}

int variantScore(const ColumnLook& column)
{
    if (column.values < 2 || column.values > kMostVariants || column.kind == Kind::Decimal)
        return 0;
    const int named = matches(column, "variant|variation|treatment|experiment|^arm$|^ab") ? 4
                      : matches(column, "version|group|bucket|cohort")                    ? 2
                                                                                          : 0;
    const bool controlled = std::ranges::any_of(column.examples, [](const std::string& value) {
        return QString::fromStdString(value).contains(QLatin1String("control"), Qt::CaseInsensitive);
    });
    if (column.kind == Kind::Text)
        return 1 + named + (controlled ? 2 : 0);
    return named; // 0 and 1, or true and false
}

} // namespace

Result<FilePreview> previewOf(const DataFile& file, const CsvOptions& options)
{
    FilePreview preview{.csv = options};
    const auto beginning = file.beginning(kSampledBytes);
    if (!beginning)
        return Failure(beginning.error());
    if (options.encoding == TextEncoding::Detect)
        preview.csv.encoding = guessedEncoding(*beginning);
    auto reader = file.read(preview.csv);
    if (!reader)
        return Failure(std::move(reader.error()));
    auto more = reader->next();
    if (!more)
        return Failure(std::move(more.error()));
    if (!*more)
        return fail(ErrorCode::Invalid, "empty_file", "the file is empty; its first line must name the columns");
    preview.csv.delimiter = reader->delimiter();
    if (auto named = checkNames(reader->fields()); !named)
        return Failure(std::move(named.error()));
    std::vector<ColumnSample> samples(reader->fields().size());
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i].look.name = trimmed(reader->fields()[i]);
    while ((more = reader->next()) && *more) {
        if (preview.rows.size() < FilePreview::kShownRows)
            preview.rows.emplace_back(reader->fields().begin(), reader->fields().end());
        for (std::size_t i = 0; i < samples.size(); ++i)
            samples[i].add(reader->fields()[i]);
        if (++preview.sampledRows == FilePreview::kSampledRows)
            break;
    }
    if (!more)
        return Failure(std::move(more.error()));
    preview.isWhole = !*more;
    for (ColumnSample& sample : samples)
        preview.columns.push_back(sample.result());
    return preview;
}

ImportOptions guessedOptions(const FilePreview& preview, const QString& fileName)
{
    ImportOptions options{.path = {}, .csv = preview.csv};
    options.name = QFileInfo(fileName).completeBaseName().toStdString();
    options.key = slugOf(options.name);
    const std::vector<ColumnLook>& columns = preview.columns;
    const int variant = best(columns, variantScore);
    const int unit = best(columns, [&](const ColumnLook& column) {
        return &column == (variant < 0 ? nullptr : &columns[std::size_t(variant)])
                   ? 0
                   : unitScore(column, preview.sampledRows);
    });
    const int time = best(columns, [](const ColumnLook& column) { return column.kind == Kind::Time ? 1 : 0; });
    for (int i = 0; i < static_cast<int>(columns.size()); ++i) {
        const ColumnLook& column = columns[static_cast<std::size_t>(i)];
        if (i == unit)
            options.unitColumn = column.name;
        else if (i == variant)
            options.variantColumn = column.name;
        else if (i == time)
            options.timeColumn = column.name;
        else if (column.isNumber() && matches(column, "^(pre|prior|before|baseline|past)(_|$)|_(pre|before)$")) {
            if (options.covariateColumns.empty())
                options.covariateColumns.push_back(column.name);
        } else if (column.isNumber() && !matches(column, kIdPattern))
            options.metrics.push_back({.column = column.name, .kind = std::nullopt});
        else if (column.kind == Kind::Text && column.values >= 2 && column.values <= kMostSegments)
            options.segmentColumns.push_back(column.name);
    }
    return options;
}

} // namespace xp
