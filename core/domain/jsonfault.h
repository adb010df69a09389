// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xp {

/// A JSON text in which every number that is none (NaN, Infinity, beyond a double), which some languages write, is
/// exchanged for a 0, and each of these with its path (`range`).
struct MendedJson
{
    std::string text;
    std::vector<std::size_t> ordinals; ///< the how manieth of the text's numbers each of them is, from 0
    std::vector<FieldError> faults;    ///< in the order of the text, at least one
};

/// Nothing where no number is at fault, where the text is broken otherwise too, nests deeper than 64 levels, or has so
/// many faults that naming them would take megabytes. `path` is where the text stands, empty for a body of its own.
std::optional<MendedJson> mendedJson(std::string_view text, const std::string& path = {});

/// What is wrong with a text that could not be read as JSON. Numbers that are none are Invalid, all of them named, or
/// the first where mendedJson() gives nothing; anything else is Malformed `broken_json`, with line
/// and column, both from 1, the column in bytes. `firstLine` is that of a body on which the text begins.
Error jsonFault(std::string_view text, std::size_t firstLine = 1);

} // namespace xp
