// SPDX-License-Identifier: Apache-2.0
#include "core/engine/passresults.h"

#include "core/domain/breakdownscodec.h"
#include "core/domain/statisticscodec.h"
#include "core/storage/passes/unitpass.h"

#include <algorithm>
#include <deque>

namespace xp {

namespace {

constexpr std::size_t kKept = 8; ///< by each thread; of ten metrics in three arms about 200 kB each

template <typename Value>
struct Kept
{
    std::string experimentId;
    PassIdentity identity;
    Value value;
};

/// `kept` has the last used first.
template <typename Value, typename Decode>
Result<std::optional<Value>> readResult(std::deque<Kept<Value>>& kept, Store& store, const std::string& experimentId,
                                        const char* kind, Decode decode)
{
    UnitPassTable passes(store.connection());
    const auto identity = passes.identity(experimentId, kind);
    if (!identity)
        return Failure(identity.error());
    if (!*identity)
        return std::nullopt;
    const auto known = std::ranges::find_if(
        kept, [&](const Kept<Value>& one) { return one.experimentId == experimentId && one.identity == **identity; });
    if (known != kept.end()) {
        std::rotate(kept.begin(), known, known + 1);
        return kept.front().value;
    }
    const auto pass = passes.read(experimentId, kind);
    if (!pass)
        return Failure(pass.error());
    if (!*pass)
        return std::nullopt;
    auto value = decode((*pass)->document);
    if (!value)
        return std::nullopt;
    std::erase_if(kept, [&](const Kept<Value>& one) { return one.experimentId == experimentId; });
    kept.push_front({experimentId, {(*pass)->at, (*pass)->fingerprint}, std::move(*value)});
    if (kept.size() > kKept)
        kept.pop_back();
    return kept.front().value;
}

} // namespace

Result<std::optional<Histograms>> readHistograms(Store& store, const std::string& experimentId)
{
    thread_local std::deque<Kept<Histograms>> kept;
    return readResult(kept, store, experimentId, "histograms", histogramsFromJson);
}

Result<std::optional<AgeStatistics>> readAges(Store& store, const std::string& experimentId)
{
    thread_local std::deque<Kept<AgeStatistics>> kept;
    return readResult(kept, store, experimentId, "ages", ageStatisticsFromJson);
}

Result<std::optional<MaturedPart>> readMaturedPass(Store& store, const std::string& experimentId)
{
    thread_local std::deque<Kept<MaturedPart>> kept;
    return readResult(kept, store, experimentId, "matured", maturedPartFromJson);
}

} // namespace xp
