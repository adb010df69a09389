// SPDX-License-Identifier: Apache-2.0
#include "core/remote/problem.h"

#include "core/domain/boundedjson.h"

namespace xp {

namespace {

/// A service takes bodies of 64 levels; lists and the audit log show them some levels further in.
constexpr int kDeepest = 128;

ErrorCode codeOfStatus(int status)
{
    switch (status) {
    case 400:
        return ErrorCode::Malformed;
    case 401:
        return ErrorCode::Unauthorized;
    case 403:
        return ErrorCode::Forbidden;
    case 404:
        return ErrorCode::NotFound;
    case 409:
    case 412:
        return ErrorCode::Conflict;
    case 413:
        return ErrorCode::TooLarge;
    case 415:
        return ErrorCode::Unsupported;
    case 422:
        return ErrorCode::Invalid;
    case 429:
        return ErrorCode::Overloaded;
    case 502:
    case 503:
    case 504:
        return ErrorCode::Unavailable;
    default:
        return ErrorCode::Internal;
    }
}

std::string textField(const nlohmann::json& object, const char* name)
{
    if (!object.is_object())
        return {};
    const auto it = object.find(name);
    return it != object.end() && it->is_string() ? it->get<std::string>() : std::string();
}

} // namespace

nlohmann::json answerJson(const QByteArray& body)
{
    return boundedJson({body.data(), static_cast<std::size_t>(body.size())}, kDeepest);
}

Error errorFromAnswer(int status, const QByteArray& body)
{
    Error error{codeOfStatus(status), {"http_status", {{"status", status}}, {}}, {}};
    const auto problem = answerJson(body);
    error.sentence.text = textField(problem, "detail");
    if (error.sentence.text.empty())
        error.sentence.text = textField(problem, "title");
    if (error.sentence.text.empty())
        error.sentence.text = "the service answered with status " + std::to_string(status);
    if (const std::string code = textField(problem, "code"); !code.empty())
        error.sentence.code = code;
    if (!problem.is_object())
        return error;
    if (const auto arguments = problem.find("arguments"); arguments != problem.end() && arguments->is_object())
        error.sentence.arguments = *arguments;
    if (const auto errors = problem.find("errors"); errors != problem.end() && errors->is_array()) {
        for (const auto& field : *errors)
            error.errors.push_back({textField(field, "field"), textField(field, "code"), textField(field, "message")});
    }
    return error;
}

bool isTransient(const Error& error)
{
    return error.code == ErrorCode::Unavailable || error.code == ErrorCode::Overloaded;
}

} // namespace xp
