// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/writing/groupcommit.h"

#include <mutex>
#include <optional>
#include <span>

namespace xp {

/// The answer to a request that was divided: that of all its parts, in the order of the whole. Thread-safe.
class JoinedAnswer
{
public:
    JoinedAnswer(std::size_t commands, std::ptrdiff_t parts, GroupCommit::Done done)
        : m_outcomes(commands), m_open(parts), m_done(std::move(done))
    {
    }

    void take(std::span<const std::size_t> places, Result<std::vector<Outcome>> outcomes)
    {
        {
            const std::lock_guard lock(m_mutex);
            for (std::size_t i = 0; outcomes && i < places.size(); ++i)
                m_outcomes[places[i]] = std::move((*outcomes)[i]);
            if (!outcomes)
                m_error = std::move(outcomes.error());
            if (--m_open > 0)
                return;
        }
        m_done(m_error ? Result<std::vector<Outcome>>(Failure(std::move(*m_error))) : std::move(m_outcomes));
    }

private:
    std::mutex m_mutex;
    std::vector<Outcome> m_outcomes;
    std::optional<Error> m_error;
    std::ptrdiff_t m_open;
    GroupCommit::Done m_done;
};

} // namespace xp
