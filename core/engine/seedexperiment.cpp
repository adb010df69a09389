// SPDX-License-Identifier: Apache-2.0
#include "core/engine/seedexperiment.h"

#include "core/domain/fieldreader.h"
#include "core/domain/identifiers.h"

#include <QUuid>
#include <algorithm>
#include <cmath>
#include <limits>

namespace xp {

namespace {

/// The same for the same text, so that a further run finds what an earlier one stored.
std::string uuidOf(const std::string& text)
{
    const QUuid experiments = QUuid(0x0a3f7c52, 0x5d0e, 0x4b7b, 0x9a, 0x41, 0x2c, 0x6e, 0x8d, 0x1f, 0x37, 0x64);
    return QUuid::createUuidV5(experiments, QByteArray::fromStdString(text))
        .toByteArray(QUuid::WithoutBraces)
        .toStdString();
}

/// What a column of JSON says. Some callers of the old service stored a list as text within JSON: that is read, too.
nlohmann::json listIn(const std::string& text)
{
    auto json = nlohmann::json::parse(text, nullptr, false);
    if (json.is_string())
        json = nlohmann::json::parse(json.get_ref<const std::string&>(), nullptr, false);
    return json;
}

std::string textOf(const nlohmann::json& json)
{
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

class SeedParser
{
public:
    SeedParser(const SeedExperiment& seed, Timestamp now, std::vector<Sentence>& notes, std::vector<FieldError>& errors)
        : m_seed(seed), m_now(now), m_notes(notes), m_errors(errors)
    {
    }

    Experiment read();

private:
    Status status();
    std::vector<Variant> variants();
    std::optional<Variant> variant(const nlohmann::json& item) const;
    std::vector<Metric> metrics();
    std::optional<Metric> metric(const nlohmann::json& item) const;
    void settleShares(std::vector<Variant>& variants);
    void setTimes(Experiment& experiment);
    template <typename T>
    T within(std::optional<T> value, T least, T most, T fallback, const char* field);

    void unreadable(const char* field, const std::string& what)
    {
        m_errors.push_back(
            {m_seed.id, field, "Experiment " + shown(m_seed.id) + " cannot be taken over: its " + field + " " + what});
    }
    void note(std::string code, const std::string& text)
    {
        m_notes.push_back({std::move(code), {{"id", m_seed.id}}, "Experiment " + shown(m_seed.id) + " " + text});
    }

    const SeedExperiment& m_seed;
    Timestamp m_now;
    std::vector<Sentence>& m_notes;
    std::vector<FieldError>& m_errors;
};

Status SeedParser::status()
{
    std::string text = m_seed.status;
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    // The old service had a status `completed` beside `stopped`.
    if (text == "completed")
        return Status::Stopped;
    const auto known = parseStatus(text);
    if (!known)
        unreadable("status", "cannot be read: " + shown(m_seed.status));
    return known.value_or(Status::Draft);
}

std::optional<Variant> SeedParser::variant(const nlohmann::json& item) const
{
    auto variant = variantFromJson(item);
    const bool good = variant && !variant->name.empty() && std::isfinite(variant->allocation) &&
                      variant->allocation >= 0 && variant->allocation <= 1;
    if (!good)
        return std::nullopt;
    if (!variant->config.is_object())
        variant->config = nlohmann::json::object();
    return variant;
}

std::vector<Variant> SeedParser::variants()
{
    const auto json = listIn(m_seed.variants);
    std::vector<Variant> variants;
    if (!json.is_array() || json.empty() || json.size() > std::numeric_limits<std::int16_t>::max()) {
        unreadable("variants", "cannot be read: " + shown(m_seed.variants));
        return variants;
    }
    for (const auto& item : json) {
        auto read = variant(item);
        if (!read)
            unreadable("variants", "have one without a name or a share from 0 to 1: " + shown(textOf(item)));
        else if (std::ranges::find(variants, read->name, &Variant::name) != variants.end())
            unreadable("variants", "have the name " + shown(read->name) + " more than once");
        else
            variants.push_back(std::move(*read));
    }
    settleShares(variants);
    return variants;
}

/// Shares that do not sum to 1 become what the hash makes of them, so that every user keeps the variant and counts are
/// held against the real ones: nothing is left for those beyond 1, and the last variant gets what is missing.
void SeedParser::settleShares(std::vector<Variant>& variants)
{
    constexpr double kTolerance = 1e-3; // of a new experiment's shares
    constexpr double kRounding = 1e-12;
    double sum = 0;
    for (const Variant& variant : variants)
        sum += variant.allocation;
    if (variants.empty() || std::abs(sum - 1) <= kRounding)
        return;
    double given = 0;
    for (Variant& variant : variants) {
        variant.allocation = std::clamp(1 - given, 0.0, variant.allocation);
        given += variant.allocation;
    }
    variants.back().allocation += std::max(1 - given, 0.0);
    if (std::abs(sum - 1) > kTolerance + kRounding)
        note("shares_not_one", "has shares that sum to " + shown(sum) +
                                   " instead of 1; they are taken over as what the old service made of them");
}

std::optional<Metric> SeedParser::metric(const nlohmann::json& item) const
{
    const auto name = item.is_object() ? item.find("name") : item.end();
    const nlohmann::json& text = item.is_object() && name != item.end() ? *name : item;
    if (!text.is_string() || text.get_ref<const std::string&>().empty())
        return std::nullopt;
    // The old service knew one kind: a user that shows the event has converted.
    return Metric{.name = text.get<std::string>(), .event = text.get<std::string>()};
}

std::vector<Metric> SeedParser::metrics()
{
    const auto json = listIn(m_seed.metrics.empty() ? "[]" : m_seed.metrics);
    std::vector<Metric> metrics;
    if (!json.is_array() && !json.is_null()) {
        unreadable("metrics", "cannot be read: " + shown(m_seed.metrics));
        return metrics;
    }
    for (const auto& item : json) {
        auto read = metric(item);
        if (!read)
            unreadable("metrics", "have one without a name: " + shown(textOf(item)));
        else if (std::ranges::find(metrics, read->name, &Metric::name) == metrics.end())
            metrics.push_back(std::move(*read));
    }
    if (json.empty()) {
        metrics.push_back({.name = "conversion", .event = "conversion"});
        note("no_metrics", "had no metric; it measures the event 'conversion' now");
    }
    return metrics;
}

template <typename T>
T SeedParser::within(std::optional<T> value, T least, T most, T fallback, const char* field)
{
    if (!value)
        return fallback;
    if (*value >= least && *value <= most)
        return *value;
    note("out_of_range", std::string("had a ") + field + " out of range; it was replaced by the default");
    return fallback;
}

void SeedParser::setTimes(Experiment& experiment)
{
    experiment.createdAt = m_seed.createdAt.value_or(m_seed.startedAt.value_or(m_now));
    if (experiment.status == Status::Draft)
        return;
    experiment.startedAt = m_seed.startedAt.value_or(experiment.createdAt);
    const bool ended = experiment.status == Status::Stopped || experiment.status == Status::Archived;
    if (ended) {
        if (!m_seed.stoppedAt)
            note("no_stop_time", "has ended without saying when; it counts as stopped now");
        experiment.stoppedAt = m_seed.stoppedAt.value_or(m_now);
    }
    Epoch epoch{.startedAt = *experiment.startedAt};
    for (const Variant& variant : experiment.variants)
        epoch.allocations.push_back(variant.allocation);
    experiment.epochs.push_back(std::move(epoch));
}

Experiment SeedParser::read()
{
    Experiment experiment;
    experiment.id = isKey(m_seed.id) ? m_seed.id : uuidOf(m_seed.id);
    if (experiment.id != m_seed.id)
        note("new_id", "cannot keep its id, which cannot stand in a URL; it is " + experiment.id + " now");
    experiment.name = m_seed.name.empty() ? m_seed.id : m_seed.name;
    experiment.description = m_seed.description;
    experiment.hypothesis = m_seed.hypothesis;
    experiment.status = status();
    experiment.variants = variants();
    experiment.metrics = metrics();
    experiment.targetSampleSize =
        within<std::int64_t>(m_seed.targetSampleSize, 1, 1'000'000'000'000, 1000, "target_sample_size");
    experiment.significanceLevel = within(m_seed.significanceLevel, 1e-12, 1 - 1e-12, 0.05, "significance_level");
    experiment.trafficAllocation = within(m_seed.trafficAllocation, 0.0, 1.0, 1.0, "traffic_allocation");
    experiment.hash = HashAlgorithm::Sha256Mod10000;
    experiment.salt = m_seed.id;
    // Nobody wrote down with which share it ran before: anybody may have been assigned.
    experiment.peakTraffic = 1;
    setTimes(experiment);
    return experiment;
}

} // namespace

Experiment experimentOfSeed(const SeedExperiment& seed, Timestamp now, std::vector<Sentence>& notes,
                            std::vector<FieldError>& errors)
{
    return SeedParser(seed, now, notes, errors).read();
}

} // namespace xp
