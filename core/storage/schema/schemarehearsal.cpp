// SPDX-License-Identifier: Apache-2.0
#include "core/storage/schema/schemarehearsal.h"

#include "core/domain/identifiers.h"
#include "core/storage/connection/connection.h"
#include "core/storage/control/experimenttable.h"
#include "core/storage/events/historysweep.h"
#include "core/storage/events/retention.h"
#include "core/storage/people/identitymerge.h"
#include "core/storage/people/identitytable.h"
#include "core/storage/people/persontable.h"
#include "core/storage/units/covariatetable.h"
#include "core/storage/units/momentstable.h"
#include "core/storage/writing/unitwriter.h"

namespace xp {

namespace {

constexpr auto kHour = std::chrono::hours(1);

Metric metricOf(const char* name, MetricKind kind)
{
    Metric metric;
    metric.name = name;
    metric.event = "order";
    metric.kind = kind;
    return metric;
}

/// With every way of counting that has tables of its own.
Experiment experimentOf(Exposure exposure, Timestamp start)
{
    Experiment experiment;
    experiment.id = newUuid();
    experiment.key = "rehearsal-" + experiment.id;
    experiment.name = "Rehearsal";
    experiment.status = Status::Running;
    experiment.variants = {{"control", 0.5}, {"treatment", 0.5}};
    experiment.metrics = {metricOf("value", MetricKind::Sum), metricOf("days", MetricKind::ActiveDays),
                          metricOf("way", MetricKind::Funnel)};
    experiment.metrics[1].resolution = 1;
    experiment.metrics[2].steps = {{"order", {}}, {"order", {}}};
    experiment.enrolment.exposure = exposure;
    experiment.createdAt = start;
    experiment.startedAt = start;
    experiment.salt = experiment.id;
    experiment.peakTraffic = 1;
    experiment.epochs = {{1, start, {0.5, 0.5}}};
    experiment.plan = presentPlan(experiment);
    experiment.plan->cuped = true;
    experiment.frozenPlan = experiment.plan;
    return experiment;
}

class Rehearsal
{
public:
    explicit Rehearsal(Connection& connection) : m_connection(connection), m_start(now() - 100 * 24 * kHour) {}

    Result<void> run()
    {
        for (const Exposure exposure : {Exposure::Assignment, Exposure::Explicit}) {
            auto experiment = experimentOf(exposure, m_start);
            if (auto made = ExperimentTable(m_connection).insert(experiment); !made)
                return made;
            m_live = std::make_shared<const LiveExperiment>(std::move(experiment));
            auto played = write().and_then([&] { return read(); }).and_then([&] { return change(); });
            if (!played)
                return played;
        }
        return {};
    }

private:
    const std::string& id() const { return m_live->experiment().id; }
    std::string scope() const { return scopeOf(m_live->experiment().project, m_live->experiment().environment); }

    Result<void> write()
    {
        const auto writer = registerWriter(m_connection);
        if (!writer)
            return Failure(writer.error());
        std::vector<Command> commands;
        const auto record = [&](const char* unit, Duration after, const char* eventId) {
            commands.push_back(RecordCommand{
                scope(), {m_live}, unit, "order", 2, eventId, m_start + after, m_start + after, R"({"a":1})"});
        };
        record("one", -kHour, "early");
        record("two", -kHour, "");
        for (const char* unit : {"one", "two", "three"})
            commands.push_back(AssignCommand{m_live, unit, 1, m_start, R"({"country":"CA"})"});
        for (const char* unit : {"one", "two", "three"}) {
            commands.push_back(ExposeCommand{m_live, unit, 1, m_start + 2 * kHour, m_start + 2 * kHour});
            for (const char* eventId : {"a", "b", ""})
                commands.push_back(TrackCommand{m_live, unit, "order", 3, eventId, m_start + 3 * kHour,
                                                m_start + 3 * kHour, R"({"a":1})"});
        }
        record("one", 4 * kHour, "late");
        UnitWriter units(m_connection, *writer);
        return units.apply(commands)
            .and_then([&](const auto&) {
                // Again: nothing is new, but for an exposure that is earlier.
                commands.push_back(ExposeCommand{m_live, "one", 0, m_start + kHour, m_start + 9 * kHour});
                return units.apply(commands);
            })
            .and_then([&](const auto&) { return touchWriter(m_connection, *writer); });
    }

    Result<void> read()
    {
        UnitTable units(m_connection);
        MomentsTable moments(m_connection);
        const auto nothing = [](const auto&) {};
        return units.find(id(), "one")
            .and_then([&](const auto&) { return units.variantsOf("one", {id()}); })
            .and_then([&](const auto&) { return units.assignments(id(), {}, 2); })
            .and_then([&](const auto& page) { return units.assignments(id(), page.next, 2); })
            .and_then([&](const auto&) { return units.events(id(), {}, 2); })
            .and_then([&](const auto& page) { return units.events(id(), page.next, 2); })
            .and_then([&](const auto&) { return units.latestEvents(id(), 5); })
            .and_then([&](const auto&) { return moments.read(id()); })
            .and_then([&](const auto&) { return CovariateTable(m_connection).read(id()); })
            .and_then([&](const auto&) { return PersonTable(m_connection).read("one", std::array{id()}, {}); })
            .map(nothing);
    }

    Result<void> change()
    {
        const std::string& project = m_live->experiment().project;
        MomentsTable moments(m_connection);
        return moments.recompute(*m_live)
            .and_then([&] { return moments.compact(-kHour); })
            .and_then([&] { return sealEvents(m_connection, m_start + 24 * kHour); })
            .and_then([&](auto) { return moments.recompute(*m_live); })
            .and_then([&] { return IdentityTable(m_connection).lock(project); })
            .and_then([&] { return mergeIdentities(m_connection, project, id() + "two", id() + "one", now()); })
            .and_then([&](const auto&) { return IdentityTable(m_connection).othersOf(project, id() + "one"); })
            .and_then([&](const auto&) { return merge("two", "one"); })
            .and_then([&] { return removeHistory(m_connection, now()); })
            .and_then([&](auto) { return moments.recompute(*m_live); })
            .and_then([&] { return PersonTable(m_connection).erase("one", std::array{id()}, {}); })
            .and_then([&](const auto& erased) {
                return PersonTable(m_connection)
                    .eraseEvents(std::array<std::string, 2>{"one", "two"}, erased.experiments);
            })
            .and_then([&](const auto&) { return moments.recompute(*m_live); })
            .and_then([&] { return moments.recompute(imported()); })
            .and_then([&] { return ExperimentTable(m_connection).remove(id()); });
    }

    /// Its sums follow from the totals of its units.
    LiveExperiment imported() const
    {
        Experiment experiment = m_live->experiment();
        experiment.imported = true;
        return LiveExperiment(std::move(experiment));
    }

    Result<void> merge(const std::string& from, const std::string& to)
    {
        const std::string& project = m_live->experiment().project;
        return mergeIdentities(m_connection, project, from, to, now()).and_then([&](const auto&) {
            return IdentityTable(m_connection).forget(project, to);
        });
    }

    Connection& m_connection;
    Timestamp m_start;
    LiveExperimentPtr m_live;
};

} // namespace

Result<void> playEverything(Connection& connection)
{
    return Rehearsal(connection).run();
}

} // namespace xp
