// SPDX-License-Identifier: Apache-2.0
#include "core/integrations/jsonwebtoken.h"

#include "core/integrations/peerjson.h"

#include <algorithm>
#include <array>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

namespace xp {

namespace {

using nlohmann::json;

constexpr std::size_t kLongestToken = 16 * 1024;
constexpr std::size_t kMostKeys = 64;
constexpr int kFewestRsaBits = 2048;
constexpr std::size_t kCoordinate = 32; ///< bytes of a number of P-256

template <auto Free>
struct Deleter
{
    template <typename T>
    void operator()(T* pointer) const
    {
        Free(pointer);
    }
};
using Number = std::unique_ptr<BIGNUM, Deleter<BN_free>>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, Deleter<OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Deleter<OSSL_PARAM_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Deleter<EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Deleter<EVP_MD_CTX_free>>;
using EcSignature = std::unique_ptr<ECDSA_SIG, Deleter<ECDSA_SIG_free>>;
using Key = std::shared_ptr<EVP_PKEY>;

const unsigned char* bytes(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

/// base64url without padding (RFC 7515); nothing for any other text.
std::optional<std::string> decoded(std::string_view text)
{
    std::string standard(text);
    for (char& c : standard) {
        const bool isPlain = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (!isPlain && c != '-' && c != '_')
            return std::nullopt;
        c = c == '-' ? '+' : c == '_' ? '/' : c;
    }
    if (text.empty() || text.size() % 4 == 1)
        return std::nullopt;
    const std::size_t padding = (4 - text.size() % 4) % 4;
    standard.append(padding, '=');
    std::string result(standard.size() / 4 * 3, '\0');
    const int size = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(result.data()), bytes(standard),
                                     static_cast<int>(standard.size()));
    if (size < 0)
        return std::nullopt;
    result.resize(static_cast<std::size_t>(size) - padding);
    return result;
}

std::optional<std::string> bytesOf(const json& jwk, const char* name)
{
    return decoded(peerText(jwk, name));
}

Number numberOf(std::string_view big)
{
    return Number(BN_bin2bn(bytes(big), static_cast<int>(big.size()), nullptr));
}

/// A key of OpenSSL from its parts.
Key keyOf(const char* kind, OSSL_PARAM_BLD* builder)
{
    const Parameters parameters(OSSL_PARAM_BLD_to_param(builder));
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, kind, nullptr));
    EVP_PKEY* key = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1)
        return {};
    return Key(key, EVP_PKEY_free);
}

Key rsaKeyOf(const json& jwk)
{
    const auto modulus = bytesOf(jwk, "n");
    const auto exponent = bytesOf(jwk, "e");
    const Builder builder(OSSL_PARAM_BLD_new());
    if (!modulus || !exponent || !builder)
        return {};
    const Number n = numberOf(*modulus);
    const Number e = numberOf(*exponent);
    if (OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) != 1 ||
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) != 1)
        return {};
    Key key = keyOf("RSA", builder.get());
    return key && EVP_PKEY_get_bits(key.get()) >= kFewestRsaBits ? key : Key();
}

Key ecKeyOf(const json& jwk)
{
    const auto x = bytesOf(jwk, "x");
    const auto y = bytesOf(jwk, "y");
    const Builder builder(OSSL_PARAM_BLD_new());
    if (peerText(jwk, "crv") != "P-256" || !x || !y || x->size() != kCoordinate || y->size() != kCoordinate || !builder)
        return {};
    const std::string point = "\x04" + *x + *y; // uncompressed
    if (OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0) != 1 ||
        OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()) != 1)
        return {};
    return keyOf("EC", builder.get()); // a point that is not on the curve makes none
}

/// The signature of ES256, two numbers side by side, as OpenSSL wants it.
std::string derOf(std::string_view signature)
{
    if (signature.size() != 2 * kCoordinate)
        return {};
    const EcSignature both(ECDSA_SIG_new());
    if (!both || ECDSA_SIG_set0(both.get(), numberOf(signature.substr(0, kCoordinate)).release(),
                                numberOf(signature.substr(kCoordinate)).release()) != 1)
        return {};
    unsigned char* der = nullptr;
    const int size = i2d_ECDSA_SIG(both.get(), &der);
    if (size <= 0)
        return {};
    std::string text(reinterpret_cast<const char*>(der), static_cast<std::size_t>(size));
    OPENSSL_free(der);
    return text;
}

Failure refused(const char* code, std::string text)
{
    return fail(ErrorCode::Unauthorized, code, std::move(text));
}

/// Header, claims and signature as they stand in the token, and what was signed.
struct Parts
{
    std::string_view header, claims, signature, signedText;
};

std::optional<Parts> partsOf(std::string_view token)
{
    const std::size_t first = token.find('.');
    const std::size_t last = token.rfind('.');
    if (token.size() > kLongestToken || !looksLikeToken(token))
        return std::nullopt;
    return Parts{token.substr(0, first), token.substr(first + 1, last - first - 1), token.substr(last + 1),
                 token.substr(0, last)};
}

std::optional<json> objectOf(std::string_view part)
{
    const auto text = decoded(part);
    json object = text ? json::parse(*text, nullptr, false) : json();
    return object.is_object() ? std::optional(std::move(object)) : std::nullopt;
}

