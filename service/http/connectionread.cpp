// SPDX-License-Identifier: Apache-2.0
#include "service/http/connection.h"
#include "service/http/urltext.h"
#include "service/http/worker.h"

#include <algorithm>
#include <cstring>

namespace xp::service {

namespace {

constexpr std::size_t kSmallBuffer = 4 * 1024;
constexpr std::size_t kLargeBuffer = 16 * 1024;
/// Answers to pipelined requests are collected up to this before they are written.
constexpr std::size_t kBatchBytes = 64 * 1024;

/// What a connection keeps for its next answers while it is idle.
constexpr std::size_t kIdleCapacity = 16 * 1024;

/// What a handler holds. Refers to its connection weakly, so that neither keeps the other.
class ConnectionExchange final : public Exchange
{
public:
    ConnectionExchange(Request request, std::weak_ptr<Connection> connection, std::shared_ptr<Mailbox> mailbox)
        : Exchange(std::move(request)), m_connection(std::move(connection)), m_mailbox(std::move(mailbox))
    {
    }

    ~ConnectionExchange() override
    {
        if (!m_isAnswered)
            respond(errorResponse(Error{}));
    }

    void respond(Response response) override
    {
        if (m_isAnswered.exchange(true))
            return;
        if (!m_mailbox->isOwnThread())
            m_mailbox->post({m_connection, std::move(response)});
        else if (const auto connection = m_connection.lock())
            connection->deliver(std::move(response));
    }

private:
    std::weak_ptr<Connection> m_connection;
    std::shared_ptr<Mailbox> m_mailbox;
    std::atomic<bool> m_isAnswered{false};
};

Response tooManyBodies()
{
    return problemResponse(503, "too_many_bodies", "Too many large requests arrive at once; try again.",
                           {{"Retry-After", "1"}});
}

bool isRequestId(std::string_view text)
{
    return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
               c == '-';
    });
}

/// What the parser refused. It knows no routes: where there is one, `Allow` names the methods of that.
Response refusalOf(RequestParser& parser, const Router& router)
{
    Response response = parser.failure();
    const auto allow = std::ranges::find(response.headers, "Allow", &std::pair<std::string, std::string>::first);
    if (allow == response.headers.end())
        return response;
    if (auto match = router.match(Method::Options, parser.request().path()); !match.allow.empty())
        allow->second = std::move(match.allow);
    return response;
}

} // namespace

/// True when there is more to parse at once.
bool Connection::parse()
{
    if (m_phase == Phase::Closed || m_isWriting || m_out.size() - m_outBegin >= kBatchBytes || !tail().empty())
        return false;
    m_needsInput = m_inBegin == m_inEnd;
    if (m_needsInput)
        return false;
    if (m_phase != Phase::Receiving) {
        setPhase(Phase::Receiving);
        m_current = Current();
        m_current.start = m_phaseStart;
        m_admission = Admission();
    }
    std::size_t consumed = 0;
    const RequestParser::Event event = m_parser.feed(input(), consumed);
    m_inBegin += consumed;
    accountBody();
    if (isAnswered())
        return true;
    switch (event) {
    case RequestParser::Event::NeedMore:
        m_needsInput = m_inBegin == m_inEnd || consumed == 0;
        return !m_needsInput;
    case RequestParser::Event::Head:
        onHead();
        return true;
    case RequestParser::Event::Done:
        onRequest();
        return true;
    case RequestParser::Event::Failed:
        answerUnread(m_admission.verdict ? std::move(*m_admission.verdict)
                                         : refusalOf(m_parser, m_worker.server().router));
        return true;
    }
    return false;
}

void Connection::onHead()
{
    const ServerContext& server = m_worker.server();
    Request& request = m_parser.request();
    request.m_peer = m_peer;
    m_admission = Admission::decide(m_parser, server.router, server.cors, server.options.limits);
    const auto id = request.header("x-request-id");
    m_current.requestId = id && isRequestId(*id) ? std::string(*id) : m_worker.newRequestId();
    m_current.method = methodName(request.method());
    m_current.route = request.route();
    m_current.isHead = request.method() == Method::Head;
    m_current.isHttp10 = request.isHttp10();
    m_current.keepAlive = m_parser.keepAlive();
    if (server.cors.isEnabled()) {
        m_current.corsLines = server.cors.linesFor(request.header("origin").value_or(""));
        if (Cors::isPreflight(request) && m_current.corsLines.starts_with("Access-"))
            m_current.corsLines += server.cors.preflightLines();
    }
    if (m_admission.mustClose) {
        answerUnread(std::move(*m_admission.verdict));
    } else if (m_admission.verdict) {
        m_parser.dropBody(m_admission.bodyLimit);
    } else {
        acceptBody();
    }
    if (m_parser.hasBody())
        return;
    onRequest();
}

