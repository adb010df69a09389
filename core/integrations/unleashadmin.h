// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/integrations/outgoing.h"

#include <functional>

namespace xp {

/// An Unleash server and a token that may change its flags.
struct UnleashAdmin
{
    std::string url;   ///< of its root, as peerRoot() gives it
    std::string token; ///< of an admin, or of a service account that may create and update flags
    std::string project = "default";
    std::string environment = "default"; ///< whose strategies and switch are kept
};

/// What an experiment wants of the flag that it names.
struct FlagWish
{
    std::string flag;
    std::string experiment; ///< its key
    std::string description;
    double traffic = 1; ///< share of the units that Unleash lets in, 0 to 1; whole percents there, rounded up
    bool isOn = false;
    std::string link; ///< where people find the experiment; empty: nowhere
};

/// Makes the flag as it is wanted, whatever it was: creates it, adds our strategy (flexibleRollout, by userId) or
/// changes its rollout, and only then switches it; a flag without a strategy would let everybody in. Strategies of
/// people's own are left alone: where there are only such, the flag is just switched. To be repeated without harm.
/// Answers the first answer that was not a success, else the last; Unavailable as `ask` says.
Result<OutgoingAnswer> keepFlag(const UnleashAdmin& admin, const FlagWish& wish,
                                const std::function<Result<OutgoingAnswer>(const OutgoingRequest&)>& ask);

} // namespace xp
