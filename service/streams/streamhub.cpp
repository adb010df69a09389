// SPDX-License-Identifier: Apache-2.0
#include "service/streams/streamhub.h"

#include <algorithm>
#include <deque>

namespace xp::service {

namespace {

constexpr std::size_t kMostQueued = 32; ///< events that wait for one listener

/// One copy, however many wait for it.
using Text = std::shared_ptr<const std::string>;

Text shared(std::string text)
{
    return std::make_shared<const std::string>(std::move(text));
}

/// What the last event of a text is known by: its id; of one without an id the text itself.
std::string nameOf(std::string_view text)
{
    constexpr std::string_view kField = "id: ";
    const std::size_t line = text.rfind("\nid: ");
    if (line == std::string_view::npos && !text.starts_with(kField))
        return std::string(text);
    text.remove_prefix((line == std::string_view::npos ? 0 : line + 1) + kField.size());
    return std::string(text.substr(0, text.find('\n')));
}

} // namespace

/// One listener: either it waits for an event, or events wait for it. Held by the response; the hub only knows it.
class StreamHub::Subscriber
{
public:
    explicit Subscriber(std::string first) : m_last(nameOf(first)) { m_queue.push_back(shared(std::move(first))); }

    void next(PieceSink sink)
    {
        std::optional<std::string> piece;
        {
            const std::scoped_lock lock(m_mutex);
            if (m_queue.empty() && !m_ended) {
                m_sink = std::move(sink);
                return;
            }
            if (!m_queue.empty()) {
                piece = *m_queue.front();
                m_queue.pop_front();
            }
        }
        sink(std::move(piece));
    }

    /// Whether it has not heard this last; it has from now on.
    bool isNews(const std::string& event)
    {
        std::string name = nameOf(event);
        const std::scoped_lock lock(m_mutex);
        if (m_last == name)
            return false;
        m_last = std::move(name);
        return true;
    }

    void give(const Text& piece)
    {
        if (auto sink = take(piece))
            sink(std::optional(*piece));
    }

    void end()
    {
        if (auto sink = take(nullptr))
            sink(std::optional<std::string>());
    }

private:
    /// The sink that waits, if any; else the piece is put in line.
    PieceSink take(const Text& piece)
    {
        const std::scoped_lock lock(m_mutex);
        if (!piece)
            m_ended = true;
        if (m_sink)
            return std::exchange(m_sink, nullptr);
        if (piece && m_queue.size() == kMostQueued)
            m_queue.pop_front();
        if (piece)
            m_queue.push_back(piece);
        return nullptr;
    }

    std::mutex m_mutex;
    std::deque<Text> m_queue;
    std::string m_last; ///< what it heard last, by name; what it began with may name an event
    PieceSink m_sink;
    bool m_ended = false;
};

/// Why there is no room, if there is none.
std::optional<std::string> StreamHub::refusal(Caller caller) const
{
    if (m_stopped || m_subscribers.size() >= m_most)
        return "There are " + std::to_string(m_most) + " listeners already";
    const auto isStranger = [](const auto& entry) { return entry.second.caller == Caller::Stranger; };
    const auto strangers = static_cast<std::size_t>(std::ranges::count_if(m_subscribers, isStranger));
    if (caller == Caller::Stranger && strangers >= m_most / 2)
        return "There are " + std::to_string(m_most / 2) + " listeners without a token already";
    return std::nullopt;
}

Result<Response> StreamHub::subscribe(const std::string& topic, std::string first, Caller caller,
                                      std::function<bool()> isLetIn)
{
    auto subscriber = std::make_shared<Subscriber>(std::move(first));
    {
        const std::scoped_lock lock(m_mutex);
        std::erase_if(m_subscribers, [](const auto& entry) { return entry.second.subscriber.expired(); });
        if (const auto why = refusal(caller))
            return fail(ErrorCode::Overloaded, "too_many_listeners",
                        *why + ": ask again later, or ask without Accept: text/event-stream");
        m_subscribers.emplace(topic, Listening{subscriber, caller, std::move(isLetIn)});
    }
    Response response{200, Producer([subscriber](PieceSink sink) { subscriber->next(std::move(sink)); }),
                      "text/event-stream"};
    response.headers.emplace_back("Cache-Control", "no-store");
    response.headers.emplace_back("X-Accel-Buffering", "no"); // nginx would hold events back
    return response;
}

std::vector<std::shared_ptr<StreamHub::Subscriber>> StreamHub::listening(const std::string* topic)
{
    std::vector<std::pair<std::shared_ptr<Subscriber>, std::function<bool()>>> all;
    {
        const std::scoped_lock lock(m_mutex);
        for (const auto& [name, entry] : m_subscribers) {
            if (auto subscriber = topic && *topic != name ? nullptr : entry.subscriber.lock())
                all.emplace_back(std::move(subscriber), entry.isLetIn);
        }
    }
    std::vector<std::shared_ptr<Subscriber>> found;
    for (auto& [subscriber, isLetIn] : all) {
        if (!isLetIn || isLetIn())
            found.push_back(std::move(subscriber));
        else
            subscriber->end();
    }
    return found;
}

// Listeners are told outside of the lock: a sink may run the connection's code at once.
void StreamHub::publish(const std::string& topic, const std::string& event)
{
    const Text text = shared(event);
    for (const auto& subscriber : listening(&topic)) {
        if (subscriber->isNews(event))
            subscriber->give(text);
    }
}

void StreamHub::heartbeat()
{
    const Text text = shared(": here\n\n");
    for (const auto& subscriber : listening(nullptr))
        subscriber->give(text);
}

void StreamHub::stop()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stopped = true;
    }
    for (const auto& subscriber : listening(nullptr))
        subscriber->end();
}

std::vector<std::string> StreamHub::topics()
{
    const std::scoped_lock lock(m_mutex);
    std::vector<std::string> names;
    for (const auto& [name, entry] : m_subscribers) {
        if (!entry.subscriber.expired() && (names.empty() || names.back() != name))
            names.push_back(name);
    }
    return names;
}

std::size_t StreamHub::subscribers()
{
    const std::scoped_lock lock(m_mutex);
    return static_cast<std::size_t>(
        std::ranges::count_if(m_subscribers, [](const auto& entry) { return !entry.second.subscriber.expired(); }));
}

std::string streamEvent(std::string_view event, std::string_view id, std::string_view data)
{
    std::string text;
    if (!id.empty())
        text.append("id: ").append(id).append("\n");
    text.append("event: ").append(event).append("\ndata: ");
    for (const char c : data)
        text.append(c == '\n' ? "\ndata: " : std::string_view(&c, 1));
    return text + "\n\n";
}

} // namespace xp::service
