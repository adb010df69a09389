// SPDX-License-Identifier: Apache-2.0
#include "service/http/connection.h"
#include "service/http/sockets.h"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <cerrno>
#include <new>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/socket.h>

namespace xp::service {

namespace asio = boost::asio;

namespace {

constexpr std::size_t kRecordBytes = 16 * 1024;

// A socket as OpenSSL knows them, but without SIGPIPE; one that is closed fails, whoever has its number by now.

int socketOf(BIO* bio)
{
    return static_cast<Socket*>(BIO_get_data(bio))->native_handle();
}

bool mayComeYet(ssize_t result)
{
    return result < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR);
}

int sendTo(BIO* bio, const char* data, int size)
{
    BIO_clear_retry_flags(bio);
    const ssize_t sent = ::send(socketOf(bio), data, static_cast<std::size_t>(size), MSG_NOSIGNAL);
    if (mayComeYet(sent))
        BIO_set_retry_write(bio);
    return static_cast<int>(sent);
}

int receiveFrom(BIO* bio, char* space, int size)
{
    BIO_clear_retry_flags(bio);
    const ssize_t received = ::recv(socketOf(bio), space, static_cast<std::size_t>(size), 0);
    if (mayComeYet(received))
        BIO_set_retry_read(bio);
    return static_cast<int>(received);
}

long control(BIO*, int command, long, void*)
{
    return command == BIO_CTRL_FLUSH ? 1 : 0;
}

const BIO_METHOD* socketMethod()
{
    static const BIO_METHOD* const s_method = [] {
        BIO_METHOD* method = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "socket");
        BIO_meth_set_write(method, sendTo);
        BIO_meth_set_read(method, receiveFrom);
        BIO_meth_set_ctrl(method, control);
        return method;
    }();
    return s_method;
}

/// OpenSSL on the socket itself. Asio's stream holds 68 KiB of buffers for each connection, also for one that says
/// nothing: ten thousand of them would be most of a gigabyte. OpenSSL has its buffers for as long as it needs them.
class TlsTransport final : public Transport
{
public:
    TlsTransport(Socket socket, asio::ssl::context& context)
        : m_socket(std::move(socket)), m_ssl(SSL_new(context.native_handle()))
    {
        BIO* const bio = m_ssl ? BIO_new(socketMethod()) : nullptr;
        if (bio == nullptr)
            throw std::bad_alloc();
        BIO_set_data(bio, &m_socket);
        BIO_set_init(bio, 1);
        SSL_set_bio(m_ssl.get(), bio, bio);
    }

    /// Begins when the client has: who says nothing costs no buffers.
    void handshake(std::shared_ptr<Connection> connection) override
    {
        await(
            Socket::wait_read, [this] { return SSL_accept(m_ssl.get()); },
            [connection = std::move(connection)](IoStatus status, std::size_t) { connection->onHandshake(status); });
    }

    void read(std::span<char> space, std::shared_ptr<Connection> connection) override
    {
        begin([this, space] { return SSL_read(m_ssl.get(), space.data(), static_cast<int>(space.size())); },
              [connection = std::move(connection)](IoStatus status, std::size_t count) {
                  connection->onRead(status, count);
              });
    }

    std::size_t writeNow(std::string_view first, std::string_view second, IoStatus& status) override
    {
        const int count = writePart(first.empty() ? second : first);
        status = count > 0 || awaited(count) ? IoStatus::Ok : IoStatus::Failed;
        return static_cast<std::size_t>(std::max(count, 0));
    }

    void write(std::string_view first, std::string_view second, std::shared_ptr<Connection> connection) override
    {
        begin([this, part = first.empty() ? second : first] { return writePart(part); },
              [connection = std::move(connection)](IoStatus status, std::size_t count) {
                  connection->onWritten(status, count);
              });
    }

    /// The client sees the end of the answer by its length; TLS's goodbye could not be followed by reading on.
    void finishSending() override {}

    bool sayGoodbye(std::shared_ptr<Connection> connection) override
    {
        begin(
            [this] {
                const int heard = SSL_shutdown(m_ssl.get());
                return heard == 0 ? SSL_shutdown(m_ssl.get()) : heard; // 0: said, and not yet heard
            },
            [connection = std::move(connection)](IoStatus, std::size_t) { connection->onGoodbye(); });
        return true;
    }

    void close() override
    {
        boost::system::error_code ignored;
        m_socket.close(ignored);
    }

private:
    struct Free
    {
        void operator()(SSL* ssl) const { SSL_free(ssl); }
    };

    int writePart(std::string_view part)
    {
        ERR_clear_error();
        return SSL_write(m_ssl.get(), part.data(), static_cast<int>(std::min(part.size(), kRecordBytes)));
    }

    /// What has to be waited for before OpenSSL can go on, of a step that has come to nothing.
    std::optional<Socket::wait_type> awaited(int result) const
    {
        const int why = SSL_get_error(m_ssl.get(), result);
        if (why == SSL_ERROR_WANT_READ)
            return Socket::wait_read;
        return why == SSL_ERROR_WANT_WRITE ? std::optional(Socket::wait_write) : std::nullopt;
    }

    /// Not from within the call that asked for it.
    template <typename Step, typename Done>
    void begin(Step step, Done done)
    {
        asio::post(m_socket.get_executor(), [this, step, done = std::move(done)]() mutable { attempt(step, done); });
    }

    template <typename Step, typename Done>
    void await(Socket::wait_type what, Step step, Done done)
    {
        m_socket.async_wait(what, [this, step, done = std::move(done)](const auto& ec) mutable {
            if (ec)
                done(IoStatus::Failed, 0);
            else
                attempt(step, done);
        });
    }

    template <typename Step, typename Done>
    void attempt(Step step, Done& done)
    {
        ERR_clear_error();
        const int result = step();
        if (result > 0)
            done(IoStatus::Ok, static_cast<std::size_t>(result));
        else if (const auto what = awaited(result))
            await(*what, step, std::move(done));
        else // a client that ends the connection without TLS's own goodbye has ended it all the same
            done(IoStatus::End, 0);
    }

    Socket m_socket;
    std::unique_ptr<SSL, Free> m_ssl; ///< uses the socket
};

} // namespace

std::unique_ptr<Transport> makeTlsTransport(Socket socket, asio::ssl::context& context)
{
    return std::make_unique<TlsTransport>(std::move(socket), context);
}

} // namespace xp::service
