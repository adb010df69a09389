// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/evidence.h"
#include "core/files/ziparchive.h"

namespace xp {

/// A change of the share of all users that is let in. It opens no epoch, so the sums do not show it.
struct TrafficChange
{
    Timestamp at{};
    double from = 0;
    double to = 0;

    bool operator==(const TrafficChange&) const = default;
};

/// What an evidence bundle is made from, and all that a reader needs to make it again.
struct Bundle
{
    Evidence evidence;
    Timestamp at{};                          ///< the moment of its report
    std::string version;                     ///< of the release that wrote it
    std::vector<TrafficChange> traffic = {}; ///< since the start, in order; from the audit log
};

inline constexpr int kBundleFormat = 1;

/// The names of the files in it.
namespace bundlefiles {
inline constexpr const char* kManifest = "manifest.json";
inline constexpr const char* kPlan = "plan.json";
inline constexpr const char* kAllocation = "allocation.json";
inline constexpr const char* kStatistics = "sufficient-statistics.json";
inline constexpr const char* kStatisticsTable = "sufficient-statistics.csv";
inline constexpr const char* kReport = "report.json";
inline constexpr const char* kStats = "stats.json";
inline constexpr const char* kReadMe = "README.txt";
} // namespace bundlefiles

/// The files of a bundle, the manifest first: plan (its bytes are the ones that the fingerprint is of), epochs with
/// their allocations, sufficient statistics for each day, variant and metric, report, single-look statistics. No
/// user's id is in any of them. Pure: the same bundle gives the same bytes, but for the last digits of numbers that
/// another machine computes.
std::vector<ZipEntry> bundleFiles(const Bundle& bundle);

/// One zip file of them.
Result<std::string> writeBundle(const Bundle& bundle);

/// SHA-256 in lower-case hexadecimal.
std::string sha256Of(std::string_view text);

} // namespace xp
