// SPDX-License-Identifier: Apache-2.0
#include "core/api/statistics.h"

#include "service/routes/answers.h"

namespace xp::service {

namespace {

void call(Context&, const Call& call)
{
    const auto body = bodyOf(call);
    if (!body)
        return call.fail(body.error());
    const auto result = callStatistics(call.request().parameter("function"), *body);
    if (!result)
        return call.fail(result.error());
    answer(call, *result);
}

} // namespace

std::vector<Endpoint> statisticsEndpoints()
{
    return {{Method::Post, kApi + "/statistics/{function}", Permission::Read, call}};
}

} // namespace xp::service
