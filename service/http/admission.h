// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/http/cors.h"
#include "service/http/requestparser.h"

#include <optional>

namespace xp::service {

/// What is decided about a request as soon as its head is read, before a byte of its body is waited for.
struct Admission
{
    std::optional<Response> verdict; ///< the answer, when there is no need to ask a handler
    std::size_t bodyLimit = 0;
    bool isGzip = false;
    bool mustClose = false; ///< the body is longer than anyone wants to read

    /// Finds the route and sets it, with its parameters, in the parser's request.
    static Admission decide(RequestParser& parser, const Router& router, const Cors& cors, const HttpLimits& limits);

private:
    void route(Request& request, const Router& router);
    void checkBody(RequestParser& parser);
    void checkGate(Request& request);
    bool checkEncoding(const Request& request);
    bool checkType(Request& request);
};

} // namespace xp::service
