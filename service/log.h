// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/faults.h"
#include "service/options.h"

#include <mutex>

namespace xp::service {

/// The service's log: one JSON object a line (or a line for people), on standard error. Thread-safe; values are always
/// escaped, so that nothing a client sent can look like a line of its own.
class Log
{
public:
    Log(LogFormat format, LogLevel level) : m_format(format), m_level(level) {}

    bool writes(LogLevel level) const { return level >= m_level; }
    /// `event` is a short stable name, `text` a sentence, `fields` the facts.
    void write(LogLevel level, std::string_view event, std::string_view text,
               const nlohmann::json& fields = nlohmann::json::object());

    /// One line on standard output, in the same form: where the service listens.
    void announce(std::string_view event, std::string_view text, const nlohmann::json& fields);

private:
    std::string line(LogLevel level, std::string_view event, std::string_view text, const nlohmann::json& fields) const;

    const LogFormat m_format;
    const LogLevel m_level;
    std::mutex m_mutex;
};

/// Writes what a thread's loop has survived to the log, which must outlive it; `where` says which loop.
OnFault faultsTo(Log& log, std::string where);

} // namespace xp::service
