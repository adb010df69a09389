// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/http/admission.h"
#include "service/http/memorybudget.h"
#include "service/http/requestparser.h"
#include "service/http/responsewriter.h"
#include "service/http/transport.h"

#include <boost/intrusive/list_hook.hpp>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace xp::service {

class Worker;

using TimePoint = std::chrono::steady_clock::time_point;
using UnlinkItself = boost::intrusive::link_mode<boost::intrusive::auto_unlink>;
using AllHook = boost::intrusive::list_base_hook<boost::intrusive::tag<struct AllTag>, UnlinkItself>;
using PauseHook = boost::intrusive::list_base_hook<boost::intrusive::tag<struct PauseTag>, UnlinkItself>;

/// One client: reads requests one after the other, hands each to its route, writes the answers in order. Everything is
/// called on its worker's thread. It lives until close(), then as long as somebody refers to it.
class Connection final : public std::enable_shared_from_this<Connection>, public AllHook, public PauseHook
{
public:
    Connection(Worker& worker, std::unique_ptr<Transport> transport, std::string peer, bool isTls);
    ~Connection();

    void start();
    void close();
    /// Looks at the clock.
    void sweep(TimePoint now);

    void deliver(Response response);
    /// A piece that is not the one that was asked for last is ignored.
    void deliverPiece(std::uint64_t serial, StreamPiece piece);

    void onHandshake(IoStatus status);
    void onRead(IoStatus status, std::size_t count);
    void onWritten(IoStatus status, std::size_t count);
    void onGoodbye() { close(); }

private:
    enum class Phase {
        Handshake,
        Idle,      ///< between requests
        Receiving, ///< from a request's first byte to its last
        Answering, ///< a handler has it, or its answer is being written
        Goodbye,   ///< the last answer is out; what still comes is dropped until the client closes
        Lingering, ///< the same, after a request that has not been read whole: that may take longer
        Closed,
    };

    /// What is remembered of a request for its answer, and for the log.
    struct Current
    {
        std::string requestId;
        std::string corsLines;
        std::string cause;
        std::string_view method;
        const Route* route = nullptr;
        TimePoint start{};
        std::size_t requestBytes = 0;
        std::size_t responseBytes = 0;
        int status = 0;
        bool isHead = false;
        bool isHttp10 = false;
        bool keepAlive = false;
    };

    void advance();
    bool step();
    void tell(void (Connection::*todo)());

    // Reading (connectionread.cpp)
    bool parse();
    void onHead();
    void acceptBody();
    void onRequest();
    void answerUnread(Response response);
    void accountBody();
    void giveUpBody();
    void readMore();
    void makeSpace();
    void drop(std::size_t count);
    std::string_view input() const { return {m_in.data() + m_inBegin, m_inEnd - m_inBegin}; }

    // Writing (connectionwrite.cpp)
    void write(Response response);
    void writeWhole(const Response& response);
    void takeBody(Body body);
    void writeStream(Response response);
    bool flush();
    void consumeOutput(std::size_t count);
    bool accountAnswer();
    void giveUpAnswer();
    bool pull();
    void appendPiece(StreamPiece piece);
    void finishRequest();
    AnswerContext answerContext() const;
    std::string_view head() const { return std::string_view(m_out).substr(m_outBegin); }
    std::string_view tail() const;
    bool hasOutput() const { return m_outBegin < m_out.size() || !tail().empty(); }

    void setPhase(Phase phase);
    void setPause();
    void giveUp(const std::exception& exception);
    bool isAnswered() const { return m_answer || m_closeAfter; }
    bool isEnding() const { return m_phase == Phase::Lingering || m_phase == Phase::Goodbye; }
    void finish();
    TimePoint receiveDeadline() const;

    Worker& m_worker;
    std::unique_ptr<Transport> m_transport;
    std::shared_ptr<Connection> m_self; ///< until close()
    std::string m_peer;
    RequestParser m_parser;
    Admission m_admission;
    Current m_current;

    MemoryBudget::Share m_keptBody;
    MemoryBudget::Share m_waitingAnswer;

    std::vector<char> m_in;
    std::size_t m_inBegin = 0;
    std::size_t m_inEnd = 0;

    std::string m_out;
    std::size_t m_outBegin = 0;
    std::variant<std::string, std::shared_ptr<const std::string>> m_tail; ///< a large body, written behind m_out
    std::size_t m_tailBegin = 0;
    std::optional<Response> m_answer; ///< to be written behind the above, which must not move while it is being written

    std::shared_ptr<Producer> m_stream;
    std::uint64_t m_pieceSerial = 0;
    Framing m_framing = Framing::Length;

    Phase m_phase = Phase::Handshake;
    TimePoint m_phaseStart{};
    TimePoint m_writeDeadline{};
    std::size_t m_droppedBytes = 0;
    bool m_isTls;
    bool m_isReading = false;
    bool m_isWriting = false;
    bool m_isAdvancing = false;
    bool m_awaitsHandler = false;
    bool m_awaitsPiece = false;
    bool m_needsInput = true;
    bool m_closeAfter = false;  ///< no request after this one
    bool m_lingerAfter = false; ///< ... whose body has not been read
};

} // namespace xp::service
