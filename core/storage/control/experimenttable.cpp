// SPDX-License-Identifier: Apache-2.0
#include "core/storage/control/experimenttable.h"

#include "core/storage/connection/connection.h"
#include "core/storage/connection/sqlerror.h"
#include "core/storage/control/changetoken.h"
#include "core/storage/control/experimentlock.h"
#include "core/storage/units/momentstable.h"

#include <array>

namespace xp {

namespace {

// In the order of experimentOf() and valuesOf().
#define XP_EXPERIMENT_COLUMNS                                                                                          \
    "id, key, name, description, hypothesis, project, environment, status, variants, metrics, target_sample_size,"     \
    " significance_level, traffic_allocation, created_at, started_at, stopped_at, version, hash, salt, peak_traffic,"  \
    " imported, flag_value, unleash_flag, plan, frozen_plan, owner, tags, enrolment, schedule, segments,"              \
    " evaluated_locally"

std::string foldCase(const std::string& text)
{
    return QString::fromStdString(text).toCaseFolded().toStdString();
}

template <typename T>
std::string jsonOf(const std::vector<T>& items)
{
    nlohmann::json array = nlohmann::json::array();
    for (const T& item : items)
        array.push_back(nlohmann::json(toJson(item)));
    return array.dump();
}

std::string joined(const std::vector<std::string>& lines)
{
    std::string text;
    for (const std::string& line : lines)
        text += line + '\n';
    return text;
}

/// NULL without a plan.
QVariant planText(const std::optional<Plan>& plan)
{
    return plan ? param(toJson(*plan).dump()) : QVariant(QMetaType::fromType<QString>());
}

/// Needs the experiment's metrics. Sets `ok` to false for what is no plan of it.
std::optional<Plan> planOf(const Row& row, int column, const Experiment& experiment, bool& ok)
{
    if (row.isNull(column))
        return std::nullopt;
    auto plan = acceptedPlan(nlohmann::json::parse(row.text(column), nullptr, false), experiment);
    ok = ok && plan.has_value();
    return plan ? std::optional(std::move(*plan)) : std::nullopt;
}

QVariantList valuesOf(const Experiment& e)
{
    return {param(e.id),
            param(e.key),
            param(e.name),
            param(e.description),
            param(e.hypothesis),
            param(e.project),
            param(e.environment),
            param(toString(e.status)),
            param(jsonOf(e.variants)),
            param(jsonOf(e.metrics)),
            param(e.targetSampleSize),
            param(e.significanceLevel),
            param(e.trafficAllocation),
            param(e.createdAt),
            param(e.startedAt),
            param(e.stoppedAt),
            param(e.version),
            param(toString(e.hash)),
            param(e.salt),
            param(e.peakTraffic),
            param(e.imported ? 1 : 0),
            param(toString(e.flagValue)),
            param(e.unleashFlag),
            planText(e.plan),
            planText(e.frozenPlan),
            param(e.owner),
            param(nlohmann::json(e.tags).dump()),
            param(toJson(e.enrolment).dump()),
            param(toJson(e.schedule).dump()),
            param(nlohmann::json(e.segments).dump()),
            param(e.evaluatedLocally ? 1 : 0),
            param(foldCase(e.name + '\n' + e.key + '\n' + e.description + '\n' + e.owner + '\n' + joined(e.tags)))};
}

/// Reads an array with `read`; std::nullopt when any element is not what we wrote.
template <typename T, typename Read>
std::optional<std::vector<T>> arrayOf(const std::string& text, Read read)
{
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_array())
        return std::nullopt;
    std::vector<T> items;
    for (const auto& element : json) {
        auto item = read(element);
        if (!item)
            return std::nullopt;
        items.push_back(std::move(*item));
    }
    return items;
}

std::optional<double> numberFromJson(const nlohmann::json& json)
{
    return json.is_number() ? std::optional(json.get<double>()) : std::nullopt;
}

std::optional<std::string> textFromJson(const nlohmann::json& json)
{
    return json.is_string() ? std::optional(json.get<std::string>()) : std::nullopt;
}

std::optional<Experiment> experimentOf(const Row& row)
{
    Experiment e;
    e.id = row.text(0);
    e.key = row.text(1);
    e.name = row.text(2);
    e.description = row.text(3);
    e.hypothesis = row.text(4);
    e.project = row.text(5);
    e.environment = row.text(6);
    const auto status = parseStatus(row.text(7));
    auto variants = arrayOf<Variant>(row.text(8), variantFromJson);
    auto metrics = arrayOf<Metric>(row.text(9), metricFromJson);
    e.targetSampleSize = row.integer(10);
    e.significanceLevel = row.real(11);
    e.trafficAllocation = row.real(12);
    e.createdAt = row.time(13);
    e.startedAt = row.optionalTime(14);
    e.stoppedAt = row.optionalTime(15);
    e.version = row.integer(16);
    const auto hash = parseHashAlgorithm(row.text(17));
    e.salt = row.text(18);
    e.peakTraffic = row.real(19);
    e.imported = row.integer(20) != 0;
    const auto flagValue = parseFlagValue(row.text(21));
    e.unleashFlag = row.text(22);
    e.owner = row.text(25);
    auto tags = arrayOf<std::string>(row.text(26), textFromJson);
    auto enrolment = enrolmentFromJson(nlohmann::json::parse(row.text(27), nullptr, false));
    auto schedule = scheduleFromJson(nlohmann::json::parse(row.text(28), nullptr, false));
    auto segments = arrayOf<std::string>(row.text(29), textFromJson);
    if (!status || !variants || !metrics || !hash || !flagValue || !tags || !enrolment || !schedule || !segments)
        return std::nullopt;
    e.status = *status;
    e.variants = std::move(*variants);
    e.metrics = std::move(*metrics);
    e.hash = *hash;
    e.flagValue = *flagValue;
    e.tags = std::move(*tags);
    e.enrolment = std::move(*enrolment);
    e.schedule = std::move(*schedule);
    e.segments = std::move(*segments);
    e.evaluatedLocally = row.integer(30) != 0;
    bool ok = true;
    e.plan = planOf(row, 23, e, ok);
    e.frozenPlan = planOf(row, 24, e, ok);
    if (!ok)
        return std::nullopt;
    return e;
}

Result<void> insertEpochs(Connection& connection, const Experiment& experiment)
{
    for (const Epoch& epoch : experiment.epochs) {
        auto done =
            connection.run("INSERT INTO experiment_epochs (experiment_id, number, started_at, allocations, phase)"
                           " VALUES (?, ?, ?, ?, ?)",
                           {param(experiment.id), param(epoch.number), param(epoch.startedAt),
                            param(nlohmann::json(epoch.allocations).dump()), param(epoch.phase)});
        if (!done)
            return Failure(std::move(done.error()));
    }
    return {};
}

/// Reads the experiments of a SELECT on XP_EXPERIMENT_COLUMNS, then their epochs. `select(onRow)` runs it.
template <typename Select>
Result<std::vector<Experiment>> experimentsOf(Connection& connection, Select select)
{
    std::vector<Experiment> experiments;
    std::string unreadable;
    const auto damaged = [](const std::string& id) {
        return fail(ErrorCode::Internal, "unreadable_experiment", "The stored experiment " + id + " cannot be read",
                    {{"id", id}});
    };
    auto done = select([&](const Row& row) {
        if (auto experiment = experimentOf(row))
            experiments.push_back(std::move(*experiment));
        else
            unreadable = row.text(0);
    });
    if (!done)
        return Failure(std::move(done.error()));
    if (!unreadable.empty())
        return damaged(unreadable);

    std::map<std::string_view, Experiment*> byId;
    RowSet ids({RowSet::Text});
    for (Experiment& experiment : experiments) {
        byId.emplace(experiment.id, &experiment);
        ids.add({experiment.id});
    }
    auto epochs =
        connection.runFor(ids,
                          "WITH wanted (id) AS ({rows}) SELECT e.experiment_id, e.number, e.started_at,"
                          " e.allocations, e.phase FROM wanted JOIN experiment_epochs e ON e.experiment_id = wanted.id"
                          " ORDER BY e.experiment_id, e.number",
                          [&](const Row& row) {
                              const std::string id = row.text(0);
                              auto allocations = arrayOf<double>(row.text(3), numberFromJson);
                              if (!allocations)
                                  unreadable = id;
                              else
                                  byId[id]->epochs.push_back({row.as<std::int32_t>(1), row.time(2),
                                                              std::move(*allocations), row.as<std::int32_t>(4)});
                          });
    if (!epochs)
        return Failure(std::move(epochs.error()));
    if (!unreadable.empty())
        return damaged(unreadable);
    return experiments;
}

Result<std::vector<Experiment>> readExperiments(Connection& connection, std::string_view sql,
                                                const QVariantList& values)
{
    return experimentsOf(connection,
                         [&](const Connection::OnRow& onRow) { return connection.run(sql, values, onRow); });
}

Failure notFound(const std::string& idOrKey)
{
    return fail(ErrorCode::NotFound, "experiment_not_found", "There is no experiment '" + idOrKey + "'",
                {{"experiment", idOrKey}});
}

Result<std::map<Status, std::int64_t>> readCounts(Connection& connection, std::string_view sql)
{
    std::map<Status, std::int64_t> counts;
    auto done = connection.run(sql, {}, [&](const Row& row) {
        if (const auto status = parseStatus(row.text(0)))
            counts[*status] = row.integer(1);
    });
    return done.map([&](std::int64_t) { return counts; });
}

} // namespace

