// SPDX-License-Identifier: Apache-2.0
// storagebench sqlite|postgres [seconds]: durable writes through the group commit, beside the raw floor: the same rows
// in plain batched inserts, taken in the same run. PostgreSQL is a server of its own with fsync and
// synchronous_commit on; SQLite runs with synchronous=FULL.

#include "core/storage/connection/connection.h"
#include "core/storage/store.h"
#include "core/storage/writing/groupcommit.h"
#include "tests/support/privatepostgres.h"
#include "tests/support/testexperiments.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <algorithm>
#include <array>
#include <cmath>
#include <condition_variable>
#include <iostream>
#include <mutex>
#include <random>
#include <sys/resource.h>

using namespace xp;
using namespace xp::test;
using Clock = std::chrono::steady_clock;

namespace {

constexpr std::size_t kUnits = 1'000'000;
constexpr std::size_t kFloorBatch = 1000;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

std::string unitName(std::size_t i)
{
    return "user-" + std::to_string(i * 2654435761u % 4294967291u);
}

PrivatePostgres* theServer = nullptr;

/// Processor time of this process and of the database server: what a figure costs, however busy the machine is.
double processorSeconds()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime) + (theServer ? theServer->processorSeconds() : 0);
}

std::string processorTime(double since, std::size_t count)
{
    const double micros = (processorSeconds() - since) * 1e6 / static_cast<double>(count);
    return ", " + std::to_string(micros).substr(0, 5) + " us of processor each";
}

void report(const std::string& what, double perSecond, const std::string& extra = {})
{
    std::cout << what << std::string(what.size() < 52 ? 52 - what.size() : 1, ' ')
              << static_cast<std::int64_t>(perSecond) << "/s" << extra << std::endl;
}

/// Keeps `outstanding` requests under way and counts what comes back.
class Load
{
public:
    Load(GroupCommit& commits, std::size_t outstanding) : m_commits(commits), m_outstanding(outstanding) {}

    template <typename Make>
    void run(const std::string& what, double seconds, Make make)
    {
        const auto start = Clock::now();
        const double processor = processorSeconds();
        std::size_t done = 0;
        std::vector<double> latencies;
        while (secondsSince(start) < seconds) {
            {
                std::unique_lock lock(m_mutex);
                m_wake.wait(lock, [&] { return m_underWay < m_outstanding; });
                ++m_underWay;
            }
            auto commands = make();
            const std::size_t count = commands.size();
            must(m_commits.submit(std::move(commands), [&, count, sent = Clock::now()](auto outcomes) {
                must(std::move(outcomes));
                const std::lock_guard lock(m_mutex);
                done += count;
                latencies.push_back(secondsSince(sent));
                --m_underWay;
                m_wake.notify_one();
            }));
        }
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [&] { return m_underWay == 0; });
        const double elapsed = secondsSince(start);
        std::ranges::sort(latencies);
        const auto percentile = [&](double p) {
            const auto at = static_cast<std::size_t>(p * static_cast<double>(latencies.size() - 1));
            return std::to_string(latencies[at] * 1000).substr(0, 5);
        };
        report(what + ", " + std::to_string(m_outstanding) + " under way", static_cast<double>(done) / elapsed,
               "   p50 " + percentile(0.5) + " ms, p99 " + percentile(0.99) + " ms" + processorTime(processor, done));
    }

private:
    GroupCommit& m_commits;
    std::size_t m_outstanding;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::size_t m_underWay = 0;
};

/// The floor: rows as wide as an event (or an assignment) into a table with the same key, batch after batch, durable.
void measureFloor(const DatabaseUrl& url, double seconds)
{
    auto connection = must(Connection::open(url));
    must(connection->runScript(std::string("CREATE TABLE floor (experiment_id TEXT NOT NULL, unit_id TEXT NOT NULL,"
                                           " received_at BIGINT NOT NULL, value DOUBLE PRECISION NOT NULL,"
                                           " name TEXT NOT NULL, PRIMARY KEY (experiment_id, unit_id, received_at))") +
                               (connection->isPostgres() ? "" : " WITHOUT ROWID")));
    const std::string experiment = runningExperiment().id;
    std::mt19937_64 random(1);
    std::size_t rowsDone = 0;
    const auto start = Clock::now();
    const double processor = processorSeconds();
    while (secondsSince(start) < seconds) {
        RowSet rows({RowSet::Text, RowSet::Text, RowSet::Integer, RowSet::Real, RowSet::Text});
        std::vector<std::string> units;
        for (std::size_t i = 0; i < kFloorBatch; ++i)
            units.push_back(unitName(random() % kUnits));
        for (const std::string& unit : units)
            rows.add({experiment, unit, static_cast<std::int64_t>(++rowsDone), 1.0, std::string_view("conversion")});
        must(connection->atomically([&] {
            return connection->runFor(rows,
                                      "INSERT INTO floor (experiment_id, unit_id, received_at, value, name) {rows}");
        }));
    }
    report("floor: plain insert, batches of " + std::to_string(kFloorBatch),
           static_cast<double>(rowsDone) / secondsSince(start), "  " + processorTime(processor, rowsDone));
}

