// SPDX-License-Identifier: Apache-2.0
#include "core/storage/passes/unitpass.h"

#include "core/domain/epochs.h"
#include "core/domain/maturity.h"
#include "core/storage/connection/connection.h"
#include "core/storage/units/totalsrow.h"

#include <algorithm>
#include <map>
#include <thread>
#include <tuple>

namespace xp {

namespace {

constexpr std::int64_t kUnitsPerPage = 5000;
constexpr std::int64_t kUnitsPerShortPage = 500; ///< of one that rests: who comes meanwhile waits for no more

using CellKey = std::tuple<std::int32_t, std::int16_t, std::int16_t>; ///< epoch, variant, metric

/// Calls `add(metric, moments)` for every metric that the unit is matured for at `at`; `units` is 1.
template <typename Add>
void eachMetric(const Experiment& experiment, const PassedUnit& unit, Timestamp at, Add add)
{
    for (std::size_t i = 0; i < unit.totals.size(); ++i) {
        const auto window = watchedFor(experiment.metrics[i]);
        if (window && !isMatured(unit.exposedAt, *window, at))
            continue;
        Moments moments = contributionOf(countedTotals(experiment.metrics[i], unit.totals[i]));
        moments.units = 1;
        add(static_cast<std::int16_t>(i), moments);
    }
}

/// The value of an attribute as text; nothing when the context does not have it.
std::optional<std::string> attributeOf(const std::string& context, const std::string& attribute)
{
    const auto json = nlohmann::json::parse(context, nullptr, false);
    if (!json.is_object())
        return std::nullopt;
    const auto it = json.find(attribute);
    if (it == json.end() || it->is_null() || it->is_structured())
        return std::nullopt;
    return it->is_string() ? it->get<std::string>() : it->dump();
}

/// The units of a page with their totals, in the order of units: all up to where it ends, however many have come in
/// since that was read. PostgreSQL, whose plan may read the totals as a whole, is told where they end, too (SQLite
/// finds each by its key, unless it sees a range).
std::string pageQuery(const Experiment& experiment, const UnitPass::Wanted& wanted, bool isPostgres)
{
    const bool isExplicit = experiment.enrolment.exposure == Exposure::Explicit;
    const std::string exposedAt = isExplicit ? "a.exposed_at" : "a.assigned_at";
    std::string within;
    for (std::size_t i = 0; i < wanted.exposed.size(); ++i)
        within += (i == 0 ? " AND ((" : " OR (") + exposedAt + " >= ? AND " + exposedAt + " <= ?)";
    return "SELECT a.unit_id, a.variant, " + std::string(isExplicit ? "a.exposed_epoch" : "a.epoch") + ", " +
           exposedAt + ", " + (wanted.context ? "a.context" : "''") + ", " + totalsColumns("t.") +
           " FROM assignments a LEFT JOIN unit_totals t ON t.experiment_id = ? AND t.unit_id = a.unit_id" +
           (isPostgres ? " AND t.unit_id > ? AND t.unit_id <= ?" : "") +
           " WHERE a.experiment_id = ? AND a.unit_id > ? AND a.unit_id <= ?"
           " AND a.forced = 0 AND " +
           exposedAt + " IS NOT NULL" + within + (within.empty() ? "" : ")") + " ORDER BY a.unit_id";
}

/// PostgreSQL guesses how many units lie between two ids. Where it guesses one, it would go through all totals of a
/// page for each of the page's units; as long as this lives it merges the two, each of which it reads once.
class MergedPages
{
public:
    explicit MergedPages(Connection& connection) : m_connection(connection) { tell("SET enable_nestloop = off"); }
    ~MergedPages() { tell("RESET enable_nestloop"); }
    MergedPages(const MergedPages&) = delete;
    MergedPages& operator=(const MergedPages&) = delete;

private:
    void tell(std::string_view statement)
    {
        if (m_connection.isPostgres())
            (void)m_connection.runScript(statement); // slower without; a lost connection is told by the next page
    }

