// SPDX-License-Identifier: Apache-2.0
#include "core/lessons/collections.h"

#include <algorithm>

namespace xp {

const std::vector<Lesson>& lessons()
{
    static const std::vector<Lesson> s_lessons = [] {
        std::vector<Lesson> all = verdictLessons();
        for (auto* collection : {&illusionLessons, &brokenDataLessons}) {
            std::vector<Lesson> more = (*collection)();
            std::ranges::move(more, std::back_inserter(all));
        }
        std::ranges::sort(all, {}, &Lesson::number);
        return all;
    }();
    return s_lessons;
}

const Lesson* findLesson(std::string_view key)
{
    const auto it = std::ranges::find(lessons(), key, &Lesson::key);
    return it == lessons().end() ? nullptr : &*it;
}

} // namespace xp
