// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/enumtext.h"

#include <cstdint>

namespace xp {

/// Whether a unit that has a variant is left out of the analysis, and by which rule. Decided with its assignment and
/// stored with it (`assignments.forced`), so the numbers stay.
enum class LeftOut : std::int16_t {
    No = 0,
    ByName = 1,       ///< its variant is forced; the only one that may become another
    ByExperiment = 2, ///< the experiment's `exclude` holds
    ByService = 3,    ///< the condition of XP_EXCLUDE holds
    AsBot = 4,        ///< XP_EXCLUDE=bots: its user agent is a program
};

inline constexpr EnumText kExclusionRules{std::array{EnumName{LeftOut::ByExperiment, "experiment"},
                                                     EnumName{LeftOut::ByService, "service"},
                                                     EnumName{LeftOut::AsBot, "bots"}}};

/// The rule's name on the wire; empty for units that no rule leaves out.
constexpr std::string_view ruleOf(LeftOut leftOut)
{
    return kExclusionRules.text(leftOut);
}

/// Whether a rule leaves it out, rather than its name.
constexpr bool isExcluded(LeftOut leftOut)
{
    return !ruleOf(leftOut).empty();
}

} // namespace xp
