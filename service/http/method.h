// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace xp::service {

/// The methods the service knows; any other is answered with 405 and the list of those that the path takes.
enum class Method : std::uint8_t { Get, Head, Post, Put, Patch, Delete, Options };

inline constexpr std::string_view kMethodNames[] = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};
inline constexpr std::size_t kMethodCount = std::size(kMethodNames);

constexpr std::string_view methodName(Method method)
{
    return kMethodNames[static_cast<std::size_t>(method)];
}

/// Method names are case-sensitive (RFC 9110, 9.1).
constexpr std::optional<Method> methodFromName(std::string_view name)
{
    for (std::size_t i = 0; i < kMethodCount; ++i)
        if (kMethodNames[i] == name)
            return static_cast<Method>(i);
    return std::nullopt;
}

} // namespace xp::service
