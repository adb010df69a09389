// SPDX-License-Identifier: Apache-2.0
#include "core/integrations/signature.h"

#include <array>
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace xp {

std::string hmacSha256Hex(std::string_view key, std::string_view text)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), reinterpret_cast<const unsigned char*>(text.data()),
         text.size(), digest.data(), &length);
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string hex;
    for (unsigned i = 0; i < length; ++i)
        hex.append({kDigits[digest[i] >> 4], kDigits[digest[i] & 15]});
    return hex;
}

} // namespace xp
