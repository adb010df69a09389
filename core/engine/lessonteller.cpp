// SPDX-License-Identifier: Apache-2.0
#include "core/engine/lessonteller.h"

#include "core/engine/experiments.h"
#include "core/engine/identities.h"
#include "core/engine/lifecycle.h"
#include "core/engine/results.h"
#include "core/engine/unitpasses.h"
#include "core/storage/writing/unitwriter.h"

#include <algorithm>
#include <map>

namespace xp {

namespace {

using std::chrono::days;
using std::chrono::hours;

Duration inDays(double number)
{
    return std::chrono::duration_cast<Duration>(std::chrono::duration<double, days::period>(number));
}

/// One telling: time goes on in steps, from one snapshot to the next.
class Telling
{
public:
    Telling(Store& store, const Lesson& lesson, Timestamp now)
        : m_store(store)
        , m_lesson(lesson)
        , m_start(std::chrono::floor<days>(now - inDays(lesson.days + lesson.endedDaysAgo)))
        , m_end(lesson.isRunning ? now : m_start + inDays(lesson.days))
        , m_random(lesson.seed)
    {
    }

    Result<Experiment> tell();

private:
    struct Due
    {
        Timestamp at;
        Command command;
    };

    Actor actorAt(Timestamp at) const;
    Result<void> begin();
    Result<void> liveUntil(Timestamp until);
    void arriveUntil(Timestamp until);
    void arrive(Timestamp at);
    void visit(const std::string& unit, Timestamp at);
    Result<void> write(Timestamp until);
    Result<void> changeUntil(Timestamp until);
    Result<void> joinUntil(Timestamp until);
    Result<void> end();

