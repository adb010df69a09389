// SPDX-License-Identifier: Apache-2.0
#include "service/routes/etag.h"

namespace xp::service {

/// One of a list, weak or not, or `*`.
bool isKnown(const Request& request, std::string_view tag)
{
    const auto list = request.header("If-None-Match");
    return list && (*list == "*" || list->find(tag) != std::string_view::npos);
}

} // namespace xp::service
