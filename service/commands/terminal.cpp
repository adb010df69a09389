// SPDX-License-Identifier: Apache-2.0
#include "service/commands/terminal.h"

#include <algorithm>
#include <cstdio>
#include <unistd.h>

namespace xp::service {

ProgressLine::ProgressLine() : m_isTerminal(isatty(STDERR_FILENO) == 1) {}

ProgressLine::~ProgressLine()
{
    if (m_isTerminal)
        std::fputs("\r\033[K", stderr);
}

void ProgressLine::show(std::string_view what, std::int64_t done, std::int64_t total)
{
    const auto time = std::chrono::steady_clock::now();
    if (!m_isTerminal || (done != total && time - m_drawnAt < std::chrono::milliseconds(100)))
        return;
    m_drawnAt = time;
    constexpr std::size_t kWidth = 30;
    std::string line(what);
    if (total > 0) {
        const double share = std::clamp(static_cast<double>(done) / static_cast<double>(total), 0.0, 1.0);
        const auto full = static_cast<std::size_t>(share * static_cast<double>(kWidth));
        line += " [" + std::string(full, '#') + std::string(kWidth - full, ' ') + "] " +
                std::to_string(static_cast<int>(share * 100)) + " %";
    } else {
        line += " " + withSeparators(done);
    }
    std::fprintf(stderr, "\r\033[K%s", line.c_str());
    std::fflush(stderr);
}

void printError(const Error& error)
{
    std::fprintf(stderr, "xp-service: %s\n", error.sentence.text.c_str());
    // A single detail is the sentence itself.
    if (error.errors.size() < 2)
        return;
    for (const FieldError& detail : error.errors)
        std::fprintf(stderr, "  %s\n", detail.message.c_str());
}

std::string withSeparators(std::int64_t number)
{
    std::string text = std::to_string(number);
    const std::size_t first = text.starts_with('-') ? 1 : 0;
    for (std::size_t i = text.size(); i > first + 3;)
        text.insert(i -= 3, 1, ',');
    return text;
}

} // namespace xp::service
