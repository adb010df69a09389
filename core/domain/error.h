// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/sentence.h"

#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace xp {

/// What kind of failure it was; the service turns it into a status in one place, the studio into words in one place.
enum class ErrorCode {
    Malformed,    ///< could not be read at all (broken JSON)
    Invalid,      ///< read, but wrong; `errors` names every field
    Unauthorized, ///< no or an unknown token
    Forbidden,    ///< a known token without this right
    NotFound,
    Conflict, ///< the state does not allow it, or it has moved on (stale version)
    TooLarge,
    Unsupported, ///< content type or option that is not supported
    Unavailable, ///< the database or a peer is away; try again
    Overloaded,  ///< a bounded queue is full; try again
    Internal,
};

/// One wrong field of an input. `field` is a dotted path: `variants[1].allocation`; empty for the whole body.
struct FieldError
{
    std::string field;
    std::string code; ///< `required`, `type`, `range`, `unknown_field`, `too_long`, `duplicate`, ...
    std::string message;

    bool operator==(const FieldError&) const = default;
};

struct Error
{
    ErrorCode code = ErrorCode::Internal;
    Sentence sentence;
    std::vector<FieldError> errors;
};

template <typename T>
using Result = tl::expected<T, Error>;
using Failure = tl::unexpected<Error>;

/// `reason` is the sentence's code: short, stable, snake_case.
inline Failure fail(ErrorCode code, std::string reason, std::string text,
                    nlohmann::json arguments = nlohmann::json::object())
{
    return Failure(Error{code, Sentence{std::move(reason), std::move(arguments), std::move(text)}, {}});
}

inline Failure failInvalid(std::vector<FieldError> errors)
{
    std::string text =
        errors.size() == 1 ? errors.front().message : std::to_string(errors.size()) + " fields are wrong";
    return Failure(Error{ErrorCode::Invalid, Sentence{"invalid_input", nlohmann::json::object(), std::move(text)},
                         std::move(errors)});
}

} // namespace xp
