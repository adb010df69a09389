// SPDX-License-Identifier: Apache-2.0
#include "service/peers/plausiblecheck.h"

#include "core/stats/sampleratio.h"

#include <numeric>

namespace xp::service {

namespace {

constexpr auto kFresh = std::chrono::minutes(1);
constexpr auto kTimeout = std::chrono::seconds(10);
constexpr std::size_t kMostAnHour = 500;
constexpr std::size_t kMostQuestions = 100;
constexpr double kFewest = 50; ///< events; with fewer nothing is said

HealthCheck notChecked(std::string code, std::string text, nlohmann::json arguments = nlohmann::json::object())
{
    return {HealthCheck::State::NotChecked, {std::move(code), std::move(arguments), std::move(text)}};
}

std::string listed(const Experiment& experiment, const std::vector<double>& numbers)
{
    std::string text;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        text += i == 0 ? "" : i + 1 == numbers.size() ? " and " : ", ";
        text += std::to_string(static_cast<std::int64_t>(numbers[i])) + " " + experiment.variants[i].name;
    }
    return text;
}

std::string shortNumber(double value)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2g", value);
    return text.data();
}

} // namespace

HealthCheck comparePlausible(const Experiment& experiment, const std::vector<double>& units,
                             const std::map<std::string, PlausibleCount>& counts)
{
    nlohmann::json rows = nlohmann::json::array();
    std::vector<double> theirs, ours;
    for (std::size_t i = 0; i < experiment.variants.size(); ++i) {
        const auto found = counts.find(experiment.variants[i].name);
        const PlausibleCount count = found == counts.end() ? PlausibleCount{} : found->second;
        ours.push_back(i < units.size() ? units[i] : 0);
        theirs.push_back(static_cast<double>(count.events));
        rows.push_back({{"variant", experiment.variants[i].name},
                        {"units", ours.back()},
                        {"plausible_events", count.events},
                        {"plausible_visitors", count.visitors}});
    }
    nlohmann::json arguments{{"variants", std::move(rows)}, {"p_value", nullptr}};
    const double total = std::accumulate(theirs.begin(), theirs.end(), 0.0);
    const std::string both =
        "Plausible counts " + listed(experiment, theirs) + ", we count " + listed(experiment, ours);
    const auto test = stats::sampleRatioMismatch(theirs, ours);
    if (total < kFewest || !test)
        return notChecked("plausible_too_few", both + ": too few to compare", std::move(arguments));
    arguments["p_value"] = test->pValue;
    const std::string p = "(p = " + shortNumber(test->pValue) + ")";
    if (test->pValue < kMismatchLevel)
        return {HealthCheck::State::Warning,
                {"plausible_differs", std::move(arguments),
                 both + ": the shares differ " + p + ". Events of one variant are lost or blocked more often."}};
    return {HealthCheck::State::Passed,
            {"plausible_agrees", std::move(arguments), both + ": the shares agree " + p + "."}};
}

PlausibleCheck::PlausibleCheck(PlausiblePeer peer, Metrics& metrics, Log& log)
    : m_peer(std::move(peer)), m_metrics(metrics), m_log(log)
{
    if (!m_peer.apiKey.empty())
        m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

PlausibleCheck::~PlausibleCheck()
{
    stop();
}

void PlausibleCheck::stop()
{
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

HealthCheck PlausibleCheck::checkOf(const Experiment& experiment, const Report& report)
{
    if (m_peer.apiKey.empty())
        return notChecked("plausible_no_key", "Plausible is told of exposures; without PLAUSIBLE_API_KEY it cannot be "
                                              "asked what it counts");
    if (!experiment.startedAt)
        return notChecked("plausible_not_started", "Plausible is asked once the experiment has started");
    const std::scoped_lock lock(m_mutex);
    Known& known = m_known[experiment.id];
    const bool isOld = known.askedAt == Clock::time_point{} || Clock::now() - known.askedAt > kFresh;
    if (isOld && m_questions.size() < kMostQuestions) {
        known.askedAt = Clock::now();
        m_questions.push_back({experiment.id, experiment.key, *experiment.startedAt});
        m_wake.notify_one();
    }
    if (!known.counts)
        return notChecked("plausible_pending", "Plausible is being asked what it counts");
    if (!*known.counts)
        return notChecked("plausible_unavailable",
                          "Plausible does not say what it counts: " + known.counts->error().sentence.text);
    return comparePlausible(experiment, report.balance.observed, **known.counts);
}

bool PlausibleCheck::mayAsk()
{
    while (!m_asked.empty() && Clock::now() - m_asked.front() > std::chrono::hours(1))
        m_asked.pop_front();
    if (m_asked.size() >= kMostAnHour)
        return false;
    m_asked.push_back(Clock::now());
    return true;
}

void PlausibleCheck::run(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    while (m_wake.wait(lock, stop, [this] { return !m_questions.empty(); })) {
        const Question question = std::move(m_questions.front());
        m_questions.pop_front();
        if (!mayAsk())
            continue; // the counts of before stand
        lock.unlock();
        auto counts = resultOf(faultsTo(m_log, "plausible"), [&] { return ask(question, stop); });
        lock.lock();
        if (!counts && !stop.stop_requested())
            m_log.write(LogLevel::Warning, "plausible_not_asked", counts.error().sentence.text,
                        {{"experiment", question.id}});
        m_known[question.id].counts = std::move(counts);
    }
}

Result<PlausibleCheck::Counts> PlausibleCheck::ask(const Question& question, const std::stop_token& stop)
{
    OutgoingRequest request = exposuresRequest(m_peer, question.key, question.from, now());
    request.timeout = kTimeout;
    request.stop = stop;
    auto counts = askPeer(request).and_then(exposuresOf);
    m_metrics.peer("plausible", counts ? "asked" : "not_answered");
    return counts;
}

} // namespace xp::service
