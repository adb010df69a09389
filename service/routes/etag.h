// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/http/request.h"

namespace xp::service {

/// Whether the client names this tag (with its quotes) in If-None-Match: it has the answer already.
bool isKnown(const Request& request, std::string_view tag);

} // namespace xp::service
