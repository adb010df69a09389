// SPDX-License-Identifier: Apache-2.0
#include "service/http/worker.h"

#include "service/http/responsewriter.h"

#include <algorithm>
#include <array>
#include <boost/asio/post.hpp>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace xp::service {

namespace asio = boost::asio;

namespace {

constexpr std::chrono::milliseconds kAcceptPause{100};
constexpr std::chrono::milliseconds kLongestTick{500};
constexpr std::chrono::milliseconds kShortestTick{10};

/// What waits in the kernel for a client that reads slowly. Without it that may be megabytes, of which a third must go
/// before the kernel tells of any progress; with it, half of this is progress.
constexpr int kNotSentBytes = 128 * 1024;

using NotSentLimit = asio::detail::socket_option::integer<IPPROTO_TCP, TCP_NOTSENT_LOWAT>;
using ReusePort = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;

} // namespace

Worker::Worker(ServerContext& server)
    : m_server(server)
    , m_mailbox(std::make_shared<Mailbox>(m_io))
    , m_acceptor(m_io)
    , m_tick(m_io)
    , m_retryAccept(m_io)
    , m_accepted(m_io)
    , m_random(std::random_device()())
{
}

Worker::~Worker()
{
    m_mailbox->close();
}

boost::system::error_code Worker::listen(const Endpoint& endpoint, bool share)
{
    boost::system::error_code ec;
    const auto step = [&ec](auto&& action) {
        if (!ec)
            action();
    };
    step([&] { m_acceptor.open(endpoint.protocol(), ec); });
    step([&] { m_acceptor.set_option(asio::socket_base::reuse_address(true), ec); });
    step([&] {
        if (share)
            m_acceptor.set_option(ReusePort(true), ec);
    });
    step([&] { m_acceptor.bind(endpoint, ec); });
    step([&] { m_acceptor.listen(asio::socket_base::max_listen_connections, ec); });
    return ec;
}

Worker::Endpoint Worker::endpoint() const
{
    boost::system::error_code ignored;
    return m_acceptor.local_endpoint(ignored);
}

void Worker::start()
{
    m_thread = std::thread([this] { run(); });
}

void Worker::join()
{
    if (m_thread.joinable())
        m_thread.join();
}

void Worker::post(std::function<void()> task)
{
    asio::post(m_io, std::move(task));
}

void Worker::run()
{
    m_mailbox->adoptThread();
    sweep();
    tick();
    accept();
    for (;;) {
        try {
            m_io.run();
            return;
        } catch (const std::exception& exception) {
            m_server.report(std::string("an event loop's task threw: ") + exception.what());
        }
    }
}

void Worker::accept()
{
    if (!m_isStopping)
        m_acceptor.async_accept(m_accepted, m_acceptedPeer, [this](const auto& ec) { onAccepted(ec); });
}

void Worker::onAccepted(const boost::system::error_code& ec)
{
    if (ec == asio::error::operation_aborted)
        return;
    if (ec) {
        onAcceptFailed(ec);
        return;
    }
    try {
        admit(std::move(m_accepted), m_acceptedPeer);
    } catch (const std::exception& exception) { // out of memory: others are still let in
        m_server.report(std::string("a connection could not be admitted: ") + exception.what());
    }
    accept();
}

/// Out of descriptors or memory: the kernel keeps the client waiting, and so do we, without spinning.
void Worker::onAcceptFailed(const boost::system::error_code& ec)
{
    if (m_isStopping)
        return;
    if (ec == asio::error::connection_aborted) {
        accept();
        return;
    }
    m_server.report("cannot accept a connection: " + ec.message());
    makeRoom();
    m_retryAccept.expires_after(kAcceptPause);
    m_retryAccept.async_wait([this](const auto& waited) {
        if (!waited)
            accept();
    });
}