Result<void> ExperimentTable::insert(const Experiment& experiment)
{
    return m_connection.atomically([&]() -> Result<void> {
        auto done =
            m_connection.run("INSERT INTO experiments (" XP_EXPERIMENT_COLUMNS ", search_text)"
                             " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                             " ?, ?, ?, ?, ?, ?, ?)"
                             " ON CONFLICT DO NOTHING",
                             valuesOf(experiment));
        if (!done)
            return Failure(std::move(done.error()));
        if (*done == 0)
            return fail(ErrorCode::Conflict, "key_taken", "Another experiment has the key '" + experiment.key + "'",
                        {{"key", experiment.key}});
        if (auto epochs = insertEpochs(m_connection, experiment); !epochs)
            return epochs;
        return advanceChangeToken(m_connection);
    });
}

Result<void> ExperimentTable::hold(const std::string& id)
{
    return lockExclusive(m_connection, id);
}

Result<void> ExperimentTable::update(const Experiment& experiment)
{
    return m_connection.atomically([&]() -> Result<void> {
        if (auto locked = lockExclusive(m_connection, experiment.id); !locked)
            return locked;
        QVariantList values = valuesOf(experiment);
        values.append({param(experiment.id), param(experiment.version - 1)});
        auto done = m_connection.run(
            "UPDATE experiments SET id = ?, key = ?, name = ?, description = ?, hypothesis = ?, project = ?,"
            " environment = ?, status = ?, variants = ?, metrics = ?, target_sample_size = ?, significance_level = ?,"
            " traffic_allocation = ?, created_at = ?, started_at = ?, stopped_at = ?, version = ?, hash = ?, salt = ?,"
            " peak_traffic = ?, imported = ?, flag_value = ?, unleash_flag = ?, plan = ?, frozen_plan = ?, owner = ?,"
            " tags = ?, enrolment = ?, schedule = ?, segments = ?, evaluated_locally = ?, search_text = ? WHERE id = ? "
            "AND version = ?",
            values);
        if (!done) {
            if (isDuplicate(done.error()))
                return fail(ErrorCode::Conflict, "key_taken", "Another experiment has the key '" + experiment.key + "'",
                            {{"key", experiment.key}});
            return Failure(std::move(done.error()));
        }
        if (*done == 0) {
            if (auto present = find(experiment.id); !present)
                return Failure(std::move(present.error()));
            return fail(ErrorCode::Conflict, "stale_version", "The experiment has been changed by somebody else",
                        {{"version", experiment.version - 1}});
        }
        auto removed =
            m_connection.run("DELETE FROM experiment_epochs WHERE experiment_id = ?", {param(experiment.id)});
        if (!removed)
            return Failure(std::move(removed.error()));
        if (auto epochs = insertEpochs(m_connection, experiment); !epochs)
            return epochs;
        return advanceChangeToken(m_connection);
    });
}

