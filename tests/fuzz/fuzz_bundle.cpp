// SPDX-License-Identifier: Apache-2.0
#include "core/api/evidencecodec.h"
#include "core/domain/fieldreader.h"
#include "core/files/bundlecheck.h"
#include "tests/fuzz/fuzzing.h"

#include <set>

using namespace xp;
using namespace xp::fuzz;
using nlohmann::json;

// Zip files of strangers, and evidence of strangers within a bundle that is whole.

namespace {

constexpr ZipLimits kSmall{.entries = 16, .bytes = std::size_t{1} << 20};

void archive(std::string_view bytes)
{
    const auto entries = readZip(bytes, kSmall);
    if (!entries) {
        require(!entries.error().sentence.text.empty(), "an error says what is wrong");
        return;
    }
    std::set<std::string> names;
    std::size_t total = 0;
    for (const ZipEntry& entry : *entries) {
        require(names.insert(entry.name).second, "each name is there once");
        require(!entry.name.starts_with('/') && ("/" + entry.name + "/").find("/../") == std::string::npos,
                "names stay within");
        total += entry.content.size();
    }
    require(entries->size() <= kSmall.entries && total <= kSmall.bytes, "the limits hold");
    const auto written = writeZip(*entries);
    require(written.has_value(), "what was unpacked can be packed");
    const auto again = readZip(*written, kSmall);
    require(again && *again == *entries, "and is the same");
}

void bundle(std::string_view bytes)
{
    const auto checked = checkBundle(bytes);
    require(checked.has_value() || !checked.error().sentence.text.empty(), "an error says what is wrong");
}

/// A document that can be read makes a bundle in which every number is right.
void evidence(std::string_view text)
{
    const auto body = parseObject(text);
    if (!body)
        return;
    auto read = evidenceFromJson(*body);
    if (!read)
        return;
    const auto written = writeBundle({std::move(*read), fromMicros(1'700'000'000'000'000), "1.0.0"});
    require(written.has_value(), "evidence makes a bundle");
    const auto checked = checkBundle(*written);
    require(checked.has_value(), "a bundle that was written can be read");
    for (const Sentence& difference : checked->differences)
        require(false, difference.text);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const Input input(data, size);
    switch (input.choice % 3) {
    case 0:
        archive(input.text);
        break;
    case 1:
        bundle(input.text);
        break;
    default:
        evidence(input.text);
    }
    return 0;
}
