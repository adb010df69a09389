// SPDX-License-Identifier: Apache-2.0
#include "core/integrations/peerjson.h"

#include "core/domain/boundedjson.h"

namespace xp {

namespace {

constexpr int kDeepest = 64; ///< as of the bodies that callers send

/// nullptr also in what is no object.
const nlohmann::json* fieldIn(const nlohmann::json& object, const char* field)
{
    const auto it = object.find(field);
    return it == object.end() ? nullptr : &*it;
}

} // namespace

nlohmann::json peerDocument(std::string_view text)
{
    return boundedJson(text, kDeepest);
}

std::string peerText(const nlohmann::json& object, const char* field)
{
    const nlohmann::json* found = fieldIn(object, field);
    return found && found->is_string() ? found->get<std::string>() : std::string();
}

const nlohmann::json& peerList(const nlohmann::json& object, const char* field)
{
    static const nlohmann::json kNone = nlohmann::json::array();
    const nlohmann::json* found = fieldIn(object, field);
    return found && found->is_array() ? *found : kNone;
}

const nlohmann::json& peerObject(const nlohmann::json& object, const char* field)
{
    static const nlohmann::json kNone = nlohmann::json::object();
    const nlohmann::json* found = fieldIn(object, field);
    return found && found->is_object() ? *found : kNone;
}

bool peerFlag(const nlohmann::json& object, const char* field)
{
    const nlohmann::json* found = fieldIn(object, field);
    return found && found->is_boolean() && found->get<bool>();
}

} // namespace xp
