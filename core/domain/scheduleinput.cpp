// SPDX-License-Identifier: Apache-2.0
#include "core/domain/scheduleinput.h"

#include "core/domain/experiment.h"
#include "core/domain/fieldreader.h"

#include <algorithm>
#include <cmath>

namespace xp {

namespace {

constexpr std::size_t kMostSteps = 100;

std::optional<Timestamp> time(FieldReader& fields, std::string_view field)
{
    const nlohmann::json* value = fields.find(field);
    if (!value || value->is_null())
        return std::nullopt;
    const auto time = value->is_string() ? parseIso8601(value->get_ref<const std::string&>()) : std::nullopt;
    if (!time)
        fields.add(field, "format", "must be a time in ISO 8601, such as 2026-12-01T08:00:00Z");
    return time;
}

/// null means the same as leaving the field out.
bool isNull(const FieldReader& fields, std::string_view field)
{
    const nlohmann::json* value = fields.find(field);
    return value && value->is_null();
}

std::optional<RampStep> readStep(const nlohmann::json& item, const std::string& path, std::vector<FieldError>& errors)
{
    const std::size_t before = errors.size();
    FieldReader fields(item, path, errors);
    fields.require("at");
    fields.require("traffic");
    fields.refuseUnknown({"at", "traffic", "taken_at"});
    const auto at = time(fields, "at");
    const auto traffic = fields.number("traffic", {.least = 0, .most = 1, .excludeLeast = true});
    const auto takenAt = time(fields, "taken_at");
    if (errors.size() == before && !at)
        fields.add("at", "required", "is needed");
    if (errors.size() > before)
        return std::nullopt;
    return RampStep{.at = *at, .traffic = *traffic, .takenAt = takenAt};
}

std::vector<RampStep> readRamp(FieldReader& fields, std::vector<FieldError>& errors)
{
    std::vector<RampStep> ramp;
    const nlohmann::json* items = fields.find("ramp");
    if (!items || items->is_null())
        return ramp;
    if (!items->is_array() || items->size() > kMostSteps)
        fields.add("ramp", items->is_array() ? "too_many" : "type",
                   "must be a list of at most " + std::to_string(kMostSteps) + " steps, each {at, traffic}");
    const std::size_t count = items->is_array() ? std::min(items->size(), kMostSteps) : 0;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string path = fields.pathOf("ramp") + "[" + std::to_string(i) + "]";
        const auto step = readStep((*items)[i], path, errors);
        if (!step)
            continue;
        if (!ramp.empty() && step->at <= ramp.back().at)
            errors.push_back({path + ".at", "order", path + ".at must be after the step before it"});
        if (!ramp.empty() && step->traffic < ramp.back().traffic)
            errors.push_back({path + ".traffic", "falls",
                              path + ".traffic is " + shown(step->traffic) + ", less than the " +
                                  shown(ramp.back().traffic) + " before it; a ramp never falls"});
        ramp.push_back(*step);
    }
    return ramp;
}

StopRules readStopRules(FieldReader& outer, std::vector<FieldError>& errors)
{
    StopRules rules;
    const nlohmann::json* item = outer.find("stop_when");
    if (!item || item->is_null())
        return rules;
    FieldReader fields(*item, outer.pathOf("stop_when"), errors);
    fields.refuseUnknown({"guardrail", "decision", "sample_size", "power"});
    if (!isNull(fields, "guardrail"))
        rules.onGuardrail = fields.boolean("guardrail").value_or(false);
    if (!isNull(fields, "decision"))
        rules.onDecision = fields.boolean("decision").value_or(false);
    if (!isNull(fields, "sample_size"))
        rules.sampleSize = fields.integer("sample_size", 1, 1'000'000'000'000);
    if (!isNull(fields, "power"))
        rules.power = fields.number("power", {.least = 0, .most = 1, .excludeLeast = true, .excludeMost = true});
    return rules;
}

class Checker
{
public:
    Checker(const Experiment& was, const Experiment& is, Timestamp at) : m_was(was), m_is(is), m_at(at) {}

