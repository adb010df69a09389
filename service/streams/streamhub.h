// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/http/response.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace xp::service {

/// Server-sent events (text/event-stream): who listens to which topic, and what they are told. Thread-safe and bounded:
/// a listener that does not keep up loses the oldest events, never the newest, and hears nothing twice in a row.
/// Those without a token have half of the room, so that however many come, those with one find some.
class StreamHub
{
public:
    enum class Caller { Known, Stranger }; ///< with a token that is known, or without

    explicit StreamHub(std::size_t mostSubscribers = 1000) : m_most(mostSubscribers) {}

    /// A response body that begins with `first` and goes on with what is published, until stop() or until the client
    /// leaves. Overloaded when there are too many listeners already.
    /// `isLetIn` is asked before each event and comment, from any thread; the stream ends where it says no.
    Result<Response> subscribe(const std::string& topic, std::string first, Caller caller,
                               std::function<bool()> isLetIn = {});
    void publish(const std::string& topic, const std::string& event);
    /// A comment to everybody, so that proxies keep the connections and lost clients are noticed.
    void heartbeat();
    /// Ends all streams; nobody can subscribe any more.
    void stop();

    std::vector<std::string> topics(); ///< that somebody listens to
    std::size_t subscribers();

private:
    class Subscriber;
    struct Listening
    {
        std::weak_ptr<Subscriber> subscriber;
        Caller caller;
        std::function<bool()> isLetIn;
    };
    std::optional<std::string> refusal(Caller caller) const;
    std::vector<std::shared_ptr<Subscriber>> listening(const std::string* topic);

    std::mutex m_mutex;
    std::multimap<std::string, Listening> m_subscribers;
    std::size_t m_most;
    bool m_stopped = false;
};

/// One event as it goes over the wire. Data with line breaks becomes several data lines.
std::string streamEvent(std::string_view event, std::string_view id, std::string_view data);

} // namespace xp::service