void Connection::acceptBody()
{
    const Method method = m_parser.request().method();
    if (method == Method::Get || method == Method::Head) { // what no handler looks at, and many may send
        m_parser.dropBody(m_admission.bodyLimit);
    } else {
        m_worker.setPause(*this, Worker::Pause::Sending);
        m_parser.acceptBody(m_admission.bodyLimit, m_admission.isGzip);
    }
    if (m_parser.hasBody() && m_parser.expectsContinue() && m_inBegin == m_inEnd)
        m_out += "HTTP/1.1 100 Continue\r\n\r\n";
}

/// The request is whole: to its handler.
void Connection::onRequest()
{
    if (isAnswered())
        return;
    m_current.requestBytes = m_parser.receivedBytes();
    setPhase(Phase::Answering);
    m_awaitsHandler = true;
    m_worker.server().inFlight.fetch_add(1, std::memory_order_relaxed);
    Request request = m_parser.take();
    request.m_keptBody = m_keptBody.take();
    if (m_admission.verdict) {
        deliver(std::move(*m_admission.verdict));
        return;
    }
    request.m_requestId = m_current.requestId;
    request.m_isTls = m_isTls;
    const Route& route = *m_current.route;
    const auto exchange =
        std::make_shared<ConnectionExchange>(std::move(request), weak_from_this(), m_worker.mailbox());
    try {
        route.handler(exchange);
    } catch (const std::exception& exception) {
        m_worker.server().report("the handler of " + route.endpoint + " threw: " + exception.what());
        exchange->respond(errorResponse(Error{}));
    }
}

/// An answer to a request that is not, or not wholly, read: the last one on this connection.
void Connection::answerUnread(Response response)
{
    if (m_current.requestId.empty())
        m_current.requestId = m_worker.newRequestId();
    m_current.keepAlive = false;
    m_current.requestBytes = m_parser.receivedBytes();
    m_lingerAfter = true;
    m_parser.take();
    accountBody();
    setPhase(Phase::Answering);
    m_awaitsHandler = true;
    m_worker.server().inFlight.fetch_add(1, std::memory_order_relaxed);
    deliver(std::move(response));
}

/// What has arrived of a body is kept until the request is answered: the sum of all is bounded.
void Connection::accountBody()
{
    if (!m_keptBody.set(m_parser.keptBytes()))
        answerUnread(tooManyBodies());
}

/// Others need the room.
void Connection::giveUpBody()
{
    if (m_phase != Phase::Receiving || !m_keptBody.mustGiveUp())
        return;
    answerUnread(tooManyBodies());
    advance();
}

void Connection::readMore()
{
    if (m_isReading)
        return;
    if (m_phase == Phase::Answering) {
        setPhase(Phase::Idle);
        m_current = Current();
        if (m_out.capacity() > kIdleCapacity)
            m_out.shrink_to_fit();
    }
    makeSpace();
    m_isReading = true;
    m_transport->read({m_in.data() + m_inEnd, m_in.size() - m_inEnd}, m_self);
}

/// Idle connections hold little memory, those with large requests read in large pieces.
void Connection::makeSpace()
{
    if (m_inBegin > 0) {
        std::memmove(m_in.data(), m_in.data() + m_inBegin, m_inEnd - m_inBegin);
        m_inEnd -= m_inBegin;
        m_inBegin = 0;
    }
    const bool isLarge = m_parser.receivedBytes() >= kSmallBuffer || m_phase == Phase::Lingering;
    if (m_in.size() > kSmallBuffer && m_inEnd == 0 && !isLarge)
        m_in = std::vector<char>();
    if (m_inEnd == m_in.size() || (isLarge && m_in.size() < kLargeBuffer))
        m_in.resize(isLarge ? std::max(kLargeBuffer, m_in.size()) : std::max(kSmallBuffer, m_in.size() * 2));
}

void Connection::onRead(IoStatus status, std::size_t count)
{
    m_isReading = false;
    if (m_phase == Phase::Closed)
        return;
    if (m_closeAfter) {
        if (status == IoStatus::Ok)
            drop(count);
        else if (isEnding())
            close();
        return;
    }
    // Only a client whose request is not whole is read from: nobody waits for an answer.
    if (status != IoStatus::Ok) {
        close();
        return;
    }
    m_inEnd += count;
    advance();
}

void Connection::drop(std::size_t count)
{
    m_droppedBytes += count;
    if (!isEnding())
        return;
    if (m_droppedBytes > m_worker.server().options.limits.droppedBytes)
        close();
    else
        readMore();
}

} // namespace xp::service
