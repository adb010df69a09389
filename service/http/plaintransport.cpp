// SPDX-License-Identifier: Apache-2.0
#include "service/http/connection.h"
#include "service/http/sockets.h"

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/post.hpp>

namespace xp::service {

namespace asio = boost::asio;

namespace {

IoStatus statusOf(const boost::system::error_code& ec)
{
    if (!ec)
        return IoStatus::Ok;
    return ec == asio::error::eof ? IoStatus::End : IoStatus::Failed;
}

class PlainTransport final : public Transport
{
public:
    explicit PlainTransport(Socket socket) : m_socket(std::move(socket)) {}

    void handshake(std::shared_ptr<Connection> connection) override
    {
        asio::post(m_socket.get_executor(),
                   [connection = std::move(connection)] { connection->onHandshake(IoStatus::Ok); });
    }

    void read(std::span<char> space, std::shared_ptr<Connection> connection) override
    {
        m_socket.async_read_some(asio::buffer(space.data(), space.size()),
                                 [connection = std::move(connection)](const auto& ec, std::size_t count) {
                                     connection->onRead(statusOf(ec), count);
                                 });
    }

    std::size_t writeNow(std::string_view first, std::string_view second, IoStatus& status) override
    {
        boost::system::error_code ec;
        const std::size_t count = second.empty() ? m_socket.write_some(asio::buffer(first.data(), first.size()), ec)
                                                 : m_socket.write_some(buffers(first, second), ec);
        status = ec == asio::error::would_block ? IoStatus::Ok : statusOf(ec);
        return ec ? 0 : count;
    }

    void write(std::string_view first, std::string_view second, std::shared_ptr<Connection> connection) override
    {
        m_socket.async_write_some(buffers(first, second),
                                  [connection = std::move(connection)](const auto& ec, std::size_t count) {
                                      connection->onWritten(statusOf(ec), count);
                                  });
    }

    void finishSending() override
    {
        boost::system::error_code ignored;
        m_socket.shutdown(Socket::shutdown_send, ignored);
    }

    bool sayGoodbye(std::shared_ptr<Connection>) override { return false; }

    void close() override
    {
        boost::system::error_code ignored;
        m_socket.close(ignored);
    }

private:
    static std::array<asio::const_buffer, 2> buffers(std::string_view first, std::string_view second)
    {
        return {asio::const_buffer(first.data(), first.size()), asio::const_buffer(second.data(), second.size())};
    }

    Socket m_socket;
};

} // namespace

std::unique_ptr<Transport> makePlainTransport(Socket socket)
{
    return std::make_unique<PlainTransport>(std::move(socket));
}

} // namespace xp::service
