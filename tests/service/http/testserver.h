// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/http/httpserver.h"

#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

/// A server with routes of every kind, on a port of its own.
class TestServer
{
public:
    explicit TestServer(xp::service::HttpOptions options = {});
    ~TestServer();

    bool isRunning() const { return m_error.empty(); }
    const std::string& error() const { return m_error; }
    std::uint16_t port() const { return m_server->port(); }
    xp::service::HttpServer& server() { return *m_server; }

    /// The exchanges of `/held`, which nobody answers but the test.
    std::vector<std::shared_ptr<xp::service::Exchange>> takeHeld();
    std::size_t heldCount();
    bool waitForHeld(std::size_t count, std::chrono::milliseconds patience = std::chrono::seconds(5));

    /// Those of `/stream/waiting`.
    std::vector<xp::service::PieceSink> takeSinks();

    /// Pieces that streams were asked for.
    std::atomic<int> pieces{0};
    /// Streams that have been given up by the server.
    std::atomic<int> streamsGone{0};

private:
    xp::service::Router routes();
    void addStreams(xp::service::Router& router);
    xp::service::Producer countingProducer(int count, std::size_t size, xp::Result<std::optional<std::string>> end);

    std::mutex m_mutex;
    std::vector<std::shared_ptr<xp::service::Exchange>> m_held;
    std::vector<xp::service::PieceSink> m_sinks;
    std::vector<std::jthread> m_threads; ///< of `/stream/threads`
    std::string m_error;
    std::unique_ptr<xp::service::HttpServer> m_server;
};
