// SPDX-License-Identifier: Apache-2.0
#include "core/engine/layers.h"

#include "core/domain/bucketing.h"
#include "core/domain/fieldreader.h"
#include "core/storage/control/changetoken.h"

#include <algorithm>
#include <cmath>

namespace xp {

namespace {

/// Shares are compared as what they mean.
int bucketOf(double share)
{
    return static_cast<int>(std::lround(share * Bucketing::kBuckets));
}

bool holdsSlice(const Experiment& experiment)
{
    const bool hasEnded = experiment.status == Status::Stopped || experiment.status == Status::Archived;
    return experiment.enrolment.layer && !hasEnded;
}

bool overlap(const LayerSlice& a, const LayerSlice& b)
{
    return bucketOf(a.from) < bucketOf(b.to) && bucketOf(b.from) < bucketOf(a.to);
}

std::string told(double from, double to)
{
    return "[" + shown(from) + ", " + shown(to) + ")";
}

} // namespace

std::vector<Layer::Range> Layer::free() const
{
    std::vector<Range> ranges;
    int end = 0;
    const auto gap = [&](int until) {
        if (until > end)
            ranges.push_back({end / double(Bucketing::kBuckets), until / double(Bucketing::kBuckets)});
    };
    for (const Experiment& experiment : experiments) {
        gap(bucketOf(experiment.enrolment.layer->from));
        end = std::max(end, bucketOf(experiment.enrolment.layer->to));
    }
    gap(int(Bucketing::kBuckets));
    return ranges;
}

std::vector<Layer> layersOf(const std::vector<Experiment>& experiments, const std::string& project)
{
    std::map<std::pair<std::string, std::string>, Layer> layers;
    for (const Experiment& experiment : experiments) {
        if (!holdsSlice(experiment) || (!project.empty() && experiment.project != project))
            continue;
        Layer& layer = layers[{experiment.enrolment.layer->layer, experiment.project}];
        layer.project = experiment.project;
        layer.name = experiment.enrolment.layer->layer;
        layer.experiments.push_back(experiment);
    }
    std::vector<Layer> list;
    for (auto& [key, layer] : layers) {
        std::ranges::sort(layer.experiments, {}, [](const Experiment& e) { return e.enrolment.layer->from; });
        list.push_back(std::move(layer));
    }
    return list;
}

Result<void> checkLayer(Store& store, const Experiment& experiment)
{
    if (!holdsSlice(experiment))
        return {};
    // Two that take the same slice at the same moment wait for each other here.
    if (auto locked = advanceChangeToken(store.connection()); !locked)
        return locked;
    const nlohmann::json name = experiment.enrolment.layer->layer;
    auto others = store.experiments().openWith(experiment.project, "\"name\":" + name.dump());
    if (!others)
        return Failure(std::move(others.error()));
    std::erase_if(*others, [&](const Experiment& e) { return e.id == experiment.id; });
    for (const Layer& layer : layersOf(*others, experiment.project)) {
        if (layer.name != experiment.enrolment.layer->layer)
            continue;
        const auto other = std::ranges::find_if(layer.experiments, [&](const Experiment& e) {
            return overlap(*e.enrolment.layer, *experiment.enrolment.layer);
        });
        if (other == layer.experiments.end())
            return {};
        std::string free;
        for (const Layer::Range& range : layer.free())
            free += (free.empty() ? "" : ", ") + told(range.from, range.to);
        const LayerSlice& taken = *other->enrolment.layer;
        return fail(ErrorCode::Conflict, "layer_taken",
                    "The slice " + told(experiment.enrolment.layer->from, experiment.enrolment.layer->to) +
                        " overlaps that of experiment " + shown(other->key) + ", " + told(taken.from, taken.to) +
                        ". Free in layer " + shown(layer.name) + ": " + (free.empty() ? "nothing" : free),
                    {{"experiment", other->key}, {"layer", layer.name}});
    }
    return {};
}

nlohmann::json toJson(const Layer& layer, const std::function<bool(const Experiment&)>& seen)
{
    nlohmann::json slices = nlohmann::json::array();
    for (const Experiment& experiment : layer.experiments) {
        if (!seen(experiment))
            continue;
        slices.push_back({{"experiment_id", experiment.id},
                          {"key", experiment.key},
                          {"status", toString(experiment.status)},
                          {"from", experiment.enrolment.layer->from},
                          {"to", experiment.enrolment.layer->to}});
    }
    nlohmann::json free = nlohmann::json::array();
    for (const Layer::Range& range : layer.free())
        free.push_back({{"from", range.from}, {"to", range.to}});
    return {{"name", layer.name}, {"project", layer.project}, {"slices", std::move(slices)}, {"free", std::move(free)}};
}

} // namespace xp
