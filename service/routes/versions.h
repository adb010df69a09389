// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/routes/endpoint.h"

#include <cstdint>
#include <optional>
#include <string>

namespace xp::service {

// What people change carries a version. It is the ETag of the thing, which a client sends back as If-Match, so that
// nobody overwrites what somebody else has just changed.

/// The ETag of a version, with its quotes.
std::string versionTag(std::int64_t version);

/// Answers with a thing and its version as ETag; a GET whose client has it already with 304.
void answerVersioned(const Call& call, const nlohmann::json& json, std::int64_t version);

/// The version that If-Match names, which is what the client read; none without the header, and for `*`. Invalid: it is
/// no version in quotes.
Result<std::optional<std::int64_t>> matchedVersion(const Request& request);

/// The version the client read: If-Match, else `version` in the body, else none. Invalid: either is no version.
Result<std::optional<std::int64_t>> expectedVersion(const Request& request, const nlohmann::json& body);

/// The call's body, whose `version` is the one that the client read, or is not there. Invalid as above.
Result<nlohmann::json> versionedBody(const Call& call);

} // namespace xp::service
