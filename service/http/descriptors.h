// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace xp::service {

/// How many connections of those `wanted` may be taken where a process may hold `limit` descriptors: some are left for
/// the database, for files, and for the refusal of one connection too many.
std::size_t connectionsWithin(std::size_t wanted, std::size_t limit);

/// Asks the system for the descriptors that so many connections need, as far as it allows a process to ask (a soft
/// limit is often 1,024), and says how many connections fit.
std::size_t reserveDescriptors(std::size_t wanted);

} // namespace xp::service