    std::vector<FieldError> run()
    {
        const Schedule& before = m_was.schedule;
        const Schedule& after = m_is.schedule;
        if (m_was.status == Status::Stopped || m_was.status == Status::Archived) {
            if (before != after)
                add("schedule", "frozen", "cannot change: the experiment has ended");
            return std::move(m_errors);
        }
        if (after.startAt != before.startAt)
            checkStart();
        if (m_was.status == Status::Draft && after.startAt)
            checkAfterStart(*after.startAt);
        if (after.stopAt && after.stopAt != before.stopAt)
            checkAhead("schedule.stop_at", *after.stopAt);
        checkRamp();
        return std::move(m_errors);
    }

private:
    void add(const std::string& field, std::string code, const std::string& message)
    {
        m_errors.push_back({field, std::move(code), field + " " + message});
    }

    void checkAhead(const std::string& field, Timestamp time)
    {
        if (time <= m_at)
            add(field, "past", "is " + toIso8601(time) + ", which has passed; it is " + toIso8601(m_at));
    }

    void checkStart()
    {
        if (!m_is.schedule.startAt)
            return;
        if (m_was.status != Status::Draft)
            add("schedule.start_at", "frozen", "cannot change: the experiment has started");
        else
            checkAhead("schedule.start_at", *m_is.schedule.startAt);
    }

    /// Once it has started, whenever that was, the planned time says nothing any more.
    void checkAfterStart(Timestamp start)
    {
        const Schedule& schedule = m_is.schedule;
        if (schedule.stopAt && *schedule.stopAt <= start)
            add("schedule.stop_at", "order", "must be after start_at");
        if (!schedule.ramp.empty() && schedule.ramp.front().at < start)
            add("schedule.ramp[0].at", "order", "must not be before start_at");
    }

    void checkRamp()
    {
        const std::vector<RampStep>& before = m_was.schedule.ramp;
        const std::vector<RampStep>& after = m_is.schedule.ramp;
        if (after == before)
            return; // a later change of the traffic overtakes the ramp; that is no mistake in it
        for (std::size_t i = 0; i < after.size(); ++i) {
            const std::string path = "schedule.ramp[" + std::to_string(i) + "]";
            const double percent = after[i].traffic * 100;
            if (m_is.hash == HashAlgorithm::Unleash && std::abs(percent - std::round(percent)) > 1e-9)
                add(path + ".traffic", "step", "must be a multiple of 0.01 with hash unleash");
            if (std::ranges::find(before, after[i]) != before.end())
                continue;
            checkAhead(path + ".at", after[i].at);
            if (after[i].takenAt)
                add(path + ".taken_at", "read_only", "is set by the service");
            if (after[i].traffic < m_is.trafficAllocation)
                add(path + ".traffic", "falls",
                    "is " + shown(after[i].traffic) + ", less than traffic_allocation, " +
                        shown(m_is.trafficAllocation) + "; a ramp never falls");
        }
    }

    const Experiment& m_was;
    const Experiment& m_is;
    Timestamp m_at;
    std::vector<FieldError> m_errors;
};

} // namespace

Schedule readSchedule(const nlohmann::json& item, const std::string& path, std::vector<FieldError>& errors)
{
    if (item.is_null())
        return {};
    FieldReader fields(item, path, errors);
    fields.refuseUnknown({"start_at", "stop_at", "ramp", "stop_when"});
    Schedule schedule{.startAt = time(fields, "start_at"), .stopAt = time(fields, "stop_at")};
    schedule.ramp = readRamp(fields, errors);
    schedule.stopWhen = readStopRules(fields, errors);
    if (schedule.stopAt && !schedule.ramp.empty() && schedule.ramp.back().at >= *schedule.stopAt)
        fields.add("ramp[" + std::to_string(schedule.ramp.size() - 1) + "].at", "order", "must be before stop_at");
    return schedule;
}

std::vector<FieldError> scheduleErrors(const Experiment& was, const Experiment& is, Timestamp at)
{
    return Checker(was, is, at).run();
}

void keepTaken(const Schedule& was, Schedule& is)
{
    for (RampStep& step : is.ramp) {
        const auto same = std::ranges::find_if(
            was.ramp, [&](const RampStep& old) { return old.at == step.at && old.traffic == step.traffic; });
        if (same != was.ramp.end() && !step.takenAt)
            step.takenAt = same->takenAt;
    }
}

} // namespace xp
