// SPDX-License-Identifier: Apache-2.0
#include "core/integrations/unleashadmin.h"

#include "core/integrations/peerjson.h"

#include <QByteArray>
#include <cmath>
#include <nlohmann/json.hpp>

namespace xp {

namespace {

using json = nlohmann::json;

constexpr int kNotFound = 404;
constexpr int kExists = 409;

bool isGood(const OutgoingAnswer& answer)
{
    return answer.status >= 200 && answer.status < 300;
}

std::string escaped(const std::string& segment)
{
    return QByteArray::fromStdString(segment).toPercentEncoding().toStdString();
}

class FlagKeeper
{
public:
    FlagKeeper(const UnleashAdmin& admin, const FlagWish& wish,
               const std::function<Result<OutgoingAnswer>(const OutgoingRequest&)>& ask)
        : m_admin(admin), m_wish(wish), m_ask(ask)
    {
    }

    Result<OutgoingAnswer> run()
    {
        auto found = send("GET", flagPath());
        if (!found)
            return found;
        const bool isNew = found->status == kNotFound;
        if (isNew && !m_wish.isOn)
            return OutgoingAnswer{.status = 204, .headers = {}, .body = {}}; // nothing to switch off
        if (isNew) {
            auto made = create();
            if (!made || (!isGood(*made) && made->status != kExists))
                return made;
            found = send("GET", flagPath());
        }
        if (!found || !isGood(*found))
            return found;
        const json flag = peerDocument(found->body);
        if (!flag.is_object()) // a proxy's page: nothing is known of the flag, so nothing is done to it
            return fail(ErrorCode::Unavailable, "unleash_unreadable", "Unleash's answer is no flag");
        const json environment = environmentOf(flag);
        if (m_wish.isOn) {
            auto kept = keepStrategy(environment);
            if (!kept || !isGood(*kept))
                return kept;
        }
        auto switched = peerFlag(environment, "enabled") == m_wish.isOn ? std::move(found) : toggle();
        if (isNew && switched && isGood(*switched) && !m_wish.link.empty())
            return send("POST", flagPath() + "/link", {{"url", m_wish.link}, {"title", "Experiment"}});
        return switched;
    }

private:
    std::string projectPath() const { return "/api/admin/projects/" + escaped(m_admin.project) + "/features"; }
    std::string flagPath() const { return projectPath() + "/" + escaped(m_wish.flag); }
    std::string environmentPath() const { return flagPath() + "/environments/" + escaped(m_admin.environment); }
    /// How our strategy is known among others.
    std::string title() const { return "traffic of experiment " + m_wish.experiment; }
    std::string rollout() const { return std::to_string(static_cast<int>(std::ceil(m_wish.traffic * 100 - 1e-9))); }

    /// Unleash keeps a text there, and takes and shows the numbers that other clients wrote.
    static std::string rolloutOf(const json& strategy)
    {
        const auto& parameters = peerObject(strategy, "parameters");
        const auto it = parameters.find("rollout");
        return it != parameters.end() && it->is_number() ? it->dump() : peerText(parameters, "rollout");
    }

    Result<OutgoingAnswer> send(std::string method, const std::string& path, const json& body = nullptr) const
    {
        OutgoingRequest request{
            .method = std::move(method), .url = m_admin.url + path, .headers = {{"Authorization", m_admin.token}}};
        if (request.method != "GET") {
            request.headers.emplace_back("Content-Type", "application/json");
            request.body = body.is_null() ? "{}" : body.dump(-1, ' ', false, json::error_handler_t::replace);
        }
        return m_ask(request);
    }

    Result<OutgoingAnswer> create() const
    {
        return send("POST", projectPath(),
                    {{"name", m_wish.flag}, {"type", "experiment"}, {"description", m_wish.description}});
    }

    json environmentOf(const json& flag) const
    {
        for (const json& one : peerList(flag, "environments")) {
            if (peerText(one, "name") == m_admin.environment)
                return one;
        }
        return json::object();
    }

    Result<OutgoingAnswer> keepStrategy(const json& environment) const
    {
        const json& strategies = peerList(environment, "strategies");
        for (const json& strategy : strategies) {
            if (peerText(strategy, "title") != title())
                continue;
            if (rolloutOf(strategy) == rollout())
                return OutgoingAnswer{.status = 200, .headers = {}, .body = {}};
            return send("PATCH", environmentPath() + "/strategies/" + escaped(peerText(strategy, "id")),
                        json::array({{{"op", "replace"}, {"path", "/parameters/rollout"}, {"value", rollout()}}}));
        }
        if (!strategies.empty())
            return OutgoingAnswer{.status = 200, .headers = {}, .body = {}};
        return send("POST", environmentPath() + "/strategies",
                    {{"name", "flexibleRollout"},
                     {"title", title()},
                     {"constraints", json::array()},
                     {"parameters", {{"rollout", rollout()}, {"stickiness", "userId"}, {"groupId", m_wish.flag}}}});
    }

    Result<OutgoingAnswer> toggle() const { return send("POST", environmentPath() + (m_wish.isOn ? "/on" : "/off")); }

    const UnleashAdmin& m_admin;
    const FlagWish& m_wish;
    const std::function<Result<OutgoingAnswer>(const OutgoingRequest&)>& m_ask;
};

} // namespace

Result<OutgoingAnswer> keepFlag(const UnleashAdmin& admin, const FlagWish& wish,
                                const std::function<Result<OutgoingAnswer>(const OutgoingRequest&)>& ask)
{
    return FlagKeeper(admin, wish, ask).run();
}

} // namespace xp
