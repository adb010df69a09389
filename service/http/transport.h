// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

namespace xp::service {

class Connection;

enum class IoStatus { Ok, End, Failed };

/// The bytes of one client, plain or through TLS. Completions arrive on the connection's thread, never from within the
/// call that asked for them; they hold the connection alive.
class Transport
{
public:
    virtual ~Transport() = default;

    /// -> Connection::onHandshake
    virtual void handshake(std::shared_ptr<Connection> connection) = 0;
    /// -> Connection::onRead. One at a time.
    virtual void read(std::span<char> space, std::shared_ptr<Connection> connection) = 0;
    /// Writes what can be written without waiting; 0 with Ok means: wait with write().
    virtual std::size_t writeNow(std::string_view first, std::string_view second, IoStatus& status) = 0;
    /// -> Connection::onWritten, after some of it (at least a byte). One at a time.
    virtual void write(std::string_view first, std::string_view second, std::shared_ptr<Connection> connection) = 0;
    /// No more will be written; the client may still send.
    virtual void finishSending() = 0;
    /// A protocol's own end of a connection -> Connection::onGoodbye; false when it has none.
    virtual bool sayGoodbye(std::shared_ptr<Connection> connection) = 0;
    /// Ends everything that is outstanding.
    virtual void close() = 0;
};

} // namespace xp::service
