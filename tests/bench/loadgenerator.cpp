// SPDX-License-Identifier: Apache-2.0
// loadgenerator KEY=VALUE...: sends one kind of request over many connections, from one thread on raw sockets, and
// prints one JSON object. Without `rate` each connection sends its next request as soon as it has its answer: the
// maximum. With `rate` requests are due at fixed times whatever the server does (open loop), and a latency is counted
// from the time a request was due, so that one stall shows in all that had to wait for it.
//   port kind(assign|track|batch|get) path connections seconds users first(-1: uniform, else the next new user)
//   size(of a batch) rate seed token events(a,b,c)

#include <algorithm>
#include <arpa/inet.h>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <fcntl.h>
#include <map>
#include <netinet/tcp.h>
#include <random>
#include <string>
#include <string_view>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

struct Settings
{
    std::map<std::string, std::string> values;

    std::string text(const std::string& name, const std::string& fallback) const
    {
        const auto it = values.find(name);
        return it == values.end() ? fallback : it->second;
    }
    double number(const std::string& name, double fallback) const
    {
        const auto it = values.find(name);
        return it == values.end() ? fallback : std::atof(it->second.c_str());
    }
};

/// As the bulk import of the benchmark names them: any order, not sorted.
std::string userName(std::uint64_t i)
{
    return "user-" + std::to_string(i * 2654435761u % 4294967291u);
}

class Requests
{
public:
    explicit Requests(const Settings& settings)
        : m_kind(settings.text("kind", "assign"))
        , m_users(static_cast<std::uint64_t>(settings.number("users", 1e6)))
        , m_next(static_cast<std::int64_t>(settings.number("first", -1)))
        , m_size(static_cast<int>(settings.number("size", 1000)))
        , m_random(static_cast<std::uint64_t>(settings.number("seed", 1)))
    {
        const std::string token = settings.text("token", "");
        m_head = (m_kind == "get" ? "GET " : "POST ") + settings.text("path", "/") + " HTTP/1.1\r\nHost: bench\r\n" +
                 (token.empty() ? "" : "Authorization: Bearer " + token + "\r\n");
        std::string events = settings.text("events", "page_view,click,conversion");
        for (std::size_t at = 0; at != std::string::npos; events.erase(0, at == std::string::npos ? at : at + 1)) {
            at = events.find(',');
            m_events.push_back(events.substr(0, at));
        }
    }

    std::string next()
    {
        if (m_kind == "get")
            return m_head + "\r\n";
        std::string body;
        if (m_kind == "assign") {
            body = R"({"user_id":")" +
                   userName(m_next >= 0 ? static_cast<std::uint64_t>(m_next++) : m_random() % m_users) + R"("})";
        } else if (m_kind == "track") {
            body = event();
        } else {
            body = R"({"events":[)";
            for (int i = 0; i < m_size; ++i)
                body += (i > 0 ? "," : "") + event();
            body += "]}";
        }
        return m_head + "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
               "\r\n\r\n" + body;
    }

private:
    /// Users by Zipf's law with exponent 1, by inversion of the harmonic sum.
    std::string event()
    {
        const double u = std::uniform_real_distribution<double>(0, 1)(m_random);
        const auto rank = static_cast<std::uint64_t>(std::exp(u * std::log(static_cast<double>(m_users)))) - 1;
        const std::uint64_t dice = m_random();
        return R"({"user_id":")" + userName(rank * 7919 % m_users) + R"(","event_name":")" +
               m_events[dice % m_events.size()] + R"(","value":)" + std::to_string(dice % 1000) + "}";
    }

    std::string m_kind;
    std::string m_head;
    std::vector<std::string> m_events;
    std::uint64_t m_users;
    std::int64_t m_next;
    int m_size;
    std::mt19937_64 m_random;
};

struct Connection
{
    int socket = -1;
    std::string out;
    std::string in;
    Clock::time_point due{};
    bool busy = false;
};

/// Bytes of the answer at the front of `in`; 0: not whole yet. Its status goes to `status`.
std::size_t answerLength(const std::string& in, int& status)
{
    const std::size_t head = in.find("\r\n\r\n");
    if (head == std::string::npos || in.size() < 12)
        return 0;
    std::from_chars(in.data() + 9, in.data() + 12, status);
    // In the head alone: to look for it in megabytes of a body would take longer than the answer did.
    const std::string_view fields = std::string_view(in).substr(0, head);
    std::size_t length = 0;
    for (const char* name : {"\r\nContent-Length: ", "\r\ncontent-length: "}) {
        if (const std::size_t at = fields.find(name); at != std::string_view::npos)
            length = static_cast<std::size_t>(std::atol(in.c_str() + at + 18));
    }
    return in.size() >= head + 4 + length ? head + 4 + length : 0;
}

class Load
{
public:
    Load(const Settings& settings, Requests& requests)
        : m_settings(settings), m_requests(requests), m_epoll(::epoll_create1(0))
    {
    }

