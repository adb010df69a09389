// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/document.h"
#include "core/engine/versions.h"
#include "service/routes/endpoint.h"

#include <cstdint>
#include <string>

namespace xp::service {

// What people change carries a version. It is the ETag of the thing, which a client sends back as If-Match, so that
// nobody overwrites what somebody else has just changed.

/// The ETag of a version, with its quotes.
std::string versionTag(std::int64_t version);

/// Answers with a thing and its version as ETag; a GET whose client has it already with 304.
void answerVersioned(const Call& call, const nlohmann::json& json, std::int64_t version);

/// The versions that If-Match names, of which the client has read one; any without the header, and for `*`. Invalid:
/// one of them is no version in quotes.
Result<ExpectedVersion> matchedVersion(const Request& request);

/// The version the client read: If-Match or `version` in the body; any where neither says it. What is no version is
/// noted, so that it is named with all else that is wrong. Conflict `stale_version`: If-Match does not name the body's
/// version, so that one of them is stale whatever is stored.
Result<ExpectedVersion> expectedVersion(const Request& request, const nlohmann::json& body,
                                        std::vector<FieldError>& errors);

/// The call's body and the version that the client read; any also where the body's is no version, which whoever reads
/// it names with the rest. Invalid: If-Match is none. Conflict as above.
struct VersionedBody
{
    Document body;
    ExpectedVersion expected;
};
Result<VersionedBody> versionedBody(const Call& call);

} // namespace xp::service
