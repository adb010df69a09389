// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/http/router.h"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace xp::service {

struct HttpLimits
{
    std::size_t headBytes = 16 * 1024;   ///< request line and header fields together; beyond: 414 or 431
    std::size_t headerFields = 100;      ///< beyond: 431
    std::size_t bodyBytes = 1024 * 1024; ///< as sent and unpacked; beyond: 413
    std::size_t batchBodyBytes = 16 * 1024 * 1024;
    std::size_t keptBodyBytes = 512 * 1024 * 1024; ///< of all bodies until their answer; beyond: 503 of one of them
    std::size_t waitingAnswerBytes = 256 * 1024 * 1024; ///< of all answers not yet read; beyond: one is cut off
    std::size_t droppedBytes = 64 * 1024 * 1024;        ///< read and dropped after an early answer, so that it is seen
    std::size_t connections = 10'000;                   ///< fewer where a process may not hold so many descriptors
};

struct HttpTimeouts
{
    std::chrono::milliseconds request{30'000};    ///< from the first byte of a request to its last
    std::size_t bodyBytesPerSecond = 32 * 1024;   ///< ... and longer, as long as a body comes at least this fast
    std::chrono::milliseconds idle{30'000};       ///< between requests
    std::chrono::milliseconds crowdedIdle{5'000}; ///< ... when three quarters of the connections are taken
    std::chrono::milliseconds write{30'000};      ///< an answer that does not get on
    std::chrono::milliseconds linger{5'000};      ///< how long a body is dropped after an early answer
};

/// Of one request that has been answered, or whose client left before. Views are valid during the call only.
struct FinishedRequest
{
    std::string_view method;              ///< empty when the request could not be read
    std::string_view endpoint;            ///< the route's label; empty when no route matched
    int status = 0;                       ///< 499: the client left before the answer
    std::chrono::nanoseconds duration{0}; ///< from its first byte to the answer's hand-over to the connection
    std::size_t requestBytes = 0;         ///< of the body
    std::size_t responseBytes = 0;        ///< of the body
    std::string_view requestId;
    std::string_view peer;
    std::string_view cause; ///< of a failure of the service or its database; else empty
};

struct HttpOptions
{
    std::string host = "127.0.0.1"; ///< an address, or a name that has one
    std::uint16_t port = 8000;      ///< 0 lets the system choose
    std::size_t threads = 1;        ///< each with its own event loop and listening socket
    std::string certificateFile;    ///< PEM, with the chain; empty: no TLS
    std::string keyFile;
    std::vector<std::string> corsOrigins; ///< `https://app.example`, or the single item `*`
    HttpLimits limits = {};
    HttpTimeouts timeouts = {};
    /// Called on the connection's thread for every request: must be quick. For the access log and metrics.
    std::function<void(const FinishedRequest&)> onFinished;
    /// What nobody can be answered about: a handler that threw, descriptors that ran out. For the log.
    std::function<void(const std::string&)> onProblem;
};

struct HttpCounts
{
    std::size_t connections = 0;
    std::size_t requestsInFlight = 0;
    std::uint64_t accepted = 0;
    std::uint64_t refused = 0; ///< closed at once because there were too many
};

/// An HTTP/1.1 server with limits and time-outs everywhere. Handlers run on its threads and must not block them.
class HttpServer
{
public:
    HttpServer(HttpOptions options, Router router);
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    /// `Invalid` when certificate or key do not do or the host has no address, `Unavailable` when the address cannot be
    /// listened on.
    Result<void> start();
    std::uint16_t port() const;

    /// Accepts nothing new, lets what is in flight be answered, then returns; what is not done by then is cut off.
    /// Exchanges that are still held by others stay valid. Not to be called from a handler.
    void stop(std::chrono::milliseconds deadline = std::chrono::seconds(10));

    /// Runs a task on every thread of the server, soon; for what each of them keeps of its own.
    void broadcast(const std::function<void()>& task);

    HttpCounts counts() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace xp::service