    int run()
    {
        const auto count = static_cast<std::size_t>(m_settings.number("connections", 64));
        m_connections.resize(count);
        for (std::size_t i = 0; i < count; ++i) {
            if (!open(m_connections[i], i))
                return 1;
        }
        const double rate = m_settings.number("rate", 0);
        m_start = Clock::now();
        const auto end = m_start + std::chrono::duration_cast<Clock::duration>(
                                       std::chrono::duration<double>(m_settings.number("seconds", 5)));
        if (rate <= 0) {
            for (Connection& c : m_connections)
                send(c, Clock::now());
        }
        std::uint64_t scheduled = 0;
        bool stopping = false;
        while (true) {
            const auto now = Clock::now();
            stopping = stopping || now >= end;
            m_more = rate <= 0 && !stopping;
            if (rate > 0 && !stopping) {
                while (true) {
                    const auto due =
                        m_start + std::chrono::duration_cast<Clock::duration>(
                                      std::chrono::duration<double>(static_cast<double>(scheduled) / rate));
                    if (due > now)
                        break;
                    m_waiting.push_back(due);
                    ++scheduled;
                }
                serveWaiting();
            }
            if (stopping && (m_underWay == 0 || now > end + std::chrono::seconds(20)))
                break;
            wait(rate > 0 && !stopping ? 1 : 100);
        }
        print(std::chrono::duration<double>(Clock::now() - m_start).count());
        return 0;
    }

private:
    bool open(Connection& c, std::size_t index)
    {
        c.socket = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(m_settings.number("port", 8000)));
        ::inet_pton(AF_INET, m_settings.text("host", "127.0.0.1").c_str(), &address.sin_addr);
        if (::connect(c.socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
            std::perror("connect");
            return false;
        }
        const int one = 1;
        ::setsockopt(c.socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        ::fcntl(c.socket, F_SETFL, O_NONBLOCK);
        epoll_event event{};
        event.events = EPOLLIN | EPOLLOUT | EPOLLET;
        event.data.u64 = index;
        return ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, c.socket, &event) == 0;
    }

    void serveWaiting()
    {
        for (Connection& c : m_connections) {
            if (m_waiting.empty())
                return;
            if (!c.busy) {
                send(c, m_waiting.front());
                m_waiting.pop_front();
            }
        }
    }

    void send(Connection& c, Clock::time_point due)
    {
        c.out = m_requests.next();
        c.due = due;
        c.busy = true;
        ++m_underWay;
        flush(c);
    }

    void flush(Connection& c)
    {
        while (!c.out.empty()) {
            const ssize_t sent = ::send(c.socket, c.out.data(), c.out.size(), MSG_NOSIGNAL);
            if (sent <= 0)
                return;
            c.out.erase(0, static_cast<std::size_t>(sent));
        }
    }

    void receive(Connection& c)
    {
        char buffer[65536];
        ssize_t got = 0;
        while ((got = ::recv(c.socket, buffer, sizeof buffer, 0)) > 0)
            c.in.append(buffer, static_cast<std::size_t>(got));
        int status = 0;
        while (const std::size_t length = c.busy ? answerLength(c.in, status) : 0) {
            c.in.erase(0, length);
            c.busy = false;
            --m_underWay;
            ++(status < 300 ? m_good : m_bad);
            m_latencies.push_back(std::chrono::duration<float, std::milli>(Clock::now() - c.due).count());
            if (m_more)
                send(c, Clock::now());
            else if (!m_waiting.empty()) {
                send(c, m_waiting.front());
                m_waiting.pop_front();
            }
        }
        if (got == 0 && c.busy) { // the server closed the connection under a request
            c.busy = false;
            --m_underWay;
            ++m_bad;
        }
    }

    void wait(int milliseconds)
    {
        epoll_event events[256];
        const int count = ::epoll_wait(m_epoll, events, 256, milliseconds);
        for (int i = 0; i < count; ++i) {
            Connection& c = m_connections[events[i].data.u64];
            if (events[i].events & EPOLLOUT)
                flush(c);
            if (events[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR))
                receive(c);
        }
    }

    void print(double seconds)
    {
        std::sort(m_latencies.begin(), m_latencies.end());
        const auto percentile = [&](double p) {
            return m_latencies.empty()
                       ? 0.0
                       : static_cast<double>(
                             m_latencies[static_cast<std::size_t>(p * static_cast<double>(m_latencies.size() - 1))]);
        };
        std::printf("{\"requests\": %zu, \"refused\": %zu, \"seconds\": %.3f, \"per_second\": %.1f, \"p50_ms\": %.3f, "
                    "\"p99_ms\": %.3f, \"p999_ms\": %.3f, \"max_ms\": %.3f, \"unsent\": %zu}\n",
                    m_good, m_bad, seconds, static_cast<double>(m_good) / seconds, percentile(0.5), percentile(0.99),
                    percentile(0.999), percentile(1), m_waiting.size());
    }

    const Settings& m_settings;
    Requests& m_requests;
    int m_epoll;
    std::vector<Connection> m_connections;
    std::deque<Clock::time_point> m_waiting; ///< due, and no connection is free
    std::vector<float> m_latencies;
    Clock::time_point m_start{};
    std::size_t m_underWay = 0;
    std::size_t m_good = 0;
    std::size_t m_bad = 0;
    bool m_more = false;
};

} // namespace

int main(int argc, char** argv)
{
    Settings settings;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        const std::size_t equals = std::min(word.find('='), word.size() - 1);
        settings.values[word.substr(0, equals)] = word.substr(equals + 1);
    }
    Requests requests(settings);
    return Load(settings, requests).run();
}
