// SPDX-License-Identifier: Apache-2.0
#include "service/peers/signin.h"

#include "core/integrations/outgoing.h"
#include "core/integrations/peerjson.h"

#include <algorithm>

namespace xp::service {

namespace {

using nlohmann::json;

constexpr auto kReadEvery = std::chrono::minutes(5);
constexpr auto kAskAgain = std::chrono::seconds(10);
constexpr auto kUsedFor = std::chrono::hours(24);
constexpr auto kTimeout = std::chrono::seconds(10);
constexpr std::size_t kLargestDocument = 256 * 1024;
constexpr std::size_t kLongestName = 100;
constexpr std::size_t kLongestUrl = 2000;

Result<json> documentAt(const std::string& url, const std::stop_token& stop)
{
    const auto answer = askPeer({.url = url,
                                 .headers = {{"Accept", "application/json"}},
                                 .timeout = kTimeout,
                                 .mostBytes = kLargestDocument,
                                 .stop = stop});
    if (!answer)
        return Failure(answer.error());
    json document = answer->status == 200 ? peerDocument(answer->body) : json();
    if (!document.is_object())
        return fail(ErrorCode::Unavailable, "issuer_answer",
                    "The issuer answered " + std::to_string(answer->status) + " and no JSON object at " + url);
    return document;
}

/// A literal name first: claims may be named like URLs. Else along the dots.
const json* claimAt(const json& claims, const std::string& path)
{
    if (const auto it = claims.find(path); it != claims.end())
        return &*it;
    const json* at = &claims;
    for (std::size_t from = 0; from <= path.size();) {
        const std::size_t dot = std::min(path.find('.', from), path.size());
        if (!at->is_object())
            return nullptr;
        const auto it = at->find(path.substr(from, dot - from));
        if (it == at->end())
            return nullptr;
        at = &*it;
        from = dot + 1;
    }
    return at;
}

/// A list of words, or one text with blanks between them.
std::vector<std::string> wordsOf(const json& claim)
{
    std::vector<std::string> words;
    if (claim.is_array()) {
        for (const json& word : claim) {
            if (word.is_string())
                words.push_back(word);
        }
    } else if (claim.is_string()) {
        std::string word;
        for (const char c : claim.get<std::string>() + " ") {
            if (c != ' ')
                word += c;
            else if (!word.empty())
                words.push_back(std::exchange(word, {}));
        }
    }
    return words;
}

/// At most so many bytes, and no part of a character.
std::string upToCharacter(std::string text, std::size_t bytes)
{
    if (text.size() <= bytes)
        return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80)
        --bytes;
    text.resize(bytes);
    return text;
}

std::string textOf(const json& claims, const char* name)
{
    std::string text = peerText(claims, name);
    std::erase_if(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
    return upToCharacter(std::move(text), kLongestName);
}

/// Where the issuer lists its keys, as its document tells.
Result<std::string> placeOfKeys(const json& about, const std::string& issuer)
{
    std::string place = peerText(about, "jwks_uri");
    const auto wrong = [](const std::string& what) {
        return fail(ErrorCode::Unavailable, "issuer_keys", "The issuer's jwks_uri " + what);
    };
    if (place.size() > kLongestUrl)
        return wrong("has " + std::to_string(place.size()) + " bytes; at most " + std::to_string(kLongestUrl) +
                     " are taken");
    // What is signed for over TLS is not asked for without it.
    if (!place.starts_with("https://") && issuer.starts_with("https://"))
        return wrong("must start with https://");
    return place;
}

} // namespace

Result<Actor> actorOfClaims(const json& claims, const OpenIdOptions& options)
{
    Actor actor;
    actor.role = Role::Anonymous;
    const json* claim = claimAt(claims, options.rolesClaim);
    for (const std::string& word : claim ? wordsOf(*claim) : std::vector<std::string>()) {
        if (const auto it = options.roles.find(word); it != options.roles.end())
            actor.role = std::max(actor.role, it->second);
    }
    if (actor.role == Role::Anonymous)
        return fail(ErrorCode::Forbidden, "role_missing",
                    "The issuer gives you no role here: none of those in the claim " + options.rolesClaim +
                        " is known");
    // The subject is what stays the same; the prefix tells people from keys, whatever they call themselves.
    const std::string subject = textOf(claims, "sub");
    std::string name = textOf(claims, "email");
    if (name.empty())
        name = textOf(claims, "preferred_username");
    actor.subject = options.issuer + '\n' + claims.value("sub", json()).dump();
    actor.name = "oidc:" + (name.empty() || name == subject ? subject : name + " (" + subject + ")");
    return actor;
}

SignIn::SignIn(OpenIdOptions options, Metrics& metrics, Log& log)
    : m_options(std::move(options))
    , m_metrics(metrics)
    , m_log(log)
    , m_thread([this](const std::stop_token& stop) { run(stop); })
{
}

SignIn::~SignIn()
{
    stop();
}

void SignIn::stop()
{
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

Result<Actor> SignIn::actorOf(std::string_view token, Timestamp at)
{
    const auto known = keys();
    if (!known)
        return Failure(known.error());
    const auto claims = verifiedClaims(token, **known, {m_options.issuer, m_options.audience}, at);
    if (claims)
        return actorOfClaims(*claims, m_options);
    if (claims.error().sentence.code == kKeyUnknown && askForNewKeys())
        return fail(ErrorCode::Unavailable, "issuer_keys", "The issuer's keys are being read anew; try again");
    return Failure(claims.error());
}

Result<std::shared_ptr<const SignIn::Keys>> SignIn::keys()
{
    const std::scoped_lock lock(m_mutex);
    if (!m_keys || Clock::now() - m_readAt > kUsedFor)
        return fail(ErrorCode::Unavailable, "issuer_unavailable",
                    "The issuer of sign-in tokens cannot be reached, so none can be checked; try again later");
    return m_keys;
}

/// Whether they are being read, so that asking again is worth it.
bool SignIn::askForNewKeys()
{
    const std::scoped_lock lock(m_mutex);
    if (!m_isAsked && Clock::now() - m_askedAt >= kAskAgain) {
        m_isAsked = true;
        m_wake.notify_one();
    }
    return m_isAsked;
}

void SignIn::run(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    for (auto pause = std::chrono::seconds(0); !stop.stop_requested();) {
        m_wake.wait_for(lock, stop, pause, [this] { return m_isAsked; });
        if (stop.stop_requested())
            return;
        m_isAsked = true;
        lock.unlock();
        auto read = resultOf(faultsTo(m_log, "sign-in"), [&] { return this->read(stop); });
        m_metrics.peer("oidc", read ? "read" : "not_answered");
        if (!read && !stop.stop_requested())
            m_log.write(LogLevel::Warning, "issuer_unavailable", read.error().sentence.text,
                        {{"issuer", m_options.issuer}});
        lock.lock();
        m_isAsked = false;
        m_askedAt = Clock::now();
        if (read) {
            m_keys = std::make_shared<const Keys>(std::move(*read));
            m_readAt = m_askedAt;
        }
        pause = read ? kReadEvery : kAskAgain;
    }
}

Result<SignIn::Keys> SignIn::read(const std::stop_token& stop) const
{
    std::string issuer = m_options.issuer;
    while (issuer.ends_with('/'))
        issuer.pop_back();
    const auto about = documentAt(issuer + "/.well-known/openid-configuration", stop);
    if (!about)
        return Failure(about.error());
    if (about->value("issuer", json()) != m_options.issuer)
        return fail(ErrorCode::Unavailable, "issuer_other", "The issuer calls itself by another name than OIDC_ISSUER");
    return placeOfKeys(*about, m_options.issuer)
        .and_then([&](const std::string& place) { return documentAt(place, stop); })
        .and_then(verificationKeysOf);
}

} // namespace xp::service