void Worker::admit(Socket socket, const Endpoint& peerEndpoint)
{
    if (m_isEverything) // accepted before, and told of after: nobody would close it
        return;
    m_server.accepted.fetch_add(1, std::memory_order_relaxed);
    boost::system::error_code ec;
    boost::system::error_code ignored;
    if (m_server.connections.load(std::memory_order_relaxed) >= m_server.options.limits.connections && !makeRoom()) {
        m_server.refused.fetch_add(1, std::memory_order_relaxed);
        socket.close(ec);
        return;
    }
    socket.set_option(asio::ip::tcp::no_delay(true), ec);
    socket.set_option(NotSentLimit(kNotSentBytes), ignored);
    if (!ec)
        socket.non_blocking(true, ec);
    if (ec) // the client has left already
        return;
    const std::string peer = peerEndpoint.address().to_string();
    const bool isTls = m_server.tls != nullptr;
    auto transport = isTls ? makeTlsTransport(std::move(socket), *m_server.tls) : makePlainTransport(std::move(socket));
    const auto connection = std::make_shared<Connection>(*this, std::move(transport), peer, isTls);
    m_server.connections.fetch_add(1, std::memory_order_relaxed);
    m_all.push_back(*connection);
    connection->start();
}

/// Closes one connection, as Pause orders them, the longest at it first. False when all wait for us.
bool Worker::makeRoom()
{
    const auto from = std::ranges::find_if(m_pausing, [](const auto& list) { return !list.empty(); });
    if (from == m_pausing.end())
        return false;
    from->front().close();
    return true;
}

bool Worker::isCrowded() const
{
    return m_server.connections.load(std::memory_order_relaxed) >= m_server.options.limits.connections / 4 * 3;
}

void Worker::setPause(Connection& connection, Pause pause)
{
    auto& hook = static_cast<PauseHook&>(connection);
    if (hook.is_linked())
        hook.unlink();
    if (pause != Pause::None)
        m_pausing[static_cast<std::size_t>(pause)].push_back(connection);
}

void Worker::onClosed()
{
    if (m_server.connections.fetch_sub(1) > 1)
        return;
    const std::lock_guard lock(m_server.stopMutex);
    m_server.allClosed.notify_all();
}

void Worker::beginStop()
{
    if (m_isStopping)
        return;
    m_stopStarted = Clock::now();
    closeListener();
    m_isStopping = true;
    sweep();
    tick();
    // Behind the connection that may just have been accepted.
    asio::post(m_io, [this] {
        const std::lock_guard lock(m_server.stopMutex);
        ++m_server.stoppedWorkers;
        m_server.allClosed.notify_all();
    });
}

/// Clients that the kernel has already told they are connected are still served.
void Worker::closeListener()
{
    boost::system::error_code ec;
    m_acceptor.cancel(ec);
    m_retryAccept.cancel();
    m_acceptor.non_blocking(true, ec);
    while (!ec) {
        Socket socket(m_io);
        Endpoint peer;
        m_acceptor.accept(socket, peer, ec);
        if (!ec)
            admit(std::move(socket), peer);
    }
    m_acceptor.close(ec);
}

void Worker::closeAll()
{
    m_isEverything = true;
    while (!m_all.empty())
        m_all.front().close();
    m_tick.cancel();
}

void Worker::tick()
{
    if (m_isEverything)
        return;
    m_tick.expires_after(tickInterval());
    m_tick.async_wait([this](const auto& ec) {
        if (ec)
            return;
        tick(); // whatever becomes of this round
        sweep();
    });
}

std::chrono::milliseconds Worker::tickInterval() const
{
    const HttpTimeouts& timeouts = m_server.options.timeouts;
    const auto shortest =
        std::min({timeouts.request, timeouts.idle, timeouts.crowdedIdle, timeouts.write, timeouts.linger});
    return std::clamp(m_isStopping ? kShortestTick * 5 : shortest / 8, kShortestTick, kLongestTick);
}

void Worker::sweep()
{
    const TimePoint now = Clock::now();
    for (auto it = m_all.begin(); it != m_all.end();)
        (it++)->sweep(now);
    const auto second =
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
    if (second != m_dateSecond) {
        m_dateSecond = second;
        m_date = httpDate(second);
    }
}

std::string Worker::newRequestId()
{
    static constexpr std::string_view kDigits = "0123456789abcdefghjkmnpqrstvwxyz";
    std::uint64_t number = m_random();
    std::array<char, 13> text; // short enough not to be allocated
    for (char& c : text) {
        c = kDigits[number % 32];
        number /= 32;
    }
    return std::string(text.data(), text.size());
}

} // namespace xp::service
