// SPDX-License-Identifier: Apache-2.0
#include "service/http/httpserver.h"

#include "service/http/descriptors.h"
#include "service/http/worker.h"

#include <algorithm>
#include <boost/asio/ip/tcp.hpp>
#include <cerrno>
#include <fstream>
#include <openssl/ssl.h>

namespace xp::service {

namespace asio = boost::asio;
using Endpoint = asio::ip::tcp::endpoint;

namespace {

/// What every connection may have, whatever the others have; of all of them no more than half of what there is.
constexpr std::size_t kLittleBody = 64 * 1024;
constexpr std::size_t kLittleAnswer = 16 * 1024;

std::shared_ptr<MemoryBudget> budgetOf(std::size_t most, std::size_t little, std::size_t connections)
{
    return std::make_shared<MemoryBudget>(most, std::min(little, most / 2 / std::max<std::size_t>(1, connections)));
}

} // namespace

struct HttpServer::Impl
{
    ServerContext context;
    std::vector<std::unique_ptr<Worker>> workers;
    std::uint16_t port = 0;

    Impl(HttpOptions options, Router router)
        : context{.options = std::move(options),
                  .router = std::move(router),
                  .cors = Cors({}),
                  .tls = nullptr,
                  .bodies = nullptr,
                  .answers = nullptr}
    {
        context.cors = Cors(context.options.corsOrigins);
        const HttpLimits& limits = context.options.limits;
        context.bodies = budgetOf(limits.keptBodyBytes, kLittleBody, limits.connections);
        context.answers = budgetOf(limits.waitingAnswerBytes, kLittleAnswer, limits.connections);
    }

