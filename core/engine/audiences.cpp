// SPDX-License-Identifier: Apache-2.0
#include "core/engine/audiences.h"

#include "core/targeting/conditionreader.h"

#include <algorithm>

namespace xp {

namespace {

/// What cannot be read must not let everybody in.
class Nobody : public Audience
{
public:
    bool includes(const UnitFacts&) const override { return false; }
    nlohmann::json explain(const UnitFacts&) const override { return {{"holds", false}}; }
    const std::vector<std::string>& prerequisites() const override
    {
        static const std::vector<std::string> s_none;
        return s_none;
    }
};

struct Question
{
    std::string path;
    std::string experiment;
    std::vector<std::string> variants;
};

/// What a condition, which has been read before, asks about other experiments.
void collectQuestions(const nlohmann::json& condition, const std::string& path, std::vector<Question>& questions)
{
    if (!condition.is_object())
        return;
    if (const auto asked = condition.find("experiment"); asked != condition.end())
        questions.push_back({path, asked->get<std::string>(), condition.value("variants", std::vector<std::string>())});
    for (const char* form : {"all", "any"}) {
        const auto parts = condition.find(form);
        for (std::size_t i = 0; parts != condition.end() && i < parts->size(); ++i)
            collectQuestions((*parts)[i], path + "." + form + "[" + std::to_string(i) + "]", questions);
    }
    if (const auto negated = condition.find("not"); negated != condition.end())
        collectQuestions(*negated, path + ".not", questions);
}

/// All that a condition asks about other experiments; what a segment of it asks stands where the condition does.
std::vector<Question> questionsIn(const nlohmann::json& condition, const std::string& path,
                                  const nlohmann::json& segments)
{
    std::vector<Question> questions;
    collectQuestions(condition, path, questions);
    std::set<std::string> seen;
    std::vector<std::string> open;
    const auto visit = [&](const nlohmann::json& from) {
        for (const std::string& name : segmentsIn(from)) {
            if (seen.insert(name).second && segments.contains(name))
                open.push_back(name);
        }
    };
    for (visit(condition); !open.empty();) {
        const std::string name = open.back();
        open.pop_back();
        std::vector<Question> within;
        collectQuestions(segments[name], path, within);
        for (Question& question : within)
            questions.push_back({path, std::move(question.experiment), std::move(question.variants)});
        visit(segments[name]);
    }
    return questions;
}

/// Whether the answer of `from` depends, however far, on the experiment itself.
bool leadsTo(Store& store, const Experiment& from, const Experiment& target, std::set<std::string>& seen)
{
    if (from.id == target.id)
        return true;
    if (!seen.insert(from.id).second)
        return false;
    const nlohmann::json segments(from.enrolment.savedSegments);
    for (const nlohmann::json* condition : {&from.enrolment.targeting, &from.enrolment.exclude}) {
        for (const Question& question : questionsIn(*condition, "", segments)) {
            const auto next = store.experiments().find(question.experiment);
            if (next && leadsTo(store, *next, target, seen))
                return true;
        }
    }
    return false;
}

void checkQuestion(Store& store, const Question& question, const Experiment& asking, std::vector<FieldError>& errors)
{
    const std::string field = question.path + ".experiment";
    const auto asked = store.experiments().find(question.experiment);
    if (!asked || asked->project != asking.project) {
        errors.push_back({field, "unknown",
                          field + " is " + shown(question.experiment) +
                              ", and there is no experiment of this key in project " + asking.project});
        return;
    }
    for (std::size_t i = 0; i < question.variants.size(); ++i) {
        if (!variantIndex(*asked, question.variants[i]))
            errors.push_back({question.path + ".variants[" + std::to_string(i) + "]", "unknown",
                              question.path + ".variants[" + std::to_string(i) + "] is " + shown(question.variants[i]) +
                                  ", and experiment " + shown(asked->key) + " has no variant of this name"});
    }
    std::set<std::string> seen;
    if (!asking.id.empty() && leadsTo(store, *asked, asking, seen))
        errors.push_back(
            {field, "circle",
             field + " is " + shown(question.experiment) + ", whose own conditions lead back to this experiment"});
}

void collectSegments(const nlohmann::json& condition, const nlohmann::json& all,
                     std::map<std::string, nlohmann::json>& to)
{
    for (const std::string& name : segmentsIn(condition)) {
        if (all.contains(name) && to.try_emplace(name, all[name]).second)
            collectSegments(all[name], all, to);
    }
}

} // namespace

nlohmann::json conditionsOf(const std::vector<SavedSegment>& segments)
{
    nlohmann::json conditions = nlohmann::json::object();
    for (const SavedSegment& segment : segments)
        conditions[segment.name] = segment.condition;
    return conditions;
}

void checkCondition(Store& store, const nlohmann::json& condition, const std::string& path,
                    const nlohmann::json& segments, const Experiment& asking, std::vector<FieldError>& errors)
{
    const auto read = ConditionReader(segments, errors).read(condition, path);
    if (!read)
        return;
    for (const Question& question : questionsIn(condition, path, segments))
        checkQuestion(store, question, asking, errors);
}

Result<void> settleConditions(Store& store, Experiment& experiment)
{
    Enrolment& enrolment = experiment.enrolment;
    enrolment.savedSegments.clear();
    if (enrolment.targeting.is_null() && enrolment.exclude.is_null())
        return {};
    SavedSegmentTable table(store.connection());
    if (auto locked = table.lock(); !locked)
        return locked;
    const auto segments = table.all(experiment.project);
    if (!segments)
        return Failure(segments.error());
    const nlohmann::json conditions = conditionsOf(*segments);
    std::vector<FieldError> errors;
    for (const auto& [path, condition] :
         {std::pair{"targeting", &enrolment.targeting}, {"exclude", &enrolment.exclude}}) {
        if (condition->is_null())
            continue;
        checkCondition(store, *condition, path, conditions, experiment, errors);
        collectSegments(*condition, conditions, enrolment.savedSegments);
    }
    if (!errors.empty())
        return failInvalid(std::move(errors));
    return {};
}

LiveExperiment::Audiences audiencesOf(const Experiment& experiment)
{
    const Enrolment& enrolment = experiment.enrolment;
    const nlohmann::json segments(enrolment.savedSegments);
    const auto read = [&](const nlohmann::json& written, AudiencePtr otherwise) -> AudiencePtr {
        if (written.is_null())
            return nullptr;
        std::vector<FieldError> errors;
        auto condition = ConditionReader(segments, errors).read(written, "condition");
        return condition ? std::make_shared<const Condition>(std::move(*condition)) : std::move(otherwise);
    };
    return {.targeted = read(enrolment.targeting, std::make_shared<const Nobody>()),
            .excluded = read(enrolment.exclude, nullptr)};
}

LiveExperimentPtr served(Experiment experiment)
{
    auto audiences = audiencesOf(experiment);
    return std::make_shared<const LiveExperiment>(std::move(experiment), std::move(audiences));
}

} // namespace xp
