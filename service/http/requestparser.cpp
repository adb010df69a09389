// SPDX-License-Identifier: Apache-2.0
#include "service/http/requestparser.h"

#include "service/http/inflater.h"
#include "service/http/requestmachine.h"
#include "service/http/urltext.h"

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <cstring>
#include <limits>

namespace xp::service {

namespace {

/// A chunk's size line, and the trailer behind the last chunk, must fit in this.
constexpr std::size_t kChunkLineBytes = 4 * 1024;
constexpr std::size_t kShortestEnd = 5;

bool isTokenStart(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// `HTTP/2.0` at the end of the first line is a version that is not supported; anything else there is noise.
bool namesAnotherVersion(std::string_view head)
{
    const std::string_view line = head.substr(0, head.find('\r'));
    const std::size_t blank = line.rfind(' ');
    const std::string_view version = blank == std::string_view::npos ? std::string_view() : line.substr(blank + 1);
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    return version.size() == 8 && version.starts_with("HTTP/") && isDigit(version[5]) && version[6] == '.' &&
           isDigit(version[7]);
}

bool isHost(std::string_view host)
{
    return std::all_of(host.begin(), host.end(), [](char c) {
        return (c >= '0' && c <= '9') || isTokenStart(c) || std::strchr("-._~!$&'()*+,;=:[]%", c) != nullptr;
    });
}

} // namespace

RequestMachine::RequestMachine(RequestParser& parser) : m_parser(parser)
{
    eager(true);
    body_limit(std::numeric_limits<std::uint64_t>::max()); // ours is of what is kept, see appendBody()
    header_limit(static_cast<std::uint32_t>(parser.m_limits.headBytes + 1));
}

Request::Span RequestMachine::spanOf(Text text) const
{
    const char* begin = m_parser.m_request.m_head.data();
    return {static_cast<std::uint32_t>(text.data() - begin), static_cast<std::uint32_t>(text.size())};
}

void RequestMachine::on_request_impl(boost::beast::http::verb, Text method, Text target, int version, ErrorCode&)
{
    m_methodName = method;
    m_version = version;
    m_parser.m_request.m_isHttp10 = version == 10;
    m_parser.m_request.setTarget(spanOf(target));
}

void RequestMachine::on_field_impl(boost::beast::http::field, Text name, Text value, ErrorCode& ec)
{
    if (m_parser.m_isHeadDone) // a trailer: read over
        return;
    auto& fields = m_parser.m_request.m_fields;
    if (fields.size() >= m_parser.m_limits.headerFields) {
        m_parser.fail(431, "too_many_header_fields",
                      "More than " + std::to_string(m_parser.m_limits.headerFields) + " header fields.");
        ec = boost::beast::http::error::header_limit;
        return;
    }
    // An empty value is a view of its own.
    fields.push_back({spanOf(name), value.empty() ? Request::Span{} : spanOf(value)});
}

std::size_t RequestMachine::on_body_impl(Text body, ErrorCode& ec)
{
    if (!m_parser.appendBody({body.data(), body.size()}))
        ec = boost::beast::http::error::body_limit;
    return body.size();
}

RequestParser::RequestParser(const HttpLimits& limits) : m_limits(limits)
{
    reset();
}
RequestParser::~RequestParser() = default;

void RequestParser::reset()
{
    m_machine.reset();
    m_inflater.reset();
    m_request = Request();
    m_scanned = 0;
    m_bodyLimit = 0;
    m_receivedBytes = 0;
    m_isHeadDone = false;
    m_isDropping = false;
    m_awaitsChunk = false;
    m_expectsContinue = false;
}

bool RequestParser::fail(int status, std::string code, std::string detail)
{
    m_failure = problemResponse(status, std::move(code), std::move(detail));
    return false;
}

RequestParser::Event RequestParser::feed(std::string_view input, std::size_t& consumed)
{
    consumed = 0;
    return m_isHeadDone ? feedBody(input, consumed) : feedHead(input, consumed);
}

/// The length of the head once it is whole. Lines that Beast would accept or wait for, and we do not, are a failure
/// (status set) as soon as they are seen.
std::optional<std::size_t> RequestParser::headEnd(std::string_view input)
{
    while (m_scanned < input.size()) {
        if (input[m_scanned] == ' ' || input[m_scanned] == '\t') {
            fail(400, "bad_request", "A header field may not be folded over lines.");
            return std::nullopt;
        }
        const void* found = std::memchr(input.data() + m_scanned, '\n', input.size() - m_scanned);
        if (found == nullptr)
            return std::nullopt;
        const auto newline = static_cast<std::size_t>(static_cast<const char*>(found) - input.data());
        if (newline == 0 || input[newline - 1] != '\r') {
            fail(400, "bad_request", "Lines of the head end with CR and LF.");
            return std::nullopt;
        }
        const bool isEmpty = newline == m_scanned + 1;
        m_scanned = newline + 1;
        if (isEmpty)
            return m_scanned;
    }
    return std::nullopt;
}

RequestParser::Event RequestParser::feedHead(std::string_view input, std::size_t& consumed)
{
    if (m_scanned == 0) {
        // RFC 9112, 2.2: empty lines before a request are read over.
        while (input.substr(consumed).starts_with("\r\n"))
            consumed += 2;
        if (consumed > 0 || input.empty() || input == "\r")
            return Event::NeedMore;
        if (!isTokenStart(input.front())) {
            fail(400, "bad_request", "This is not an HTTP request.");
            return Event::Failed;
        }
    }
    m_failure.status = 0;
    const std::string_view head = input.substr(0, m_limits.headBytes);
    const auto end = headEnd(head);
    if (m_failure.status != 0)
        return Event::Failed;
    if (!end) {
        if (input.size() < m_limits.headBytes)
            return Event::NeedMore;
        if (m_scanned == 0)
            fail(414, "target_too_long", "The request line is longer than a whole head may be.");
        else
            fail(431, "header_too_large", "The head is longer than " + std::to_string(m_limits.headBytes) + " bytes.");
        return Event::Failed;
    }
    consumed = *end;
    m_request.m_head.assign(input.data(), *end);
    m_request.m_fields.reserve(12);
    m_machine = std::make_unique<RequestMachine>(*this);
    boost::beast::error_code ec;
    m_machine->put(boost::asio::const_buffer(m_request.m_head.data(), m_request.m_head.size()), ec);
    if (m_failure.status != 0)
        return Event::Failed;
    if (ec && ec != boost::beast::http::error::need_more) {
        if (ec == boost::beast::http::error::bad_version && namesAnotherVersion(head))
            fail(505, "http_version_not_supported", "HTTP/1.1 and HTTP/1.0 are spoken here.");
        else
            fail(400, "bad_request", "The request cannot be read: " + ec.message() + ".");
        return Event::Failed;
    }
    m_isHeadDone = true;
    return checkFields() ? Event::Head : Event::Failed;
}

/// 405 and not 501: what a stranger can ask for is no failure of the service, which alerts count. Whoever answers may
/// know what the path takes, and needs it as the router does.
bool RequestParser::failMethod()
{
    checkTarget();
    fail(405, "method_not_allowed", "The service does not know this method.");
    std::string allow;
    for (const std::string_view name : kMethodNames)
        allow.append(allow.empty() ? "" : ", ").append(name);
    m_failure.headers.emplace_back("Allow", std::move(allow));
    return false;
}

bool RequestParser::checkFields()
{
    const auto method = methodFromName({m_machine->methodName().data(), m_machine->methodName().size()});
    if (!method)
        return failMethod();
    m_request.m_method = *method;
    std::size_t hosts = 0;
    std::size_t lengths = 0;
    for (std::size_t i = 0; i < m_request.headerCount(); ++i) {
        const auto [name, value] = m_request.headerAt(i);
        if (equalsIgnoringCase(name, "host")) {
            ++hosts;
            if (!isHost(value))
                return fail(400, "bad_host", "The Host field is not a host.");
        } else if (equalsIgnoringCase(name, "content-length")) {
            ++lengths;
            if (value.find_first_not_of("0123456789") != std::string_view::npos)
                return fail(400, "bad_request", "Content-Length is one number.");
        } else if (equalsIgnoringCase(name, "expect")) {
            if (!equalsIgnoringCase(value, "100-continue"))
                return fail(417, "expectation_failed", "Only 'Expect: 100-continue' is understood.");
            m_expectsContinue = !m_request.isHttp10();
        }
    }
    if (hosts > 1 || (hosts == 0 && !m_request.isHttp10()))
        return fail(400, "bad_host", "A request has one Host field.");
    if (lengths > 1)
        return fail(400, "bad_request", "More than one Content-Length.");
    return checkTransferEncoding() && checkTarget();
}

bool RequestParser::checkTransferEncoding()
{
    const auto encoding = m_request.header("transfer-encoding");
    if (!encoding)
        return true;
    if (m_request.isHttp10() || m_request.header("content-length"))
        return fail(400, "bad_request", "Transfer-Encoding fits neither HTTP/1.0 nor a Content-Length.");
    if (!equalsIgnoringCase(*encoding, "chunked") || !m_machine->chunked())
        return fail(501, "transfer_encoding_not_implemented", "The only transfer encoding is chunked.");
    return true;
}

bool RequestParser::checkTarget()
{
    std::string_view target = m_request.target();
    // RFC 9112, 3.2.2: the form that is sent to proxies must be understood.
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!equalsIgnoringCase(target.substr(0, scheme.size()), scheme))
            continue;
        const std::size_t slash = target.find_first_of("/?", scheme.size());
        if (slash == std::string_view::npos || target[slash] == '?')
            return fail(400, "bad_target", "The target has no path.");
        Request::Span span = m_request.m_target;
        span.offset += static_cast<std::uint32_t>(slash);
        span.length -= static_cast<std::uint32_t>(slash);
        m_request.setTarget(span);
        target = m_request.target();
    }
    const bool isAsterisk = target == "*" && m_request.method() == Method::Options;
    if (!target.starts_with('/') && !isAsterisk)
        return fail(400, "bad_target", "The target is not a path.");
    if (std::any_of(target.begin(), target.end(),
                    [](char c) { return c == '#' || static_cast<unsigned char>(c) > 126; }))
        return fail(400, "bad_target", "The target holds characters that must be percent-encoded.");
    if (target.find('%') != std::string_view::npos && target.size() > m_request.path().size() &&
        !parsedQuery(target.substr(m_request.path().size() + 1)))
        return fail(400, "bad_query", "The query has an escape that is broken or not UTF-8.");
    return true;
}

