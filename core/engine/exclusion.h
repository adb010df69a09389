// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/audience.h"
#include "core/domain/error.h"
#include "core/domain/leftout.h"

namespace xp {

/// Whom no experiment analyses, whatever its own rules: programs, by the name that they give themselves, and units for
/// which a condition holds. Immutable; all threads share one.
class Exclusion
{
public:
    /// `bots`, a condition (JSON, see core/targeting/condition.h), or both as `bots,{...}`. The condition cannot refer
    /// to segments or experiments, which belong to a project. Invalid says what is wrong, by its path.
    static Result<Exclusion> read(std::string_view text);

    /// ByService, AsBot or No.
    LeftOut of(const UnitFacts& facts) const;
    /// `bots`: whether it looks for them and the unit is one (null: it does not look); `condition`: as it was written,
    /// with what it found.
    nlohmann::json explain(const UnitFacts& facts) const;

private:
    bool m_bots = false;
    AudiencePtr m_condition; ///< nullptr: holds for nobody
};

} // namespace xp
