// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rawclient.h"

#include <nlohmann/json.hpp>
#include <string>

/// `GET /ok` as a whole request; `headers` are lines with their ends.
inline std::string request(const std::string& line, const std::string& headers = "", const std::string& body = "")
{
    return line + " HTTP/1.1\r\nHost: h\r\n" + headers + "\r\n" + body;
}

inline std::string post(const std::string& path, const std::string& body, const std::string& headers = "")
{
    return request("POST " + path, headers + "Content-Length: " + std::to_string(body.size()) + "\r\n", body);
}

/// A text, or the JSON of something else, of the JSON object that came as the body.
inline std::string field(const RawAnswer& answer, const char* name)
{
    const auto json = nlohmann::json::parse(answer.body, nullptr, false);
    const auto found = json.find(name);
    if (found == json.end())
        return "(missing)";
    return found->is_string() ? found->get<std::string>() : found->dump();
}
