// SPDX-License-Identifier: Apache-2.0
// The C library's link() and rename() in a test's own program, which the C++ library's file functions call.
#pragma once

#include <string>

namespace xp::test {

/// What they do otherwise than they would.
struct FileCalls
{
    bool refusesLinks = false;      ///< as a file system that has none: EPERM
    std::string refusesNewFileAt{}; ///< rename() to this name: EIO
    std::string watched{};          ///< rename() from this name is noted
    bool watchedWentAway = false;
};

FileCalls& fileCalls();

} // namespace xp::test
