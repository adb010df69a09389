// SPDX-License-Identifier: Apache-2.0
#include "core/domain/version.h"

namespace xp {

const char* version()
{
    return XP_VERSION XP_REVISION;
}

} // namespace xp
