// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <vector>

namespace xp::ui {

class ExperimentListModel;

/// What a control was worth in an experiment that is known: a baseline for the next one.
struct PastRate
{
    QString title; ///< metric and experiment
    double rate = 0;
};

/// Of every conversion metric whose control has enough units to be told to two digits, in the order of the list.
std::vector<PastRate> pastRates(const ExperimentListModel& experiments);

inline constexpr int kFewestUnitsOfARate = 400;
inline constexpr std::size_t kMostPastRates = 200;

} // namespace xp::ui
