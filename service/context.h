// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/assigner.h"
#include "core/engine/catalog.h"
#include "core/engine/storepool.h"
#include "service/log.h"
#include "service/metrics/metrics.h"
#include "service/ratelimit.h"
#include "service/streams/streamhub.h"

#include <atomic>

namespace xp::service {

class Jobs;
class PlausibleCheck;
class PlausibleForwarder;
class Replica;
class SignIn;
class UnleashGate;

/// What the routes work with; lives as long as the server.
struct Context
{
    const Options& options;
    Log& log;
    Catalog& catalog;
    StorePool& pool;
    StorePool& thinking; ///< one thread for what takes seconds of a processor and not of the database
    Jobs& jobs;
    Replica* replica; ///< nullptr: there is none
    GroupCommit& commits;
    Assigner& assigner;
    Metrics& metrics;
    RateLimiter& limiter;
    StreamHub& streams;
    UnleashGate& unleash;
    PlausibleForwarder* plausible;     ///< nullptr: nobody is told
    PlausibleCheck* plausibleCheck;    ///< likewise
    SignIn* signIn;                    ///< nullptr: people have keys, as all others
    std::atomic<bool>& countsOutdated; ///< the numbers of experiments by status have to be read anew
};

} // namespace xp::service
