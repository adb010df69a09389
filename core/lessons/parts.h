// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/lessons/lesson.h"

// The shapes that bodies of lessons are made of.
namespace xp::lessonparts {

nlohmann::json variant(const char* name, double allocation);
/// Two variants of one half each.
nlohmann::json halves(const char* control, const char* treatment);

nlohmann::json primary(const char* name, const char* event, const char* kind = "conversion");
nlohmann::json secondary(const char* name, const char* event, const char* kind = "conversion");
/// One that shall not grow.
nlohmann::json guardrail(const char* name, const char* event);

/// `looks` even looks at `units` for each variant.
nlohmann::json groupSequential(std::int64_t units, int looks, double smallestEffect);
nlohmann::json fixed(std::int64_t units, double smallestEffect);
/// What the plan says of one metric beyond the experiment.
nlohmann::json withMargin(nlohmann::json plan, const char* metric, double margin);
nlohmann::json withCap(nlohmann::json plan, const char* metric, double quantile);

} // namespace xp::lessonparts
