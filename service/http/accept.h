// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace xp::service {

/// What a header Accept says of a media type: the most specific of its ranges that holds the type decides (RFC 9110,
/// 12.5.1), of several such the one of the highest weight.
struct Acceptance
{
    enum class Range { None, All, Type, Exact } range = Range::None; ///< `*/*`, `text/*`, `text/csv`
    double weight = 0;                                               ///< q, from 0 (not acceptable) to 1
};

/// `type` is like `text/csv`. Parameters other than q do not matter. An empty header accepts all.
Acceptance acceptanceOf(std::string_view accept, std::string_view type);

/// Whether a client that could have `other` as well asks for `type`: it names it, or its `type/*`, and weighs it no
/// less. Who accepts everything asks for nothing.
bool asksFor(std::string_view accept, std::string_view type, std::string_view other);

} // namespace xp::service
