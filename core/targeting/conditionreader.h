// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/targeting/condition.h"

#include <set>

namespace xp {

/// Reads conditions from JSON (see Condition) and notes everything that is wrong with them.
class ConditionReader
{
public:
    /// `segments` are saved segments' conditions by name. `errors` must outlive the reader.
    ConditionReader(const nlohmann::json& segments, std::vector<FieldError>& errors)
        : m_segments(segments), m_errors(errors)
    {
    }

    /// `path` names the condition in error messages. std::nullopt where anything is wrong.
    std::optional<Condition> read(const nlohmann::json& json, const std::string& path);

private:
    std::optional<Condition> part(const nlohmann::json& json, const std::string& path, int depth);
    std::vector<Condition> parts(const nlohmann::json& json, const std::string& path, int depth);
    std::optional<Condition::Segment> segment(const nlohmann::json& json, const std::string& path, int depth);
    std::optional<Condition::Prerequisite> prerequisite(const nlohmann::json& json, const std::string& path);
    void note(const std::string& path, const char* code, const std::string& message);

    const nlohmann::json& m_segments;
    std::vector<FieldError>& m_errors;
    std::set<std::string> m_within; ///< segments being read, so that a circle is found
    std::vector<std::string> m_prerequisites;
    int m_count = 0;
};

/// The names of the segments that a condition refers to; without those that they refer to themselves.
std::set<std::string> segmentsIn(const nlohmann::json& condition);

/// The experiments, by key or id, that a condition asks about, likewise.
std::set<std::string> experimentsIn(const nlohmann::json& condition);

} // namespace xp
