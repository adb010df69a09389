// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/timestamp.h"
#include "core/integrations/outgoing.h"

#include <map>

namespace xp {

/// A site in Plausible.
struct PlausiblePeer
{
    std::string url; ///< of its root, as peerRoot() gives it
    std::string domain;
    std::string apiKey; ///< of the Stats API; empty: it is not asked
};

/// Who did something, as the request told it. Plausible makes a visitor of it that lasts a day, and keeps neither.
struct Visitor
{
    std::string address; ///< X-Forwarded-For as received, else the connection's address
    std::string agent;
    std::string page; ///< without query and fragment; empty: the site's root
};

/// A custom event. Its only properties are the experiment's key and the variant's name: never an id of a person.
struct PlausibleEvent
{
    std::string name;
    std::string experiment;
    std::string variant;
    Visitor visitor;
};

inline constexpr const char* kExposureGoal = "Experiment Exposure";
/// `Experiment Conversion: purchase`, at most 300 characters.
std::string conversionGoal(std::string_view event);

/// `POST /api/event`.
OutgoingRequest eventRequest(const PlausiblePeer& peer, const PlausibleEvent& event);

enum class EventFate {
    Accepted,
    Dropped,  ///< taken and thrown away: a robot, an address of a data centre, a site that is not known
    Rejected, ///< wrong, and would be so again
    Later,    ///< nobody there, overloaded or broken: try again
};
/// 202 is also the answer to what is thrown away; the header `x-plausible-dropped` tells.
EventFate fateOf(const Result<OutgoingAnswer>& answer);

/// `POST /api/v2/query`: events and visitors of the exposure goal by variant of one experiment, from a day to a day.
OutgoingRequest exposuresRequest(const PlausiblePeer& peer, const std::string& experiment, Timestamp from,
                                 Timestamp to);

struct PlausibleCount
{
    std::int64_t visitors = 0;
    std::int64_t events = 0;
};
/// By variant's name. Unavailable `plausible_refused` with Plausible's own words when it did not answer the question.
Result<std::map<std::string, PlausibleCount>> exposuresOf(const OutgoingAnswer& answer);

} // namespace xp