    Result<Endpoint> resolve() const;
    Result<void> setUpTls();
    Result<void> listen(Endpoint endpoint);
};

namespace {

/// Browsers and some clients offer HTTP/2 first.
int chooseProtocol(SSL*, const unsigned char** chosen, unsigned char* length, const unsigned char* offered,
                   unsigned int offeredLength, void*)
{
    static constexpr unsigned char kHttp11[] = "\x08http/1.1";
    unsigned char* match = nullptr;
    if (SSL_select_next_proto(&match, length, kHttp11, sizeof(kHttp11) - 1, offered, offeredLength) !=
        OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_NOACK;
    *chosen = match;
    return SSL_TLSEXT_ERR_OK;
}

/// Why a PEM file cannot be used; of one that cannot be opened OpenSSL's own text does not tell.
std::string whyUnusable(const std::string& file, const boost::system::error_code& ec)
{
    return std::ifstream(file) ? ec.message() : std::generic_category().message(errno);
}

} // namespace

Result<Endpoint> HttpServer::Impl::resolve() const
{
    asio::io_context io;
    asio::ip::tcp::resolver resolver(io);
    boost::system::error_code ec;
    const auto found = resolver.resolve(context.options.host, std::to_string(context.options.port),
                                        asio::ip::tcp::resolver::passive, ec);
    if (ec || found.empty()) // a server of names that does not answer may do so later
        return fail(ec == asio::error::host_not_found_try_again ? ErrorCode::Unavailable : ErrorCode::Invalid,
                    "bad_host", "The host '" + context.options.host + "' has no address.");
    // `localhost` has two: the one that every tool tries.
    for (const auto& entry : found)
        if (entry.endpoint().address().is_v4())
            return entry.endpoint();
    return found.begin()->endpoint();
}

Result<void> HttpServer::Impl::setUpTls()
{
    const HttpOptions& options = context.options;
    if (options.certificateFile.empty() && options.keyFile.empty())
        return {};
    if (options.certificateFile.empty() || options.keyFile.empty())
        return fail(ErrorCode::Invalid, "tls_incomplete", "TLS needs a certificate and its key: one is missing.");
    auto tls = std::make_unique<asio::ssl::context>(asio::ssl::context::tls_server);
    boost::system::error_code ec;
    tls->set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_sslv2 |
                         asio::ssl::context::no_sslv3 | asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1,
                     ec);
    SSL_CTX_set_options(tls->native_handle(), SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    SSL_CTX_set_mode(tls->native_handle(),
                     SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_alpn_select_cb(tls->native_handle(), chooseProtocol, nullptr);
    tls->use_certificate_chain_file(options.certificateFile, ec);
    if (ec)
        return fail(ErrorCode::Invalid, "tls_certificate",
                    "The certificate '" + options.certificateFile +
                        "' cannot be used: " + whyUnusable(options.certificateFile, ec) + ".");
    tls->use_private_key_file(options.keyFile, asio::ssl::context::pem, ec);
    if (ec || SSL_CTX_check_private_key(tls->native_handle()) != 1)
        return fail(ErrorCode::Invalid, "tls_key",
                    "The key '" + options.keyFile + "' cannot be used with this certificate" +
                        (ec ? ": " + whyUnusable(options.keyFile, ec) + "." : "."));
    context.tls = std::move(tls);
    return {};
}

Result<void> HttpServer::Impl::listen(Endpoint endpoint)
{
    const std::size_t count = std::max<std::size_t>(1, context.options.threads);
    const auto failed = [&](const boost::system::error_code& ec) {
        return fail(ErrorCode::Unavailable, "cannot_listen",
                    "Cannot listen on " + context.options.host + ":" + std::to_string(endpoint.port()) + ": " +
                        ec.message() + ".");
    };
    if (count > 1) {
        // Sockets that share a port would also share it with another process of this user, unnoticed.
        Worker probe(context);
        if (const auto ec = probe.listen(endpoint, /*share=*/false))
            return failed(ec);
        endpoint.port(probe.endpoint().port());
    }
    for (std::size_t i = 0; i < count; ++i) {
        workers.push_back(std::make_unique<Worker>(context));
        if (const auto ec = workers.back()->listen(endpoint, count > 1)) {
            workers.clear();
            return failed(ec);
        }
    }
    port = workers.front()->endpoint().port();
    return {};
}

HttpServer::HttpServer(HttpOptions options, Router router)
    : m_impl(std::make_unique<Impl>(std::move(options), std::move(router)))
{
}

HttpServer::~HttpServer()
{
    stop(std::chrono::milliseconds(0));
}

Result<void> HttpServer::start()
{
    if (auto ready = m_impl->setUpTls(); !ready)
        return ready;
    const Result<Endpoint> endpoint = m_impl->resolve();
    if (!endpoint)
        return Failure(endpoint.error());
    HttpLimits& limits = m_impl->context.options.limits;
    limits.connections = reserveDescriptors(limits.connections);
    if (auto listening = m_impl->listen(*endpoint); !listening)
        return listening;
    for (const auto& worker : m_impl->workers)
        worker->start();
    return {};
}

std::uint16_t HttpServer::port() const
{
    return m_impl->port;
}

void HttpServer::stop(std::chrono::milliseconds deadline)
{
    auto& workers = m_impl->workers;
    for (const auto& worker : workers)
        worker->post([w = worker.get()] { w->beginStop(); });
    {
        std::unique_lock lock(m_impl->context.stopMutex);
        m_impl->context.allClosed.wait_for(lock, deadline, [this] {
            return m_impl->context.stoppedWorkers == m_impl->workers.size() && m_impl->context.connections == 0;
        });
    }
    for (const auto& worker : workers)
        worker->post([w = worker.get()] { w->closeAll(); });
    for (const auto& worker : workers)
        worker->join();
    workers.clear();
    m_impl->context.stoppedWorkers = 0;
}

void HttpServer::broadcast(const std::function<void()>& task)
{
    for (const auto& worker : m_impl->workers)
        worker->post(task);
}

HttpCounts HttpServer::counts() const
{
    const ServerContext& context = m_impl->context;
    return {context.connections, context.inFlight, context.accepted, context.refused};
}

} // namespace xp::service
