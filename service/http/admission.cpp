// SPDX-License-Identifier: Apache-2.0
#include "service/http/admission.h"

#include "service/http/urltext.h"

namespace xp::service {

Admission Admission::decide(RequestParser& parser, const Router& router, const Cors& cors, const HttpLimits& limits)
{
    Admission admission;
    Request& request = parser.request();
    admission.bodyLimit = limits.bodyBytes;
    if (cors.isEnabled() && Cors::isPreflight(request))
        admission.verdict = emptyResponse();
    else
        admission.route(request, router);
    if (request.route() != nullptr && request.route()->bodyLimit == BodyLimit::Batch)
        admission.bodyLimit = limits.batchBodyBytes;
    if (parser.hasBody())
        admission.checkBody(parser);
    return admission;
}

void Admission::route(Request& request, const Router& router)
{
    if (request.target() == "*") {
        verdict = emptyResponse();
        return;
    }
    Router::Match match = router.match(request.method(), request.path());
    switch (match.outcome) {
    case Router::Outcome::Found:
        request.m_route = match.route;
        request.m_parameters = std::move(match.parameters);
        return;
    case Router::Outcome::NoSuchPath:
        verdict = problemResponse(404, "unknown_route", "There is nothing at this path.");
        return;
    case Router::Outcome::BadEscape:
        verdict = problemResponse(400, "bad_target", "The path has an escape that is broken or not UTF-8.");
        return;
    case Router::Outcome::NoSuchMethod:
        if (request.method() == Method::Options)
            verdict = Response{204, std::string(), {}, {{"Allow", match.allow}}};
        else
            verdict = problemResponse(405, "method_not_allowed",
                                      "This path does not take " + std::string(methodName(request.method())) +
                                          ", but: " + match.allow + ".",
                                      {{"Allow", match.allow}});
        return;
    }
}

void Admission::checkBody(RequestParser& parser)
{
    const auto length = parser.declaredLength();
    if (length && *length > bodyLimit) {
        mustClose = true;
        if (!verdict)
            verdict = problemResponse(413, "body_too_large",
                                      "The body is larger than " + std::to_string(bodyLimit) + " bytes.");
        return;
    }
    if (!verdict && checkEncoding(parser.request()))
        checkType(parser.request());
    if (!verdict)
        checkGate(parser.request());
    // A client that asked before sending hears the answer and does not send: nobody knows what comes next.
    if (verdict && parser.expectsContinue())
        mustClose = true;
}

/// Who may not send it is told before anything of it is kept.
void Admission::checkGate(Request& request)
{
    if (!request.route()->gate)
        return;
    try {
        verdict = request.route()->gate(request);
    } catch (const std::exception& exception) {
        verdict = errorResponse(Error{ErrorCode::Internal, {"gate_failed", {}, exception.what()}, {}});
    }
    request.m_hasPassedGate = !verdict;
}

bool Admission::checkEncoding(const Request& request)
{
    const std::string_view encoding = request.header("content-encoding").value_or("identity");
    isGzip = equalsIgnoringCase(encoding, "gzip") || equalsIgnoringCase(encoding, "x-gzip");
    if (isGzip || equalsIgnoringCase(encoding, "identity"))
        return true;
    verdict = problemResponse(415, "unsupported_content_encoding", "A body may be gzip, or not encoded at all.",
                              {{"Accept-Encoding", "gzip"}});
    return false;
}

bool Admission::checkType(Request& request)
{
    const Method method = request.method();
    const bool isWrite = method == Method::Post || method == Method::Put || method == Method::Patch;
    const auto header = request.header("content-type");
    if (!isWrite || !header || request.route()->bodyType == BodyType::Any)
        return true;
    const std::size_t semicolon = header->find(';');
    const std::string_view type = trimmed(header->substr(0, semicolon));
    const bool takesNdjson = request.route()->bodyType == BodyType::JsonOrNdjson;
    request.m_isNdjson = takesNdjson && equalsIgnoringCase(type, "application/x-ndjson");
    bool isUtf8 = true;
    if (semicolon != std::string_view::npos) {
        const std::string_view parameter = trimmed(header->substr(semicolon + 1));
        if (equalsIgnoringCase(parameter.substr(0, 8), "charset="))
            isUtf8 = equalsIgnoringCase(parameter.substr(8), "utf-8") ||
                     equalsIgnoringCase(parameter.substr(8), "\"utf-8\"");
    }
    if (isUtf8 && (request.m_isNdjson || equalsIgnoringCase(type, "application/json")))
        return true;
    verdict =
        problemResponse(415, "unsupported_content_type",
                        std::string("Send the body with 'Content-Type: application/json'") +
                            (takesNdjson ? " or 'application/x-ndjson'." : "."),
                        {{"Accept", takesNdjson ? "application/json, application/x-ndjson" : "application/json"}});
    return false;
}

} // namespace xp::service
