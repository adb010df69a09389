// SPDX-License-Identifier: Apache-2.0
#include "service/http/connection.h"
#include "service/http/sockets.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/ssl/error.hpp>
#include <boost/asio/ssl/stream.hpp>

namespace xp::service {

namespace asio = boost::asio;

namespace {

/// A client that ends the connection without TLS's own goodbye has ended it all the same: HTTP's framing tells whether
/// a request was whole.
IoStatus statusOf(const boost::system::error_code& ec)
{
    if (!ec)
        return IoStatus::Ok;
    return ec == asio::error::eof || ec == asio::ssl::error::stream_truncated ? IoStatus::End : IoStatus::Failed;
}

class TlsTransport final : public Transport
{
public:
    TlsTransport(Socket socket, asio::ssl::context& context) : m_stream(std::move(socket), context) {}

    void handshake(std::shared_ptr<Connection> connection) override
    {
        m_stream.async_handshake(asio::ssl::stream_base::server, [connection = std::move(connection)](const auto& ec) {
            connection->onHandshake(statusOf(ec));
        });
    }

    void read(std::span<char> space, std::shared_ptr<Connection> connection) override
    {
        m_stream.async_read_some(asio::buffer(space.data(), space.size()),
                                 [connection = std::move(connection)](const auto& ec, std::size_t count) {
                                     connection->onRead(statusOf(ec), count);
                                 });
    }

    std::size_t writeNow(std::string_view, std::string_view, IoStatus& status) override
    {
        status = IoStatus::Ok;
        return 0;
    }

    void write(std::string_view first, std::string_view second, std::shared_ptr<Connection> connection) override
    {
        const std::string_view part = first.empty() ? second : first;
        m_stream.async_write_some(asio::buffer(part.data(), part.size()),
                                  [connection = std::move(connection)](const auto& ec, std::size_t count) {
                                      connection->onWritten(statusOf(ec), count);
                                  });
    }

    /// The client sees the end of the answer by its length; TLS's goodbye could not be followed by reading on.
    void finishSending() override {}

    bool sayGoodbye(std::shared_ptr<Connection> connection) override
    {
        m_stream.async_shutdown([connection = std::move(connection)](const auto&) { connection->onGoodbye(); });
        return true;
    }

    void close() override
    {
        boost::system::error_code ignored;
        m_stream.lowest_layer().close(ignored);
    }

private:
    asio::ssl::stream<Socket> m_stream;
};

} // namespace

std::unique_ptr<Transport> makeTlsTransport(Socket socket, asio::ssl::context& context)
{
    return std::make_unique<TlsTransport>(std::move(socket), context);
}

} // namespace xp::service
