// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>

/// An answer as it came over the wire. Field names in lower case.
struct RawAnswer
{
    int status = 0; ///< 0: none came
    std::map<std::string, std::string> headers;
    std::string body; ///< without chunks
    bool isWhole = false;

    std::string header(const std::string& name) const
    {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string() : found->second;
    }
};

/// A blocking socket that sends what it is told, byte for byte, right or wrong.
class RawClient
{
public:
    using Milliseconds = std::chrono::milliseconds;

    explicit RawClient(std::uint16_t port, int receiveBufferBytes = 0);
    ~RawClient();
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    bool isConnected() const { return m_socket >= 0; }
    /// False when the server has closed.
    bool send(std::string_view bytes);
    void finishSending();
    /// Ends the connection at once; with a reset when `hard`.
    void leave(bool hard = false);

    /// The next answer. `hasBody` false after HEAD.
    RawAnswer answer(bool hasBody = true, Milliseconds timeout = Milliseconds(5000));
    RawAnswer ask(std::string_view bytes, bool hasBody = true)
    {
        send(bytes);
        return answer(hasBody);
    }
    /// Up to so many bytes, waiting for the first; 0 at the end.
    std::size_t readSome(std::size_t count);
    /// Whatever comes until the server closes or the time is over.
    std::string readAll(Milliseconds timeout = Milliseconds(5000));
    /// Reads until the server closes; false when it does not within the time.
    bool isClosedWithin(Milliseconds timeout);

private:
    enum class Received { Some, End, Timeout };
    using Deadline = std::chrono::steady_clock::time_point;

    Received receive(Deadline deadline);
    std::optional<std::string> takeLine(Deadline deadline);
    bool takeBytes(std::size_t count, std::string& to, Deadline deadline);
    bool takeChunks(std::string& to, Deadline deadline);

    int m_socket = -1;
    std::string m_buffer;
};
