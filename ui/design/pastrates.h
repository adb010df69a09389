// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"

#include <QString>

#include <vector>

namespace xp {
class DataFile;
}

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

/// Of every column of a table that holds yes/no or 0/1 alone, from its first kMostRowsOfARate rows; what is empty
/// counts for nothing. Delimiter and encoding are guessed. Invalid: the table cannot be read, or no column is of that
/// kind between its ends.
Result<std::vector<PastRate>> ratesOfTable(const DataFile& file);

inline constexpr std::int64_t kMostRowsOfARate = 1'000'000;
inline constexpr int kFewestUnitsOfARate = 400;
inline constexpr std::size_t kMostPastRates = 200;

} // namespace xp::ui
