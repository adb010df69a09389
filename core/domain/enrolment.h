// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace xp {

/// When a unit begins to count.
enum class Exposure {
    Assignment, ///< with its assignment
    Explicit,   ///< once the application reports that the unit has seen its variant
};

/// A part of a layer. Experiments of one layer exclude each other: a unit takes part only in the one whose slice holds
/// its draw, which is made once for the whole layer.
struct LayerSlice
{
    std::string layer;
    double from = 0; ///< share of the layer's units, 0..1; the slice is [from, to)
    double to = 1;

    bool operator==(const LayerSlice&) const = default;
};

/// Whom an experiment lets in beyond its share of the traffic, and who is counted.
struct Enrolment
{
    /// A condition (see core/targeting/condition.h) as it was written; null: everybody.
    nlohmann::json targeting = nullptr;
    /// Units for which this condition holds get a variant, but are not analysed: bots, own people. null: nobody.
    nlohmann::json exclude = nullptr;
    /// The saved segments that these conditions refer to, themselves or through others, by name, as they were saved
    /// last.
    std::map<std::string, nlohmann::json> savedSegments;
    std::optional<LayerSlice> layer;
    bool ignoresHoldouts = false;              ///< takes units of the project's holdouts too
    std::map<std::string, std::string> forced; ///< variant's name by unit: assigned, never analysed
    Exposure exposure = Exposure::Assignment;

    bool operator==(const Enrolment&) const = default;
    /// Whether the same newcomers are let in, whatever their share of the traffic, and analysed.
    bool letsInLike(const Enrolment& other) const;
};

std::string_view toString(Exposure exposure);
std::optional<Exposure> parseExposure(std::string_view text);

/// The stored form, whose fields are also fields of an experiment on the wire.
nlohmann::json toJson(const Enrolment& enrolment);
/// Reads what toJson wrote; fields that are not there have their defaults. std::nullopt for anything else.
std::optional<Enrolment> enrolmentFromJson(const nlohmann::json& json);

} // namespace xp
