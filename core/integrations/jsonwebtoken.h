// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/domain/timestamp.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct evp_pkey_st;

namespace xp {

/// A public key of an issuer of tokens (RFC 7517). What a signature may be made with follows from the key, never from
/// the token: RS256 of RSA with at least 2048 bits, ES256 of the curve P-256.
class VerificationKey
{
public:
    /// Nothing for keys that are for something else, or of another kind.
    static std::optional<VerificationKey> of(const nlohmann::json& jwk);

    const std::string& id() const { return m_id; }
    const std::string& algorithm() const { return m_algorithm; }
    /// Whether the signature (as RFC 7518 writes it) is of this text.
    bool verifies(std::string_view text, std::string_view signature) const;

private:
    VerificationKey() = default;

    std::string m_id; ///< empty: it has none
    std::string m_algorithm;
    std::shared_ptr<evp_pkey_st> m_key;
};

/// The keys in a document `{"keys": [...]}` that signatures may be checked with. Unavailable `issuer_keys` for anything
/// else, and when there are none.
Result<std::vector<VerificationKey>> verificationKeysOf(const nlohmann::json& document);

/// Whether it may be one: three parts between dots. Access keys of our own hold no dot.
bool looksLikeToken(std::string_view text);

struct TokenRules
{
    std::string issuer;              ///< `iss`, to the letter
    std::string audience;            ///< one of `aud`
    std::chrono::seconds leeway{60}; ///< by which clocks may differ
};

inline constexpr const char* kKeyUnknown = "token_key_unknown";

/// The claims of a signed token (RFC 7515, 7519) that keeps the rules at a moment: signed by one of the keys, of the
/// issuer, for the audience, with a subject, not expired and valid already. Unauthorized otherwise; `token_key_unknown`
/// when the issuer may have made a new key meanwhile.
Result<nlohmann::json> verifiedClaims(std::string_view token, std::span<const VerificationKey> keys,
                                      const TokenRules& rules, Timestamp at);

} // namespace xp
