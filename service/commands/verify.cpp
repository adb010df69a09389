// SPDX-License-Identifier: Apache-2.0
#include "core/files/bundlecheck.h"
#include "service/commands/arguments.h"
#include "service/commands/commands.h"
#include "service/commands/terminal.h"

#include <QFile>
#include <cstdio>

namespace xp::service {

namespace {

using Use = ArgumentRule::Use;

constexpr std::array kRules{ArgumentRule{"--help", Use::Flag, "", ""}};
constexpr qint64 kLargestFile = qint64{256} << 20;
constexpr std::size_t kMostShown = 20; ///< differences after the first

constexpr const char* kHelp =
    "xp-service verify FILE\n\n"
    "Opens an evidence bundle (GET /api/v1/experiments/{id}/bundle), computes every number in it again from its\n"
    "sufficient statistics, and compares: numbers, plan and fingerprint, checksums. Needs no database and no network.\n"
    "Exit code 0: all is equal; 1: it is not, and the first place that differs, or the file cannot be read.\n";

Result<QByteArray> readFile(const std::string& name)
{
    QFile file(QString::fromStdString(name));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, "unreadable_file",
                    name + " cannot be opened: " + file.errorString().toStdString());
    if (file.size() > kLargestFile)
        return fail(ErrorCode::TooLarge, "file_too_large",
                    name + " is larger than the " + std::to_string(kLargestFile >> 20) + " MiB that are read");
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorCode::Unavailable, "unreadable_file",
                    name + " cannot be read: " + file.errorString().toStdString());
    return bytes;
}

int conclude(const std::string& name, const CheckedBundle& checked)
{
    const Experiment& experiment = checked.bundle.evidence.experiment;
    const std::string what =
        "experiment " + experiment.key + " at " + toIso8601(checked.bundle.at) + ", release " + checked.bundle.version;
    if (checked.differences.empty()) {
        std::printf("%s: %s numbers computed again, all are equal; every file is as it was written (%s, plan %s).\n",
                    name.c_str(), withSeparators(static_cast<std::int64_t>(checked.numbers)).c_str(), what.c_str(),
                    fingerprintOf(decidingPlan(experiment)).c_str());
        return 0;
    }
    std::fprintf(stderr, "%s is not right (%s). The first that differs:\n  %s\n", name.c_str(), what.c_str(),
                 checked.differences.front().text.c_str());
    for (std::size_t i = 1; i < checked.differences.size() && i <= kMostShown; ++i)
        std::fprintf(stderr, "%s  %s\n", i == 1 ? "Also:\n" : "", checked.differences[i].text.c_str());
    if (checked.bundle.version != XP_VERSION)
        std::fprintf(stderr, "This is release %s: where it computes otherwise on purpose, its CHANGELOG says so.\n",
                     XP_VERSION);
    return 1;
}

} // namespace

int runVerify(const Options&, std::span<const std::string> words)
{
    const auto arguments = Arguments::parse(words, kRules, 1);
    if (arguments && arguments->has("--help")) {
        std::fputs(kHelp, stdout);
        return 0;
    }
    if (!arguments || arguments->others().empty()) {
        std::fprintf(stderr, "xp-service verify: %s\n\n%s",
                     arguments ? "the name of the bundle is missing" : arguments.error().sentence.text.c_str(), kHelp);
        return 2;
    }
    const std::string& name = arguments->others().front();
    const auto bytes = readFile(name);
    auto checked = bytes ? checkBundle(std::string_view(bytes->constData(), static_cast<std::size_t>(bytes->size())))
                         : Failure(bytes.error());
    if (!checked) {
        if (bytes)
            checked.error().sentence.text = name + ": " + checked.error().sentence.text;
        printError(checked.error());
        return 1;
    }
    return conclude(name, *checked);
}

} // namespace xp::service
