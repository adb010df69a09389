// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/actor.h"
#include "core/files/csvreader.h"
#include "core/storage/store.h"

#include <functional>

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
};

struct ImportProgress
{
    enum class Phase { Reading, Sorting, Storing } phase = Phase::Reading;
    std::int64_t done = 0;
    std::int64_t total = 0; ///< bytes while reading (0: unknown), units afterwards
};
using OnImportProgress = std::function<void(const ImportProgress&)>;

struct ImportReport
{
    Experiment experiment;
    std::vector<std::int64_t> units; ///< by variant
    std::vector<Sentence> notes;     ///< what a person should know: guessed kinds, rounded values
};

/// Stores a file with one row a unit as an experiment whose assignment happened elsewhere: stopped, `imported`, started
/// at the earliest and stopped at the latest assignment (the moment of the import without a time column). All or
/// nothing, with an audit entry: units are loaded in short transactions, so that a service beside it can write, and the
/// experiment appears in the last one. What an import that was killed has loaded is removed by a later one.
/// Values are exact at the metric's resolution: 1e-6, or what the decimals and the size of the values ask for.
/// Invalid: a line that cannot be read, a bad value (the first ten are named with line, column and value), a unit that
/// occurs twice, an unknown column, a variant that is not in the file. Conflict `key_taken`. NotFound: the file.
Result<ImportReport> importFile(Store& store, const ImportOptions& options, const Actor& actor,
                                const OnImportProgress& onProgress = {});

} // namespace xp
