// SPDX-License-Identifier: Apache-2.0
// numbers FILE...: what the statistics kernel answers to each case of these vector files, one value a line:
// `function case path value`. A floating-point number is written as its bits, in hexadecimal. Compiled natively and to
// WebAssembly, so that compare.py can lay the two side by side. No Qt: the browser's half needs emscripten alone.
#include "core/api/statistics.h"

#include <bit>
#include <cinttypes>
#include <cstdio>
#include <fstream>

namespace {

using nlohmann::json;

void print(const std::string& place, const json& value)
{
    const json flat = value.flatten();
    for (const auto& [path, leaf] : flat.items()) {
        if (leaf.is_number_float())
            std::printf("%s %s 0x%016" PRIx64 "\n", place.c_str(), path.c_str(),
                        std::bit_cast<std::uint64_t>(leaf.get<double>()));
        else
            std::printf("%s %s %s\n", place.c_str(), path.c_str(), leaf.dump().c_str());
    }
}

/// Whether the file holds cases.
bool answer(const char* path)
{
    std::ifstream stream(path);
    const json file = json::parse(stream, nullptr, false);
    if (!file.is_object() || !file.contains("cases") || file["cases"].empty())
        return false;
    const std::string function = file["function"].get<std::string>();
    int number = 0;
    for (const json& one : file["cases"]) {
        const std::string place = function + ' ' + std::to_string(number++);
        if (const xp::Result<json> result = xp::callStatistics(function, one["input"]))
            print(place, *result);
        else
            print(place, {{"error", result.error().sentence.text}});
    }
    return true;
}

} // namespace

int main(int argc, char** argv)
{
    for (int i = 1; i < argc; ++i) {
        if (!answer(argv[i])) {
            std::fprintf(stderr, "%s holds no cases\n", argv[i]);
            return 1;
        }
    }
    return 0;
}
