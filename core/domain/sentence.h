// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace xp {

/// Something the core says to a person: `code` and `arguments` are for programs (the studio translates from them),
/// `text` is the English rendering for the API and the log.
struct Sentence
{
    std::string code;
    nlohmann::json arguments = nlohmann::json::object();
    std::string text;

    bool operator==(const Sentence&) const = default;
};

} // namespace xp
