// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/http/response.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace xp::service {

enum class Framing { Length, Chunked, UntilClose };

/// What the head of an answer depends on besides the answer itself.
struct AnswerContext
{
    std::string_view date; ///< `Tue, 15 Nov 1994 08:12:31 GMT`
    std::string_view requestId;
    std::string_view corsLines; ///< complete lines
    Framing framing = Framing::Length;
    std::uint64_t length = 0;
    bool keepAlive = true;
    bool isHttp10 = false;
    bool isPersonal = false; ///< see Route
};

/// Appends status line and header fields, with the empty line behind them.
void appendHead(std::string& out, const Response& response, const AnswerContext& context);

/// Of the current second. Called once a second and thread.
std::string httpDate(std::int64_t unixSeconds);

} // namespace xp::service
