// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/http/memorybudget.h"
#include "service/http/method.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xp::service {

struct Route;

/// One complete request, checked: the target decodes, the body is within its limit, unpacked and of a type that the
/// route takes. A value that may be moved to another thread; one thread at a time may use it.
class Request
{
public:
    using Items = std::vector<std::pair<std::string, std::string>>;

    Request() = default;
    /// For tests of handlers, without a socket.
    Request(Method method, std::string_view target, const Items& headers = {}, std::string body = {});

    Method method() const { return m_method; }
    /// As it was sent, without scheme and host: `/api/v1/experiments?limit=5`.
    std::string_view target() const { return view(m_target); }
    /// Still percent-encoded, without the query.
    std::string_view path() const { return target().substr(0, m_pathLength); }
    const Route* route() const { return m_route; }

    /// A parameter of the route's template, decoded; empty when the template has none of this name.
    std::string_view parameter(std::string_view name) const;

    /// The first value of this name in the query, decoded.
    std::optional<std::string_view> query(std::string_view name) const;
    const Items& queryItems() const;

    /// The first field of this name (in any case).
    std::optional<std::string_view> header(std::string_view name) const;
    std::size_t headerCount() const { return m_fields.size(); }
    std::pair<std::string_view, std::string_view> headerAt(std::size_t index) const;

    std::string_view body() const { return m_body; }
    /// Once all of it has been read there is no need to keep a large one until the answer.
    void dropBody();
    /// The body is one JSON value a line.
    bool isNdjson() const { return m_isNdjson; }

    /// The client's address, without port.
    const std::string& peer() const { return m_peer; }
    const std::string& requestId() const { return m_requestId; }
    bool isTls() const { return m_isTls; }
    bool isHttp10() const { return m_isHttp10; }
    /// Its route's gate has let it in already.
    bool hasPassedGate() const { return m_hasPassedGate; }

private:
    friend class RequestParser;
    friend class RequestMachine;
    friend class Connection;
    friend struct Admission;

    struct Span
    {
        std::uint32_t offset = 0;
        std::uint32_t length = 0;
    };
    struct Field
    {
        Span name;
        Span value;
    };

    std::string_view view(Span span) const { return std::string_view(m_head).substr(span.offset, span.length); }
    void setTarget(Span target);

    std::string m_head; ///< request line and header fields as received; spans point into it
    std::vector<Field> m_fields;
    std::string m_body;
    MemoryBudget::Held m_keptBody;
    std::vector<std::pair<std::string_view, std::string>> m_parameters; ///< names live in the route
    mutable std::optional<Items> m_query;
    std::string m_peer;
    std::string m_requestId;
    const Route* m_route = nullptr;
    Span m_target;
    std::uint32_t m_pathLength = 0;
    Method m_method = Method::Get;
    bool m_isTls = false;
    bool m_isHttp10 = false;
    bool m_isNdjson = false;
    bool m_hasPassedGate = false;
};

} // namespace xp::service
