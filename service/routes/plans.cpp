// SPDX-License-Identifier: Apache-2.0
#include "core/api/planningcodec.h"
#include "service/routes/answers.h"

namespace xp::service {

namespace {

/// A group-sequential design integrates for some milliseconds: not on a thread that serves connections.
void evaluate(Context& context, const Call& call)
{
    const auto body = bodyOf(call);
    if (!body)
        return call.fail(body.error());
    auto input = planningInputFromJson(*body);
    if (!input)
        return call.fail(input.error());
    const auto queued = context.pool.run([call, input = std::move(*input)](const Result<Store*>&) {
        const auto result = evaluatePlan(input);
        if (!result)
            return call.fail(result.error());
        answer(call, xp::toJson(*result));
    });
    if (!queued)
        call.fail(queued.error());
}

} // namespace

std::vector<Endpoint> planEndpoints()
{
    return {{Method::Post, kApi + "/plans/evaluate", Permission::Read, evaluate}};
}

} // namespace xp::service
