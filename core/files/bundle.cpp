// SPDX-License-Identifier: Apache-2.0
#include "core/files/bundle.h"

#include "core/api/evidencecodec.h"
#include "core/api/reportcodec.h"
#include "core/api/statscodec.h"
#include "core/domain/canonicaljson.h"
#include "core/files/resulttables.h"

#include <QCryptographicHash>

namespace xp {

namespace {

using nlohmann::json;
using namespace bundlefiles;

constexpr const char* kReadMeText =
    "The evidence of an experiment: everything that its report was computed from, and the report.\n\n"
    "  manifest.json                the experiment, the moment, the release, SHA-256 of every other file\n"
    "  plan.json                    the plan that decides; its SHA-256 is the plan's fingerprint\n"
    "  allocation.json              who got which share of the users, and from when; when more or fewer were let in\n"
    "  sufficient-statistics.json   exact sums for each epoch, day of exposure, variant and metric; histograms;\n"
    "                               the experiment and what earlier looks saw\n"
    "  sufficient-statistics.csv    the same sums as a table\n"
    "  report.json, stats.json      what GET .../report and .../stats answered at that moment\n\n"
    "No user's id is in it. To compute every number again and compare:\n\n"
    "  xp-service verify FILE\n\n"
    "It finds a number that does not follow from the sums, and a file that is not as it was written. Whoever changes\n"
    "the sums, computes everything anew and writes a new manifest makes another bundle that is right in itself: keep\n"
    "the SHA-256 of the file itself where that matters.\n";

std::string textOf(const json& document)
{
    return document.dump(1, ' ', false, json::error_handler_t::replace) + "\n";
}

json allocationHistory(const Experiment& experiment, const std::vector<TrafficChange>& traffic)
{
    json epochs = json::array();
    for (const Epoch& epoch : experiment.epochs) {
        json shares = json::object();
        for (std::size_t i = 0; i < experiment.variants.size(); ++i)
            shares[experiment.variants[i].name] = i < epoch.allocations.size() ? epoch.allocations[i] : 0.0;
        epochs.push_back(
            {{"epoch", epoch.number}, {"started_at", toIso8601(epoch.startedAt)}, {"allocations", std::move(shares)}});
    }
    json changes = json::array();
    for (const TrafficChange& change : traffic)
        changes.push_back({{"at", toIso8601(change.at)}, {"from", change.from}, {"to", change.to}});
    return {{"epochs", std::move(epochs)},
            {"traffic_changes", std::move(changes)},
            {"traffic_allocation", experiment.trafficAllocation},
            {"peak_traffic_allocation", experiment.peakTraffic}};
}

} // namespace

std::string sha256Of(std::string_view text)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    return hash.result().toHex().toStdString();
}

std::vector<ZipEntry> bundleFiles(const Bundle& bundle)
{
    const Evidence& evidence = bundle.evidence;
    const Experiment& experiment = evidence.experiment;
    const Plan plan = decidingPlan(experiment);
    const Report report = reportOf(evidence, bundle.at);
    std::vector<ZipEntry> files{
        {kManifest, {}},
        {kPlan, canonicalJson(toJson(plan)).value_or(std::string())},
        {kAllocation, textOf(allocationHistory(experiment, bundle.traffic))},
        {kStatistics, textOf(toJson(evidence))},
        {kStatisticsTable, csvOf(momentsTable(evidence))},
        {kReport, textOf(toJson(report))},
        {kStats, textOf(toJson(statsOf(evidence, report, bundle.at)))},
        {kReadMe, kReadMeText},
    };
    json sums = json::object();
    for (std::size_t i = 1; i < files.size(); ++i)
        sums[files[i].name] = {{"bytes", files[i].content.size()}, {"sha256", sha256Of(files[i].content)}};
    files.front().content =
        textOf({{"format", kBundleFormat},
                {"engine", {{"name", "experimentation"}, {"version", bundle.version}}},
                {"made_at", toIso8601(bundle.at)},
                {"experiment", {{"id", experiment.id}, {"key", experiment.key}, {"name", experiment.name}}},
                {"plan_fingerprint", fingerprintOf(plan)},
                {"files", std::move(sums)}});
    return files;
}

Result<std::string> writeBundle(const Bundle& bundle)
{
    return writeZip(bundleFiles(bundle));
}

} // namespace xp