void measureLoad(Store& store, std::size_t count)
{
    Experiment experiment = runningExperiment({metricOf("a", MetricKind::Conversion),
                                               metricOf("b", MetricKind::Conversion), metricOf("c", MetricKind::Mean)});
    experiment.imported = true;
    must(store.experiments().insert(experiment));
    const LiveExperiment loaded(experiment);
    std::vector<ImportedUnit> units(count);
    for (std::size_t i = 0; i < count; ++i) {
        units[i] = {unitName(i), static_cast<std::int16_t>(i % 2), at(kStart), std::vector<UnitTotals>(3)};
        if (i % 2 == 0)
            units[i].totals[0].addEvent(1'000'000);
        if (i % 5 == 0)
            units[i].totals[1].addEvent(1'000'000);
        units[i].totals[2].addEvent(static_cast<std::int64_t>(i) * 1'000'000);
    }
    const auto start = Clock::now();
    const double processor = processorSeconds();
    std::ranges::sort(units, {}, &ImportedUnit::unit);
    must(store.transaction([&]() -> Result<void> {
        for (std::size_t i = 0; i < count; i += 10000) {
            const auto chunk = std::span(units).subspan(i, std::min<std::size_t>(10000, count - i));
            if (auto done = store.units().load(loaded, chunk); !done)
                return done;
        }
        return {};
    }));
    const double elapsed = secondsSince(start);
    report("load " + std::to_string(count) + " units, three metrics", static_cast<double>(count) / elapsed,
           "   " + std::to_string(elapsed) + " s" + processorTime(processor, count));
}

void measureWrites(const DatabaseUrl& url, double seconds)
{
    constexpr std::array<std::size_t, 4> outstandings{1, 64, 256, 5000};
    auto store = must(Store::open(url));
    Experiment experiment =
        runningExperiment({metricOf("view", MetricKind::Count), metricOf("buy", MetricKind::Conversion),
                           metricOf("spend", MetricKind::Sum)});
    experiment.metrics[2].event = "buy";
    must(store->experiments().insert(experiment));
    const LiveExperimentPtr running = live(experiment);
    GroupCommit commits(url, {});
    std::size_t next = 0;
    std::mt19937_64 random(7);
    const auto assign = [&] {
        const std::string unit = unitName(next++);
        return std::vector<Command>{AssignCommand{running, unit, static_cast<std::int16_t>(next % 2), now(), "{}"}};
    };
    for (const std::size_t outstanding : outstandings)
        Load(commits, outstanding).run("assign, new units", seconds, assign);

    // Zipf with exponent 1, by inversion of the harmonic sum.
    const auto zipfUnit = [&] {
        const double u = std::uniform_real_distribution<double>(0, 1)(random);
        const auto rank = static_cast<std::size_t>(std::exp(u * std::log(static_cast<double>(next)))) - 1;
        return unitName(rank * 7919 % next);
    };
    const auto track = [&] {
        const std::uint64_t dice = random();
        return TrackCommand{running,
                            zipfUnit(),
                            dice % 4 == 0 ? "buy" : "view",
                            static_cast<double>(dice % 1000) / 10,
                            dice % 2 == 0 ? std::to_string(dice) : std::string(),
                            std::nullopt,
                            now()};
    };
    for (const std::size_t outstanding : outstandings)
        Load(commits, outstanding).run("track", seconds, [&] { return std::vector<Command>{track()}; });
    Load(commits, 8).run("track, batches of 1000", seconds, [&] {
        std::vector<Command> commands;
        for (int i = 0; i < 1000; ++i)
            commands.push_back(track());
        return commands;
    });
    const auto lookup = [&] {
        return std::vector<Command>{AssignCommand{running, unitName(random() % next), std::nullopt, now(), {}}};
    };
    Load(commits, 256).run("lookup of a stored unit", seconds, lookup);
    const auto start = Clock::now();
    const auto cells = must(store->moments().read(experiment.id)).cells.size();
    std::cout << "read of the moments: " << secondsSince(start) * 1000 << " ms, " << cells << " cells" << std::endl;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const bool postgres = argc > 1 && std::string_view(argv[1]) == "postgres";
    const double seconds = argc > 2 ? std::atof(argv[2]) : 5;
    PrivatePostgres server;
    const QTemporaryDir folder;
    QString text = QStringLiteral("sqlite:///") + folder.filePath(QStringLiteral("bench.db"));
    if (postgres) {
        if (const QString problem = server.start(); !problem.isEmpty()) {
            std::cerr << problem.toStdString() << std::endl;
            return 1;
        }
        theServer = &server;
        text = server.newDatabase();
    }
    const DatabaseUrl url = must(parseDatabaseUrl(text.toStdString()));
    auto store = must(Store::open(url));
    must(store->migrate());
    measureFloor(url, seconds);
    measureLoad(*store, 100000);
    measureWrites(url, seconds);
    return 0;
}
