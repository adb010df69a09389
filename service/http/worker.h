// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/http/connection.h"
#include "service/http/cors.h"
#include "service/http/httpserver.h"
#include "service/http/mailbox.h"
#include "service/http/sockets.h"

#include <array>
#include <atomic>
#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/intrusive/list.hpp>
#include <condition_variable>
#include <optional>
#include <random>
#include <thread>

namespace xp::service {

/// What the threads of one server share. Immutable while they run, but for the counters.
struct ServerContext
{
    HttpOptions options;
    Router router;
    Cors cors;
    std::unique_ptr<boost::asio::ssl::context> tls; ///< null without TLS
    std::shared_ptr<MemoryBudget> bodies;           ///< outlives the server in requests that are still held
    std::shared_ptr<MemoryBudget> answers;

    std::atomic<std::size_t> connections{0};
    std::atomic<std::size_t> inFlight{0};
    std::atomic<std::uint64_t> accepted{0};
    std::atomic<std::uint64_t> refused{0};

    std::mutex stopMutex;
    std::size_t stoppedWorkers = 0;    ///< that accept no more
    std::condition_variable allClosed; ///< signalled when one of these may have become all, or `connections` 0

    void report(const std::string& problem) const
    {
        if (options.onProblem)
            options.onProblem(problem);
    }
};

/// One thread: an event loop, a listening socket, and the connections it has accepted. But for run(), start(), post()
/// and join(), everything is called on that thread.
class Worker
{
public:
    using Endpoint = boost::asio::ip::tcp::endpoint;

    explicit Worker(ServerContext& server);
    ~Worker();

    /// `share`: other workers listen at the same address.
    boost::system::error_code listen(const Endpoint& endpoint, bool share);
    Endpoint endpoint() const;
    void start();
    void join();
    void post(std::function<void()> task);

    void beginStop();
    void closeAll();
    bool isStopping() const { return m_isStopping; }
    TimePoint stopStarted() const { return m_stopStarted; }

    ServerContext& server() { return m_server; }
    const std::shared_ptr<Mailbox>& mailbox() const { return m_mailbox; }
    std::string_view date() const { return m_date; }
    std::string newRequestId();
    /// Too many connections for everyone to sit around.
    bool isCrowded() const;

    /// What a connection does that others could have the place of, those first that lose least. None: it waits for us.
    enum class Pause {
        Ending,    ///< its last answer is out
        Idle,      ///< between requests
        Beginning, ///< in the handshake, a head, or a body that nobody wants
        Sending,   ///< in the body of a request that is let in
        Reading,   ///< its answer, which it does not take
        None,
    };
    void setPause(Connection& connection, Pause pause);
    void onClosed();

private:
    using Acceptor = boost::asio::basic_socket_acceptor<boost::asio::ip::tcp, boost::asio::io_context::executor_type>;
    using Clock = std::chrono::steady_clock;
    using Timer = boost::asio::basic_waitable_timer<Clock, boost::asio::wait_traits<Clock>,
                                                    boost::asio::io_context::executor_type>;
    template <typename Hook>
    using ConnectionList = boost::intrusive::list<Connection, boost::intrusive::base_hook<Hook>,
                                                  boost::intrusive::constant_time_size<false>>;

    void run();
    void accept();
    void onAccepted(const boost::system::error_code& ec);
    void onAcceptFailed(const boost::system::error_code& ec);
    void admit(Socket socket, const Endpoint& peer);
    bool makeRoom();
    void closeListener();
    void tick();
    void sweep();
    std::chrono::milliseconds tickInterval() const;

    ServerContext& m_server;
    boost::asio::io_context m_io{1};
    std::shared_ptr<Mailbox> m_mailbox;
    Acceptor m_acceptor;
    Timer m_tick;
    Timer m_retryAccept;
    Socket m_accepted; ///< the next connection
    Endpoint m_acceptedPeer;
    ConnectionList<AllHook> m_all;
    std::array<ConnectionList<PauseHook>, std::size_t(Pause::None)> m_pausing; ///< the longest at it first
    std::string m_date;
    std::int64_t m_dateSecond = -1;
    std::mt19937_64 m_random;
    TimePoint m_stopStarted{};
    bool m_isStopping = false;
    bool m_isEverything = false; ///< all connections have been closed for good
    std::thread m_thread;
};

} // namespace xp::service