bool RequestParser::hasBody() const
{
    return m_isHeadDone && !m_machine->is_done();
}

std::optional<std::uint64_t> RequestParser::declaredLength() const
{
    const auto length = m_machine->content_length();
    return length ? std::optional<std::uint64_t>(*length) : std::nullopt;
}

bool RequestParser::keepAlive() const
{
    return m_machine && m_isHeadDone && m_machine->keep_alive();
}

void RequestParser::acceptBody(std::size_t limit, bool isGzip)
{
    m_bodyLimit = limit;
    if (isGzip && hasBody())
        m_inflater = std::make_unique<Inflater>();
    else if (const auto length = declaredLength())
        m_request.m_body.reserve(std::min<std::size_t>(*length, 64 * 1024));
}

void RequestParser::dropBody(std::size_t limit)
{
    m_bodyLimit = limit;
    m_isDropping = true;
}

bool RequestParser::appendBody(std::string_view data)
{
    m_receivedBytes += data.size();
    const auto tooLarge = [this] {
        return fail(413, "body_too_large", "The body is larger than " + std::to_string(m_bodyLimit) + " bytes.");
    };
    if (m_receivedBytes > m_bodyLimit)
        return tooLarge();
    if (m_isDropping)
        return true;
    if (!m_inflater) {
        m_request.m_body.append(data);
        return true;
    }
    switch (m_inflater->append(data, m_request.m_body, m_bodyLimit)) {
    case Inflater::Outcome::Ok:
        return true;
    case Inflater::Outcome::TooLarge:
        return tooLarge();
    case Inflater::Outcome::TooDense:
        return fail(413, "body_too_large",
                    "The body unpacks to more than 1 MiB and " + std::to_string(Inflater::kMostTimes) +
                        " times the bytes that were sent.");
    case Inflater::Outcome::Broken:
        break;
    }
    return fail(400, "bad_gzip", "The body is not gzip, as its Content-Encoding says.");
}

