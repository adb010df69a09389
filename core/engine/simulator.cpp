// SPDX-License-Identifier: Apache-2.0
#include "core/engine/simulator.h"

#include <cmath>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace xp {

namespace {

using Clock = std::chrono::steady_clock;
using InDays = std::chrono::duration<double, std::chrono::days::period>;

/// A visitor with a variant, as answered by the assigner.
struct Visitor
{
    std::size_t lesson; ///< position in lessons()
    LiveExperimentPtr experiment;
    std::string name;
    AssignAnswer answer;
};

struct DueEvent
{
    Clock::time_point at;
    std::size_t lesson;
    std::string visitor;
    VisitorEvent event;

    bool operator>(const DueEvent& other) const { return at > other.at; }
};

struct TrackedEvent
{
    LiveExperimentPtr experiment;
    std::int16_t variant;
    VisitorEvent event;
};

} // namespace

/// Shared with the callbacks of the assigner, which may come after the simulator has gone.
class Simulator::Run : public std::enable_shared_from_this<Simulator::Run>
{
public:
    Run(Catalog& catalog, Assigner& assigner, Options options, SimulatorObserver observer)
        : m_catalog(catalog)
        , m_assigner(assigner)
        , m_options(options)
        , m_observer(std::move(observer))
        , m_random(options.seed)
        , m_prefix("visitor-" + std::to_string(toMicros(now()) / 1000) + "-")
        , m_owed(lessons().size(), 0.0)
    {
    }

    void start()
    {
        m_thread = std::thread([this] { work(); });
    }

    void stop()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_stopping = true;
        }
        m_wake.notify_all();
        m_thread.join();
    }

private:
    void work();
    void move(double visitors);
    void admit(std::size_t lesson, std::size_t visitors);
    void welcome();
    void act();
    void tell();

    Catalog& m_catalog;
    Assigner& m_assigner;
    const Options m_options;
    const SimulatorObserver m_observer;
    Random m_random;
    const std::string m_prefix;
    std::uint64_t m_visitors = 0;
    std::vector<double> m_owed;  ///< visitors due, by lesson; fractions add up
    std::vector<DueEvent> m_due; ///< a heap, the earliest first

    std::thread m_thread;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
    std::vector<Visitor> m_arrived;       ///< from the assigner's thread
    std::vector<TrackedEvent> m_happened; ///< likewise
};

void Simulator::Run::work()
{
    const double perTick = m_options.visitorsPerSecond * std::chrono::duration<double>(m_options.tick).count();
    for (;;) {
        survives(m_observer.onFault, [&] { move(perTick); });
        std::unique_lock lock(m_mutex);
        if (m_wake.wait_for(lock, m_options.tick, [this] { return m_stopping; }))
            return;
    }
}

/// One tick, with so many new visitors of each lesson.
void Simulator::Run::move(double visitors)
{
    constexpr std::size_t kMostAtOnce = 500;
    for (std::size_t lesson = 0; lesson < m_owed.size(); ++lesson) {
        m_owed[lesson] += visitors;
        const auto come = std::min(static_cast<std::size_t>(m_owed[lesson]), kMostAtOnce);
        m_owed[lesson] -= static_cast<double>(come);
        admit(lesson, come);
    }
    welcome();
    act();
    tell();
}

