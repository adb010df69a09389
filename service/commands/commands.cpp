// SPDX-License-Identifier: Apache-2.0
#include "service/commands/commands.h"

#include <algorithm>
#include <array>

namespace xp::service {

namespace {

constexpr std::array kCommands{Command{"audit", runAudit},
                               Command{"backup", runBackup},
                               Command{"check-database", runCheckDatabase},
                               Command{"check-schema", runCheckSchema},
                               Command{"import", runImport},
                               Command{"migrate-seed", runMigrateSeed},
                               Command{"recompute", runRecompute},
                               Command{"restore", runRestore},
                               Command{"verify", runVerify}};

} // namespace

const Command* findCommand(std::string_view name)
{
    const auto found = std::ranges::find(kCommands, name, &Command::name);
    return found == kCommands.end() ? nullptr : &*found;
}

} // namespace xp::service
