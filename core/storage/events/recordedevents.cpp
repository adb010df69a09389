// SPDX-License-Identifier: Apache-2.0
#include "core/storage/events/recordedevents.h"

#include "core/storage/connection/connection.h"

#include <deque>

namespace xp {

namespace {

constexpr std::string_view kMark = "\x01";

/// What is listened to: rows that refer to texts kept beside them.
class Heard
{
public:
    enum class Units : std::uint8_t { Given, Joined, All }; ///< joined: `source` may be another id than the unit's

    explicit Heard(Units units) : m_units(units) {}

    /// What `source` did, for `unit`: copied are those from `copied` on.
    void add(const LiveExperiment& live, std::string_view unit, std::string_view source, Timestamp copied)
    {
        const Experiment& experiment = live.experiment();
        const std::string_view scope = m_texts.emplace_back(scopeOf(experiment.project, experiment.environment));
        const std::int64_t isByUnit = experiment.enrolment.exposure == Exposure::Explicit;
        const std::int64_t end = toMicros(experiment.stoppedAt.value_or(Timestamp::max()));
        for (const std::string& event : live.events())
            m_rows.add({std::string_view(experiment.id), unit, source, scope, m_texts.emplace_back(event), isByUnit,
                        end, toMicros(copied), std::int64_t{live.covariateWindow().count()},
                        toMicros(now() - kClocksDiffer), kMark});
    }
    void add(const LiveExperiment& live, std::string_view unit) { add(live, unit, unit, Timestamp::max()); }

    /// `columns` are selected where `condition` holds of an event `u` of the unit with the assignment `a`.
    Result<std::int64_t> insert(Connection& connection, const std::string& into, const std::string& columns,
                                const std::string& condition, const std::string& onConflict) const
    {
        // What two units have is not in one place: the assignment comes first then, as Citus joins within a place only.
        const bool isJoined = m_units == Units::Joined;
        return connection.runFor(
            m_rows,
            "INSERT INTO " + into +
                " WITH heard (experiment_id, unit_id, source, scope, event_name, by_unit, last, copied, before, recent,"
                " mark) AS ({rows})" +
                (isJoined ? ", placed AS (SELECT * FROM assignments WHERE (experiment_id, unit_id) IN"
                            " (SELECT experiment_id, unit_id FROM heard))"
                          : "") +
                " SELECT " + columns + " FROM heard h JOIN " + (isJoined ? "placed" : "assignments") +
                " a ON a.experiment_id = h.experiment_id" +
                (m_units == Units::All ? "" : " AND a.unit_id = h.unit_id") +
                " JOIN user_events u ON u.scope = h.scope AND u.event_name = h.event_name AND u.unit_id = " +
                (isJoined ? "h.source" : "a.unit_id") + condition + " ON CONFLICT " + onConflict);
    }

    Result<void> copy(Connection& connection) const;
    Result<void> copyUncopied(Connection& connection) const;
    Result<void> markHistory(Connection& connection) const;

private:
    Result<std::int64_t> insertEvents(Connection& connection, const std::string& condition) const;

