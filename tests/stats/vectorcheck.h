// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

/// The rule of the vectors' README: `key` is the name of the value, or of the list that it is an element of.
bool agrees(const nlohmann::json& got, const nlohmann::json& want, const std::string& key, double relative,
            double absolute);

/// The vector files of a folder, sorted; none when there is no such folder.
std::vector<std::filesystem::path> vectorFiles(const std::filesystem::path& folder);

/// What is wrong with the answers to a file's cases, one line each; empty when all agree.
std::vector<std::string> differences(const std::filesystem::path& file);
