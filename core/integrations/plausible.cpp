// SPDX-License-Identifier: Apache-2.0
#include "core/integrations/plausible.h"

#include "core/integrations/peerjson.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace xp {

namespace {

constexpr std::size_t kLongestName = 300;
constexpr std::size_t kLongestWords = 300; ///< of what is quoted from an answer

/// `2026-11-24`
std::string dayText(Timestamp at)
{
    return toIso8601(at).substr(0, 10);
}

std::string dumped(const nlohmann::json& json)
{
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Failure refused(const OutgoingAnswer& answer)
{
    const std::string words = peerText(peerDocument(answer.body), "error");
    return fail(ErrorCode::Unavailable, "plausible_refused",
                "Plausible answered " + std::to_string(answer.status) +
                    (words.empty() ? "" : ": " + words.substr(0, kLongestWords)));
}

/// `{"metrics": [visitors, events], "dimensions": [variant]}`
bool readRow(const nlohmann::json& row, std::map<std::string, PlausibleCount>& counts)
{
    const auto metrics = row.find("metrics");
    const auto dimensions = row.find("dimensions");
    if (metrics == row.end() || dimensions == row.end() || !metrics->is_array() || metrics->size() != 2 ||
        !dimensions->is_array() || dimensions->size() != 1 || !(*dimensions)[0].is_string() ||
        !std::ranges::all_of(*metrics, [](const nlohmann::json& n) { return n.is_number_integer(); }))
        return false;
    counts[(*dimensions)[0].get<std::string>()] = {(*metrics)[0].get<std::int64_t>(),
                                                   (*metrics)[1].get<std::int64_t>()};
    return true;
}

} // namespace

std::string conversionGoal(std::string_view event)
{
    std::string name = "Experiment Conversion: " + std::string(event);
    std::size_t length = std::min(name.size(), kLongestName);
    while (length < name.size() && (static_cast<unsigned char>(name[length]) & 0xC0) == 0x80)
        --length; // not within a character
    return name.substr(0, length);
}

OutgoingRequest eventRequest(const PlausiblePeer& peer, const PlausibleEvent& event)
{
    const nlohmann::json body{{"name", event.name},
                              {"domain", peer.domain},
                              {"url", event.visitor.page.empty() ? "https://" + peer.domain + "/" : event.visitor.page},
                              {"interactive", false}, // or nobody would count as leaving at once
                              {"props", {{"experiment", event.experiment}, {"variant", event.variant}}}};
    return {.method = "POST",
            .url = peer.url + "/api/event",
            .headers = {{"Content-Type", "application/json"},
                        {"User-Agent", event.visitor.agent},
                        {"X-Forwarded-For", event.visitor.address}},
            .body = dumped(body)};
}

EventFate fateOf(const Result<OutgoingAnswer>& answer)
{
    if (!answer)
        return answer.error().code == ErrorCode::Unavailable ? EventFate::Later : EventFate::Rejected;
    if (answer->status == 408 || answer->status == 429 || answer->status >= 500)
        return EventFate::Later;
    if (answer->status < 200 || answer->status >= 300)
        return EventFate::Rejected;
    const std::string dropped = answer->header("x-plausible-dropped").value_or("0");
    return dropped.empty() || dropped == "0" ? EventFate::Accepted : EventFate::Dropped;
}

OutgoingRequest exposuresRequest(const PlausiblePeer& peer, const std::string& experiment, Timestamp from, Timestamp to)
{
    const nlohmann::json body{
        {"site_id", peer.domain},
        {"metrics", {"visitors", "events"}},
        {"date_range", {dayText(from), dayText(to)}},
        {"filters", nlohmann::json::array({{"is", "event:goal", nlohmann::json::array({kExposureGoal})},
                                           {"is", "event:props:experiment", nlohmann::json::array({experiment})}})},
        {"dimensions", nlohmann::json::array({"event:props:variant"})}};
    return {.method = "POST",
            .url = peer.url + "/api/v2/query",
            .headers = {{"Content-Type", "application/json"}, {"Authorization", "Bearer " + peer.apiKey}},
            .body = dumped(body)};
}

Result<std::map<std::string, PlausibleCount>> exposuresOf(const OutgoingAnswer& answer)
{
    if (answer.status != 200)
        return refused(answer);
    const auto body = peerDocument(answer.body);
    std::map<std::string, PlausibleCount> counts;
    const bool isReadable = body.is_object() && body.contains("results") && body["results"].is_array() &&
                            std::ranges::all_of(body["results"], [&](const nlohmann::json& row) {
                                return row.is_object() && readRow(row, counts);
                            });
    if (!isReadable)
        return fail(ErrorCode::Unavailable, "plausible_unreadable", "Plausible's answer is not of its Stats API v2");
    return counts;
}

} // namespace xp
