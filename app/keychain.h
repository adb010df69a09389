// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/secrets/secretstore.h"

#include <memory>

namespace xp::app {

/// The system's keychain (Secret Service, KWallet, ...) through QtKeychain; nothing where the studio was built without
/// it.
std::shared_ptr<ui::SecretStore> systemKeychain();

} // namespace xp::app
