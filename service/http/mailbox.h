// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/http/response.h"

#include <memory>
#include <mutex>
#include <vector>

namespace boost::asio {
class io_context;
}

namespace xp::service {

class Connection;

/// What another thread has for a connection: the answer, or a piece of a stream.
struct Delivery
{
    struct Piece
    {
        std::uint64_t serial = 0;
        StreamPiece piece;
    };

    /// Locked by the connection's own thread only: a socket must not be destroyed by another.
    std::weak_ptr<Connection> connection;
    std::variant<Response, Piece> content;
};

/// Carries answers from any thread to the thread of their connections, which is woken once for all that are there. It
/// outlives the server, so that an answer that comes too late finds it closed.
class Mailbox : public std::enable_shared_from_this<Mailbox>
{
public:
    explicit Mailbox(boost::asio::io_context& context);

    /// The thread that calls this is the connections' own.
    void adoptThread();
    bool isOwnThread() const;

    void post(Delivery delivery);
    void close();

private:
    void drain();

    std::mutex m_mutex;
    std::vector<Delivery> m_deliveries;
    bool m_isPosted = false;            ///< the thread will drain them
    boost::asio::io_context* m_context; ///< null once closed
};

} // namespace xp::service
