// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/http/request.h"
#include "service/http/response.h"

#include <memory>

namespace xp::service {

/// One request and the one answer to it. A handler may answer at once or keep the exchange and answer later, from any
/// thread; when the client has left meanwhile, nothing happens. Dropped without an answer, it answers 500.
class Exchange
{
public:
    virtual ~Exchange() = default;

    Request& request() { return m_request; }
    const Request& request() const { return m_request; }

    /// The first call counts, later ones are ignored.
    virtual void respond(Response response) = 0;
    void fail(const Error& error) { respond(errorResponse(error)); }

protected:
    explicit Exchange(Request request) : m_request(std::move(request)) {}
    Exchange(const Exchange&) = delete;
    Exchange& operator=(const Exchange&) = delete;

    Request m_request;
};

} // namespace xp::service
