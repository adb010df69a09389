// SPDX-License-Identifier: Apache-2.0
#include "service/http/connection.h"
#include "service/http/worker.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace xp::service {

namespace {

/// Bodies up to this are copied behind their head: one buffer is quicker than two.
constexpr std::size_t kCopyBytes = 16 * 1024;
constexpr std::size_t kKeptCapacity = 128 * 1024;
/// A stream whose client reads as fast as it is produced gives way to others after so many pieces.
constexpr int kPiecesInARow = 16;

/// Given to the producer; dropped unused, it ends the stream with an error.
class PendingPiece
{
public:
    PendingPiece(std::weak_ptr<Connection> connection, std::shared_ptr<Mailbox> mailbox, std::uint64_t serial)
        : m_connection(std::move(connection)), m_mailbox(std::move(mailbox)), m_serial(serial)
    {
    }
    PendingPiece(const PendingPiece&) = delete;
    PendingPiece& operator=(const PendingPiece&) = delete;
    ~PendingPiece()
    {
        if (!m_isGiven)
            give(fail(ErrorCode::Internal, "stream_abandoned", "The stream was given up."));
    }

    void give(StreamPiece piece)
    {
        if (m_isGiven.exchange(true))
            return;
        if (!m_mailbox->isOwnThread())
            m_mailbox->post({m_connection, Delivery::Piece{m_serial, std::move(piece)}});
        else if (const auto connection = m_connection.lock())
            connection->deliverPiece(m_serial, std::move(piece));
    }

private:
    std::weak_ptr<Connection> m_connection;
    std::shared_ptr<Mailbox> m_mailbox;
    std::uint64_t m_serial;
    std::atomic<bool> m_isGiven{false};
};

/// Of a text that many answers share each counts for a part; problems and producers are small.
template <typename T>
std::size_t heldBytes(const T& body)
{
    if constexpr (std::is_same_v<T, std::string>)
        return body.size();
    else if constexpr (std::is_same_v<T, std::shared_ptr<const std::string>>)
        return body ? body->size() / static_cast<std::size_t>(std::max(1L, body.use_count())) : 0;
    else
        return 0;
}

std::string_view textOf(const std::variant<std::string, std::shared_ptr<const std::string>>& body)
{
    if (const auto* own = std::get_if<std::string>(&body))
        return *own;
    const auto& shared = std::get<std::shared_ptr<const std::string>>(body);
    return shared ? std::string_view(*shared) : std::string_view();
}

} // namespace

std::string_view Connection::tail() const
{
    return textOf(m_tail).substr(m_tailBegin);
}

void Connection::deliver(Response response)
{
    if (m_phase == Phase::Closed || !m_awaitsHandler)
        return;
    m_answer = std::move(response);
    if (m_isWriting && !accountAnswer())
        close();
    else
        advance();
}

AnswerContext Connection::answerContext() const
{
    const bool isRead = m_current.isHead || m_current.method == methodName(Method::Get);
    return {.date = m_worker.date(),
            .requestId = m_current.requestId,
            .corsLines = m_current.corsLines,
            .keepAlive = !m_closeAfter,
            .isHttp10 = m_current.isHttp10,
            .isPersonal = isRead && m_current.route != nullptr && m_current.route->isPersonal};
}

void Connection::write(Response response)
{
    m_current.status = response.status;
    if (!m_current.keepAlive || m_worker.isStopping())
        m_closeAfter = true;
    if (std::holds_alternative<Producer>(response.body)) {
        writeStream(std::move(response));
        return;
    }
    writeWhole(response);
    if (!m_current.isHead)
        takeBody(std::move(response.body));
    m_awaitsHandler = false;
    finishRequest();
}

void Connection::writeWhole(const Response& response)
{
    AnswerContext context = answerContext();
    if (const auto* problem = std::get_if<Problem>(&response.body)) {
        const std::string text = problemJson(response.status, *problem, m_current.requestId);
        context.length = text.size();
        m_current.responseBytes = text.size();
        m_current.cause = problem->cause;
        appendHead(m_out, response, context);
        if (!m_current.isHead)
            m_out += text;
        return;
    }
    const auto* own = std::get_if<std::string>(&response.body);
    const auto* shared = std::get_if<std::shared_ptr<const std::string>>(&response.body);
    context.length = own != nullptr ? own->size() : shared != nullptr && *shared ? (*shared)->size() : 0;
    m_current.responseBytes = context.length;
    appendHead(m_out, response, context);
}

void Connection::takeBody(Body body)
{
    if (m_current.status == 204 || m_current.status == 304 || std::holds_alternative<Problem>(body))
        return;
    std::variant<std::string, std::shared_ptr<const std::string>> text;
    if (auto* own = std::get_if<std::string>(&body))
        text = std::move(*own);
    else
        text = std::move(std::get<std::shared_ptr<const std::string>>(body));
    if (textOf(text).size() <= kCopyBytes)
        m_out += textOf(text);
    else
        m_tail = std::move(text);
}

/// A client of HTTP/1.0 knows no chunks: there the end of the connection is the end of the body.
void Connection::writeStream(Response response)
{
    m_framing = m_current.isHttp10 ? Framing::UntilClose : Framing::Chunked;
    m_closeAfter = m_closeAfter || m_framing == Framing::UntilClose;
    AnswerContext context = answerContext();
    context.framing = m_framing;
    appendHead(m_out, response, context);
    m_awaitsHandler = false;
    if (m_current.isHead)
        finishRequest();
    else
        m_stream = std::make_shared<Producer>(std::move(std::get<Producer>(response.body)));
}

