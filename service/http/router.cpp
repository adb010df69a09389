// SPDX-License-Identifier: Apache-2.0
#include "service/http/router.h"

#include "service/http/urltext.h"

namespace xp::service {

/// One segment of the paths. Parameters are named by the route, so that two routes may name the same place differently.
struct Router::Node
{
    std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
    std::unique_ptr<Node> parameter;
    std::unique_ptr<Node> rest;
    std::array<const Route*, kMethodCount> routes{};
    std::array<std::vector<std::string_view>, kMethodCount> names; ///< of each route's parameters, in order
    std::string allow;
    bool isEnd = false;

    const Route* routeOf(Method method) const
    {
        const Route* route = routes[static_cast<std::size_t>(method)];
        return route == nullptr && method == Method::Head ? routes[static_cast<std::size_t>(Method::Get)] : route;
    }
};

namespace {

bool isParameter(std::string_view segment)
{
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}
bool isRest(std::string_view segment)
{
    return isParameter(segment) && segment.ends_with("...}");
}

/// Takes the first segment off `rest`, which then starts behind the next slash.
std::string_view takeSegment(std::string_view& rest, bool& isLast)
{
    const std::size_t slash = rest.find('/');
    const std::string_view segment = rest.substr(0, slash);
    isLast = slash == std::string_view::npos;
    rest = isLast ? std::string_view() : rest.substr(slash + 1);
    return segment;
}

/// The names in a template, in order; views into it.
std::vector<std::string_view> parameterNames(std::string_view path)
{
    std::vector<std::string_view> names;
    path.remove_prefix(1);
    for (bool isLast = false; !isLast;) {
        const std::string_view segment = takeSegment(path, isLast);
        if (isRest(segment))
            names.push_back(segment.substr(1, segment.size() - 5));
        else if (isParameter(segment))
            names.push_back(segment.substr(1, segment.size() - 2));
    }
    return names;
}

bool hasDotSegment(std::string_view path)
{
    for (bool isLast = false; !isLast;) {
        const std::string_view segment = takeSegment(path, isLast);
        if (segment == "." || segment == "..")
            return true;
    }
    return false;
}

} // namespace

Router::Router() : m_root(std::make_unique<Node>()) {}
Router::~Router() = default;
Router::Router(Router&&) noexcept = default;
Router& Router::operator=(Router&&) noexcept = default;

Result<void> Router::add(Route route)
{
    if (!route.path.starts_with('/') || !route.handler)
        return fail(ErrorCode::Internal, "bad_route", "A route needs a path from / on, and a handler: " + route.path);
    auto owned = std::make_unique<Route>(std::move(route));
    if (owned->endpoint.empty())
        owned->endpoint = owned->path;

    Node* node = m_root.get();
    std::string_view rest = owned->path;
    rest.remove_prefix(1);
    for (bool isLast = false; !isLast;) {
        const std::string_view segment = takeSegment(rest, isLast);
        if (isRest(segment) && !isLast)
            return fail(ErrorCode::Internal, "bad_route", "Only the last segment may take the rest: " + owned->path);
        std::unique_ptr<Node>& next = isRest(segment)        ? node->rest
                                      : isParameter(segment) ? node->parameter
                                                             : node->literals[std::string(segment)];
        if (!next)
            next = std::make_unique<Node>();
        node = next.get();
    }
    const Route*& place = node->routes[static_cast<std::size_t>(owned->method)];
    if (place != nullptr)
        return fail(ErrorCode::Internal, "bad_route", "Two routes answer " + owned->path);
    place = owned.get();
    node->names[static_cast<std::size_t>(owned->method)] = parameterNames(owned->path);
    node->isEnd = true;
    node->allow.clear();
    for (std::size_t i = 0; i < kMethodCount; ++i)
        if (node->routeOf(static_cast<Method>(i)) != nullptr || static_cast<Method>(i) == Method::Options)
            node->allow += (node->allow.empty() ? "" : ", ") + std::string(kMethodNames[i]);
    m_routes.push_back(std::move(owned));
    return {};
}

const Router::Node* Router::find(const Node& node, std::string_view rest, bool isEncoded, Parameters& values,
                                 bool& badEscape) const
{
    const std::string_view all = rest;
    bool isLast = false;
    std::string_view segment = takeSegment(rest, isLast);
    std::string decoded;
    if (isEncoded && segment.find('%') != std::string_view::npos) {
        auto text = percentDecoded(segment);
        if (!text) {
            badEscape = true;
            return nullptr;
        }
        decoded = std::move(*text);
        segment = decoded;
    }
    const auto descend = [&](const Node& next) -> const Node* {
        if (isLast)
            return next.isEnd ? &next : nullptr;
        return find(next, rest, isEncoded, values, badEscape);
    };
    if (const auto literal = node.literals.find(segment); literal != node.literals.end())
        if (const Node* found = descend(*literal->second))
            return found;
    if (node.parameter && !segment.empty()) {
        values.emplace_back(std::string_view(), std::string(segment));
        if (const Node* found = descend(*node.parameter))
            return found;
        values.pop_back();
    }
    if (node.rest) {
        auto text = percentDecoded(all);
        badEscape = badEscape || !text;
        // The rest names a file or the like: a path that climbs is nobody's.
        if (text && !hasDotSegment(*text)) {
            values.emplace_back(std::string_view(), std::move(*text));
            return node.rest.get();
        }
    }
    return nullptr;
}

Router::Match Router::match(Method method, std::string_view path) const
{
    Match match;
    if (!path.starts_with('/'))
        return match;
    bool badEscape = false;
    const bool isEncoded = path.find('%') != std::string_view::npos;
    const Node* node = find(*m_root, path.substr(1), isEncoded, match.parameters, badEscape);
    if (node == nullptr) {
        match.outcome = badEscape ? Outcome::BadEscape : Outcome::NoSuchPath;
        return match;
    }
    match.route = node->routeOf(method);
    match.outcome = match.route != nullptr ? Outcome::Found : Outcome::NoSuchMethod;
    if (match.route == nullptr) {
        match.allow = node->allow;
        return match;
    }
    const auto& names = node->names[static_cast<std::size_t>(match.route->method)];
    for (std::size_t i = 0; i < names.size(); ++i)
        match.parameters[i].first = names[i];
    return match;
}

} // namespace xp::service
