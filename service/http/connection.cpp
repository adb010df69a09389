// SPDX-License-Identifier: Apache-2.0
#include "service/http/connection.h"

#include "service/http/worker.h"

#include <algorithm>

namespace xp::service {

namespace {

/// How long a stop waits for requests that may be on their way, for those that have begun to arrive, and for clients to
/// say goodbye.
constexpr std::chrono::milliseconds kIdleGrace{100};
constexpr std::chrono::milliseconds kStopGrace{1000};
constexpr std::chrono::milliseconds kGoodbye{1000};

} // namespace

Connection::Connection(Worker& worker, std::unique_ptr<Transport> transport, std::string peer, bool isTls)
    : m_worker(worker)
    , m_transport(std::move(transport))
    , m_peer(std::move(peer))
    , m_parser(worker.server().options.limits)
    , m_keptBody(worker.server().bodies, [this] { tell(&Connection::giveUpBody); })
    , m_waitingAnswer(worker.server().answers, [this] { tell(&Connection::giveUpAnswer); })
    , m_isTls(isTls)
{
}

Connection::~Connection() = default;

/// Called from any thread.
void Connection::tell(void (Connection::*todo)())
{
    m_worker.post([weak = weak_from_this(), todo] {
        if (const auto self = weak.lock())
            (self.get()->*todo)();
    });
}

void Connection::start()
{
    m_self = shared_from_this();
    setPhase(Phase::Handshake);
    if (m_isTls)
        m_transport->handshake(m_self);
    else
        onHandshake(IoStatus::Ok);
}

void Connection::onHandshake(IoStatus status)
{
    if (m_phase == Phase::Closed)
        return;
    if (status != IoStatus::Ok) {
        close();
        return;
    }
    setPhase(Phase::Idle);
    advance();
}

void Connection::setPhase(Phase phase)
{
    m_phase = phase;
    m_phaseStart = std::chrono::steady_clock::now();
    setPause();
}

void Connection::setPause()
{
    using Pause = Worker::Pause;
    switch (m_phase) {
    case Phase::Handshake:
    case Phase::Receiving:
        return m_worker.setPause(*this, m_isWriting ? Pause::Reading : Pause::Beginning);
    case Phase::Idle:
        return m_worker.setPause(*this, Pause::Idle);
    case Phase::Answering:
        return m_worker.setPause(*this, m_isWriting ? Pause::Reading : Pause::None);
    case Phase::Goodbye:
    case Phase::Lingering:
        return m_worker.setPause(*this, Pause::Ending);
    case Phase::Closed:
        return m_worker.setPause(*this, Pause::None);
    }
}

/// Does all that can be done now: parse, ask handlers, write, read on. Handlers that answer at once call back into
/// deliver(), which leaves the rest to the loop here.
void Connection::advance()
{
    if (m_isAdvancing)
        return;
    const std::shared_ptr<Connection> self = m_self;
    m_isAdvancing = true;
    try {
        while (m_phase != Phase::Closed && step()) {
        }
    } catch (const std::exception& exception) {
        giveUp(exception);
    }
    m_isAdvancing = false;
}

/// Out of memory: this client's loss, not everyone's.
void Connection::giveUp(const std::exception& exception)
{
    close();
    try {
        m_worker.server().report(std::string("a connection was given up: ") + exception.what());
    } catch (const std::exception&) { // no memory to say so either
    }
}

/// False when there is something to wait for.
bool Connection::step()
{
    do {
        if (m_answer && !m_isWriting)
            write(*std::exchange(m_answer, std::nullopt));
    } while (!m_awaitsHandler && !m_stream && !m_closeAfter && parse());
    if (m_phase == Phase::Closed || m_isWriting || !flush())
        return false;
    if (m_stream)
        return pull();
    if (m_awaitsHandler)
        return false;
    if (m_closeAfter) {
        finish();
        return false;
    }
    if (!m_needsInput)
        return true;
    readMore();
    return false;
}

/// The last answer is with the kernel. A socket closed with unread bytes would be reset, and the client might never see
/// that answer: so what still comes is dropped, until the client has closed too.
void Connection::finish()
{
    if (m_phase == Phase::Lingering || m_phase == Phase::Goodbye)
        return;
    setPhase(m_lingerAfter ? Phase::Lingering : Phase::Goodbye);
    if (m_phase == Phase::Goodbye && m_transport->sayGoodbye(m_self))
        return;
    m_transport->finishSending();
    m_inBegin = m_inEnd = 0;
    readMore();
}

TimePoint Connection::receiveDeadline() const
{
    const HttpTimeouts& timeouts = m_worker.server().options.timeouts;
    const std::chrono::milliseconds forBody(m_parser.receivedBytes() * 1000 /
                                            std::max<std::size_t>(1, timeouts.bodyBytesPerSecond));
    return m_current.start + timeouts.request + forBody;
}

void Connection::sweep(TimePoint now)
{
    const std::shared_ptr<Connection> self = m_self;
    const HttpTimeouts& timeouts = m_worker.server().options.timeouts;
    const bool isStopTooLong = m_worker.isStopping() && now >= m_worker.stopStarted() + kStopGrace;
    bool isOver = false;
    switch (m_phase) {
    case Phase::Handshake:
        isOver = isStopTooLong || now >= m_phaseStart + timeouts.request;
        break;
    case Phase::Idle:
        isOver = now >= m_phaseStart + timeouts.idle ||
                 (m_worker.isCrowded() && now >= m_phaseStart + timeouts.crowdedIdle) ||
                 (m_worker.isStopping() && now >= m_worker.stopStarted() + kIdleGrace);
        break;
    case Phase::Receiving:
        if (m_isWriting) { // nothing is read: the client has answers to read first
            isOver = now >= m_writeDeadline;
        } else if (isStopTooLong || now >= receiveDeadline()) {
            answerUnread(m_admission.verdict.value_or(
                problemResponse(408, "request_timeout", "The request did not arrive in time.")));
            advance();
        }
        break;
    case Phase::Answering:
        isOver = m_isWriting && now >= m_writeDeadline;
        break;
    case Phase::Lingering:
        isOver = isStopTooLong || now >= m_phaseStart + timeouts.linger;
        break;
    case Phase::Goodbye:
        isOver = now >= m_phaseStart + kGoodbye;
        break;
    case Phase::Closed:
        break;
    }
    if (isOver)
        close();
}

void Connection::close()
{
    if (m_phase == Phase::Closed)
        return;
    const std::shared_ptr<Connection> self = std::move(m_self);
    m_self.reset();
    if (m_phase == Phase::Answering && (m_awaitsHandler || m_stream)) {
        m_current.status = 499;
        finishRequest();
    }
    setPhase(Phase::Closed);
    m_stream.reset();
    m_answer.reset();
    m_awaitsHandler = false;
    m_parser.take();
    accountBody();
    m_waitingAnswer.set(0);
    AllHook::unlink();
    m_transport->close();
    m_worker.onClosed();
}

} // namespace xp::service
