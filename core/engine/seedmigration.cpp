// SPDX-License-Identifier: Apache-2.0
#include "core/engine/seedmigration.h"

#include "core/domain/fieldreader.h"
#include "core/domain/identifiers.h"
#include "core/domain/storedvariant.h"
#include "core/engine/auditing.h"
#include "core/engine/seedexperiment.h"
#include "core/storage/control/changetoken.h"
#include "core/storage/writing/unitwriter.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace xp {

namespace {

class Migration
{
public:
    Migration(SeedReader& source, Store& target, const Actor& actor, const OnMigrationProgress& onProgress,
              const std::vector<std::string>& leaveOut)
        : m_source(source)
        , m_target(target)
        , m_actor(actor)
        , m_onProgress(onProgress)
        , m_leaveOut(leaveOut)
        , m_now(now())
    {
    }

    Result<SeedMigrationReport> run();

private:
    struct Migrated
    {
        LiveExperimentPtr live; ///< as stored
        Status status;          ///< it shall have in the end
    };

    Result<std::vector<Experiment>> readExperiments();
    Result<std::optional<Experiment>> storedOf(const Experiment& experiment);
    Result<void> takeExperiments();
    Result<void> takeExperiment(Experiment experiment);
    Result<void> setKey(Experiment& experiment);
    Result<void> takeAssignments();
    Result<void> openExperiments();
    Result<void> takeEvents();
    Result<std::vector<Outcome>> apply(const std::vector<Command>& commands);
    std::optional<Command> assignCommand(const SeedAssignment& row);
    std::optional<TrackCommand> trackCommand(const SeedEvent& row);
    void countAssignment(const Outcome& outcome, const SeedAssignment& row);
    void countEvent(const Outcome& outcome, const TrackCommand& command, const SeedEvent& row);
    const Migrated* find(const std::string& seedId) const;
    bool isLeftOut(const std::string& seedId) const
    {
        return std::ranges::find(m_leaveOut, seedId) != m_leaveOut.end();
    }

