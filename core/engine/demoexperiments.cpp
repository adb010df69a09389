// SPDX-License-Identifier: Apache-2.0
#include "core/engine/demoexperiments.h"

#include "core/engine/experiments.h"
#include "core/engine/lifecycle.h"

#include <cmath>

namespace xp {

namespace {

nlohmann::json variant(const char* name, double allocation, nlohmann::json config = nlohmann::json::object())
{
    return {{"name", name}, {"allocation", allocation}, {"config", std::move(config)}};
}

nlohmann::json metric(const char* name, const char* kind, const char* role, const char* event,
                      const char* direction = "increase")
{
    return {{"name", name}, {"kind", kind}, {"role", role}, {"event", event}, {"direction", direction}};
}

DemoExperiment checkout()
{
    return {.key = "demo-checkout",
            .body = {{"name", "Demo: one-page checkout"},
                     {"hypothesis", "A checkout on one page loses fewer buyers."},
                     {"description", "Simulated. The truth: 12.0 % of the control buy, 14.0 % of the treatment."},
                     {"variants", {variant("control", 0.5), variant("one-page", 0.5, {{"layout", "one-page"}})}},
                     {"metrics",
                      {metric("purchase", "conversion", "primary", "purchase"),
                       metric("revenue", "sum", "secondary", "purchase"),
                       metric("page_error", "conversion", "guardrail", "error", "decrease")}},
                     {"target_sample_size", 5000}},
            .actions = {{"purchase", {0.120, 0.140}, {40, 40}}, {"error", {0.02, 0.02}, {}}},
            .arrival = {1, 1}};
}

DemoExperiment search()
{
    return {.key = "demo-search-ranking",
            .body = {{"name", "Demo: new search ranking"},
                     {"hypothesis", "The new ranking finds more."},
                     {"description", "Simulated. The truth: there is no difference; 30 % click in both."},
                     {"variants", {variant("control", 0.5), variant("new-ranking", 0.5)}},
                     {"metrics",
                      {metric("found", "conversion", "primary", "result_click"),
                       metric("searches", "count", "secondary", "search")}},
                     {"target_sample_size", 5000}},
            .actions = {{"search", {0.9, 0.9}, {}}, {"search", {0.4, 0.4}, {}}, {"result_click", {0.3, 0.3}, {}}},
            .arrival = {1, 1}};
}

DemoExperiment onboarding()
{
    return {
        .key = "demo-onboarding",
        .body = {{"name", "Demo: onboarding"},
                 {"hypothesis", "A shorter or guided start makes more people stay."},
                 {"description",
                  "Simulated. The truth: 20 % of the control finish, 16 % of the short tour, 23 % of the guided one."},
                 {"variants", {variant("control", 0.34), variant("short", 0.33), variant("guided", 0.33)}},
                 {"metrics",
                  {metric("finished", "conversion", "primary", "tour_finished"),
                   metric("minutes", "mean", "secondary", "session")}},
                 {"target_sample_size", 4000}},
        .actions = {{"tour_finished", {0.20, 0.16, 0.23}, {}}, {"session", {0.8, 0.8, 0.8}, {12, 9, 14}}},
        .arrival = {1, 1, 1}};
}

DemoExperiment redirect()
{
    return {.key = "demo-redirect",
            .body = {{"name", "Demo: landing page by redirect"},
                     {"hypothesis", "The new landing page makes more people sign up."},
                     {"description",
                      "Simulated. The truth: a slow redirect loses 12 % of the treatment's visitors before they are "
                      "counted, so the sample ratio is broken and no verdict may be trusted."},
                     {"variants", {variant("control", 0.5), variant("redirected", 0.5)}},
                     {"metrics", {metric("sign_up", "conversion", "primary", "sign_up")}},
                     {"target_sample_size", 5000}},
            .actions = {{"sign_up", {0.08, 0.09}, {}}},
            .arrival = {1, 0.88}};
}

} // namespace

const std::vector<DemoExperiment>& demoExperiments()
{
    static const std::vector<DemoExperiment> s_experiments{checkout(), search(), onboarding(), redirect()};
    return s_experiments;
}

std::vector<DemoEvent> demoVisit(const DemoExperiment& experiment, std::size_t variant, std::mt19937_64& random)
{
    std::vector<DemoEvent> events;
    std::uniform_real_distribution<double> share(0, 1);
    std::uniform_real_distribution<double> seconds(1, 30);
    for (const DemoAction& action : experiment.actions) {
        if (share(random) >= action.rates[variant])
            continue;
        double value = 1;
        if (!action.meanValue.empty()) {
            // Log-normal with the mean asked for, in hundredths.
            constexpr double kSpread = 0.8;
            std::normal_distribution<double> normal(std::log(action.meanValue[variant]) - kSpread * kSpread / 2,
                                                    kSpread);
            value = std::round(std::exp(normal(random)) * 100) / 100;
        }
        events.push_back({action.event, value, seconds(random)});
    }
    return events;
}

Result<std::vector<std::string>> createDemoExperiments(Store& store, Catalog& catalog)
{
    const Actor simulator{.name = "simulator", .role = Role::Editor, .environment = {}, .project = {}};
    std::vector<std::string> made;
    for (const DemoExperiment& demo : demoExperiments()) {
        if (catalog.current()->find(demo.key))
            continue;
        nlohmann::json body = demo.body;
        body["key"] = demo.key;
        const auto created = createExperiment(store, body, simulator);
        if (!created)
            return Failure(created.error());
        auto started = changeStatus(store, demo.key, Transition::Start, "demo", simulator);
        if (!started)
            return Failure(std::move(started.error()));
        catalog.put(std::move(*started));
        made.push_back(demo.key);
    }
    return made;
}

} // namespace xp
