// SPDX-License-Identifier: Apache-2.0
#include "core/domain/version.h"
#include "service/commands/commands.h"
#include "service/service.h"
#include "service/studio/studiofiles.h"
#include "service/system.h"

#include <QCoreApplication>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>

namespace {

using namespace xp::service;

constexpr int kFailed = 1;
constexpr int kWrongOptions = 2; ///< of the command line or the environment: the same again fails again

std::optional<std::string> environmentValue(const std::string& name)
{
    const char* value = std::getenv(name.c_str());
    return value ? std::optional<std::string>(value) : std::nullopt;
}

/// A system that gives no thread or no memory (`TasksMax=`, a limit on the address space) throws: a sentence, no abort.
xp::Result<std::unique_ptr<Service>> started(Options options, Log& log)
{
    try {
        return Service::start(std::move(options), log);
    } catch (const std::exception& exception) {
        return xp::fail(xp::ErrorCode::Unavailable, "no_resources",
                        std::string("The system gives too few threads or too little memory: ") + exception.what());
    }
}

/// Serves until SIGTERM, SIGINT or SIGHUP.
int serve(Options options)
{
    // Blocked before any thread starts, so that only sigwait() below sees them.
    sigset_t stopSignals;
    sigemptyset(&stopSignals);
    sigaddset(&stopSignals, SIGTERM);
    sigaddset(&stopSignals, SIGINT);
    struct sigaction hangUp = {};
    sigaction(SIGHUP, nullptr, &hangUp);
    if (hangUp.sa_handler != SIG_IGN) // nohup
        sigaddset(&stopSignals, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &stopSignals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    giveMemoryBack();
    std::signal(SIGXFSZ, SIG_IGN); // a file at its limit is an error of the write, not the end of the service

    Log log(options.logFormat, options.logLevel);
    auto service = started(std::move(options), log);
    if (!service) {
        log.write(LogLevel::Error, "start_failed", service.error().sentence.text);
        return service.error().code == xp::ErrorCode::Invalid ? kWrongOptions : kFailed;
    }
    log.announce("listening", "xp-service listens on " + (*service)->url(),
                 {{"url", (*service)->url()}, {"port", (*service)->port()}, {"version", xp::version()}});
    int signal = 0;
    sigwait(&stopSignals, &signal);
    log.write(LogLevel::Info, "stopping", "Stopping: finishing what is in flight", {{"signal", signal}});
    const bool allEnded = (*service)->stop();
    log.write(LogLevel::Info, "stopped", "Stopped");
    if (!allEnded) { // a thread that hangs would wake up among what the end of the process takes away
        std::fflush(nullptr);
        std::_Exit(0);
    }
    return 0;
}

} // namespace

int main(int argc, char* argv[])
{
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    hideSecrets({argv + 1, argv + argc});
    QCoreApplication application(argc, argv); // Qt SQL finds its drivers through it
    auto invocation = parseInvocation(arguments, environmentValue);
    if (!invocation) {
        std::fprintf(stderr, "xp-service: %s\n", invocation.error().sentence.text.c_str());
        return kWrongOptions;
    }
    switch (invocation->kind) {
    case Invocation::Kind::Help:
        std::fputs(helpText().c_str(), stdout);
        return 0;
    case Invocation::Kind::Version:
        std::printf("xp-service %s\n", xp::version());
        return 0;
    case Invocation::Kind::Command:
        if (const Command* command = findCommand(invocation->command))
            return command->run(invocation->options, invocation->arguments);
        std::fprintf(stderr, "xp-service: there is no command '%s'; --help lists them\n", invocation->command.c_str());
        return kWrongOptions;
    case Invocation::Kind::Serve:
        if (invocation->options.studioFolder.empty())
            invocation->options.studioFolder = defaultStudioFolder();
        return serve(std::move(invocation->options));
    }
    return kWrongOptions;
}
