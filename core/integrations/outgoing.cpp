// SPDX-License-Identifier: Apache-2.0
#include "core/integrations/outgoing.h"

#include "core/integrations/addresspolicy.h"

#include <algorithm>
#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

namespace xp {

namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using tcp = asio::ip::tcp;
using ErrorInfo = boost::system::error_code;
using Clock = std::chrono::steady_clock;
using Parser = http::response_parser<http::string_body>;

constexpr auto kStopCheck = std::chrono::milliseconds(100);
/// What is received and not yet understood: a chunk's head or the trailer must fit in it.
constexpr std::size_t kMostPending = 64 * 1024;
/// Heads of interim answers (1xx) that may come before the final one.
constexpr int kMostInterim = 10;
/// Where a chunk's size was not whole, no less can follow: 0 CR LF CR LF.
constexpr std::size_t kShortestEnd = 5;

Failure unavailable(const HttpUrl& url, std::string_view what, const ErrorInfo& error)
{
    const std::string reason = error == asio::error::timed_out ? "no answer in time" : error.message();
    return fail(ErrorCode::Unavailable, "peer_unavailable",
                url.host + ":" + url.port + ": " + std::string(what) + ": " + reason, {{"host", url.host}});
}

/// One question on one connection.
class Exchange
{
public:
    Exchange(const OutgoingRequest& request, HttpUrl url)
        : m_request(request), m_url(std::move(url)), m_deadline(Clock::now() + request.timeout), m_socket(m_io)
    {
    }