    Connection& m_connection;
};

} // namespace

void PassedUnit::set(std::int16_t position, const UnitTotals& is)
{
    const auto at = [&](std::vector<UnitTotals>& byMetric, std::int16_t metric) {
        if (static_cast<std::size_t>(metric) < byMetric.size())
            byMetric[static_cast<std::size_t>(metric)] = is;
    };
    if (position == kAnyConversion)
        anyConversion = is;
    else if (position >= 0)
        at(totals, position);
    else
        at(totalsBefore, covariatePosition(position)); // its own inverse
}

void UnitPass::Limit::rest(Clock::time_point pageBegan) const
{
    if (share < 1)
        std::this_thread::sleep_for((Clock::now() - pageBegan) * (1 / share - 1));
}

Result<void> UnitPass::run(const Wanted& wanted, const std::function<void(const PassedUnit&)>& visitAnalysed)
{
    const auto visit = [&](const PassedUnit& unit) {
        if (isOfPresentPhase(m_experiment, unit.epoch))
            visitAnalysed(unit);
    };
    const std::string sql = pageQuery(m_experiment, wanted, m_connection.isPostgres());
    const MergedPages merged(m_connection);
    const std::int64_t units = m_limit.share < 1 ? kUnitsPerShortPage : kUnitsPerPage;
    std::string last;
    for (std::optional<std::string> end = last; end;) {
        if (m_limit.isOver())
            return fail(ErrorCode::Overloaded, "pass_too_long",
                        "Reading all units of the experiment takes too long at present");
        const auto began = Clock::now();
        // Where the page ends, also when none of its units is analysed.
        last = *end;
        end.reset();
        auto found =
            m_connection.run("SELECT MAX(unit_id) FROM (SELECT unit_id FROM assignments WHERE experiment_id = ?"
                             " AND unit_id > ? ORDER BY unit_id LIMIT ?) AS page",
                             {param(m_experiment.id), param(last), param(units)}, [&](const Row& row) {
                                 if (!row.isNull(0))
                                     end = row.text(0);
                             });
        if (!found)
            return Failure(std::move(found.error()));
        if (!end)
            return {};
        std::optional<PassedUnit> unit;
        const QVariantList page{param(m_experiment.id), param(last), param(*end)};
        QVariantList values = (m_connection.isPostgres() ? page : page.first(1)) + page;
        for (const ExposedWithin& range : wanted.exposed)
            values << param(range.first) << param(range.last);
        auto read = m_connection.run(sql, values, [&](const Row& row) {
            std::string name = row.text(0);
            if (!unit || unit->unit != name) {
                if (unit)
                    visit(*unit);
                unit = PassedUnit{std::move(name), row.as<std::int16_t>(1), row.as<std::int32_t>(2), row.time(3),
                                  row.text(4)};
                unit->totals.resize(m_experiment.metrics.size());
                unit->totalsBefore.resize(m_experiment.metrics.size());
            }
            eachTotals(row, 5, [&](std::int16_t position, const UnitTotals& is) { unit->set(position, is); });
        });
        if (!read)
            return Failure(std::move(read.error()));
        if (unit)
            visit(*unit);
        m_limit.rest(began);
    }
    return {};
}

Result<Histograms> collectHistograms(Connection& connection, const Experiment& experiment, Timestamp at,
                                     UnitPass::Limit limit)
{
    constexpr std::size_t kMostValues = 20'000'000; ///< of quantiles, in memory; beyond them there are none
    Histograms histograms{.asOf = at, .cells = {}, .quantiles = {}};
    if (std::ranges::none_of(experiment.metrics, hasShape))
        return histograms;
    std::map<CellKey, std::map<std::int32_t, Moments>> bins;
    std::map<CellKey, std::vector<std::int64_t>> values;
    std::size_t kept = 0;
    auto done = UnitPass(connection, experiment, limit).run({}, [&](const PassedUnit& unit) {
        eachMetric(experiment, unit, at, [&](std::int16_t position, const Moments& moments) {
            const auto i = static_cast<std::size_t>(position);
            if (!hasShape(experiment.metrics[i]))
                return;
            const CellKey key{unit.epoch, unit.variant, position};
            const std::int64_t value =
                unitValue(experiment.metrics[i], countedTotals(experiment.metrics[i], unit.totals[i]));
            bins[key][binOf(value)] += moments;
            if (experiment.metrics[i].quantile && ++kept <= kMostValues)
                values[key].push_back(value);
        });
    });
    if (!done)
        return Failure(std::move(done.error()));
    for (const auto& [key, byBin] : bins) {
        const auto& [epoch, variant, metric] = key;
        HistogramCell cell{.epoch = epoch, .variant = variant, .metric = metric, .histogram = {}};
        for (const auto& [bin, moments] : byBin)
            cell.histogram.bins.push_back({bin, moments});
        histograms.cells.push_back(std::move(cell));
    }
    for (auto& [key, ofArm] : values) {
        const auto& [epoch, variant, metric] = key;
        const double q = *experiment.metrics[static_cast<std::size_t>(metric)].quantile;
        if (kept <= kMostValues)
            histograms.quantiles.push_back({epoch, variant, metric, orderStatisticsOf(ofArm, q)});
    }
    return histograms;
}

Result<SegmentStatistics> collectSegments(Connection& connection, const Experiment& experiment,
                                          const std::string& attribute, Timestamp at, UnitPass::Limit limit,
                                          std::size_t mostSegments)
{
    constexpr std::size_t kMostValues = 10000; ///< beyond them an attribute is no segment but an id
    struct Gathered
    {
        std::int64_t units = 0;
        std::map<CellKey, Moments> cells;
    };
    SegmentStatistics statistics{.attribute = attribute, .asOf = at, .segments = {}};
    std::map<std::string, Gathered> byValue;
    auto done = UnitPass(connection, experiment, limit).run({.context = true}, [&](const PassedUnit& unit) {
        auto value = attributeOf(unit.context, attribute);
        if (!value) {
            ++statistics.unitsWithoutAny;
            return;
        }
        if (byValue.size() >= kMostValues && !byValue.contains(*value)) {
            ++statistics.unitsOfOthers;
            return;
        }
        Gathered& gathered = byValue[std::move(*value)];
        ++gathered.units;
        eachMetric(experiment, unit, at, [&](std::int16_t position, const Moments& moments) {
            gathered.cells[{unit.epoch, unit.variant, position}] += moments;
        });
    });
    if (!done)
        return Failure(std::move(done.error()));
    std::vector<std::pair<std::string, Gathered>> ordered(byValue.begin(), byValue.end());
    std::ranges::stable_sort(ordered, std::ranges::greater{}, [](const auto& entry) { return entry.second.units; });
    for (std::size_t i = 0; i < ordered.size(); ++i) {
        auto& [value, gathered] = ordered[i];
        if (i >= mostSegments) {
            statistics.unitsOfOthers += gathered.units;
            continue;
        }
        Segment& segment = statistics.segments.emplace_back(Segment{value, {}});
        for (const auto& [key, moments] : gathered.cells) {
            const auto& [epoch, variant, metric] = key;
            segment.cells.push_back({epoch, variant, metric, moments});
        }
    }
    return statistics;
}

Result<std::optional<PassResult>> UnitPassTable::read(const std::string& experimentId, const std::string& kind)
{
    std::optional<PassResult> found;
    auto done =
        m_connection.run("SELECT at, took, fingerprint, document FROM unit_passes WHERE experiment_id = ? AND kind = ?",
                         {param(experimentId), param(kind)}, [&](const Row& row) {
                             found = PassResult{row.time(0), Duration(row.integer(1)), row.text(2),
                                                nlohmann::json::parse(row.text(3), nullptr, false)};
                         });
    if (!done)
        return Failure(std::move(done.error()));
    return found;
}

Result<std::optional<PassIdentity>> UnitPassTable::identity(const std::string& experimentId, const std::string& kind)
{
    std::optional<PassIdentity> found;
    auto done = m_connection.run("SELECT at, fingerprint FROM unit_passes WHERE experiment_id = ? AND kind = ?",
                                 {param(experimentId), param(kind)}, [&](const Row& row) {
                                     found = PassIdentity{row.time(0), row.text(1)};
                                 });
    if (!done)
        return Failure(std::move(done.error()));
    return found;
}

Result<void> UnitPassTable::save(const std::string& experimentId, const std::string& kind, const PassResult& result)
{
    // An experiment that was deleted meanwhile has no use for it: the row would have no owner.
    return m_connection
        .run("INSERT INTO unit_passes (experiment_id, kind, at, took, fingerprint, document)"
             " SELECT id, ?, ?, ?, ?, ? FROM experiments WHERE id = ?"
             " ON CONFLICT (experiment_id, kind) DO UPDATE SET at = excluded.at, took = excluded.took,"
             " fingerprint = excluded.fingerprint, document = excluded.document",
             {param(kind), param(result.at), param(std::int64_t{result.took.count()}), param(result.fingerprint),
              param(result.document.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)),
              param(experimentId)})
        .map([](std::int64_t) {});
}

