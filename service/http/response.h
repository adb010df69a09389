// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace xp::service {

/// The next piece of a streamed body, nothing at its end, or why it ends before that.
using StreamPiece = Result<std::optional<std::string>>;
using PieceSink = std::function<void(StreamPiece)>;

/// Called for the next piece only once the one before has left for the client; must call its sink once, from any
/// thread, now or later. It is destroyed when the client leaves. An error in the middle closes the connection without
/// the last chunk, which is how a client sees that the body is not whole.
using Producer = std::function<void(PieceSink)>;

/// An error as RFC 9457 shows it. The connection renders it, because it knows the request's id.
struct Problem
{
    std::string code; ///< stable, snake_case
    std::string detail;
    std::vector<FieldError> errors;
    nlohmann::json arguments = nlohmann::json::object(); ///< what `detail` is about, for programs
    std::string cause = {}; ///< what the database or the system said: for the log, not for the client
};

/// `std::shared_ptr` is for text that many answers share (the OpenAPI document, prepared metrics): it is not copied.
using Body = std::variant<std::string, std::shared_ptr<const std::string>, Producer, Problem>;

struct Response
{
    int status = 200;
    Body body;
    std::string contentType = {}; ///< empty: application/json, or application/problem+json for a problem
    /// Names and values with control characters are dropped: nothing a client sent can start a header of its own.
    std::vector<std::pair<std::string, std::string>> headers = {};
};

inline Response jsonResponse(std::string body, int status = 200)
{
    return Response{status, std::move(body)};
}
inline Response emptyResponse(int status = 204)
{
    return Response{status, std::string()};
}

/// What a failure looks like to a client: the one place where an error becomes a status. Details of an internal error
/// and of a database that is away stay inside; the log has them.
Response errorResponse(const Error& error);

/// For what has a status but is no failure of the core (404 of a route, 405, 408, 429, ...).
Response problemResponse(int status, std::string code, std::string detail,
                         std::vector<std::pair<std::string, std::string>> headers = {});

/// The fields that are wrong as a client is told of them, `most` at most: a body could have a hundred thousand.
inline constexpr std::size_t kMostErrors = 100;
nlohmann::json errorsJson(const std::vector<FieldError>& errors, std::size_t most = kMostErrors);
/// A sentence about them, which says where they are not all named.
std::string detailOf(const std::string& sentence, const std::vector<FieldError>& errors,
                     std::size_t most = kMostErrors);

/// `application/problem+json` of a problem. Never fails: what is not UTF-8 is replaced.
std::string problemJson(int status, const Problem& problem, std::string_view requestId);

/// "Not Found" of 404; "Unknown" of a status that is not used here.
std::string_view reasonPhrase(int status);

} // namespace xp::service
