// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/units/unittable.h"

#include <span>

namespace xp {

/// By the unit that was asked for, then by experiment.
using GivenVariants = std::map<std::string, std::map<std::string, GivenVariant>, std::less<>>;

/// The variants that units, or those that they were joined to, have in some experiments; a unit without any is left
/// out. One statement for all of them.
Result<GivenVariants> givenVariants(Connection& connection, std::span<const std::string> units,
                                    std::span<const std::string> experimentIds);

} // namespace xp