Result<void> checkSignature(const Parts& parts, const json& header, std::span<const VerificationKey> keys)
{
    const std::string algorithm = peerText(header, "alg");
    if (algorithm != "RS256" && algorithm != "ES256")
        return refused("token_algorithm", "The token is not signed with RS256 or ES256");
    if (header.contains("crit")) // what must be understood, and is not
        return refused("token_algorithm", "The token asks for extensions that are not known here");
    const auto signature = decoded(parts.signature);
    if (!signature)
        return refused("token_malformed", "The token's signature cannot be read");
    const std::string id = peerText(header, "kid");
    bool isKnown = false;
    for (const VerificationKey& key : keys) {
        if (key.algorithm() != algorithm || (!id.empty() && !key.id().empty() && key.id() != id))
            continue;
        isKnown = true;
        if (key.verifies(parts.signedText, *signature))
            return {};
    }
    return isKnown ? refused("token_signature", "The token's signature is not the issuer's")
                   : refused(kKeyUnknown, "The token is signed with a key that the issuer does not list");
}

bool isFor(const json& claims, const std::string& audience)
{
    const auto it = claims.find("aud");
    if (it == claims.end())
        return false;
    if (it->is_string())
        return *it == audience;
    return it->is_array() && std::ranges::find(*it, json(audience)) != it->end();
}

/// Seconds since 1970, which may have decimals.
std::optional<double> timeOf(const json& claims, const char* name)
{
    const auto it = claims.find(name);
    return it != claims.end() && it->is_number() ? std::optional(it->get<double>()) : std::nullopt;
}

Result<void> checkClaims(const json& claims, const TokenRules& rules, Timestamp at)
{
    const double now = std::chrono::duration<double>(at.time_since_epoch()).count();
    const auto leeway = static_cast<double>(rules.leeway.count());
    if (peerText(claims, "iss") != rules.issuer)
        return refused("token_issuer", "The token is of another issuer");
    if (!isFor(claims, rules.audience))
        return refused("token_audience", "The token is for another audience");
    if (peerText(claims, "sub").empty())
        return refused("token_malformed", "The token names no subject");
    const auto expires = timeOf(claims, "exp");
    if (!expires || *expires + leeway <= now)
        return refused("token_expired", "The token has expired");
    for (const char* name : {"nbf", "iat"}) {
        if (claims.contains(name) && timeOf(claims, name).value_or(now + 2 * leeway) > now + leeway)
            return refused("token_early", "The token is not valid yet");
    }
    return {};
}

} // namespace

std::optional<VerificationKey> VerificationKey::of(const json& jwk)
{
    if (!jwk.is_object())
        return std::nullopt;
    const std::string use = peerText(jwk, "use");
    const std::string kind = peerText(jwk, "kty");
    VerificationKey key;
    key.m_id = peerText(jwk, "kid");
    key.m_algorithm = kind == "RSA" ? "RS256" : kind == "EC" ? "ES256" : "";
    const std::string meant = peerText(jwk, "alg");
    if (key.m_algorithm.empty() || (!use.empty() && use != "sig") || (!meant.empty() && meant != key.m_algorithm))
        return std::nullopt;
    key.m_key = kind == "RSA" ? rsaKeyOf(jwk) : ecKeyOf(jwk);
    return key.m_key ? std::optional(std::move(key)) : std::nullopt;
}

bool VerificationKey::verifies(std::string_view text, std::string_view signature) const
{
    const std::string der = m_algorithm == "ES256" ? derOf(signature) : std::string(signature);
    const DigestContext context(EVP_MD_CTX_new());
    return !der.empty() && context &&
           EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) == 1 &&
           EVP_DigestVerify(context.get(), bytes(der), der.size(), bytes(text), text.size()) == 1;
}

Result<std::vector<VerificationKey>> verificationKeysOf(const json& body)
{
    std::vector<VerificationKey> keys;
    if (body.is_object() && body.contains("keys") && body["keys"].is_array() && body["keys"].size() <= kMostKeys) {
        for (const json& jwk : body["keys"]) {
            if (auto key = VerificationKey::of(jwk))
                keys.push_back(std::move(*key));
        }
    }
    if (keys.empty())
        return fail(ErrorCode::Unavailable, "issuer_keys",
                    "The issuer lists no key that tokens may be checked with: RSA of 2048 bits or more, or P-256");
    return keys;
}

bool looksLikeToken(std::string_view text)
{
    return std::ranges::count(text, '.') == 2;
}

Result<json> verifiedClaims(std::string_view token, std::span<const VerificationKey> keys, const TokenRules& rules,
                            Timestamp at)
{
    const auto parts = partsOf(token);
    const auto header = parts ? objectOf(parts->header) : std::nullopt;
    if (!header)
        return refused("token_malformed", "The token cannot be read");
    if (auto checked = checkSignature(*parts, *header, keys); !checked)
        return Failure(std::move(checked.error()));
    auto claims = objectOf(parts->claims);
    if (!claims)
        return refused("token_malformed", "The token's claims cannot be read");
    if (auto checked = checkClaims(*claims, rules, at); !checked)
        return Failure(std::move(checked.error()));
    return std::move(*claims);
}

} // namespace xp
