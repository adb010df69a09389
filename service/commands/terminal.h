// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"

#include <chrono>
#include <string>
#include <string_view>

namespace xp::service {

/// A line on the standard error stream that is drawn over and over, when that is a terminal; else nothing.
class ProgressLine
{
public:
    ProgressLine();
    ~ProgressLine(); ///< clears the line
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    /// `total` 0: unknown. At most ten times a second, except when `done` is `total`.
    void show(std::string_view what, std::int64_t done, std::int64_t total);

private:
    bool m_isTerminal;
    std::chrono::steady_clock::time_point m_drawnAt{};
};

/// Writes an error with all its details to the standard error stream.
void printError(const Error& error);

/// `90,189`
std::string withSeparators(std::int64_t number);

} // namespace xp::service
