// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace xp {

/// TRUE/FALSE, T/F, yes/no, y/n (any case), 1/0, 1.0/0.0; std::nullopt for anything else.
std::optional<bool> parseBoolean(std::string_view text);

struct DecimalNumber
{
    double value = 0; ///< the double nearest to the text
    int decimals = 0; ///< digits after the point that matter: 1.50 has one, 25e-4 has four
};

/// A finite decimal number with a point: `-12.5`, `+3`, `1e6`; nothing before or after it but blanks.
std::optional<DecimalNumber> parseDecimal(std::string_view text);

/// Without blanks and tabs at both ends.
std::string_view trimmed(std::string_view text);

} // namespace xp
