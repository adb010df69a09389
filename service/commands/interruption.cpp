// SPDX-License-Identifier: Apache-2.0
#include "service/commands/interruption.h"

#include <csignal>
#include <initializer_list>

namespace xp::service {

namespace {

constexpr std::initializer_list<int> kSignals{SIGINT, SIGTERM, SIGHUP};

volatile std::sig_atomic_t s_signal = 0;

} // namespace

Interruption::Interruption()
{
    for (const int signal : kSignals)
        std::signal(signal, [](int came) { s_signal = came; });
}

Interruption::~Interruption()
{
    for (const int signal : kSignals)
        std::signal(signal, SIG_DFL);
    if (s_signal != 0)
        std::raise(s_signal);
}

bool Interruption::isAskedFor()
{
    return s_signal != 0;
}

} // namespace xp::service