    Store& m_store;
    const Lesson& m_lesson;
    const Timestamp m_start;
    const Timestamp m_end;
    Random m_random;
    std::int64_t m_writer = 0;
    LiveExperimentPtr m_live;
    std::size_t m_changes = 0; ///< made so far
    std::int64_t m_visitors = 0;
    std::vector<Due> m_due;
    std::map<Timestamp, std::pair<std::string, std::string>> m_twoIds; ///< by the time of the second visit
};

Actor Telling::actorAt(Timestamp at) const
{
    return {.name = std::string(kStoryteller), .role = Role::Editor, .environment = {}, .project = {}, .at = at};
}

/// A draft a day before the start. Its salt is the lesson's own, so that the same visitors meet the same variants.
Result<void> Telling::begin()
{
    nlohmann::json body = m_lesson.body;
    body["key"] = m_lesson.key;
    auto made = createExperiment(m_store, body, actorAt(m_start - days(1)));
    if (!made)
        return Failure(std::move(made.error()));
    Experiment draft = made->experiment;
    draft.salt = m_lesson.key;
    ++draft.version;
    if (auto stored = m_store.experiments().update(draft); !stored)
        return stored;
    auto started = changeStatus(m_store, draft.id, Transition::Start, {}, actorAt(m_start));
    if (!started)
        return Failure(std::move(started.error()));
    m_live = std::make_shared<const LiveExperiment>(std::move(*started));
    const auto writer = registerWriter(m_store.connection());
    if (!writer)
        return Failure(writer.error());
    m_writer = *writer;
    return {};
}

void Telling::arriveUntil(Timestamp until)
{
    for (;;) {
        const Timestamp at = m_start + inDays(static_cast<double>(m_visitors) / m_lesson.visitorsPerDay);
        if (at >= until)
            return;
        ++m_visitors;
        arrive(at);
    }
}

void Telling::arrive(Timestamp at)
{
    const std::string unit = m_lesson.key + "-" + std::to_string(m_visitors);
    visit(unit, at);
    const SecondDevice& second = m_lesson.secondDevice;
    if (second.share > 0 && m_random.chance(second.share)) {
        const Timestamp later = at + inDays(m_random.between(0.2, 3));
        visit(unit + "-phone", later);
        m_twoIds.insert({later, {unit + "-phone", unit}});
    }
}

void Telling::visit(const std::string& unit, Timestamp at)
{
    const std::size_t variant = m_live->bucketing().variantOf(unit);
    const Visit visit{variant, std::chrono::duration<double, days::period>(at - m_start).count()};
    const bool isLost = variant < m_lesson.lost.size() && m_random.chance(m_lesson.lost[variant]);
    const std::vector<VisitorEvent> events = m_lesson.behave(visit, m_random);
    if (isLost)
        return;
    m_due.push_back({at, AssignCommand{.experiment = m_live,
                                       .unit = unit,
                                       .variant = static_cast<std::int16_t>(variant),
                                       .at = at,
                                       .context = {}}});
    for (const VisitorEvent& event : events) {
        const Timestamp then = at + inDays(event.afterDays);
        m_due.push_back({then, TrackCommand{.experiment = m_live,
                                            .unit = unit,
                                            .event = event.name,
                                            .value = event.value,
                                            .eventId = {},
                                            .time = then,
                                            .receivedAt = then}});
    }
}

/// Stores what has happened before `until`, in its order.
Result<void> Telling::write(Timestamp until)
{
    const auto later = std::ranges::partition(m_due, [&](const Due& due) { return due.at < until; });
    std::vector<Due> past(std::make_move_iterator(m_due.begin()), std::make_move_iterator(later.begin()));
    m_due.erase(m_due.begin(), later.begin());
    std::ranges::stable_sort(past, {}, &Due::at);
    std::vector<Command> commands;
    std::ranges::transform(past, std::back_inserter(commands), [](Due& due) { return std::move(due.command); });
    if (commands.empty())
        return {};
    return UnitWriter(m_store.connection(), m_writer).apply(commands).map([](const std::vector<Outcome>&) {});
}

Result<void> Telling::changeUntil(Timestamp until)
{
    for (; m_changes < m_lesson.changes.size(); ++m_changes) {
        const LessonChange& change = m_lesson.changes[m_changes];
        const Timestamp at = m_start + inDays(change.day);
        if (at > until)
            break;
        nlohmann::json body = change.body;
        body["reason"] = change.reason;
        auto changed = updateExperiment(m_store, m_lesson.key, body, std::nullopt, actorAt(at));
        if (!changed)
            return Failure(std::move(changed.error()));
        m_live = std::make_shared<const LiveExperiment>(std::move(changed->experiment));
    }
    return {};
}

/// From the lesson's day on it is told which ids are one person: those who have been seen with both.
Result<void> Telling::joinUntil(Timestamp until)
{
    if (m_lesson.secondDevice.share <= 0 || until < m_start + inDays(m_lesson.secondDevice.joinDay))
        return {};
    const auto seen = m_twoIds.lower_bound(until);
    for (auto it = m_twoIds.begin(); it != seen; it = m_twoIds.erase(it)) {
        const auto& [from, to] = it->second;
        if (auto joined = mergeIdentities(m_store, m_live->experiment().project, from, to, actorAt(until)); !joined)
            return Failure(std::move(joined.error()));
    }
    return {};
}

Result<void> Telling::liveUntil(Timestamp until)
{
    arriveUntil(until);
    return write(until)
        .and_then([&] { return refreshHistograms(m_store, m_live->experiment(), until); })
        .and_then([&](bool) { return takeSnapshot(m_store, m_live->experiment(), until); })
        .and_then([&](const std::optional<ReadReport>&) { return changeUntil(until); })
        .and_then([&] { return joinUntil(until); });
}

Result<void> Telling::end()
{
    if (m_lesson.isRunning)
        return {};
    auto stopped = changeStatus(m_store, m_lesson.key, Transition::Stop, m_lesson.conclusion, actorAt(m_end));
    if (!stopped)
        return Failure(std::move(stopped.error()));
    m_live = std::make_shared<const LiveExperiment>(std::move(*stopped));
    return {};
}

Result<Experiment> Telling::tell()
{
    if (auto begun = begin(); !begun)
        return Failure(std::move(begun.error()));
    // As often as the service takes snapshots (see isSnapshotDue).
    const auto step = [&](Timestamp at) { return at - m_start < days(3) ? Duration(hours(1)) : Duration(days(1)); };
    for (Timestamp at = m_start; at < m_end;) {
        at = std::min(at + step(at), m_end);
        if (auto lived = liveUntil(at); !lived)
            return Failure(std::move(lived.error()));
    }
    if (auto ended = end(); !ended)
        return Failure(std::move(ended.error()));
    if (auto read = refreshAges(m_store, m_live->experiment(), m_end); !read)
        return Failure(std::move(read.error()));
    return m_live->experiment();
}

} // namespace

Result<Experiment> tellLesson(Store& store, const Lesson& lesson, Timestamp now)
{
    return store.transaction([&] { return Telling(store, lesson, now).tell(); });
}

Result<std::vector<std::string>> tellLessons(Store& store, Timestamp now,
                                             const std::function<void(const Experiment&)>& told)
{
    std::vector<std::string> keys;
    for (const Lesson& lesson : lessons()) {
        const auto known = store.experiments().find(lesson.key);
        if (known)
            continue;
        if (known.error().code != ErrorCode::NotFound)
            return Failure(known.error());
        const auto experiment = tellLesson(store, lesson, now);
        if (!experiment)
            return Failure(experiment.error());
        keys.push_back(lesson.key);
        if (told)
            told(*experiment);
    }
    return keys;
}

} // namespace xp
