// SPDX-License-Identifier: Apache-2.0
#include "core/domain/holdout.h"

#include <nlohmann/json.hpp>

namespace xp {

nlohmann::json toJson(const Holdout& holdout)
{
    return {{"key", holdout.key},
            {"project", holdout.project},
            {"description", holdout.description},
            {"share", holdout.share},
            {"seed", holdout.seed},
            {"version", holdout.version},
            {"created_at", toIso8601(holdout.createdAt)}};
}

} // namespace xp
