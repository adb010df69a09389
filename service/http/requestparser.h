// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/http/httpserver.h"

#include <memory>
#include <string>
#include <string_view>

namespace xp::service {

/// Bytes in, requests out; knows nothing of sockets. Beast parses; what it would forgive and two servers in a row could
/// read differently (folded lines, a length twice, a length beside chunks) is refused here.
class RequestParser
{
public:
    enum class Event {
        NeedMore, ///< all was consumed that could be
        Head,     ///< the head is read: say acceptBody() or dropBody(), then go on
        Done,     ///< take() the request
        Failed,   ///< see failure(); nothing more can be read from this connection
    };

    explicit RequestParser(const HttpLimits& limits);
    ~RequestParser();

    /// Takes what it can from the front of `input`; the caller removes `consumed` bytes and brings the rest again.
    Event feed(std::string_view input, std::size_t& consumed);

    /// After Head: what is known before the body.
    Request& request() { return m_request; }
    bool hasBody() const;
    /// Nothing for a chunked body.
    std::optional<std::uint64_t> declaredLength() const;
    bool expectsContinue() const { return m_expectsContinue; }
    bool keepAlive() const;

    /// Keeps the body, unpacked when it `isGzip`; more than `limit` bytes, packed or not, fail with 413.
    void acceptBody(std::size_t limit, bool isGzip);
    /// Reads over the body; more than `limit` bytes fail with 413.
    void dropBody(std::size_t limit);

    /// Of the body, as sent, so far.
    std::size_t receivedBytes() const { return m_receivedBytes; }
    std::size_t keptBytes() const { return m_request.body().size(); }

    /// The whole request; the parser is ready for the next one.
    Request take();

    /// The answer to what could not be read.
    const Response& failure() const { return m_failure; }

private:
    friend class RequestMachine;

    Event feedHead(std::string_view input, std::size_t& consumed);
    Event feedBody(std::string_view input, std::size_t& consumed);
    Event finish();
    std::optional<std::size_t> headEnd(std::string_view input);
    bool checkFields();
    bool failMethod();
    bool checkTransferEncoding();
    bool checkTarget();
    bool appendBody(std::string_view data);
    bool fail(int status, std::string code, std::string detail);
    void reset();

    const HttpLimits& m_limits;
    std::unique_ptr<class RequestMachine> m_machine;
    std::unique_ptr<class Inflater> m_inflater;
    Request m_request;
    Response m_failure;
    std::size_t m_scanned = 0; ///< of the head, up to the start of a line
    std::size_t m_bodyLimit = 0;
    std::size_t m_receivedBytes = 0;
    bool m_isHeadDone = false;
    bool m_isDropping = false;
    bool m_awaitsChunk = false;
    bool m_expectsContinue = false;
};

} // namespace xp::service
