// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/assigner.h"
#include "core/engine/catalog.h"
#include "core/lessons/lesson.h"

#include <memory>

namespace xp {

/// What the simulator did, told on its thread, like the routes tell of what applications did.
struct SimulatorObserver
{
    std::function<void(const LiveExperiment&, std::int16_t variant)> assigned;
    std::function<void(const LiveExperiment&, std::int16_t variant, const VisitorEvent&)> tracked;
    OnFault onFault{};
};

/// Feeds the lessons that are still running with visitors who come, are assigned and act, through the same door as
/// applications, on a thread of its own. Visitors are new in every run; what they do follows from the seed and the
/// lesson's truth. An experiment that is paused or stopped gets none, one that was deleted is left alone.
class Simulator
{
public:
    struct Options
    {
        std::uint64_t seed = 1;
        double visitorsPerSecond = 2; ///< of each experiment
        std::chrono::milliseconds tick{200};
        /// Visitors act this much quicker than in life: what takes a day there takes 24 seconds.
        double haste = 3600;
    };

    Simulator(Catalog& catalog, Assigner& assigner, Options options, SimulatorObserver observer = {});
    ~Simulator(); ///< ends the thread; answers that are still under way are dropped

private:
    class Run;
    std::shared_ptr<Run> m_run;
};

} // namespace xp
