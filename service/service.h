// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/store.h"
#include "service/log.h"
#include "service/options.h"

#include <memory>

namespace xp::service {

/// The whole service in one process: database, catalog, commit queue, routes, server.
class Service
{
public:
    /// Opens and migrates the database, then listens. Fails with what a person can act on: no token on an open
    /// address, a database of the system replaced, a port in use, ... `Invalid`: of the options alone.
    static Result<std::unique_ptr<Service>> start(Options options, Log& log);
    ~Service(); ///< stop()

    std::uint16_t port() const;
    /// `http://127.0.0.1:8000`
    std::string url() const;

    /// Accepts nothing new, finishes what is in flight, commits; within 10 s. False: threads are left behind that wait
    /// for a replica, and use what the process would take away at its end.
    bool stop();

private:
    struct Parts;
    explicit Service(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace xp::service