Result<void> ExperimentTable::remove(const std::string& id)
{
    return m_connection.atomically([&]() -> Result<void> {
        if (auto locked = lockExclusive(m_connection, id); !locked)
            return locked;
        auto removed = m_connection.run("DELETE FROM experiments WHERE id = ?", {param(id)});
        if (!removed)
            return Failure(std::move(removed.error()));
        if (*removed == 0)
            return notFound(id);
        if (auto held = MomentsTable(m_connection).holdCompaction(); !held)
            return held;
        for (const char* table : {"assignments", "event_ids", "events", "unit_totals", "unit_marks", "sealed_sums",
                                  "moments", "covariate_moments", "webhook_occasions"}) {
            auto done = m_connection.run(std::string("DELETE FROM ") + table + " WHERE experiment_id = ?", {param(id)});
            if (!done)
                return Failure(std::move(done.error()));
        }
        return advanceChangeToken(m_connection);
    });
}

Result<Experiment> ExperimentTable::find(const std::string& idOrKey)
{
    // An id wins over another experiment's key of the same text.
    auto found = readExperiments(m_connection,
                                 "SELECT " XP_EXPERIMENT_COLUMNS " FROM experiments WHERE id = ? OR key = ?"
                                 " ORDER BY CASE WHEN id = ? THEN 0 ELSE 1 END LIMIT 1",
                                 {param(idOrKey), param(idOrKey), param(idOrKey)});
    if (!found)
        return Failure(std::move(found.error()));
    if (found->empty())
        return notFound(idOrKey);
    return std::move(found->front());
}