    SeedReader& m_source;
    Store& m_target;
    const Actor& m_actor;
    const OnMigrationProgress& m_onProgress;
    const std::vector<std::string>& m_leaveOut; ///< old ids
    Timestamp m_now;
    std::int64_t m_writer = 0;
    std::unordered_map<std::string, Migrated> m_bySeedId;
    SeedMigrationReport m_report;
};

Result<SeedMigrationReport> Migration::run()
{
    auto writer = registerWriter(m_target.connection());
    if (!writer)
        return Failure(std::move(writer.error()));
    m_writer = *writer;
    using Part = Result<void> (Migration::*)();
    for (const Part part : {&Migration::takeExperiments, &Migration::takeAssignments, &Migration::openExperiments,
                            &Migration::takeEvents}) {
        if (auto done = (this->*part)(); !done)
            return Failure(std::move(done.error()));
    }
    (void)m_target.analyze(); // what was taken over stands without it: the server looks at its tables in time
    return std::move(m_report);
}

const Migration::Migrated* Migration::find(const std::string& seedId) const
{
    const auto it = m_bySeedId.find(seedId);
    return it == m_bySeedId.end() ? nullptr : &it->second;
}

/// What an earlier run has stored of the experiment. Conflict: something else has its id.
Result<std::optional<Experiment>> Migration::storedOf(const Experiment& experiment)
{
    auto stored = m_target.experiments().find(experiment.id);
    if (!stored && stored.error().code == ErrorCode::NotFound)
        return std::nullopt;
    if (!stored)
        return Failure(std::move(stored.error()));
    const std::string& seedId = experiment.salt;
    if (stored->id != experiment.id || stored->salt != seedId || stored->hash != HashAlgorithm::Sha256Mod10000)
        return fail(ErrorCode::Conflict, "id_taken",
                    "Experiment " + shown(seedId) + " cannot be taken over: the database has another experiment " +
                        shown(stored->key) + " of that id or key",
                    {{"id", seedId}});
    return std::move(*stored);
}

/// All that shall be taken over. Names everything that is in the way, so that nobody has to try once for each.
Result<std::vector<Experiment>> Migration::readExperiments()
{
    const auto seeds = m_source.experiments();
    if (!seeds)
        return Failure(seeds.error());
    std::vector<FieldError> errors;
    for (const std::string& id : m_leaveOut) {
        if (std::ranges::find(*seeds, id, &SeedExperiment::id) == seeds->end())
            errors.push_back({id, "unknown", "There is no experiment " + shown(id) + " to leave out"});
    }
    std::vector<Experiment> experiments;
    for (const SeedExperiment& seed : *seeds) {
        if (isLeftOut(seed.id)) {
            ++m_report.experiments.leftOut;
            continue;
        }
        experiments.push_back(experimentOfSeed(seed, m_now, m_report.notes, errors));
        const auto stored = storedOf(experiments.back());
        if (!stored && stored.error().code != ErrorCode::Conflict)
            return Failure(stored.error());
        if (!stored)
            errors.push_back({seed.id, "id_taken", stored.error().sentence.text});
    }
    if (errors.empty())
        return experiments;
    const bool onlyTaken = std::ranges::all_of(errors, [](const FieldError& e) { return e.code == "id_taken"; });
    Failure failure = failInvalid(std::move(errors));
    Error& error = failure.value();
    error.code = onlyTaken ? ErrorCode::Conflict : ErrorCode::Invalid;
    error.sentence.code = "seed_refused";
    if (error.errors.size() > 1)
        error.sentence.text = "Nothing was taken over, for " + std::to_string(error.errors.size()) + " reasons";
    return failure;
}

Result<void> Migration::takeExperiments()
{
    auto experiments = readExperiments();
    if (!experiments)
        return Failure(std::move(experiments.error()));
    // Some may have been taken over before, and removed since: processes remember units of these ids.
    if (auto counted = m_target.transaction([&] { return countRemoval(m_target.connection()); }); !counted)
        return counted;
    for (Experiment& experiment : *experiments) {
        if (auto taken = takeExperiment(std::move(experiment)); !taken)
            return taken;
    }
    if (m_onProgress)
        m_onProgress("experiments", static_cast<std::int64_t>(experiments->size()));
    return {};
}

Result<void> Migration::takeExperiment(Experiment experiment)
{
    const Status status = experiment.status;
    const std::string seedId = experiment.salt;
    const auto remember = [&](Experiment stored) {
        m_bySeedId.insert_or_assign(seedId,
                                    Migrated{std::make_shared<const LiveExperiment>(std::move(stored)), status});
    };
    auto stored = storedOf(experiment);
    if (!stored)
        return Failure(std::move(stored.error()));
    if (*stored) {
        ++m_report.experiments.already;
        remember(std::move(**stored));
        return {};
    }
    // Nobody may be given a variant anew before the known ones are there.
    if (status == Status::Running)
        experiment.status = Status::Paused;
    if (auto named = setKey(experiment); !named)
        return named;
    auto done = m_target.transaction([&]() -> Result<void> {
        if (auto inserted = m_target.experiments().insert(experiment); !inserted)
            return inserted;
        if (auto counted = m_target.experiments().countEntry(status); !counted)
            return counted;
        return m_target.audit().append(
            auditOf(m_actor, "experiment.migrate", experiment.id, {{"seed_id", seedId}, {"key", experiment.key}}));
    });
    if (!done)
        return done;
    ++m_report.experiments.taken;
    remember(std::move(experiment));
    return {};
}

/// A key made from the name that no other experiment has as key or id.
Result<void> Migration::setKey(Experiment& experiment)
{
    const std::string base = slugOf(experiment.name);
    for (int number = 1;; ++number) {
        experiment.key = number == 1 ? base : base + "-" + std::to_string(number);
        const auto other = m_target.experiments().find(experiment.key);
        if (!other && other.error().code == ErrorCode::NotFound)
            return {};
        if (!other)
            return Failure(other.error());
    }
}

std::optional<Command> Migration::assignCommand(const SeedAssignment& row)
{
    auto& counts = m_report.assignments;
    if (isLeftOut(row.experimentId)) {
        ++counts.leftOut;
        return std::nullopt;
    }
    const Migrated* migrated = find(row.experimentId);
    if (!migrated) {
        ++counts.unknownExperiment;
        return std::nullopt;
    }
    if (row.repeated) {
        ++counts.repeated;
        return std::nullopt;
    }
    if (row.user.empty()) {
        ++counts.unusable;
        return std::nullopt;
    }
    const Experiment& experiment = migrated->live->experiment();
    const auto variant = variantIndex(experiment, row.variant);
    if (!variant) {
        ++counts.unknownVariant;
        return std::nullopt;
    }
    return AssignCommand{.experiment = migrated->live,
                         .unit = row.user,
                         .variant = static_cast<std::int16_t>(*variant),
                         .at = row.assignedAt.value_or(experiment.startedAt.value_or(experiment.createdAt)),
                         .context = row.context == "null" ? std::string() : row.context};
}

Result<std::vector<Outcome>> Migration::apply(const std::vector<Command>& commands)
{
    return UnitWriter(m_target.connection(), m_writer).apply(commands);
}

void Migration::countAssignment(const Outcome& outcome, const SeedAssignment& row)
{
    auto& counts = m_report.assignments;
    if (outcome.kind != Outcome::Kind::Created) {
        ++counts.already;
        return;
    }
    ++counts.taken;
    if (!row.assignedAt)
        ++counts.withoutTime;
}

Result<void> Migration::takeAssignments()
{
    std::int64_t rows = 0;
    return m_source.assignments([&](std::vector<SeedAssignment> batch) -> Result<void> {
        std::vector<Command> commands;
        std::vector<const SeedAssignment*> sources;
        for (const SeedAssignment& row : batch) {
            if (auto command = assignCommand(row)) {
                commands.push_back(std::move(*command));
                sources.push_back(&row);
            }
        }
        const auto outcomes = apply(commands);
        if (!outcomes)
            return Failure(outcomes.error());
        for (std::size_t i = 0; i < outcomes->size(); ++i)
            countAssignment((*outcomes)[i], *sources[i]);
        rows += static_cast<std::int64_t>(batch.size());
        if (m_onProgress)
            m_onProgress("assignments", rows);
        return {};
    });
}

/// Gives experiments that ran their status back, unless somebody has changed them since.
Result<void> Migration::openExperiments()
{
    for (auto& [seedId, migrated] : m_bySeedId) {
        Experiment experiment = migrated.live->experiment();
        if (migrated.status != Status::Running || experiment.status != Status::Paused || experiment.version != 1)
            continue;
        experiment.status = Status::Running;
        ++experiment.version;
        auto done = m_target.transaction([&] { return m_target.experiments().update(experiment); });
        if (!done)
            return done;
        migrated.live = std::make_shared<const LiveExperiment>(std::move(experiment));
    }
    return {};
}

std::optional<TrackCommand> Migration::trackCommand(const SeedEvent& row)
{
    auto& counts = m_report.events;
    if (isLeftOut(row.experimentId)) {
        ++counts.leftOut;
        return std::nullopt;
    }
    const Migrated* migrated = find(row.experimentId);
    if (!migrated) {
        ++counts.unknownExperiment;
        return std::nullopt;
    }
    const double value = row.value.value_or(1.0);
    if (row.user.empty() || row.name.empty() || !std::isfinite(value)) {
        ++counts.unusable;
        return std::nullopt;
    }
    const Experiment& experiment = migrated->live->experiment();
    const Timestamp time = row.time.value_or(experiment.startedAt.value_or(experiment.createdAt));
    return TrackCommand{.experiment = migrated->live,
                        .unit = row.user,
                        .event = row.name,
                        .value = value,
                        .eventId = "seed:" + row.id, // so that a further run does not count it again
                        .time = time,
                        .receivedAt = time};
}

void Migration::countEvent(const Outcome& outcome, const TrackCommand& command, const SeedEvent& row)
{
    auto& counts = m_report.events;
    if (outcome.kind == Outcome::Kind::Unassigned) {
        ++counts.orphaned;
        return;
    }
    if (outcome.kind == Outcome::Kind::Duplicate) {
        ++counts.already;
        return;
    }
    ++counts.taken;
    if (!row.time)
        ++counts.withoutTime;
    const Experiment& experiment = command.experiment->experiment();
    if (variantName(experiment, outcome.variant) != row.variant)
        ++counts.otherVariant;
    if (*command.time < outcome.assignedAt || (experiment.stoppedAt && *command.time > *experiment.stoppedAt))
        ++counts.uncounted;
}

Result<void> Migration::takeEvents()
{
    std::int64_t rows = 0;
    return m_source.events([&](std::vector<SeedEvent> batch) -> Result<void> {
        std::vector<Command> commands;
        std::vector<const SeedEvent*> sources;
        for (const SeedEvent& row : batch) {
            if (auto command = trackCommand(row)) {
                commands.emplace_back(std::move(*command));
                sources.push_back(&row);
            }
        }
        const auto outcomes = apply(commands);
        if (!outcomes)
            return Failure(outcomes.error());
        for (std::size_t i = 0; i < outcomes->size(); ++i)
            countEvent((*outcomes)[i], std::get<TrackCommand>(commands[i]), *sources[i]);
        rows += static_cast<std::int64_t>(batch.size());
        if (m_onProgress)
            m_onProgress("events", rows);
        return {};
    });
}

} // namespace