Result<void> UnitPassTable::keepLatestSegments(const std::string& experimentId, std::int64_t most)
{
    // ';' follows ':' in the order of bytes.
    return m_connection
        .run("DELETE FROM unit_passes WHERE experiment_id = ? AND kind IN (SELECT kind FROM (SELECT kind,"
             " ROW_NUMBER() OVER (ORDER BY at DESC, kind) AS place FROM unit_passes WHERE experiment_id = ?"
             " AND kind > 'segment:' AND kind < 'segment;') AS kept WHERE place > ?)",
             {param(experimentId), param(experimentId), param(most)})
        .map([](std::int64_t) {});
}

Result<std::string> momentsFingerprint(Connection& connection, const std::string& experimentId)
{
    // Sums of sums, told apart by arm and metric and weighted by day and epoch: whatever an event or a moved unit
    // changes shows in one of them. Products wrap in neither database, as days and epochs are small.
    std::string text;
    auto done =
        connection.run("SELECT variant, metric, CAST(SUM(units) AS BIGINT), CAST(SUM(converted) AS BIGINT),"
                       " CAST(SUM(count) AS BIGINT), CAST(SUM(sum_0) AS BIGINT), CAST(SUM(sum_1) AS BIGINT),"
                       " CAST(SUM(sum_sq_0) AS BIGINT), CAST(SUM((units + count) * (day - 10000)) AS BIGINT),"
                       " CAST(SUM((units + count) * epoch) AS BIGINT)"
                       " FROM moments WHERE experiment_id = ? GROUP BY variant, metric ORDER BY variant, metric",
                       {param(experimentId)}, [&](const Row& row) {
                           for (int i = 0; i < 10; ++i)
                               text += std::to_string(row.integer(i)) + (i == 9 ? ';' : ',');
                       });
    if (!done)
        return Failure(std::move(done.error()));
    return text;
}

} // namespace xp