    Result<OutgoingAnswer> run()
    {
        if (auto connected = connect(); !connected)
            return Failure(std::move(connected.error()));
        if (!m_url.tls)
            return talk(m_socket);
        asio::ssl::context context(asio::ssl::context::tls_client);
        ErrorInfo error;
        context.set_default_verify_paths(error);
        asio::ssl::stream<tcp::socket&> stream(m_socket, context);
        stream.set_verify_mode(asio::ssl::verify_peer);
        stream.set_verify_callback(asio::ssl::host_name_verification(m_url.host));
        // SSL_set_tlsext_host_name() without its macro's old-style cast.
        SSL_ctrl(stream.native_handle(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, m_url.host.data());
        error = wait([&](auto done) { stream.async_handshake(asio::ssl::stream_base::client, done); });
        if (error)
            return unavailable(m_url, "TLS", error);
        return talk(stream);
    }

private:
    /// Starts an operation and runs it to its end or to the deadline.
    template <typename Start>
    ErrorInfo wait(Start start)
    {
        ErrorInfo result = asio::error::timed_out;
        bool isDone = false;
        start([&](const ErrorInfo& error, auto&&...) {
            result = error;
            isDone = true;
        });
        m_io.restart();
        while (!isDone && !m_request.stop.stop_requested() && Clock::now() < m_deadline)
            m_io.run_one_until(std::min(m_deadline, Clock::now() + kStopCheck));
        if (!isDone) {
            ErrorInfo ignored;
            m_socket.close(ignored);
            m_io.restart();
            m_io.run();
            return asio::error::timed_out;
        }
        return result;
    }

    Result<void> connect()
    {
        tcp::resolver resolver(m_io);
        tcp::resolver::results_type found;
        ErrorInfo error = wait([&](auto done) {
            resolver.async_resolve(
                m_url.host, m_url.port,
                [&found, done](const ErrorInfo& failure, const tcp::resolver::results_type& results) {
                    found = results;
                    done(failure);
                });
        });
        if (error)
            return unavailable(m_url, "name", error);
        std::vector<tcp::endpoint> allowed;
        for (const auto& entry : found) {
            if (!m_request.onlyPublic || isPublicAddress(entry.endpoint().address().to_string()))
                allowed.push_back(entry.endpoint());
        }
        if (allowed.empty())
            return fail(ErrorCode::Forbidden, "private_address",
                        m_url.host + " has a private address; that is not allowed here", {{"host", m_url.host}});
        error = wait([&](auto done) { asio::async_connect(m_socket, allowed, done); });
        return error ? Result<void>(unavailable(m_url, "connection", error)) : Result<void>();
    }

    template <typename Stream>
    Result<OutgoingAnswer> talk(Stream& stream)
    {
        http::request<http::string_body> question;
        question.version(11);
        question.method_string(m_request.method);
        question.target(m_url.target);
        const bool isDefault = m_url.port == (m_url.tls ? "443" : "80");
        const std::string host = m_url.host.find(':') != std::string::npos ? "[" + m_url.host + "]" : m_url.host;
        question.set(http::field::host, isDefault ? host : host + ":" + m_url.port);
        question.set(http::field::user_agent, "experimentation/" XP_VERSION);
        question.set(http::field::connection, "close");
        for (const auto& [name, value] : m_request.headers)
            question.set(name, value);
        question.body() = m_request.body;
        question.prepare_payload();
        ErrorInfo error = wait([&](auto done) { http::async_write(stream, question, done); });
        if (error)
            return unavailable(m_url, "sending", error);
        std::optional<Parser> parser;
        if (error = receiveFinal(stream, parser); error)
            return unavailable(m_url, "answer", error);
        OutgoingAnswer answer{.status = static_cast<int>(parser->get().result_int()), .headers = {}, .body = {}};
        for (const auto& field : parser->get())
            answer.headers.emplace_back(std::string(field.name_string()), std::string(field.value()));
        answer.body = std::move(parser->get().body());
        return answer;
    }

    /// Past the interim answers (RFC 9110, 15.2), which a peer may send unasked. 101 is none: it ends HTTP.
    template <typename Stream>
    ErrorInfo receiveFinal(Stream& stream, std::optional<Parser>& parser)
    {
        boost::beast::flat_buffer pending(kMostPending);
        for (int interim = 0; interim <= kMostInterim; ++interim) {
            parser.emplace();
            parser->body_limit(m_request.mostBytes);
            parser->eager(true);
            const ErrorInfo error = receive(stream, pending, *parser);
            const unsigned status = parser->get().result_int();
            if (error || status >= 200 || parser->get().result() == http::status::switching_protocols)
                return error;
        }
        return http::error::bad_status;
    }

    template <typename Stream>
    ErrorInfo readSome(Stream& stream, boost::beast::flat_buffer& pending)
    {
        if (pending.size() == pending.max_size())
            return http::error::buffer_overflow;
        std::size_t size = 0;
        const ErrorInfo error = wait([&](auto done) {
            stream.async_read_some(pending.prepare(pending.max_size() - pending.size()),
                                   [&size, done](const ErrorInfo& failure, std::size_t received) {
                                       size = received;
                                       done(failure);
                                   });
        });
        pending.commit(size);
        return error;
    }

    /// One answer; what came behind it stays in `pending`. Not http::async_read(): before Boost 1.86 it fails an
    /// assertion where the end of a chunked body comes by single bytes (boostorg/beast pull 2861), and it keeps the
    /// head of a chunk however long that is.
    template <typename Stream>
    ErrorInfo receive(Stream& stream, boost::beast::flat_buffer& pending, Parser& parser)
    {
        bool awaitsChunk = false;
        for (bool isRead = pending.size() > 0; !parser.is_done(); isRead = false) {
            ErrorInfo error = isRead ? ErrorInfo() : readSome(stream, pending);
            if (error == asio::error::eof && parser.got_some()) {
                parser.put_eof(error);
                return error;
            }
            if (error)
                return error;
            if (awaitsChunk && pending.size() < kShortestEnd)
                continue;
            while (pending.size() > 0 && !error && !parser.is_done())
                pending.consume(parser.put(pending.cdata(), error));
            if (error && error != http::error::need_more)
                return error;
            // Some releases of Beast look at the length that an answer announces, some do not.
            if (parser.is_header_done() && parser.content_length().value_or(0) > m_request.mostBytes)
                return http::error::body_limit;
            awaitsChunk = error && parser.is_header_done();
        }
        return {};
    }

    const OutgoingRequest& m_request;
    HttpUrl m_url;
    Clock::time_point m_deadline;
    asio::io_context m_io;
    tcp::socket m_socket;
};

} // namespace

std::optional<std::string> OutgoingAnswer::header(std::string_view name) const
{
    const auto found = std::ranges::find_if(headers, [&](const auto& field) {
        return boost::beast::iequals({field.first.data(), field.first.size()}, {name.data(), name.size()});
    });
    return found == headers.end() ? std::nullopt : std::optional(found->second);
}

Result<HttpUrl> parseHttpUrl(const std::string& text)
{
    const auto bad = [&](const std::string& why) { return fail(ErrorCode::Invalid, "bad_url", "The URL " + why); };
    HttpUrl url{.tls = text.starts_with("https://")};
    if (!url.tls && !text.starts_with("http://"))
        return bad("must start with http:// or https://");
    if (std::ranges::any_of(text, [](char c) { return c <= 0x20 || c == 0x7F; }))
        return bad("must hold no spaces and no control characters");
    const std::size_t begin = url.tls ? 8 : 7;
    const std::size_t end = std::min(text.find_first_of("/?#", begin), text.size());
    std::string authority = text.substr(begin, end - begin);
    url.target = text.substr(end, text.find('#', end) - end);
    if (!url.target.starts_with('/'))
        url.target.insert(0, "/");
    if (authority.find('@') != std::string::npos)
        return bad("must hold no user and no password");
    const bool isV6 = authority.starts_with('[');
    const std::size_t close = isV6 ? authority.find(']') : 0;
    if (close == std::string::npos)
        return bad("has a [ without ]");
    const std::size_t colon = authority.find(':', close);
    url.host = isV6 ? authority.substr(1, close - 1) : authority.substr(0, colon);
    url.port = colon == std::string::npos ? (url.tls ? "443" : "80") : authority.substr(colon + 1);
    const bool isNumber = !url.port.empty() && url.port.size() <= 5 &&
                          std::ranges::all_of(url.port, [](char c) { return c >= '0' && c <= '9'; });
    if (url.host.empty() || !isNumber || std::stoi(url.port) > 65535)
        return bad("needs a host, and a port from 0 to 65535 where it has one");
    return url;
}

Result<OutgoingAnswer> askPeer(const OutgoingRequest& request)
{
    auto url = parseHttpUrl(request.url);
    if (!url)
        return Failure(std::move(url.error()));
    return Exchange(request, std::move(*url)).run();
}

} // namespace xp
