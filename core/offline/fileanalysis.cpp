// SPDX-License-Identifier: Apache-2.0
#include "core/offline/fileanalysis.h"

#include "core/domain/identifiers.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace xp {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kRowsPerLook = 512; ///< at the clock
constexpr int kRowsForKinds = 2000;

/// What the columns seen so far ask of the metrics.
std::vector<Metric> assumptionOf(const ImportColumns& columns, const ImportOptions& options)
{
    std::vector<Metric> metrics;
    for (std::size_t i = 0; i < options.metrics.size(); ++i) {
        const ImportMetric& metric = options.metrics[i];
        const NumberColumn& column = columns.numbers()[i];
        Metric assumed{.name = metric.column,
                       .kind = metric.kind.value_or(column.guessedKind()),
                       .role = metric.role,
                       .perUnit = true};
        if (assumed.kind == MetricKind::Conversion)
            assumed.perUnit = false;
        else
            assumed.resolution = importResolution(column);
        metrics.push_back(std::move(assumed));
    }
    return metrics;
}

bool countsAlike(const std::vector<Metric>& a, const std::vector<Metric>& b)
{
    return std::ranges::equal(
        a, b, [](const Metric& x, const Metric& y) { return x.kind == y.kind && x.resolution == y.resolution; });
}

} // namespace

FileAnalysis::FileAnalysis(DataFile file, ImportOptions options, Timestamp at)
    : m_file(std::move(file)), m_options(std::move(options)), m_at(at)
{
}

Result<bool> FileAnalysis::advance(std::chrono::milliseconds budget)
{
    const auto deadline = Clock::now() + budget;
    while (m_stage != Stage::Done && Clock::now() < deadline) {
        Result<void> done;
        if (m_stage == Stage::Opening) {
            done = open();
        } else if (m_stage == Stage::Counting) {
            const auto all = eachRow(deadline, [this] { return countRow(); });
            if (!all || *all)
                done = all ? finishCounting() : Result<void>(Failure(all.error()));
        } else if (m_stage == Stage::Checking) {
            if (!m_fingerprints.checkNext())
                done = startSearch();
        } else {
            const auto all = eachRow(deadline, [this] { return searchRow(); });
            if (!all)
                done = Failure(all.error());
            else if (*all)
                m_stage = Stage::Done; // the suspects only shared a hash
        }
        if (!done)
            return Failure(std::move(done.error()));
    }
    return m_stage == Stage::Done;
}

FileAnalysis::Progress FileAnalysis::progress() const
{
    if (!m_reader)
        return {};
    return {m_rows, m_reader->bytesRead(), m_reader->size().value_or(0)};
}

Result<void> FileAnalysis::open()
{
    if (auto checked = checkImportOptions(m_options); !checked)
        return checked;
    if (!m_assumed) {
        if (auto assumed = assume(); !assumed)
            return assumed;
    }
    if (auto begun = begin(); !begun)
        return begun;
    m_tally.emplace(*m_assumed, *m_columns);
    m_stage = Stage::Counting;
    return {};
}

/// From the header on.
Result<void> FileAnalysis::begin()
{
    auto reader = m_file.read(m_options.csv);
    if (!reader)
        return Failure(std::move(reader.error()));
    m_reader.emplace(std::move(*reader));
    m_rows = 0;
    const auto more = m_reader->next();
    if (!more)
        return Failure(more.error());
    if (!*more)
        return fail(ErrorCode::Invalid, "empty_file", "the file is empty; its first line must name the columns");
    return ImportColumns::find(m_reader->fields(), m_options).map([this](ImportColumns&& columns) {
        m_columns = std::move(columns);
    });
}

/// How values are counted, by the first rows. Should later ones say otherwise, the file is read again.
Result<void> FileAnalysis::assume()
{
    if (auto begun = begin(); !begun)
        return begun;
    for (auto more = readRow(); more && *more && m_rows < kRowsForKinds; more = readRow())
        (void)m_columns->read(m_reader->fields(), static_cast<std::uint32_t>(m_rows));
    m_assumed = assumptionOf(*m_columns, m_options);
    return {};
}

