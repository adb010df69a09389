// SPDX-License-Identifier: Apache-2.0
#include "core/domain/boundedjson.h"

namespace xp {

nlohmann::json boundedJson(std::string_view text, int deepest)
{
    bool isTooDeep = false;
    const auto isKept = [&](int depth, nlohmann::json::parse_event_t, const nlohmann::json&) {
        isTooDeep = isTooDeep || depth > deepest;
        return !isTooDeep;
    };
    auto document = nlohmann::json::parse(text, isKept, false);
    return isTooDeep ? nlohmann::json(nlohmann::json::value_t::discarded) : document;
}

} // namespace xp
