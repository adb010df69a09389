// SPDX-License-Identifier: Apache-2.0
#include "service/commands/interruption.h"

#include <csignal>
#include <cstdio>

namespace xp::service {

namespace {

constexpr std::array<int, Interruption::kHandled> kSignals{SIGINT, SIGTERM, SIGHUP};

volatile std::sig_atomic_t s_signal = 0;

} // namespace

Interruption::Interruption()
{
    for (std::size_t i = 0; i < kSignals.size(); ++i) {
        m_before[i] = std::signal(kSignals[i], [](int came) { s_signal = came; });
        if (m_before[i] == SIG_IGN) // nohup, or in the background of a script
            std::signal(kSignals[i], SIG_IGN);
    }
}

Interruption::~Interruption()
{
    for (std::size_t i = 0; i < kSignals.size(); ++i)
        std::signal(kSignals[i], m_before[i]);
    if (s_signal == 0)
        return;
    std::fflush(nullptr);
    std::raise(s_signal);
}

bool Interruption::isAskedFor()
{
    return s_signal != 0;
}

} // namespace xp::service
