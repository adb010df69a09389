// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace xp {

template <typename E>
struct EnumName
{
    E value;
    std::string_view text;
};
// Compilers before Clang 17 (WebAssembly, clang-tidy) do not deduce it by themselves.
template <typename E>
EnumName(E, std::string_view) -> EnumName<E>;
template <typename E>
EnumName(E, const char*) -> EnumName<E>;

/// The one table between an enumeration and its names on the wire and in the database.
template <typename E, std::size_t N>
class EnumText
{
public:
    constexpr explicit EnumText(std::array<EnumName<E>, N> names) : m_names(names) {}

    constexpr std::string_view text(E value) const
    {
        for (const auto& name : m_names) {
            if (name.value == value)
                return name.text;
        }
        return {};
    }

    constexpr std::optional<E> parse(std::string_view text) const
    {
        for (const auto& name : m_names) {
            if (name.text == text)
                return name.value;
        }
        return std::nullopt;
    }

    static constexpr std::size_t size() { return N; }
    constexpr const std::array<EnumName<E>, N>& all() const { return m_names; }

private:
    std::array<EnumName<E>, N> m_names;
};

} // namespace xp
