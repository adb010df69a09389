// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/options.h"

#include <span>

namespace xp::service {

/// The subcommands of xp-service, each in the .cpp named after it; what they return is the process's exit code: 0, 1
/// for a failure (said on standard error), 2 for a wrong command line.
int runAudit(const Options& options, std::span<const std::string> arguments);
int runBackup(const Options& options, std::span<const std::string> arguments);
int runCheckDatabase(const Options& options, std::span<const std::string> arguments);
int runCheckSchema(const Options& options, std::span<const std::string> arguments);
int runImport(const Options& options, std::span<const std::string> arguments);
int runMigrateSeed(const Options& options, std::span<const std::string> arguments);
int runRecompute(const Options& options, std::span<const std::string> arguments);
int runRestore(const Options& options, std::span<const std::string> arguments);
int runVerify(const Options& options, std::span<const std::string> arguments);

struct Command
{
    std::string_view name;
    int (*run)(const Options&, std::span<const std::string>);
};

/// nullptr when there is none of this name.
const Command* findCommand(std::string_view name);

} // namespace xp::service