/// Sends visitors to the assigner, but for those who get lost on the way.
void Simulator::Run::admit(std::size_t lesson, std::size_t visitors)
{
    const Lesson& truth = lessons()[lesson];
    const LiveExperimentPtr live = m_catalog.current()->find(truth.key);
    // A person may have made another experiment of the key, or changed the variants of a draft.
    if (!live || live->experiment().status != Status::Running ||
        live->experiment().variants.size() != truth.body["variants"].size())
        return;
    std::vector<AssignRequest> requests;
    std::vector<Visitor> sent;
    for (std::size_t i = 0; i < visitors; ++i) {
        const std::string name = m_prefix + std::to_string(++m_visitors);
        const std::size_t variant = live->bucketing().variantOf(name);
        if (variant < truth.lost.size() && m_random.chance(truth.lost[variant]))
            continue;
        requests.push_back({live, name, {}});
        sent.push_back({lesson, live, name, {}});
    }
    if (requests.empty())
        return;
    // A full queue: these visitors went elsewhere.
    (void)m_assigner.assign(std::move(requests), [run = shared_from_this(), sent = std::move(sent)](
                                                     Result<std::vector<AssignAnswer>> answers) mutable {
        if (!answers)
            return;
        const std::scoped_lock lock(run->m_mutex);
        for (std::size_t i = 0; i < sent.size(); ++i) {
            sent[i].answer = (*answers)[i];
            run->m_arrived.push_back(std::move(sent[i]));
        }
    });
}

/// Decides what those who were assigned will do.
void Simulator::Run::welcome()
{
    std::vector<Visitor> arrived;
    {
        const std::scoped_lock lock(m_mutex);
        arrived.swap(m_arrived);
    }
    for (const Visitor& visitor : arrived) {
        if (!visitor.answer.inExperiment())
            continue;
        if (visitor.answer.created && visitor.answer.leftOut == LeftOut::No && m_observer.assigned)
            m_observer.assigned(*visitor.experiment, visitor.answer.variant);
        const Visit visit{static_cast<std::size_t>(visitor.answer.variant),
                          InDays(visitor.answer.assignedAt - *visitor.experiment->experiment().startedAt).count()};
        for (VisitorEvent& event : lessons()[visitor.lesson].behave(visit, m_random)) {
            const InDays after(event.afterDays / m_options.haste);
            m_due.push_back({Clock::now() + std::chrono::duration_cast<Clock::duration>(after), visitor.lesson,
                             visitor.name, std::move(event)});
            std::push_heap(m_due.begin(), m_due.end(), std::greater());
        }
    }
}

/// Tracks what is due.
void Simulator::Run::act()
{
    std::vector<TrackRequest> requests;
    std::vector<TrackedEvent> sent;
    while (!m_due.empty() && m_due.front().at <= Clock::now()) {
        std::pop_heap(m_due.begin(), m_due.end(), std::greater());
        DueEvent due = std::move(m_due.back());
        m_due.pop_back();
        const LiveExperimentPtr live = m_catalog.current()->find(lessons()[due.lesson].key);
        if (!live)
            continue;
        requests.push_back({.experiment = live,
                            .unit = std::move(due.visitor),
                            .event = due.event.name,
                            .value = due.event.value,
                            .eventId = {},
                            .time = {}});
        sent.push_back({live, 0, std::move(due.event)});
    }
    if (requests.empty())
        return;
    (void)m_assigner.track(std::move(requests), [run = shared_from_this(), sent = std::move(sent)](
                                                    Result<std::vector<TrackAnswer>> answers) mutable {
        if (!answers)
            return;
        const std::scoped_lock lock(run->m_mutex);
        for (std::size_t i = 0; i < sent.size(); ++i) {
            if ((*answers)[i].kind != TrackAnswer::Kind::Stored)
                continue;
            sent[i].variant = (*answers)[i].variant;
            run->m_happened.push_back(std::move(sent[i]));
        }
    });
}

void Simulator::Run::tell()
{
    std::vector<TrackedEvent> happened;
    {
        const std::scoped_lock lock(m_mutex);
        happened.swap(m_happened);
    }
    for (const TrackedEvent& tracked : happened) {
        if (m_observer.tracked)
            m_observer.tracked(*tracked.experiment, tracked.variant, tracked.event);
    }
}

Simulator::Simulator(Catalog& catalog, Assigner& assigner, Options options, SimulatorObserver observer)
    : m_run(std::make_shared<Run>(catalog, assigner, options, std::move(observer)))
{
    m_run->start();
}

Simulator::~Simulator()
{
    m_run->stop();
}

} // namespace xp
