// SPDX-License-Identifier: Apache-2.0
#include "service/routes/scope.h"

#include "core/domain/fieldreader.h"
#include "core/domain/identifiers.h"
#include "service/routes/answers.h"

namespace xp::service {

Result<std::string> projectOf(const Call& call, const nlohmann::json& body)
{
    std::vector<FieldError> errors;
    std::string asked = queryText(call.request(), "project");
    const auto named = FieldReader(body, "", errors).text("project", {.most = 100});
    if (named && !asked.empty() && *named != asked)
        errors.push_back({"project", "not_allowed",
                          "project is " + shown(*named) + ", and " + shown(asked) + " in the query; it must be one"});
    asked = named.value_or(std::move(asked));
    if (!asked.empty() && !isKey(asked))
        errors.push_back({"project", "format", "project is " + shown(asked) + "; it must be the key of a project"});
    if (!errors.empty())
        return failInvalid(std::move(errors));
    const std::string& bound = call.actor.project;
    if (!asked.empty() && !bound.empty() && asked != bound)
        return fail(ErrorCode::Forbidden, "outside_scope", "This token works in project " + shown(bound) + " only");
    return !asked.empty() ? asked : bound.empty() ? "default" : bound;
}

std::optional<Place> placeOf(const Call& call)
{
    const auto within = [&call](std::string_view name, const std::string& seen) -> std::optional<std::string> {
        std::string asked = queryText(call.request(), name);
        if (seen.empty() || asked.empty() || asked == seen)
            return seen.empty() ? asked : seen;
        return std::nullopt;
    };
    auto project = within("project", call.actor.project);
    auto environment = within("environment", call.actor.environment);
    if (!project || !environment)
        return std::nullopt;
    return Place{std::move(*project), std::move(*environment)};
}

} // namespace xp::service
