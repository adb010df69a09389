// SPDX-License-Identifier: Apache-2.0
#include "vectorcheck.h"

#include "core/api/statistics.h"

#include <algorithm>
#include <cmath>
#include <fstream>

using nlohmann::json;

namespace {

/// What is wrong with a case's answer; empty when all agrees.
std::string difference(const std::string& function, const json& one, const json& tolerance)
{
    const xp::Result<json> result = xp::callStatistics(function, one["input"]);
    if (!result)
        return one["input"].dump() + ": " + result.error().sentence.text;
    for (const auto& [key, want] : one["expected"].items()) {
        if (!result->contains(key) || !agrees((*result)[key], want, key, tolerance["relative"].get<double>(),
                                              tolerance["absolute"].get<double>()))
            return one["input"].dump() + ": " + key + " is " + result->value(key, json()).dump() + ", expected " +
                   want.dump();
    }
    return {};
}

} // namespace

bool agrees(const json& got, const json& want, const std::string& key, double relative, double absolute)
{
    if (want.is_array()) {
        if (!got.is_array() || got.size() != want.size())
            return false;
        for (std::size_t i = 0; i < want.size(); ++i) {
            if (!agrees(got[i], want[i], key, relative, absolute))
                return false;
        }
        return true;
    }
    if (!want.is_number() || want.is_boolean())
        return got == want;
    if (!got.is_number())
        return false;
    const double g = got.get<double>();
    const double w = want.get<double>();
    if (key == "p_value" || key == "adjusted")
        return w == 0 ? std::abs(g) < 1e-300 : std::abs(g - w) <= relative * std::abs(w);
    return std::abs(g - w) <= absolute + relative * std::abs(w);
}

std::vector<std::filesystem::path> vectorFiles(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;
    if (!std::filesystem::is_directory(folder))
        return files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".json" && entry.path().filename() != "schema.json")
            files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<std::string> differences(const std::filesystem::path& path)
{
    std::ifstream stream(path);
    const json file = json::parse(stream, nullptr, false);
    if (file.is_discarded() || file["cases"].empty())
        return {"no cases"};
    std::vector<std::string> all;
    for (const json& one : file["cases"]) {
        if (std::string what = difference(file["function"].get<std::string>(), one, file["tolerance"]); !what.empty())
            all.push_back(std::move(what));
    }
    return all;
}
