// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/lessons/lesson.h"

// The lessons by what they teach; each list stands in the .cpp named after it.
namespace xp {

std::vector<Lesson> verdictLessons();    ///< verdicts.cpp: what a well-run experiment may say
std::vector<Lesson> illusionLessons();   ///< illusions.cpp: effects that are not there
std::vector<Lesson> brokenDataLessons(); ///< brokendata.cpp: data that must not be read

} // namespace xp