nlohmann::json SeedMigrationReport::toJson() const
{
    nlohmann::json noted = nlohmann::json::array();
    for (const Sentence& note : notes)
        noted.push_back(note.text);
    return {{"experiments",
             {{"taken", experiments.taken}, {"already", experiments.already}, {"left_out", experiments.leftOut}}},
            {"assignments",
             {{"taken", assignments.taken},
              {"already", assignments.already},
              {"repeated", assignments.repeated},
              {"unknown_variant", assignments.unknownVariant},
              {"unknown_experiment", assignments.unknownExperiment},
              {"unusable", assignments.unusable},
              {"left_out", assignments.leftOut},
              {"without_time", assignments.withoutTime}}},
            {"events",
             {{"taken", events.taken},
              {"already", events.already},
              {"orphaned", events.orphaned},
              {"unknown_experiment", events.unknownExperiment},
              {"unusable", events.unusable},
              {"left_out", events.leftOut},
              {"without_time", events.withoutTime},
              {"other_variant", events.otherVariant},
              {"uncounted", events.uncounted}}},
            {"notes", std::move(noted)}};
}

Result<SeedMigrationReport> migrateSeed(SeedReader& source, Store& target, const Actor& actor,
                                        const OnMigrationProgress& onProgress, const std::vector<std::string>& leaveOut)
{
    return Migration(source, target, actor, onProgress, leaveOut).run();
}

} // namespace xp
