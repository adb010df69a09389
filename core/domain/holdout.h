// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/bucketing.h"
#include "core/domain/timestamp.h"

#include <nlohmann/json_fwd.hpp>

namespace xp {

/// A share of a project's units that no experiment newly takes, so that what all experiments do together can be seen.
struct Holdout
{
    std::string project;
    std::string key;
    std::string description;
    double share = 0; ///< of all units, 0..1, in steps of 0.0001
    std::string seed; ///< which units those are
    std::int64_t version = 1;
    Timestamp createdAt{};

    Draw drawOf(std::string_view unit) const { return drawUnder(seed, unit); }
    bool holdsOut(std::string_view unit) const { return isWithin(drawOf(unit), 0, share); }

    bool operator==(const Holdout&) const = default;
};

/// The wire form.
nlohmann::json toJson(const Holdout& holdout);

} // namespace xp
