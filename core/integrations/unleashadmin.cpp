// SPDX-License-Identifier: Apache-2.0
#include "core/integrations/unleashadmin.h"

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
        const json environment = environmentOf(json::parse(found->body, nullptr, false));
        if (m_wish.isOn) {
            auto kept = keepStrategy(environment);
            if (!kept || !isGood(*kept))
                return kept;
        }
        auto switched = environment.value("enabled", false) == m_wish.isOn ? std::move(found) : toggle();
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
        if (flag.is_object() && flag.contains("environments") && flag["environments"].is_array()) {
            for (const json& one : flag["environments"]) {
                if (one.is_object() && one.value("name", "") == m_admin.environment)
                    return one;
            }
        }
        return json::object();
    }

    Result<OutgoingAnswer> keepStrategy(const json& environment) const
    {
        const json strategies = environment.value("strategies", json::array());
        for (const json& strategy : strategies) {
            const json& titled = strategy.contains("title") ? strategy["title"] : json();
            if (titled != title())
                continue;
            if (strategy.value("/parameters/rollout"_json_pointer, "") == rollout())
                return OutgoingAnswer{.status = 200, .headers = {}, .body = {}};
            return send("PATCH", environmentPath() + "/strategies/" + escaped(strategy.value("id", "")),
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
