// SPDX-License-Identifier: Apache-2.0
// What in an evidence bundle is not as it was written. The English of these is the core's own
// (core/files/bundlecheck.cpp).
#include "ui/text/sentencetables.h"

#include <array>

namespace xp::ui {

namespace {

using A = SentenceArguments;

constexpr std::array kBundles{
    SentenceWriter{"bundle_differs",
                   [](const A& a) {
                       const QString path = a.name("path");
                       return QCoreApplication::translate("Sentences", "%1: %2 says %3; computed again it is %4")
                           .arg(a.name("file"),
                                path.isEmpty() ? QCoreApplication::translate("Sentences", "the document") : path,
                                a.name("said"), a.name("expected"));
                   }},
    SentenceWriter{"bundle_checksum",
                   [](const A& a) {
                       const bool told = a.has("said") && a.at("said").is_string();
                       return QCoreApplication::translate(
                                  "Sentences",
                                  "%1 is not the file that was written: its SHA-256 is %2, the manifest says %3")
                           .arg(a.name("file"), a.name("expected"),
                                told ? a.name("said") : QCoreApplication::translate("Sentences", "nothing"));
                   }},
    SentenceWriter{
        "bundle_missing",
        [](const A& a) { return QCoreApplication::translate("Sentences", "%1 is missing").arg(a.name("file")); }},
    SentenceWriter{
        "bundle_unknown_file",
        [](const A& a) {
            return QCoreApplication::translate("Sentences", "%1 does not belong to a bundle").arg(a.name("file"));
        }},
};

} // namespace

std::span<const SentenceWriter> bundleSentences()
{
    return kBundles;
}

} // namespace xp::ui