RequestParser::Event RequestParser::feedBody(std::string_view input, std::size_t& consumed)
{
    if (m_machine->is_done())
        return finish();
    m_failure.status = 0;
    boost::beast::error_code ec;
    // Before Boost 1.86 a last chunk that arrives by single bytes fails an assertion (boostorg/beast pull 2861). Where
    // a chunk's size was not whole, five bytes are the least that can follow: 0 CR LF CR LF.
    if (m_awaitsChunk && input.size() < kShortestEnd)
        return Event::NeedMore;
    m_awaitsChunk = false;
    // Beast stops behind each piece of a chunked body.
    while (consumed < input.size() && !ec && !m_machine->is_done())
        consumed += m_machine->put(boost::asio::const_buffer(input.data() + consumed, input.size() - consumed), ec);
    if (m_failure.status != 0)
        return Event::Failed;
    if (ec == boost::beast::http::error::need_more) {
        m_awaitsChunk = true;
        if (input.size() - consumed <= kChunkLineBytes)
            return Event::NeedMore;
        fail(400, "bad_chunk", "A chunk's head or the trailer is too long.");
        return Event::Failed;
    }
    if (ec) {
        fail(400, "bad_chunk", "The chunked body cannot be read: " + ec.message() + ".");
        return Event::Failed;
    }
    return m_machine->is_done() ? finish() : Event::NeedMore;
}

RequestParser::Event RequestParser::finish()
{
    if (m_inflater && !m_inflater->isComplete()) {
        fail(400, "bad_gzip", "The gzip body ends too early.");
        return Event::Failed;
    }
    return Event::Done;
}

Request RequestParser::take()
{
    Request request = std::move(m_request);
    reset();
    return request;
}

} // namespace xp::service
