// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/catalog.h"
#include "core/storage/store.h"

#include <random>
#include <span>

namespace xp {

/// Something a simulated visitor may do after it was assigned.
struct DemoAction
{
    std::string event;
    std::vector<double> rates;     ///< by variant: the share of visitors who do it
    std::vector<double> meanValue; ///< by variant, of a skewed value; empty: the value is 1
};

/// An experiment whose truth is known.
struct DemoExperiment
{
    std::string key;
    nlohmann::json body; ///< as for POST /experiments
    std::vector<DemoAction> actions;
    std::vector<double> arrival; ///< by variant: the share of visitors whose assignment is recorded at all
};

/// A winner, no difference, a treatment that helps beside one that harms, and one whose sample ratio is broken.
const std::vector<DemoExperiment>& demoExperiments();

/// What one visitor does, and when: seconds after its assignment.
struct DemoEvent
{
    std::string event;
    double value = 1;
    double after = 0;
};
std::vector<DemoEvent> demoVisit(const DemoExperiment& experiment, std::size_t variant, std::mt19937_64& random);

/// Makes and starts the demo experiments that are not there. Returns the keys of those it made.
Result<std::vector<std::string>> createDemoExperiments(Store& store, Catalog& catalog);

} // namespace xp
