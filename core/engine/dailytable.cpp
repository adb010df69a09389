// SPDX-License-Identifier: Apache-2.0
#include "core/engine/dailytable.h"

#include "core/domain/fieldreader.h"
#include "core/files/csvreader.h"
#include "core/files/csvwriter.h"

#include <QFile>
#include <QSaveFile>
#include <QTemporaryFile>

#include <algorithm>

namespace xp {

namespace {

constexpr const char* kFromTheBeginning = "0001-01-01";
constexpr std::size_t kBlock = std::size_t{1} << 16;
constexpr std::size_t kDateLength = 10;
const CsvOptions kOurs{.delimiter = ','};

std::string dateOf(Timestamp time)
{
    return toIso8601(time).substr(0, kDateLength);
}

/// Goes through a table that writeTable has written.
class OldTable
{
public:
    static Result<OldTable> open(const QString& path, const std::string& timeColumn)
    {
        auto reader = CsvReader::open(path.toStdString(), kOurs);
        if (!reader)
            return Failure(std::move(reader.error()));
        OldTable table(std::move(*reader));
        auto named = table.m_reader.next();
        if (!named)
            return Failure(std::move(named.error()));
        if (*named)
            table.m_columns.assign(table.m_reader.fields().begin(), table.m_reader.fields().end());
        table.m_time = std::size_t(std::ranges::find(table.m_columns, timeColumn) - table.m_columns.begin());
        if (table.m_time == table.m_columns.size())
            return fail(ErrorCode::Invalid, "time_column",
                        "The query has no column " + shown(timeColumn) + ", by whose days it is to be read");
        return table;
    }

    const std::vector<std::string>& columns() const { return m_columns; }
    std::span<const std::string_view> cells() const { return m_reader.fields(); }
    Result<bool> next() { return m_reader.next(); }

    Result<Timestamp> time() const
    {
        const std::string_view text = m_reader.fields()[m_time];
        if (const auto time = parseIso8601(text))
            return *time;
        return fail(ErrorCode::Invalid, "time_column",
                    "The time " + shown(text) + " of line " + std::to_string(m_reader.line()) + " cannot be read");
    }

private:
    explicit OldTable(CsvReader reader) : m_reader(std::move(reader)) {}

    CsvReader m_reader;
    std::vector<std::string> m_columns;
    std::size_t m_time = 0;
};

Result<std::optional<Timestamp>> latestIn(const QString& path, const std::string& timeColumn)
{
    auto table = OldTable::open(path, timeColumn);
    if (!table)
        return Failure(std::move(table.error()));
    std::optional<Timestamp> latest;
    for (;;) {
        const auto more = table->next();
        if (!more)
            return Failure(more.error());
        if (!*more)
            return latest;
        const auto time = table->time();
        if (!time)
            return Failure(time.error());
        latest = std::max(latest.value_or(*time), *time);
    }
}

/// Rows of the old table from before `since`, and all of the new one.
class Merger
{
public:
    explicit Merger(QIODevice& out) : m_out(out), m_csv(m_text, {.lineEnd = "\n", .guardFormulas = false}) {}

    Result<void> row(std::span<const std::string_view> cells)
    {
        for (const std::string_view cell : cells)
            m_csv.cell(cell);
        m_csv.endRow();
        return m_text.size() < kBlock ? Result<void>{} : flush();
    }

    Result<void> flush()
    {
        if (m_out.write(m_text.data(), qint64(m_text.size())) != qint64(m_text.size()))
            return fail(ErrorCode::Unavailable, "file_not_writable",
                        "cannot write the table: " + m_out.errorString().toStdString());
        m_text.clear();
        return {};
    }

    Result<std::int64_t> append(OldTable& table, const std::optional<std::string>& before)
    {
        std::int64_t rows = 0;
        for (;;) {
            const auto more = table.next();
            if (!more)
                return Failure(more.error());
            if (!*more)
                return rows;
            const auto time = before ? table.time() : Result<Timestamp>();
            if (!time)
                return Failure(time.error());
            if (before && dateOf(*time) >= *before)
                continue;
            if (auto written = row(table.cells()); !written)
                return Failure(std::move(written.error()));
            ++rows;
        }
    }

private:
    QIODevice& m_out;
    std::string m_text;
    CsvWriter m_csv;
};

/// Rows kept.
Result<std::int64_t> mergeTables(const QString& oldPath, const QString& newPath, const std::string& timeColumn,
                                 const std::string& since, QIODevice& out)
{
    auto before = OldTable::open(oldPath, timeColumn);
    auto fresh = OldTable::open(newPath, timeColumn);
    for (const auto* table : {&before, &fresh}) {
        if (!*table)
            return Failure(table->error());
    }
    if (before->columns() != fresh->columns())
        return fail(ErrorCode::Conflict, "columns_changed",
                    "The query has other columns than before; remove " + oldPath.toStdString() + " to read all anew");
    Merger merger(out);
    const std::vector<std::string_view> names(fresh->columns().begin(), fresh->columns().end());
    if (auto named = merger.row(names); !named)
        return Failure(std::move(named.error()));
    const auto kept = merger.append(*before, since);
    if (!kept)
        return kept;
    if (auto added = merger.append(*fresh, std::nullopt); !added)
        return added;
    if (auto flushed = merger.flush(); !flushed)
        return Failure(std::move(flushed.error()));
    return kept;
}

Failure notWritable(const QFileDevice& file)
{
    return fail(ErrorCode::Unavailable, "file_not_writable",
                "cannot write " + file.fileName().toStdString() + ": " + file.errorString().toStdString());
}

} // namespace

Result<RefreshedTable> refreshTable(ExternalReader& reader, const QuerySource& source, const QString& path,
                                    const std::string& timeColumn, Duration lookback)
{
    RefreshedTable refreshed;
    const bool byDay = source.exposures.find(kSince) != std::string::npos;
    if (byDay && timeColumn.empty())
        return fail(ErrorCode::Invalid, "time_column",
                    "A query with {{since}} is read by the day of the exposure: name the column of its time");
    if (byDay && QFile::exists(path)) {
        const auto latest = latestIn(path, timeColumn);
        if (!latest)
            return Failure(latest.error());
        if (*latest)
            refreshed.since = dateOf(**latest - lookback);
    }
    QSaveFile whole(path);
    if (!whole.open(QIODevice::WriteOnly))
        return notWritable(whole);
    QTemporaryFile part;
    if (!refreshed.since.empty() && !part.open())
        return notWritable(part);
    QIODevice& out = refreshed.since.empty() ? static_cast<QIODevice&>(whole) : part;
    const auto rows = writeTable(reader, source, refreshed.since.empty() ? kFromTheBeginning : refreshed.since, out);
    if (!rows)
        return Failure(rows.error());
    refreshed.rowsRead = *rows;
    if (!refreshed.since.empty()) {
        part.close();
        const auto kept = mergeTables(path, part.fileName(), timeColumn, refreshed.since, whole);
        if (!kept)
            return Failure(kept.error());
        refreshed.rowsKept = *kept;
    }
    if (!whole.commit())
        return notWritable(whole);
    return refreshed;
}

} // namespace xp
