// SPDX-License-Identifier: Apache-2.0
#include "core/api/statistics.h"

#include "service/routes/answers.h"

namespace xp::service {

namespace {

constexpr std::size_t kShortBody = 16 * 1024;

void compute(const Call& call, const Document& body)
{
    const auto result = body.read(
        [&](const nlohmann::json& input) { return callStatistics(call.request().parameter("function"), input); });
    if (!result)
        return call.fail(result.error());
    answer(call, *result);
}

/// What may take longer than a formula is not computed on a thread that serves connections: health would wait for it.
/// Nor on one of those that wait for the database: everything else would.
void call(Context& context, const Call& call)
{
    auto body = bodyOf(call);
    if (!body)
        return call.fail(body.error());
    if (isQuickStatistics(call.request().parameter("function")) && call.request().body().size() <= kShortBody)
        return compute(call, *body);
    // No database is needed, so that it is no matter whether there is one.
    const auto queued =
        context.thinking.run([call, body = std::move(*body)](const Result<Store*>&) { compute(call, body); });
    if (!queued)
        call.fail(queued.error());
}

} // namespace

std::vector<Endpoint> statisticsEndpoints()
{
    return {{Method::Post, kApi + "/statistics/{function}", Permission::Read, call}};
}

} // namespace xp::service
