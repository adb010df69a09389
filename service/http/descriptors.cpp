// SPDX-License-Identifier: Apache-2.0
#include "service/http/descriptors.h"

#include <algorithm>
#include <sys/resource.h>

namespace xp::service {

namespace {

constexpr std::size_t kForOthers = 128;
constexpr std::size_t kForOthersAtLeast = 40; ///< what the service has open with each connection to the database in use

} // namespace

std::size_t connectionsWithin(std::size_t wanted, std::size_t limit)
{
    const std::size_t others = std::clamp(limit / 2, kForOthersAtLeast, kForOthers);
    return std::min(wanted, limit > others ? limit - others : 1);
}

std::size_t reserveDescriptors(std::size_t wanted)
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return wanted;
    const rlim_t needed = std::min<rlim_t>(wanted + kForOthers, limit.rlim_max);
    if (limit.rlim_cur < needed) {
        const rlimit raised{needed, limit.rlim_max};
        if (::setrlimit(RLIMIT_NOFILE, &raised) == 0)
            limit = raised;
    }
    return connectionsWithin(wanted, limit.rlim_cur);
}

} // namespace xp::service
