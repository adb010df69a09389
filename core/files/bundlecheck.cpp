// SPDX-License-Identifier: Apache-2.0
#include "core/files/bundlecheck.h"

#include "core/api/evidencecodec.h"
#include "core/domain/fieldreader.h"
#include "core/domain/jsonreader.h"
#include "core/files/jsondifference.h"

#include <algorithm>

namespace xp {

namespace {

using nlohmann::json;
using namespace bundlefiles;

Failure notABundle(const std::string& what)
{
    return fail(ErrorCode::Invalid, "not_a_bundle", "This is not an evidence bundle: " + what);
}

const ZipEntry* find(const std::vector<ZipEntry>& files, std::string_view name)
{
    const auto it = std::ranges::find(files, name, &ZipEntry::name);
    return it == files.end() ? nullptr : &*it;
}

struct Manifest
{
    json document;
    Timestamp at{};
    std::string version;
};

Result<Manifest> readManifest(const std::vector<ZipEntry>& files)
{
    const ZipEntry* file = find(files, kManifest);
    if (!file)
        return notABundle("it has no manifest.json");
    auto document = parseObject(file->content);
    if (!document)
        return notABundle("its manifest.json cannot be read: " + document.error().sentence.text);
    std::vector<FieldError> errors;
    JsonReader reader(*document, errors);
    const auto format = reader.required<int>("format");
    if (errors.empty() && format != kBundleFormat)
        return fail(ErrorCode::Unsupported, "bundle_format",
                    "The bundle has format " + std::to_string(format) + "; this release reads format " +
                        std::to_string(kBundleFormat),
                    {{"format", format}});
    Manifest manifest{.at = reader.requiredTime("made_at")};
    if (const json* engine = reader.find("engine"))
        manifest.version = JsonReader(*engine, errors, "engine").required<std::string>("version");
    if (!errors.empty())
        return notABundle("in its manifest.json " + errors.front().message);
    manifest.document = std::move(*document);
    return manifest;
}

Result<Evidence> readStatistics(const std::vector<ZipEntry>& files)
{
    const ZipEntry* file = find(files, kStatistics);
    if (!file)
        return notABundle(std::string("it has no ") + kStatistics);
    const auto document = parseObject(file->content);
    if (!document)
        return notABundle(std::string(kStatistics) + " cannot be read: " + document.error().sentence.text);
    auto evidence = evidenceFromJson(*document);
    if (!evidence && evidence.error().code == ErrorCode::Invalid && !evidence.error().errors.empty())
        return notABundle(std::string("in ") + kStatistics + " " + evidence.error().errors.front().message);
    return evidence;
}

/// Of what the sums say nothing about; it must lead to the share that the experiment has.
std::vector<TrafficChange> readTraffic(const std::vector<ZipEntry>& files, const Experiment& experiment)
{
    std::vector<TrafficChange> traffic;
    const ZipEntry* file = find(files, kAllocation);
    const auto document = file ? parseObject(file->content) : Result<json>(json::object());
    if (!document)
        return traffic;
    std::vector<FieldError> errors;
    JsonReader(*document, errors).array("traffic_changes", [&](const json& element, const std::string& path) {
        JsonReader fields(element, errors, path);
        traffic.push_back({fields.requiredTime("at"), fields.required<double>("from"), fields.required<double>("to")});
    });
    for (std::size_t i = 1; i < traffic.size(); ++i)
        traffic[i].from = traffic[i - 1].to;
    if (!traffic.empty())
        traffic.back().to = experiment.trafficAllocation;
    return errors.empty() ? traffic : std::vector<TrafficChange>();
}

Sentence differs(const std::string& file, const std::string& where, const std::string& said,
                 const std::string& expected)
{
    return {"bundle_differs",
            {{"file", file}, {"path", where}, {"said", said}, {"expected", expected}},
            file + ": " + (where.empty() ? "the document" : where) + " says " + said + "; computed again it is " +
                expected};
}

/// By lines: a table, a plan in its canonical form, or a document that cannot be read any more.
std::optional<Sentence> textDifference(const ZipEntry& file, std::string_view expected)
{
    std::string_view said = file.content;
    for (int line = 1; said != expected; ++line) {
        const std::string_view left = said.substr(0, said.find('\n'));
        const std::string_view right = expected.substr(0, expected.find('\n'));
        if (left != right || left.size() == said.size() || right.size() == expected.size())
            return differs(file.name, "line " + std::to_string(line), shown(left), shown(right));
        said.remove_prefix(left.size() + 1);
        expected.remove_prefix(right.size() + 1);
    }
    return std::nullopt;
}

/// Fields that came after the release that wrote the bundle are not missed in it.
std::optional<Sentence> numberDifference(const ZipEntry& file, const ZipEntry& expected, Missing missing,
                                         std::size_t& numbers)
{
    if (file.name == kReadMe)
        return std::nullopt; // words, which may change
    if (!file.name.ends_with(".json"))
        return textDifference(file, expected.content);
    const auto said = parseObject(file.content);
    if (!said)
        return textDifference(file, expected.content);
    json right = json::parse(expected.content, nullptr, /*allow_exceptions=*/false);
    json left = *said;
    if (const auto experiment = left.find("experiment"); file.name == kStatistics && experiment != left.end())
        withholdPeople(*experiment); // bundles written before these fields were emptied have them
    if (file.name == kManifest) {
        // Sums of files are judged one by one, against the files that are there.
        left.erase("files");
        right.erase("files");
    }
    numbers += countNumbers(right);
    const auto found = firstDifference(left, right, missing);
    if (!found)
        return std::nullopt;
    return differs(file.name, found->path, found->said, found->expected);
}

/// Whether a file is the one that the manifest is of.
std::optional<Sentence> checksumDifference(const ZipEntry& file, const json& manifest)
{
    const auto sums = manifest.find("files");
    const auto entry = sums == manifest.end() || !sums->is_object() ? json() : sums->value(file.name, json());
    const auto said = entry.is_object() && entry.contains("sha256") ? entry["sha256"] : json();
    const std::string is = sha256Of(file.content);
    if (said == is) {
        const json size = entry.value("bytes", json());
        if (size == file.content.size())
            return std::nullopt;
        return differs(std::string(kManifest), "files." + file.name + ".bytes", size.dump(),
                       std::to_string(file.content.size()));
    }
    return Sentence{"bundle_checksum",
                    {{"file", file.name}, {"said", said}, {"expected", is}},
                    file.name + " is not the file that was written: its SHA-256 is " + is + ", the manifest says " +
                        (said.is_string() ? said.get<std::string>() : std::string("nothing"))};
}

} // namespace

Result<CheckedBundle> checkBundle(std::string_view bytes)
{
    const auto files = readZip(bytes);
    if (!files)
        return Failure(files.error());
    const auto manifest = readManifest(*files);
    if (!manifest)
        return Failure(manifest.error());
    auto evidence = readStatistics(*files);
    if (!evidence)
        return Failure(std::move(evidence.error()));
    CheckedBundle checked{.bundle = {std::move(*evidence), manifest->at, manifest->version}};
    checked.bundle.traffic = readTraffic(*files, checked.bundle.evidence.experiment);
    const std::vector<ZipEntry> expected = bundleFiles(checked.bundle);
    const Missing missing = manifest->version == XP_VERSION ? Missing::Differs : Missing::IsFine;
    for (const ZipEntry& wanted : expected) {
        const ZipEntry* file = find(*files, wanted.name);
        if (!file) {
            checked.differences.push_back({"bundle_missing", {{"file", wanted.name}}, wanted.name + " is missing"});
            continue;
        }
        if (auto found = numberDifference(*file, wanted, missing, checked.numbers))
            checked.differences.push_back(std::move(*found));
        if (wanted.name == kManifest)
            continue;
        if (auto found = checksumDifference(*file, manifest->document))
            checked.differences.push_back(std::move(*found));
    }
    for (const ZipEntry& file : *files) {
        if (!find(expected, file.name))
            checked.differences.push_back(
                {"bundle_unknown_file", {{"file", file.name}}, file.name + " does not belong to a bundle"});
    }
    return checked;
}

} // namespace xp
