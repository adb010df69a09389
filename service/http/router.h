// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/http/exchange.h"

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace xp::service {

using Handler = std::function<void(const std::shared_ptr<Exchange>&)>;
/// Asked before a body is waited for: the answer to a request that the handler would refuse whatever its body is.
using Gate = std::function<std::optional<Response>(const Request&)>;

enum class BodyLimit : std::uint8_t { Normal, Batch }; ///< 1 MiB and 16 MiB unless the options say otherwise
enum class BodyType : std::uint8_t { Json, JsonOrNdjson, Any };

struct Route
{
    Method method = Method::Get;
    /// `/api/v1/experiments/{id}/assign`; a last segment `{name...}` takes the rest of the path.
    std::string path;
    std::string endpoint; ///< the label in metrics and logs; empty: `path`
    Handler handler;
    BodyLimit bodyLimit = BodyLimit::Normal;
    BodyType bodyType = BodyType::Json;
    int success = 200;       ///< the status of an answer when all went well
    Gate gate = {};          ///< none: everybody may send a body
    bool isPersonal = false; ///< what is read depends on the token: caches must not give it to others
};

/// The explicit list of all there is: what is not in it does not exist. Built once, then only read, by all threads.
class Router
{
public:
    using Parameters = std::vector<std::pair<std::string_view, std::string>>;

    enum class Outcome { Found, NoSuchPath, NoSuchMethod, BadEscape };
    struct Match
    {
        Outcome outcome = Outcome::NoSuchPath;
        const Route* route = nullptr;
        Parameters parameters;
        std::string allow; ///< for `Allow`, when the path exists: `GET, HEAD, OPTIONS, POST`
    };

    Router();
    ~Router();
    Router(Router&&) noexcept;
    Router& operator=(Router&&) noexcept;

    /// Two routes of one method and shape, a path without leading slash or a route without handler are errors of the
    /// program: `Internal`.
    Result<void> add(Route route);

    /// A literal segment wins over a parameter. HEAD is answered by GET's route.
    Match match(Method method, std::string_view path) const;

    /// In the order they were added.
    const std::vector<std::unique_ptr<Route>>& routes() const { return m_routes; }

private:
    struct Node;

    const Node* find(const Node& node, std::string_view rest, bool isEncoded, Parameters& values,
                     bool& badEscape) const;

    std::unique_ptr<Node> m_root;
    std::vector<std::unique_ptr<Route>> m_routes;
};

} // namespace xp::service
