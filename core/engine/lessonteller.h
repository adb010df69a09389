// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/lessons/lesson.h"
#include "core/storage/store.h"

#include <functional>

namespace xp {

/// Who tells the lessons, in the audit log.
inline constexpr std::string_view kStoryteller = "simulator";

/// Lives a lesson through in a store: its experiment is made, started, visited, changed and stopped at dates of the
/// past, through the same code as a real one, with the snapshots that the service would have taken. The same `now`
/// (and, but for the last day, the same truth) gives the same numbers, whatever the machine. All or nothing.
/// Conflict `key_taken` when an experiment has its key.
Result<Experiment> tellLesson(Store& store, const Lesson& lesson, Timestamp now);

/// Tells those lessons whose key is free; `told` hears of each. Returns their keys. Takes a few seconds.
Result<std::vector<std::string>> tellLessons(Store& store, Timestamp now,
                                             const std::function<void(const Experiment&)>& told = {});

} // namespace xp
