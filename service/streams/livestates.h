// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <mutex>
#include <string>

namespace xp::service {

struct Context;
class StreamHub;

/// Tells those who listen to an experiment when its numbers or its status have changed. Only experiments that somebody
/// listens to are looked at.
class LiveStates
{
public:
    void refresh(Context& context);

private:
    void tell(StreamHub& streams, const std::string& topic, const std::string& event);

    std::mutex m_mutex;
    std::map<std::string, std::string> m_last; ///< what was told last, by topic
};

} // namespace xp::service