Result<ExperimentPage> ExperimentTable::list(const ExperimentQuery& filter)
{
    std::string where = " WHERE 1 = 1";
    QVariantList values;
    const auto require = [&](const char* condition, std::string_view value) {
        where += condition;
        values.append(param(value));
    };
    if (filter.status)
        require(" AND status = ?", toString(*filter.status));
    if (!filter.project.empty())
        require(" AND project = ?", filter.project);
    if (!filter.environment.empty())
        require(" AND environment = ?", filter.environment);
    if (!filter.text.empty()) // contains it: portable, and no character has a meaning as it would in LIKE
        require(" AND replace(search_text, ?, '') <> search_text", foldCase(filter.text));

    // Two statements and no transaction: a list must not wait for a writer.
    ExperimentPage page;
    page.skip = filter.skip;
    page.limit = filter.limit;
    auto counted = m_connection.run("SELECT COUNT(*) FROM experiments" + where, values,
                                    [&](const Row& row) { page.total = row.integer(0); });
    if (!counted)
        return Failure(std::move(counted.error()));
    values.append({param(filter.limit), param(filter.skip)});
    auto rows = readExperiments(m_connection,
                                "SELECT " XP_EXPERIMENT_COLUMNS " FROM experiments" + where +
                                    " ORDER BY created_at DESC, id DESC LIMIT ? OFFSET ?",
                                values);
    if (!rows)
        return Failure(std::move(rows.error()));
    page.experiments = std::move(*rows);
    return page;
}

Result<std::vector<Experiment>> ExperimentTable::all()
{
    return readExperiments(m_connection,
                           "SELECT " XP_EXPERIMENT_COLUMNS " FROM experiments ORDER BY created_at DESC, id DESC", {});
}

Result<std::vector<Experiment>> ExperimentTable::openWith(const std::string& project, const std::string& piece)
{
    return readExperiments(
        m_connection,
        "SELECT " XP_EXPERIMENT_COLUMNS " FROM experiments WHERE project = ? AND status NOT IN (?, ?)"
        " AND replace(enrolment, ?, '') <> enrolment ORDER BY created_at DESC, id DESC",
        {param(project), param(toString(Status::Stopped)), param(toString(Status::Archived)), param(piece)});
}

Result<std::vector<std::pair<std::string, std::int64_t>>> ExperimentTable::versions()
{
    std::vector<std::pair<std::string, std::int64_t>> versions;
    auto done = m_connection.run("SELECT id, version FROM experiments", {},
                                 [&](const Row& row) { versions.emplace_back(row.text(0), row.integer(1)); });
    return done.map([&](std::int64_t) { return std::move(versions); });
}

Result<std::vector<Experiment>> ExperimentTable::withIds(const std::vector<std::string>& ids)
{
    RowSet wanted({RowSet::Text});
    for (const std::string& id : ids)
        wanted.add({id});
    return experimentsOf(m_connection, [&](const Connection::OnRow& onRow) {
        return m_connection.runFor(wanted,
                                   "WITH wanted (wanted_id) AS ({rows}) SELECT " XP_EXPERIMENT_COLUMNS
                                   " FROM wanted JOIN experiments ON id = wanted_id",
                                   onRow);
    });
}

Result<std::set<std::string>> ExperimentTable::keysFrom(const std::string& key)
{
    std::set<std::string> keys;
    // '.' follows '-' in the order of bytes.
    auto done =
        m_connection.run("SELECT key FROM experiments WHERE key > ? AND key < ?", {param(key + '-'), param(key + '.')},
                         [&](const Row& row) { keys.insert(row.text(0)); });
    return done.map([&](std::int64_t) { return std::move(keys); });
}

Result<std::map<Status, std::int64_t>> ExperimentTable::countByStatus()
{
    return readCounts(m_connection, "SELECT status, COUNT(*) FROM experiments GROUP BY status");
}

Result<std::map<Status, std::int64_t>> ExperimentTable::entriesByStatus()
{
    return readCounts(m_connection, "SELECT status, entries FROM status_entries");
}

Result<void> ExperimentTable::countEntry(Status status)
{
    return m_connection
        .run("INSERT INTO status_entries (status, entries) VALUES (?, 1)"
             " ON CONFLICT (status) DO UPDATE SET entries = status_entries.entries + 1",
             {param(toString(status))})
        .map([](std::int64_t) {});
}

Result<std::int64_t> ExperimentTable::changeToken()
{
    return readChangeToken(m_connection);
}

} // namespace xp
