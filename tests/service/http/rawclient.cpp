// SPDX-License-Identifier: Apache-2.0
#include "rawclient.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

RawClient::RawClient(std::uint16_t port, int receiveBufferBytes)
{
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (receiveBufferBytes > 0)
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &receiveBufferBytes, sizeof(receiveBufferBytes));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0)
        leave();
}

RawClient::~RawClient()
{
    leave();
}

bool RawClient::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

void RawClient::finishSending()
{
    ::shutdown(m_socket, SHUT_WR);
}

void RawClient::leave(bool hard)
{
    if (m_socket < 0)
        return;
    if (hard) {
        const linger reset{1, 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &reset, sizeof(reset));
    }
    ::close(m_socket);
    m_socket = -1;
}

RawClient::Received RawClient::receive(Deadline deadline)
{
    const auto left = std::chrono::duration_cast<Milliseconds>(deadline - std::chrono::steady_clock::now()).count();
    pollfd wait{m_socket, POLLIN, 0};
    if (left <= 0 || ::poll(&wait, 1, static_cast<int>(left)) <= 0)
        return Received::Timeout;
    std::array<char, 64 * 1024> piece;
    const ssize_t count = ::recv(m_socket, piece.data(), piece.size(), 0);
    if (count <= 0)
        return Received::End;
    m_buffer.append(piece.data(), static_cast<std::size_t>(count));
    return Received::Some;
}

std::optional<std::string> RawClient::takeLine(Deadline deadline)
{
    for (;;) {
        if (const std::size_t end = m_buffer.find("\r\n"); end != std::string::npos) {
            std::string line = m_buffer.substr(0, end);
            m_buffer.erase(0, end + 2);
            return line;
        }
        if (receive(deadline) != Received::Some)
            return std::nullopt;
    }
}

bool RawClient::takeBytes(std::size_t count, std::string& to, Deadline deadline)
{
    while (m_buffer.size() < count)
        if (receive(deadline) != Received::Some)
            return false;
    to.append(m_buffer, 0, count);
    m_buffer.erase(0, count);
    return true;
}

bool RawClient::takeChunks(std::string& to, Deadline deadline)
{
    for (;;) {
        const auto size = takeLine(deadline);
        if (!size)
            return false;
        const std::size_t count = std::stoul(*size, nullptr, 16);
        std::string lineEnd;
        if (!takeBytes(count, to, deadline) || !takeBytes(2, lineEnd, deadline) || lineEnd != "\r\n")
            return false;
        if (count == 0)
            return true;
    }
}

RawAnswer RawClient::answer(bool hasBody, Milliseconds timeout)
{
    const Deadline deadline = std::chrono::steady_clock::now() + timeout;
    RawAnswer answer;
    const auto statusLine = takeLine(deadline);
    if (!statusLine || statusLine->size() < 12)
        return answer;
    answer.status = std::stoi(statusLine->substr(9, 3));
    for (;;) {
        const auto line = takeLine(deadline);
        if (!line)
            return answer;
        if (line->empty())
            break;
        const std::size_t colon = line->find(':');
        std::string name = line->substr(0, colon);
        std::transform(name.begin(), name.end(), name.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        answer.headers[name] = line->substr(std::min(line->size(), colon + 2));
    }
    if (!hasBody || answer.status == 204 || answer.status == 304 || answer.status < 200)
        answer.isWhole = true;
    else if (answer.header("transfer-encoding") == "chunked")
        answer.isWhole = takeChunks(answer.body, deadline);
    else if (answer.headers.contains("content-length"))
        answer.isWhole = takeBytes(std::stoul(answer.header("content-length")), answer.body, deadline);
    else
        answer.body = readAll(timeout);
    return answer;
}

std::size_t RawClient::readSome(std::size_t count)
{
    std::string piece(count, '\0');
    const ssize_t got = ::recv(m_socket, piece.data(), count, 0);
    return got > 0 ? static_cast<std::size_t>(got) : 0;
}

std::string RawClient::readAll(Milliseconds timeout)
{
    const Deadline deadline = std::chrono::steady_clock::now() + timeout;
    while (receive(deadline) == Received::Some) {
    }
    return std::move(m_buffer);
}

bool RawClient::isClosedWithin(Milliseconds timeout)
{
    const Deadline deadline = std::chrono::steady_clock::now() + timeout;
    for (;;) {
        switch (receive(deadline)) {
        case Received::Some:
            m_buffer.clear();
            break;
        case Received::End:
            return true;
        case Received::Timeout:
            return false;
        }
    }
}
