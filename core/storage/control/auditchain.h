// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"

#include <optional>
#include <string>
#include <vector>

namespace xp {

class Connection;

/// One row of the audit log as it is stored, but for its hash.
struct ChainedEntry
{
    std::int64_t number = 0; ///< 1, 2, 3, ... without a gap
    std::string id;
    std::int64_t at = 0; ///< microseconds UTC
    std::string actor;
    std::string action;
    std::string experimentId;
    std::string changes; ///< the text as stored
    std::string reason;
};

/// SHA-256, in hexadecimal digits, over the hash of the entry before (empty for the first), a line feed, and the
/// entry's fields as a JSON array in the order above.
std::string chainedHash(const std::string& before, const ChainedEntry& entry);

/// A number of the log and the hash it had, noted earlier and elsewhere: who may write to the database could compute a
/// whole chain anew, but not one that goes through such a point.
struct AuditAnchor
{
    std::int64_t number = 0;
    std::string hash;
};

struct AuditProof
{
    AuditAnchor head; ///< of the last entry of the chain; number 0: none
    /// What does not hold, and of which entry, kMostTold of them at most; none: every entry is there and as it was
    /// written.
    std::vector<std::string> told;
    std::int64_t faults = 0;

    static constexpr std::size_t kMostTold = 20;
};

/// Computes the chain anew and compares, to its end whatever is found. Entries may be written meanwhile. An anchor of
/// number 0, of an empty log, asks for nothing.
Result<AuditProof> verifyAuditLog(Connection& connection, const std::optional<AuditAnchor>& anchor = {});

} // namespace xp
