// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string_view>

// What the fuzzers share: the first byte of an input chooses what is done with the rest.
namespace xp::fuzz {

/// Ends the program, which the fuzzer takes for a finding, unless what must hold does.
inline void require(bool condition, std::string_view what)
{
    if (condition)
        return;
    std::cerr << "does not hold: " << what << std::endl;
    std::abort();
}

struct Input
{
    Input(const std::uint8_t* data, std::size_t size)
        : choice(size > 0 ? data[0] : 0)
        , text(size > 1 ? std::string_view(reinterpret_cast<const char*>(data + 1), size - 1) : std::string_view())
    {
    }

    std::uint8_t choice;
    std::string_view text;
};

} // namespace xp::fuzz
