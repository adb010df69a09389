// SPDX-License-Identifier: Apache-2.0
#include "service/peers/unleashgate.h"

#include "core/integrations/peerjson.h"
#include "core/targeting/unleashfeatures.h"

#include <QFile>
#include <QSaveFile>

namespace xp::service {

namespace {

constexpr auto kTimeout = std::chrono::seconds(10);
constexpr auto kBetweenRefreshes = std::chrono::seconds(1);
constexpr int kPollsPerReport = 4; ///< counts are sent once a minute at the usual interval

nlohmann::json contextOf(const UnleashPeer& peer, std::string_view unit, std::string_view attributes)
{
    auto properties = nlohmann::json::parse(attributes, nullptr, false);
    if (!properties.is_object())
        properties = nlohmann::json::object();
    return {{"userId", std::string(unit)},
            {"environment", peer.environment},
            {"appName", peer.appName},
            {"properties", std::move(properties)}};
}

} // namespace

UnleashGate::UnleashGate(UnleashPeer peer, std::string copy, Metrics& metrics, Log& log)
    : m_peer(std::move(peer)), m_copy(std::move(copy)), m_metrics(metrics), m_log(log)
{
    if (!isOn())
        return;
    for (const char* outcome : {"changed", "unchanged", "failed"})
        m_metrics.peer("unleash", outcome, 0);
    readCopy();
    m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

UnleashGate::~UnleashGate()
{
    stop();
}

void UnleashGate::stop()
{
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

bool UnleashGate::wouldAdmit(const Experiment& experiment, std::string_view unit, std::string_view context) const
{
    if (experiment.unleashFlag.empty())
        return true;
    std::shared_ptr<const UnleashFeatures> features;
    {
        const std::scoped_lock lock(m_mutex);
        features = m_features;
    }
    return features && features->isEnabled(experiment.unleashFlag, UnleashContext(contextOf(m_peer, unit, context)));
}

bool UnleashGate::admits(const Experiment& experiment, std::string_view unit, std::string_view context)
{
    const bool isIn = wouldAdmit(experiment, unit, context);
    if (isOn() && !experiment.unleashFlag.empty()) {
        const std::scoped_lock lock(m_mutex);
        FlagCounts& counts = m_counts[experiment.unleashFlag];
        ++(isIn ? counts.yes : counts.no);
    }
    return isIn;
}

void UnleashGate::refresh()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_wanted = true;
    }
    m_wake.notify_one();
}

void UnleashGate::run(const std::stop_token& stop)
{
    const auto isWanted = [this] { return m_wanted; };
    for (int polls = 1; !stop.stop_requested(); ++polls) {
        const auto began = Clock::now();
        std::optional<std::chrono::milliseconds> delay = m_peer.interval;
        survives(faultsTo(m_log, "unleash"), [&] {
            delay = poll(stop);
            if (m_failures == 0 && !m_isEnrolled)
                enrol(stop);
            if (m_failures == 0 && polls % kPollsPerReport == 0)
                report(stop);
        });
        std::unique_lock lock(m_mutex);
        m_wake.wait_until(lock, stop, began + kBetweenRefreshes, [] { return false; });
        if (delay)
            m_wake.wait_until(lock, stop, began + *delay, isWanted);
        else
            m_wake.wait(lock, stop, isWanted);
        m_wanted = false;
    }
}

std::optional<std::chrono::milliseconds> UnleashGate::poll(const std::stop_token& stop)
{
    OutgoingRequest request = featuresRequest(m_peer, m_etag);
    request.timeout = kTimeout;
    request.stop = stop;
    const auto answer = askPeer(request);
    if (answer && (answer->status == 200 || answer->status == 304)) {
        const bool isNew = answer->status == 200;
        if (isNew && !take(answer->body)) {
            problem("Unleash's answer holds no features");
            return unleashDelay(m_peer.interval, ++m_failures);
        }
        if (isNew) {
            m_etag = answer->header("ETag").value_or("");
            keepCopy(answer->body);
        }
        m_failures = 0;
        m_lastProblem.clear();
        m_metrics.peer("unleash", isNew ? "changed" : "unchanged");
        return m_peer.interval;
    }
    if (stop.stop_requested())
        return std::nullopt;
    const bool isRefused = answer && (answer->status == 401 || answer->status == 403);
    problem(answer ? "Unleash answered " + std::to_string(answer->status) : answer.error().sentence.text);
    ++m_failures;
    if (isRefused) // asking again would not help; the webhook, or a restart with another token, does
        return std::nullopt;
    return unleashDelay(m_peer.interval, m_failures);
}

void UnleashGate::problem(const std::string& text)
{
    m_metrics.peer("unleash", "failed");
    if (text == m_lastProblem)
        return;
    m_lastProblem = text;
    m_log.write(LogLevel::Warning, "unleash_unavailable", "Unleash does not tell its flags; the last copy holds",
                {{"answer", text}});
}

bool UnleashGate::take(const std::string& body)
{
    const auto state = peerDocument(body);
    if (!state.is_object() || !state.contains("features") || !state["features"].is_array())
        return false;
    auto features = std::make_shared<const UnleashFeatures>(state);
    const std::scoped_lock lock(m_mutex);
    m_features = std::move(features);
    return true;
}

void UnleashGate::readCopy()
{
    QFile file(QString::fromStdString(m_copy));
    if (file.open(QIODevice::ReadOnly) && take(file.readAll().toStdString()))
        m_log.write(LogLevel::Info, "unleash_copy", "Unleash's flags as they were last known", {{"file", m_copy}});
}

void UnleashGate::keepCopy(const std::string& body)
{
    QSaveFile file(QString::fromStdString(m_copy)); // takes the old one's place as a whole
    const bool isKept = file.open(QIODevice::WriteOnly) &&
                        file.write(body.data(), static_cast<qint64>(body.size())) == static_cast<qint64>(body.size()) &&
                        file.commit();
    if (!isKept)
        m_log.write(LogLevel::Warning, "unleash_copy_failed", "Unleash's flags could not be kept",
                    {{"file", m_copy}, {"reason", file.errorString().toStdString()}});
}

void UnleashGate::enrol(const std::stop_token& stop)
{
    OutgoingRequest request = registerRequest(m_peer, m_started);
    request.timeout = kTimeout;
    request.stop = stop;
    const auto answer = askPeer(request);
    m_isEnrolled = answer && answer->status < 300;
}

void UnleashGate::report(const std::stop_token& stop)
{
    std::map<std::string, FlagCounts> counts;
    {
        const std::scoped_lock lock(m_mutex);
        counts.swap(m_counts);
    }
    if (counts.empty())
        return;
    const Timestamp at = now();
    OutgoingRequest request = metricsRequest(m_peer, counts, m_reported, at);
    request.timeout = kTimeout;
    request.stop = stop;
    const auto answer = askPeer(request);
    if (answer && answer->status < 300) {
        m_reported = at;
        return;
    }
    m_log.write(LogLevel::Warning, "unleash_report_failed", "Unleash did not take the counts of its flags",
                {{"reason", answer ? "status " + std::to_string(answer->status) : answer.error().sentence.text}});
    const std::scoped_lock lock(m_mutex); // once more, with those that came since
    for (const auto& [flag, count] : counts) {
        m_counts[flag].yes += count.yes;
        m_counts[flag].no += count.no;
    }
}

} // namespace xp::service
