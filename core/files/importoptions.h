// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/metric.h"
#include "core/files/csvreader.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace xp {

/// A column that holds one value of each unit.
struct ImportMetric
{
    std::string column;             ///< also the metric's name
    std::optional<MetricKind> kind; ///< without one: conversion when all values are yes/no or 0/1, else mean
    MetricRole role = MetricRole::Secondary;
    Direction direction = Direction::Increase;
};

/// Reads `column[:kind[:role[:direction]]]`; a part may be empty. A column's own colons are left alone.
ImportMetric parseImportMetric(std::string_view text);

struct ImportOptions
{
    std::string path; ///< `-` is the standard input
    CsvOptions csv;
    std::string key;
    std::string name; ///< the key unless given
    std::string project = "default";
    std::string environment = "production";
    std::string unitColumn;
    std::string variantColumn;
    std::vector<ImportMetric> metrics;
    std::string control;                                     ///< a variant; the first row's unless given
    std::vector<std::pair<std::string, double>> allocations; ///< none, or of every variant; equal unless given
    std::string timeColumn;                                  ///< of the assignment; empty: now
    std::vector<std::string> covariateColumns;               ///< numbers known before the assignment
    std::vector<std::string> segmentColumns;
    bool replace = false; ///< an import under this key gives way to this one; its notes stay
};

struct ImportProgress
{
    enum class Phase { Reading, Sorting, Storing } phase = Phase::Reading;
    std::int64_t done = 0;
    std::int64_t total = 0; ///< bytes while reading (0: unknown), units afterwards
};
/// False ends the import; nothing of it is stored.
using OnImportProgress = std::function<bool(const ImportProgress&)>;

} // namespace xp
