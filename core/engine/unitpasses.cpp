// SPDX-License-Identifier: Apache-2.0
#include "core/engine/unitpasses.h"

#include "core/domain/breakdownscodec.h"
#include "core/domain/epochs.h"
#include "core/domain/maturity.h"
#include "core/domain/statisticscodec.h"
#include "core/domain/unitcounters.h"
#include "core/engine/passresults.h"
#include "core/storage/events/retention.h"
#include "core/storage/passes/agepass.h"
#include "core/storage/passes/maturedunits.h"

#include <functional>

namespace xp {

namespace {

using Clock = UnitPass::Clock;

constexpr auto kMostBehindTheScenes = std::chrono::minutes(20);
constexpr double kShareBehindTheScenes = 0.25; ///< of the time, so that who waits for the database hardly notices
constexpr auto kMostOnRequest = std::chrono::seconds(10);
constexpr auto kMostForAReport = std::chrono::milliseconds(500);
constexpr std::int64_t kMostReadOnRequest = 30'000; ///< rows, for a report: some 40 ms
constexpr std::int64_t kMostUnpassed = 20'000;      ///< rows: beyond them a pass is there before it is needed
constexpr auto kShortestAge = std::chrono::minutes(1);
constexpr std::int64_t kMostSegmentsKept = 50; ///< of an experiment, breakdowns by attributes
constexpr int kRestsFor = 20;                  ///< times as long as a pass took

UnitPass::Limit behindTheScenes(const std::atomic<bool>* stop, bool atOnce)
{
    return {.deadline = Clock::now() + kMostBehindTheScenes, .stop = stop, .share = atOnce ? 1 : kShareBehindTheScenes};
}

/// Whether data that have changed since the pass are worth another one.
bool isOld(const PassResult& pass, Timestamp at)
{
    return at - pass.at >= std::max<Duration>(kShortestAge, kRestsFor * pass.took);
}

/// Changes whenever a pass would find something else, but for units that mature and grow older.
Result<std::string> fingerprintOf(Store& store, const Experiment& experiment)
{
    return momentsFingerprint(store.connection(), experiment.id).map([&](std::string moments) {
        return moments + std::to_string(presentPhase(experiment));
    });
}

/// Runs `collect` (giving a Result of something with a JSON form), which works this share of the time, and keeps what
/// it found where `isKept` says so.
template <typename Collect, typename IsKept>
auto makePass(Store& store, const Experiment& experiment, const std::string& kind, Timestamp at,
              std::string fingerprint, double share, Collect collect, IsKept isKept) -> decltype(collect())
{
    const auto start = Clock::now();
    auto found = collect();
    if (!found || !isKept(*found))
        return found;
    PassResult pass{.at = at,
                    .took = std::chrono::duration_cast<Duration>((Clock::now() - start) * share),
                    .fingerprint = std::move(fingerprint),
                    .document = toJson(*found)};
    if (auto saved = UnitPassTable(store.connection()).save(experiment.id, kind, pass); !saved)
        return Failure(std::move(saved.error()));
    return found;
}

/// Whether there may be other units or days by now, without any event. Once a day there are; and where a window counts,
/// as long as there are units that it was not over for.
Result<bool> hasRipened(Store& store, const Experiment& experiment, Timestamp since, Timestamp at,
                        std::optional<Duration> window)
{
    if (dayOf(since) != dayOf(at) || !window)
        return dayOf(since) != dayOf(at);
    return store.moments().read(experiment.id).map([&](const SufficientStatistics& data) {
        return std::ranges::any_of(data.cells, [&](const MomentCell& cell) {
            return cell.metric == kUnitsOnly && cell.day > lastMaturedDay(*window, since);
        });
    });
}

/// Of the metrics that have a shape.
std::optional<Duration> longestWindowOfShapes(Experiment experiment)
{
    std::erase_if(experiment.metrics, std::not_fn(hasShape));
    return longestWindow(experiment);
}

/// Whether a pass would find what the last one found.
Result<bool> isUpToDate(Store& store, const Experiment& experiment, const PassResult& last,
                        const std::string& fingerprint, Timestamp at, std::optional<Duration> window)
{
    if (last.fingerprint != fingerprint)
        return false;
    return hasRipened(store, experiment, last.at, at, window).map([](bool ripened) { return !ripened; });
}

/// What a pass is of, and when.
struct PassOccasion
{
    const Experiment& experiment;
    std::string kind;
    Timestamp at;
    bool atOnce = false;
    std::optional<Duration> window = {}; ///< the longest whose end changes what it finds
};

/// Makes a pass anew when it is due; true when it did.
template <typename Collect>
Result<bool> refresh(Store& store, const PassOccasion& occasion, Collect collect)
{
    const auto& [experiment, kind, at, atOnce, window] = occasion;
    const auto last = UnitPassTable(store.connection()).read(experiment.id, kind);
    if (!last)
        return Failure(last.error());
    if (*last && !atOnce && !isOld(**last, at))
        return false;
    auto fingerprint = fingerprintOf(store, experiment);
    if (!fingerprint)
        return Failure(std::move(fingerprint.error()));
    if (*last) {
        const auto known = isUpToDate(store, experiment, **last, *fingerprint, at, window);
        if (!known || *known)
            return known.map([](bool) { return false; });
    }
    const double share = atOnce ? 1 : kShareBehindTheScenes;
    const auto always = [](const auto&) { return true; };
    return makePass(store, experiment, kind, at, std::move(*fingerprint), share, collect, always).map(always);
}

/// Whether nothing better can be found than was: the experiment is over, and of its events some are gone.
Result<bool> isFinal(Store& store, const Experiment& experiment, const std::string& kind)
{
    const auto sealed = sealedUntil(store.connection());
    if (!sealed)
        return Failure(sealed.error());
    if (!experiment.stoppedAt || *sealed <= experiment.startedAt.value_or(Timestamp()))
        return false;
    return UnitPassTable(store.connection()).read(experiment.id, kind).map([](const auto& last) {
        return last.has_value();
    });
}

} // namespace

Result<bool> refreshHistograms(Store& store, const Experiment& experiment, Timestamp at, bool atOnce,
                               const std::atomic<bool>* stop)
{
    return refresh(store, {experiment, "histograms", at, atOnce, longestWindowOfShapes(experiment)}, [&] {
        return collectHistograms(store.connection(), experiment, at, behindTheScenes(stop, atOnce));
    });
}

Result<bool> refreshAges(Store& store, const Experiment& experiment, Timestamp at, const std::atomic<bool>* stop)
{
    const auto final = isFinal(store, experiment, "ages");
    if (!final || *final)
        return final.map([](bool) { return false; });
    return refresh(store, {experiment, "ages", at}, [&] {
        auto ages = collectAges(store.connection(), experiment, at, behindTheScenes(stop, false));
        // Too many events to read: it says that none were, and rests as after any other pass.
        if (!ages && ages.error().code == ErrorCode::Overloaded && !(stop && *stop))
            ages = AgeStatistics{.asOf = at, .share = 0, .cells = {}};
        return ages;
    });
}

namespace {

/// Of the days of which some units are matured and others not: how many units there are, and about how many rows must
/// be read to add up those that are, which are the experiment's assignments and the totals of these units.
struct PartlyMatured
{
    std::int64_t units = 0;
    std::int64_t toRead = 0;
};

/// Whether each assignment is counted once under this position, whether its unit is analysed or not.
bool countsAssignments(const Experiment& experiment, std::int16_t position)
{
    const bool isExplicit = experiment.enrolment.exposure == Exposure::Explicit;
    return position == (isExplicit ? kAssignedUnits : kUnitsOnly) || position == kExcludedByExperiment ||
           position == kExcludedByService || position == kExcludedBots;
}

PartlyMatured partlyMatured(const Experiment& experiment, const SufficientStatistics& data, Timestamp at)
{
    const bool hasCovariates = decidingPlan(experiment).cuped;
    const auto totals = static_cast<std::int64_t>(experiment.metrics.size()) * (hasCovariates ? 2 : 1);
    const std::vector<Duration> windows = windowsOf(experiment);
    PartlyMatured found;
    for (const MomentCell& cell : data.cells) {
        if (countsAssignments(experiment, cell.metric))
            found.toRead += cell.moments.units;
        for (const Duration window : windows) {
            if (cell.metric != kUnitsOnly || cell.day != partlyMaturedDay(window, at))
                continue;
            found.units += cell.moments.units;
            found.toRead += cell.moments.units * totals;
        }
    }
    return found;
}

std::optional<MaturedPart> unlessEmpty(std::optional<MaturedPart> part)
{
    return part && part->cells.empty() ? std::nullopt : std::move(part);
}

} // namespace

Result<std::optional<MaturedPart>> readMatured(Store& store, const Experiment& experiment,
                                               const SufficientStatistics& data, Timestamp at)
{
    const PartlyMatured partly = partlyMatured(experiment, data, at);
    if (partly.units == 0)
        return std::nullopt;
    if (partly.toRead <= kMostReadOnRequest) {
        auto part = collectMatured(store.connection(), experiment, at, {.deadline = Clock::now() + kMostForAReport});
        if (part || part.error().code != ErrorCode::Overloaded)
            return std::move(part).map(unlessEmpty);
    }
    return readMaturedPass(store, experiment.id).map(unlessEmpty);
}

Result<bool> refreshMatured(Store& store, const Experiment& experiment, Timestamp at, const std::atomic<bool>* stop)
{
    const auto longest = longestWindow(experiment);
    if (!longest || (experiment.stoppedAt && *experiment.stoppedAt + *longest + std::chrono::days(1) < at))
        return false;
    const auto last = UnitPassTable(store.connection()).identity(experiment.id, "matured");
    if (!last || (*last && at - (*last)->at < kShortestAge))
        return last.map([](const auto&) { return false; });
    const auto data = store.moments().read(experiment.id);
    if (!data)
        return Failure(data.error());
    const PartlyMatured partly = partlyMatured(experiment, *data, at);
    if (partly.units == 0 || partly.toRead <= kMostUnpassed)
        return false;
    return refresh(store, {experiment, "matured", at, false, longest}, [&] {
        auto part = collectMatured(store.connection(), experiment, at, behindTheScenes(stop, false));
        // Too many units: it says that none have matured, and rests as after any other pass.
        if (!part && part.error().code == ErrorCode::Overloaded && !(stop && *stop))
            part = MaturedPart();
        return part;
    });
}

namespace {

/// Names are made up as easily as they are asked for: one that no unit has leaves nothing behind, unless it is among
/// the few that the experiment declares, which anybody may ask for again and again.
bool isWorthKeeping(const Experiment& experiment, const SegmentStatistics& found)
{
    return !found.segments.empty() ||
           std::ranges::find(experiment.segments, found.attribute) != experiment.segments.end();
}

/// `replaces`: there is an earlier pass, which must not outlive what it saw.
Result<SegmentStatistics> makeSegments(Store& store, const Experiment& experiment, const std::string& attribute,
                                       Timestamp at, std::string fingerprint, bool replaces)
{
    const auto turn = takeBreakdownTurn();
    if (!turn)
        return Failure(turn.error());
    auto made = makePass(
        store, experiment, "segment:" + attribute, at, std::move(fingerprint), 1,
        [&] {
            return collectSegments(store.connection(), experiment, attribute, at,
                                   {.deadline = Clock::now() + kMostOnRequest});
        },
        [&](const SegmentStatistics& found) { return replaces || isWorthKeeping(experiment, found); });
    if (!made)
        return made;
    return UnitPassTable(store.connection()).keepLatestSegments(experiment.id, kMostSegmentsKept).map([&] {
        return std::move(*made);
    });
}

} // namespace

Result<std::unique_lock<std::mutex>> takeBreakdownTurn()
{
    static std::mutex mutex;
    std::unique_lock turn(mutex, std::try_to_lock);
    if (!turn.owns_lock())
        return fail(ErrorCode::Overloaded, "pass_under_way",
                    "The units are being looked through for another breakdown; try again in a moment");
    return turn;
}

Result<SegmentStatistics> readSegments(Store& store, const Experiment& experiment, const std::string& attribute,
                                       Timestamp at)
{
    const std::string kind = "segment:" + attribute;
    auto last = UnitPassTable(store.connection()).read(experiment.id, kind);
    if (!last)
        return Failure(std::move(last.error()));
    auto fingerprint = fingerprintOf(store, experiment);
    if (!fingerprint)
        return Failure(std::move(fingerprint.error()));
    std::optional<SegmentStatistics> known;
    if (*last) {
        if (auto read = segmentStatisticsFromJson((*last)->document))
            known = std::move(*read);
    }
    if (known) {
        const auto upToDate = isOld(**last, at)
                                  ? isUpToDate(store, experiment, **last, *fingerprint, at, longestWindow(experiment))
                                  : true;
        if (!upToDate || *upToDate)
            return std::move(*known);
    }
    auto made = makeSegments(store, experiment, attribute, at, std::move(*fingerprint), known.has_value());
    if (!made && known)
        return std::move(*known);
    return made;
}

} // namespace xp
