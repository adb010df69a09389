// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace xp::service {

/// While one lives SIGINT, SIGTERM and SIGHUP are only noted, so that what has been begun can be taken back. At its end
/// the process ends by the signal that came, as it would have.
class Interruption
{
public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    static bool isAskedFor();
};

} // namespace xp::service
