// SPDX-License-Identifier: Apache-2.0
#include "core/engine/projectwide.h"

namespace xp {

Result<void> checkProjectWide(const Actor& actor, std::string_view what)
{
    if (actor.environment.empty())
        return {};
    return fail(ErrorCode::Forbidden, "outside_scope",
                std::string(what) + " works in every environment of its project; this token works in " +
                    actor.environment + " only");
}

} // namespace xp