/// Calls `row` for rows until it says that they are over, or the time is.
template <typename Row>
Result<bool> FileAnalysis::eachRow(Clock::time_point deadline, Row row)
{
    for (int i = 1;; ++i) {
        const auto more = row();
        if (!more || !*more)
            return more.map([](bool goesOn) { return !goesOn; });
        if (i % kRowsPerLook == 0 && Clock::now() >= deadline)
            return false;
    }
}

Result<bool> FileAnalysis::readRow()
{
    auto more = m_reader->next();
    if (!more || !*more)
        return more;
    if (m_reader->line() > std::numeric_limits<std::uint32_t>::max())
        return fail(ErrorCode::TooLarge, "too_many_lines", "the file has more than 4,294,967,295 lines");
    ++m_rows;
    return true;
}

Result<bool> FileAnalysis::countRow()
{
    auto more = readRow();
    if (!more || !*more)
        return more;
    const auto row = m_columns->read(m_reader->fields(), static_cast<std::uint32_t>(m_reader->line()));
    if (!row)
        return !m_columns->gaveUp();
    m_tally->add(*row, m_options.timeColumn.empty() ? m_at : row->exposedAt);
    if (!m_fingerprinted)
        m_fingerprints.add(row->unit);
    return true;
}

Result<void> FileAnalysis::finishCounting()
{
    if (!m_columns->errors().empty())
        return wrongRows(*m_columns, !m_columns->gaveUp());
    if (m_rows == 0)
        return fail(ErrorCode::Invalid, "no_rows", "the file has a line of names, but no rows");
    m_fingerprinted = true;
    auto design = importDesignOf(*m_columns, m_options, m_at);
    if (!design)
        return Failure(std::move(design.error()));
    m_design = std::move(*design);
    const bool asAssumed = countsAlike(*m_assumed, m_design->experiment.metrics);
    m_assumed = m_design->experiment.metrics;
    m_stage = asAssumed ? Stage::Checking : Stage::Opening;
    return {};
}

/// Units of one hash may be different ones after all.
Result<void> FileAnalysis::startSearch()
{
    if (m_fingerprints.suspects().empty()) {
        m_stage = Stage::Done;
        return {};
    }
    m_stage = Stage::Searching;
    return begin();
}

Result<bool> FileAnalysis::searchRow()
{
    const auto twice = [](const ImportTable::Duplicate& seen) { return seen.secondLine != 0; };
    auto more = readRow();
    if (!more)
        return more;
    if (*more && std::ranges::count_if(m_seen, twice) < static_cast<std::ptrdiff_t>(ImportColumns::kMaxErrors)) {
        const std::string_view unit = m_columns->unitOf(m_reader->fields());
        if (!std::ranges::binary_search(m_fingerprints.suspects(), UnitFingerprints::of(unit)))
            return true;
        const auto line = static_cast<std::uint32_t>(m_reader->line());
        const auto known = std::ranges::find(m_seen, unit, &ImportTable::Duplicate::unit);
        if (known == m_seen.end())
            m_seen.push_back({std::string(unit), line, 0});
        else if (known->secondLine == 0)
            known->secondLine = line;
        return true;
    }
    std::erase_if(m_seen, std::not_fn(twice));
    if (!m_seen.empty())
        return duplicateUnits(m_options.unitColumn, m_seen);
    return false;
}

AnalysedFile FileAnalysis::take()
{
    AnalysedFile analysed;
    analysed.units = m_tally->units();
    analysed.notes = std::move(m_design->notes);
    analysed.evidence.data = m_tally->statistics(m_design->variantOfCode, m_at);
    analysed.segments = m_tally->segments(m_options.segmentColumns, *m_columns, m_design->variantOfCode, m_at);
    Experiment& experiment = analysed.evidence.experiment;
    experiment = std::move(m_design->experiment);
    experiment.id = newUuid();
    experiment.salt = experiment.id;
    return analysed;
}

} // namespace xp
