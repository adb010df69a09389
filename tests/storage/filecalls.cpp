// SPDX-License-Identifier: Apache-2.0
#include "tests/storage/filecalls.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace xp::test {

FileCalls& fileCalls()
{
    static FileCalls calls;
    return calls;
}

} // namespace xp::test

extern "C" int link(const char* from, const char* to) noexcept
{
    if (xp::test::fileCalls().refusesLinks) {
        errno = EPERM;
        return -1;
    }
    return ::linkat(AT_FDCWD, from, AT_FDCWD, to, 0);
}

extern "C" int rename(const char* from, const char* to) noexcept
{
    xp::test::FileCalls& calls = xp::test::fileCalls();
    if (calls.refusesNewFileAt == to) {
        errno = EIO;
        return -1;
    }
    calls.watchedWentAway = calls.watchedWentAway || calls.watched == from;
    return ::renameat(AT_FDCWD, from, AT_FDCWD, to);
}