    Units m_units;
    std::deque<std::string> m_texts;
    RowSet m_rows{{RowSet::Text, RowSet::Text, RowSet::Text, RowSet::Text, RowSet::Text, RowSet::Integer,
                   RowSet::Integer, RowSet::Integer, RowSet::Integer, RowSet::Integer, RowSet::Text}};
};

/// Of a unit that is not exposed yet nothing, with which no time compares.
std::string exposure()
{
    return "CASE h.by_unit WHEN 1 THEN a.exposed_at ELSE a.assigned_at END";
}

std::string isFromExposureOn()
{
    return "u.occurred_at >= " + exposure() + " AND u.occurred_at <= h.last";
}

Result<std::int64_t> Heard::insertEvents(Connection& connection, const std::string& condition) const
{
    return insert(connection,
                  "events (experiment_id, received_at, unit_id, id, event_id, event_name, value, occurred_at, variant,"
                  " properties, by_unit)",
                  "a.experiment_id, u.received_at, a.unit_id, u.id, u.event_id, u.event_name, u.value, u.occurred_at,"
                  " a.variant, u.properties, NULLIF(h.by_unit, 0)",
                  " WHERE " + condition, "(experiment_id, received_at, unit_id, id) DO NOTHING");
}

Result<void> Heard::copyUncopied(Connection& connection) const
{
    return insertEvents(connection, isFromExposureOn() + " AND u.event_id = '' AND u.occurred_at < h.copied")
        .map([](std::int64_t) {});
}

Result<void> Heard::copy(Connection& connection) const
{
    // Copies of those without an id that arrived before may be sealed, where anything of the unit is.
    const auto copied = insertEvents(
        connection, isFromExposureOn() + isNotInEvents() +
                        " AND (u.event_id <> '' OR u.received_at >= (SELECT value FROM change_token WHERE id = 5)"
                        " OR (a.forced = 0 AND NOT EXISTS (SELECT 1 FROM sealed_sums s"
                        " WHERE s.experiment_id = a.experiment_id AND s.unit_id = a.unit_id)))");
    if (!copied)
        return Failure(copied.error());
    if (*copied == 0)
        return {};
    return insert(connection, "event_ids (experiment_id, unit_id, event_id)",
                  "DISTINCT a.experiment_id, u.unit_id, u.event_id",
                  " JOIN events e ON e.experiment_id = a.experiment_id AND e.received_at = u.received_at"
                  " AND e.unit_id = u.unit_id AND e.id = u.id WHERE u.event_id <> '' AND " +
                      isFromExposureOn(),
                  "(experiment_id, unit_id, event_id) DO UPDATE SET history = NULL"
                  " WHERE event_ids.history IS NOT NULL")
        .map([](std::int64_t) {});
}

Result<void> Heard::markHistory(Connection& connection) const
{
    // Where there is one writer at a time nobody asks for marks.
    return insert(connection, "event_ids (experiment_id, unit_id, event_id, history)",
                  "DISTINCT a.experiment_id, u.unit_id,"
                  " CASE u.event_id WHEN '' THEN h.mark || CAST(u.id AS TEXT) ELSE u.event_id END, 1",
                  " WHERE u.occurred_at < " + exposure() + " AND u.occurred_at >= " + exposure() +
                      " - h.before AND (u.event_id <> ''" +
                      (connection.isPostgres() ? " OR u.received_at >= h.recent)" : ")"),
                  "(experiment_id, unit_id, event_id) DO NOTHING")
        .map([](std::int64_t) {});
}

} // namespace

std::string historyMark(std::int64_t number)
{
    return std::string(kMark) + std::to_string(number);
}

std::string isNotInEvents()
{
    return " AND NOT EXISTS (SELECT 1 FROM event_ids i WHERE i.experiment_id = a.experiment_id"
           " AND i.unit_id = u.unit_id AND i.event_id = u.event_id AND i.history IS NULL)";
}

Result<void> copyRecorded(Connection& connection, std::span<const PlacedUnit> units)
{
    Heard heard(Heard::Units::Given);
    Heard withHistory(Heard::Units::Given);
    for (const PlacedUnit& unit : units) {
        heard.add(*unit.experiment, unit.unit);
        if (unit.experiment->keepsCovariates())
            withHistory.add(*unit.experiment, unit.unit);
    }
    return heard.copy(connection).and_then([&] { return withHistory.markHistory(connection); });
}

Result<void> copyUncopied(Connection& connection, const PlacedUnit& unit, std::span<const RecordedBy> sources)
{
    Heard heard(Heard::Units::Joined);
    for (const RecordedBy& source : sources)
        heard.add(*unit.experiment, unit.unit, source.id, source.copiedSince);
    return heard.copyUncopied(connection);
}

Result<void> copyUncopied(Connection& connection, std::span<const PlacedUnit> units, std::span<const PlacedUnit> was)
{
    Heard heard(Heard::Units::Given);
    for (std::size_t i = 0; i < units.size(); ++i)
        heard.add(*units[i].experiment, units[i].unit, units[i].unit, was[i].exposedAt);
    return heard.copyUncopied(connection);
}

Result<void> copyRecorded(Connection& connection, const LiveExperiment& experiment)
{
    Heard heard(Heard::Units::All);
    heard.add(experiment, {});
    auto done = heard.copy(connection);
    return done && experiment.keepsCovariates() ? heard.markHistory(connection) : done;
}

} // namespace xp
