// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace xp {

/// How users' ids are stored: as they are, or, under a key, as HMAC-SHA256 of them (RFC 2104), which whoever lacks the
/// key can neither turn back nor compute. Variants are drawn from the ids themselves, so they do not depend on it.
class Pseudonyms
{
public:
    Pseudonyms() = default; ///< as they are
    explicit Pseudonyms(std::string key) : m_key(std::move(key)) {}

    bool isOn() const { return !m_key.empty(); }
    /// HMAC-SHA256(key, id), 64 hexadecimal digits; the id itself where it is off.
    std::string of(std::string_view id) const;
    /// JSON text in which every value that is the id, at any depth, is its pseudonym; other text as it is.
    std::string in(std::string_view id, std::string json) const;
    /// Tells keys apart, without telling the key; 0 where it is off.
    std::int64_t fingerprint() const;

    /// Whether the key is so short that ids could be found by trying keys.
    bool isWeak() const { return isOn() && m_key.size() < 16; }

    bool operator==(const Pseudonyms&) const = default;

private:
    std::string m_key;
};

} // namespace xp
