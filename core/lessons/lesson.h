// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/lessons/random.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace xp {

/// Something a visitor does.
struct VisitorEvent
{
    std::string name;
    double value = 1;
    double afterDays = 0; ///< since its arrival
};

/// A visitor as the truth sees it.
struct Visit
{
    std::size_t variant = 0; ///< position; the first is the control
    double day = 0;          ///< of its arrival, since the start of the experiment
};

/// What the visitor does; the only place where a lesson's truth acts.
using Behaviour = std::vector<VisitorEvent> (*)(const Visit& visit, Random& random);

/// What its owner changes while the experiment runs.
struct LessonChange
{
    double day = 0; ///< since the start
    nlohmann::json body;
    std::string reason; ///< for the audit log
};

/// Visitors who come back on another device, whose id is another one, and meet the variant of that id.
struct SecondDevice
{
    double share = 0;   ///< of the visitors, within three days
    double joinDay = 0; ///< since the start: the service is told which ids are one person, then and every day after
};

/// A synthetic experiment of known truth, made to show one trap or one virtue.
struct Lesson
{
    int number = 0;
    std::string key;
    nlohmann::json body; ///< as for POST /experiments; the description tells the truth
    std::uint64_t seed = 1;
    double visitorsPerDay = 0;
    double days = 0;         ///< how long it has run when the story is told
    bool isRunning = false;  ///< visitors go on coming; else it was stopped then
    double endedDaysAgo = 0; ///< when it was stopped, before the story is told
    std::string conclusion;  ///< the reason of the stop
    Behaviour behave = nullptr;
    std::vector<double> lost = {}; ///< by variant: the share of visitors that are never counted; empty: none
    std::vector<LessonChange> changes = {};
    SecondDevice secondDevice = {};
    double naiveDay = 0; ///< when somebody who only compares the sums would have decided
    std::string moral;   ///< what is to be learned, for docs/lessons.md
};

/// All lessons, by number.
const std::vector<Lesson>& lessons();
const Lesson* findLesson(std::string_view key);

} // namespace xp
