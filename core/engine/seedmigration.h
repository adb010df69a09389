// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/actor.h"
#include "core/storage/external/seedreader.h"
#include "core/storage/store.h"

#include <functional>

namespace xp {

/// What became of the rows of the replaced service's tables; every row is counted once.
struct SeedMigrationReport
{
    struct Experiments
    {
        std::int64_t taken = 0;
        std::int64_t already = 0; ///< by an earlier run
        std::int64_t leftOut = 0; ///< as asked for
    } experiments;
    struct Assignments
    {
        std::int64_t taken = 0;
        std::int64_t already = 0;
        std::int64_t repeated = 0;          ///< a user's later rows: the earliest holds
        std::int64_t unknownVariant = 0;    ///< a variant that its experiment does not have
        std::int64_t unknownExperiment = 0; ///< of no experiment
        std::int64_t unusable = 0;          ///< without a user, or with text that cannot be stored
        std::int64_t leftOut = 0;           ///< of an experiment that is left out
        std::int64_t withoutTime = 0;       ///< of those taken: they got the experiment's start
    } assignments;
    struct Events
    {
        std::int64_t taken = 0;
        std::int64_t already = 0;
        std::int64_t orphaned = 0; ///< of a user without an assignment
        std::int64_t unknownExperiment = 0;
        std::int64_t unusable = 0;     ///< without user or name, with a value that is no number
        std::int64_t leftOut = 0;      ///< of an experiment that is left out
        std::int64_t withoutTime = 0;  ///< of those taken: they got the experiment's start
        std::int64_t otherVariant = 0; ///< of those taken: written under another variant than the user's first
        std::int64_t uncounted = 0;    ///< of those taken: before the assignment or after the stop
    } events;
    std::vector<Sentence> notes; ///< what was not said plainly by the old tables and how it was read

    nlohmann::json toJson() const;
};

using OnMigrationProgress = std::function<void(std::string_view table, std::int64_t rows)>;

/// Takes the replaced service's data over: experiments with ids, stored variants and hash, so that known and new users
/// get the variant they would have got; assignments; events with their time. What a run did is durable batch by batch,
/// and a further run takes only what is not there: so a run that was cut short is continued, and what the old service
/// took in meanwhile is fetched. While its assignments are being stored a running experiment admits nobody new.
/// The experiments of `leaveOut` (old ids) stay out with all that is theirs.
/// Nothing is written where an experiment cannot be taken over: Invalid `seed_refused` names each of them with every
/// reason; Conflict when the only one is that our own experiments have their ids.
Result<SeedMigrationReport> migrateSeed(SeedReader& source, Store& target, const Actor& actor,
                                        const OnMigrationProgress& onProgress = {},
                                        const std::vector<std::string>& leaveOut = {});

} // namespace xp
