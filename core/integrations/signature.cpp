// SPDX-License-Identifier: Apache-2.0
#include "core/integrations/signature.h"

#include <array>
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace xp {

std::string hmacSha256Base64(std::string_view key, std::string_view text)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), reinterpret_cast<const unsigned char*>(text.data()),
         text.size(), digest.data(), &length);
    std::string encoded(4 * ((length + 2) / 3) + 1, '\0'); // OpenSSL ends it with a zero
    const int size =
        EVP_EncodeBlock(reinterpret_cast<unsigned char*>(encoded.data()), digest.data(), static_cast<int>(length));
    encoded.resize(static_cast<std::size_t>(size));
    return encoded;
}

} // namespace xp