void Connection::finishRequest()
{
    ServerContext& server = m_worker.server();
    server.inFlight.fetch_sub(1, std::memory_order_relaxed);
    if (!server.options.onFinished)
        return;
    server.options.onFinished(
        {.method = m_current.method,
         .endpoint = m_current.route != nullptr ? std::string_view(m_current.route->endpoint) : "",
         .status = m_current.status,
         .duration = std::chrono::steady_clock::now() - m_current.start,
         .requestBytes = m_current.requestBytes,
         .responseBytes = m_current.responseBytes,
         .requestId = m_current.requestId,
         .peer = m_peer,
         .cause = m_current.cause});
}

/// True when nothing is left to write.
bool Connection::flush()
{
    while (hasOutput()) {
        IoStatus status = IoStatus::Ok;
        const std::size_t count = m_transport->writeNow(head(), tail(), status);
        if (status != IoStatus::Ok) {
            close();
            return false;
        }
        if (count == 0) {
            if (!accountAnswer()) {
                close();
                return false;
            }
            m_isWriting = true;
            setPause();
            m_writeDeadline = std::chrono::steady_clock::now() + m_worker.server().options.timeouts.write;
            m_transport->write(head(), tail(), m_self);
            return false;
        }
        consumeOutput(count);
    }
    m_waitingAnswer.set(0);
    return true;
}

/// What waits for the client to read it.
bool Connection::accountAnswer()
{
    const std::size_t tail = std::visit([](const auto& text) { return heldBytes(text); }, m_tail);
    const std::size_t next =
        m_answer ? std::visit([](const auto& body) { return heldBytes(body); }, m_answer->body) : std::size_t{0};
    return m_waitingAnswer.set(m_out.size() + tail + next);
}

/// Others need the room, and this client reads slowly.
void Connection::giveUpAnswer()
{
    if (m_phase != Phase::Closed && m_isWriting && m_waitingAnswer.mustGiveUp())
        close();
}

void Connection::consumeOutput(std::size_t count)
{
    const std::size_t ofHead = std::min(count, m_out.size() - m_outBegin);
    m_outBegin += ofHead;
    m_tailBegin += count - ofHead;
    if (m_outBegin == m_out.size()) {
        m_outBegin = 0;
        m_out.clear();
        if (m_out.capacity() > kKeptCapacity)
            m_out.shrink_to_fit();
    }
    if (m_tailBegin > 0 && tail().empty()) {
        m_tail.emplace<std::string>(); // an assignment would leave the old one its memory
        m_tailBegin = 0;
    }
}

void Connection::onWritten(IoStatus status, std::size_t count)
{
    m_isWriting = false;
    if (m_phase == Phase::Closed)
        return;
    if (status != IoStatus::Ok) {
        close();
        return;
    }
    setPause();
    consumeOutput(count);
    advance();
}

/// Asks for the next pieces; false when there is something to wait for.
bool Connection::pull()
{
    if (m_awaitsPiece)
        return false;
    const std::shared_ptr<Producer> producer = m_stream; // may be dropped meanwhile
    for (int i = 0; i < kPiecesInARow; ++i) {
        m_awaitsPiece = true;
        ++m_pieceSerial;
        const auto pending = std::make_shared<PendingPiece>(weak_from_this(), m_worker.mailbox(), m_pieceSerial);
        try {
            (*producer)([pending](StreamPiece piece) { pending->give(std::move(piece)); });
        } catch (const std::exception& exception) {
            m_worker.server().report(std::string("a stream threw: ") + exception.what());
            close();
        }
        if (m_phase == Phase::Closed)
            return false;
        if (!m_stream)
            return true;
        if (m_awaitsPiece || !flush())
            return false;
    }
    m_worker.post([self = m_self] { self->advance(); });
    return false;
}

void Connection::deliverPiece(std::uint64_t serial, StreamPiece piece)
{
    if (m_phase == Phase::Closed || !m_awaitsPiece || serial != m_pieceSerial)
        return;
    m_awaitsPiece = false;
    try {
        appendPiece(std::move(piece));
    } catch (const std::exception& exception) {
        giveUp(exception);
    }
    advance();
}

void Connection::appendPiece(StreamPiece piece)
{
    if (!piece) {
        // The client was told 200 and sees a body that is not whole.
        m_current.status = 500;
        m_current.cause = "the answer ended early: " + piece.error().sentence.text;
        m_stream.reset();
        finishRequest();
        close();
        return;
    }
    if (!piece->has_value()) {
        if (m_framing == Framing::Chunked)
            m_out += "0\r\n\r\n";
        m_stream.reset();
        finishRequest();
        return;
    }
    std::string& text = **piece;
    if (text.empty()) // would be read as the end
        return;
    m_current.responseBytes += text.size();
    if (m_framing == Framing::UntilClose) {
        m_tail = std::move(text);
        return;
    }
    std::array<char, 16> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), text.size(), 16).ptr;
    m_out.append(digits.data(), end).append("\r\n");
    text += "\r\n";
    m_tail = std::move(text);
}

} // namespace xp::service
