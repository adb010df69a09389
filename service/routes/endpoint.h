// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/access.h"
#include "service/http/router.h"

namespace xp::service {

/// One request that has been allowed.
struct Call
{
    std::shared_ptr<Exchange> exchange;
    Actor actor;

    const Request& request() const { return exchange->request(); }
    void fail(const Error& error) const { exchange->fail(error); }
};

/// One line of the contract: what is asked, what it needs, what answers it.
struct Endpoint
{
    Method method;
    std::string path;
    Permission permission;
    void (*handle)(Context&, const Call&);
    int success = 200; ///< the status of an answer when all went well
    BodyLimit bodyLimit = BodyLimit::Normal;
    BodyType bodyType = BodyType::Json;
};

/// The endpoints by subject; each list stands in the .cpp named after it.
std::vector<Endpoint> applicationEndpoints(); ///< assign, track and their batches
std::vector<Endpoint> auditEndpoints();
std::vector<Endpoint> catalogueEndpoints(); ///< metrics that experiments share
std::vector<Endpoint> enrolmentEndpoints(); ///< segments, holdouts, layers, and why a unit gets what it gets
std::vector<Endpoint> eventEndpoints();     ///< events of users, whatever the experiment
std::vector<Endpoint> experimentEndpoints();
std::vector<Endpoint> exposureEndpoints(); ///< that users have seen their variant
std::vector<Endpoint> featureEndpoints();  ///< experiments for GrowthBook's SDKs
std::vector<Endpoint> identityEndpoints(); ///< ids that mean the same person
std::vector<Endpoint> keyEndpoints();
std::vector<Endpoint> liveEndpoints();  ///< results as they come
std::vector<Endpoint> ofrepEndpoints(); ///< experiments as OpenFeature's flags
std::vector<Endpoint> noteEndpoints();
std::vector<Endpoint> planEndpoints();   ///< what a design costs
std::vector<Endpoint> resultEndpoints(); ///< stats, report, series
std::vector<Endpoint> statisticsEndpoints();
std::vector<Endpoint> systemEndpoints();  ///< health, metrics, documentation
std::vector<Endpoint> userEndpoints();    ///< what is stored about a person, and its removal
std::vector<Endpoint> unitEndpoints();    ///< assignments and events, as pages and CSV
std::vector<Endpoint> unleashEndpoints(); ///< of what Unleash tells us
std::vector<Endpoint> webhookEndpoints();

/// What is remembered of a unit in the project's experiments is asked of the database again.
void forgetUnit(Context& context, const std::string& project, const std::string& unit);

/// All of them.
std::vector<Endpoint> allEndpoints();

/// Where everything but health, metrics and documentation stands.
inline const std::string kApi = "/api/v1";

/// Tells the listeners of the flags' stream that something may have changed.
void tellFlagsChanged(StreamHub& streams, const Snapshot& snapshot);

Result<Router> makeRouter(Context& context);

} // namespace xp::service
