// SPDX-License-Identifier: Apache-2.0
#include "service/http/descriptors.h"

#include <algorithm>
#include <sys/resource.h>

namespace xp::service {

namespace {

constexpr std::size_t kForOthers = 128;

} // namespace

std::size_t connectionsWithin(std::size_t wanted, std::size_t limit)
{
    return std::min(wanted, limit > 2 * kForOthers ? limit - kForOthers : limit / 2);
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
