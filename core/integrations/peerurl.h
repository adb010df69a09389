// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace xp {

/// The address of a peer's root, to which `/api/...` is appended: people give it with and without a slash or `/api` at
/// its end.
inline std::string peerRoot(std::string url)
{
    const auto dropSlashes = [&] {
        while (url.ends_with('/'))
            url.pop_back();
    };
    dropSlashes();
    if (url.ends_with("/api"))
        url.resize(url.size() - 4);
    dropSlashes();
    return url;
}

} // namespace xp
