// SPDX-License-Identifier: Apache-2.0
#include "service/http/response.h"

#include <algorithm>

namespace xp::service {

namespace {

constexpr std::pair<int, std::string_view> kReasons[] = {
    {100, "Continue"},
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {206, "Partial Content"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {417, "Expectation Failed"},
    {422, "Unprocessable Content"},
    {428, "Precondition Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
    {505, "HTTP Version Not Supported"},
};

int statusOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Malformed:
        return 400;
    case ErrorCode::Invalid:
        return 422;
    case ErrorCode::Unauthorized:
        return 401;
    case ErrorCode::Forbidden:
        return 403;
    case ErrorCode::NotFound:
        return 404;
    case ErrorCode::Conflict:
        return 409;
    case ErrorCode::TooLarge:
        return 413;
    case ErrorCode::Unsupported:
        return 415;
    case ErrorCode::Unavailable:
    case ErrorCode::Overloaded:
        return 503;
    case ErrorCode::Internal:
        return 500;
    }
    return 500;
}

std::string causeOf(const Error& error)
{
    const nlohmann::json& arguments = error.sentence.arguments;
    const std::string detail = arguments.is_object() ? arguments.value("detail", std::string()) : std::string();
    return error.sentence.text + (detail.empty() ? "" : ": " + detail);
}

Problem problemOf(const Error& error)
{
    if (error.code == ErrorCode::Internal)
        return {"internal_error",
                "The service failed to do this. Its log says why, under this request id.",
                {},
                nlohmann::json::object(),
                causeOf(error)};
    Problem problem{error.sentence.code, error.sentence.text, error.errors, error.sentence.arguments};
    if (error.code == ErrorCode::Unavailable) {
        problem.cause = causeOf(error);
        if (problem.arguments.is_object())
            problem.arguments.erase("detail");
    }
    return problem;
}

} // namespace

Response errorResponse(const Error& error)
{
    const int status = statusOf(error.code);
    Response response{status, problemOf(error)};
    if (status == 401)
        response.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"experimentation\"");
    if (status == 503)
        response.headers.emplace_back("Retry-After", "1");
    return response;
}

Response problemResponse(int status, std::string code, std::string detail,
                         std::vector<std::pair<std::string, std::string>> headers)
{
    return Response{
        status, Problem{std::move(code), std::move(detail), {}, nlohmann::json::object(), {}}, {}, std::move(headers)};
}

nlohmann::json errorsJson(const std::vector<FieldError>& errors, std::size_t most)
{
    nlohmann::json list = nlohmann::json::array();
    for (std::size_t i = 0; i < std::min(errors.size(), most); ++i)
        list.push_back({{"field", errors[i].field}, {"code", errors[i].code}, {"message", errors[i].message}});
    return list;
}

std::string detailOf(const std::string& sentence, const std::vector<FieldError>& errors, std::size_t most)
{
    if (errors.size() <= most)
        return sentence;
    if (most == 0)
        return sentence + "; they are not named";
    return sentence + "; the first " + std::to_string(most) + " are named, " + std::to_string(errors.size() - most) +
           " more are not";
}

std::string problemJson(int status, const Problem& problem, std::string_view requestId)
{
    nlohmann::json body = {{"type", "urn:experimentation:problem:" + problem.code},
                           {"title", reasonPhrase(status)},
                           {"status", status},
                           {"detail", detailOf(problem.detail, problem.errors)},
                           {"code", problem.code},
                           {"errors", errorsJson(problem.errors)},
                           {"request_id", requestId}};
    if (problem.arguments.is_object() && !problem.arguments.empty())
        body["arguments"] = problem.arguments;
    return body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string_view reasonPhrase(int status)
{
    for (const auto& [known, phrase] : kReasons)
        if (known == status)
            return phrase;
    return "Unknown";
}

} // namespace xp::service
