// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"

#include <cstddef>
#include <string_view>

namespace xp {

/// The most values that one body may hold, the inner ones counted: a hundred for each item of the largest batch. In
/// memory a value takes up to fifty times the two bytes that it takes in the text.
inline constexpr std::size_t kMostJsonValues = 1'000'000;

/// A text that is so short cannot hold more: a value takes two bytes at least, with what stands before the next.
constexpr bool mayHoldTooManyValues(std::string_view text)
{
    return text.size() / 2 >= kMostJsonValues;
}

/// How many values a JSON text holds, counted no further than one beyond `most`; nothing is built of it. Of a text that
/// is broken those before the fault are counted, and perhaps others.
std::size_t valuesIn(std::string_view json, std::size_t most);

/// Malformed `too_many_values`.
Error tooManyValues();

} // namespace xp
