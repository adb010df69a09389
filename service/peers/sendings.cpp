// SPDX-License-Identifier: Apache-2.0
#include "service/peers/sendings.h"

#include "core/engine/webhooks.h"

#include <memory>
#include <system_error>

namespace xp::service {

namespace {

constexpr std::size_t kMostKnown = 10'000; ///< silent ones, those that were removed since among them

/// Grafana and Unleash have no project, and share none with the webhooks that hear of all.
const std::string& ownerOf(const Webhook& webhook)
{
    return webhook.id == kGrafanaWebhook || webhook.id == kUnleashWebhook ? webhook.id : webhook.project;
}

} // namespace

Sendings::~Sendings()
{
    giveUp();
}

bool Sendings::mayBegin(const Webhook& webhook) const
{
    if (m_places.size() >= kMost || m_places.contains(webhook.id))
        return false;
    std::size_t ofOwner = 0;
    std::size_t silent = 0;
    for (const auto& [id, place] : m_places) {
        ofOwner += place.owner == ownerOf(webhook) ? 1 : 0;
        silent += m_silent.contains(id) ? 1 : 0;
    }
    return ofOwner < kMostOfProject && (silent < kMostSilent || !m_silent.contains(webhook.id));
}

void Sendings::begin(Sending sending, Ask ask)
{
    const auto mine = std::make_shared<Sending>(std::move(sending));
    Place& place = m_places[mine->webhook.id];
    place.owner = ownerOf(mine->webhook);
    // An exception here would end the service; one message that waits for its next time does not.
    try {
        place.thread = std::jthread([this, mine, ask = std::move(ask)](const std::stop_token& stop) {
            mine->answer = resultOf(m_onFault, [&] { return ask(stop); });
            end(*mine);
        });
    } catch (const std::system_error& error) { // the system gives no more threads
        mine->answer = fail(ErrorCode::Unavailable, "no_thread", error.what());
        end(*mine);
    }
}

void Sendings::await(const std::stop_token& stop, std::chrono::milliseconds longest)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, stop, longest, [this] { return !m_ended.empty(); });
}

std::vector<Sending> Sendings::ended()
{
    std::vector<Sending> ended;
    {
        const std::scoped_lock lock(m_mutex);
        ended.swap(m_ended);
    }
    for (const Sending& sending : ended) {
        m_places.erase(sending.webhook.id); // its thread is at its end
        if (sending.answer || sending.answer.error().code != ErrorCode::Unavailable) {
            m_silent.erase(sending.webhook.id);
            continue;
        }
        if (m_silent.size() >= kMostKnown)
            m_silent.clear();
        m_silent.insert(sending.webhook.id);
    }
    return ended;
}

std::vector<Sending> Sendings::giveUp()
{
    for (auto& [id, place] : m_places)
        place.thread.request_stop();
    m_places.clear(); // waits for each
    return ended();
}

void Sendings::end(Sending& sending)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ended.push_back(std::move(sending));
    }
    m_wake.notify_one();
}

} // namespace xp::service
