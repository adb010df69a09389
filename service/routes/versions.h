// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/document.h"
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

/// The version the client read: If-Match or `version` in the body; none where neither says it. What is no version is
/// noted, so that it is named with all else that is wrong. Conflict `stale_version`: the two name different versions,
/// so that one of them is stale whatever is stored.
Result<std::optional<std::int64_t>> expectedVersion(const Request& request, const nlohmann::json& body,
                                                    std::vector<FieldError>& errors);

/// The call's body, whose `version` is the one that the client read, or is not there; or is no version, which whoever
/// reads the body names with the rest. Invalid: If-Match is none. Conflict as above.
Result<Document> versionedBody(const Call& call);

} // namespace xp::service
