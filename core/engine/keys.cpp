// SPDX-License-Identifier: Apache-2.0
#include "core/engine/keys.h"

#include "core/domain/fieldreader.h"
#include "core/domain/identifiers.h"
#include "core/engine/auditing.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <algorithm>

namespace xp {

namespace {

/// Of a key's random part, shown to recognise it by: 36 bits of 256.
constexpr std::size_t kShownLength = 6;

/// 32 bits a word from the system's generator, as base64url.
template <std::size_t Words>
std::string randomText()
{
    std::array<quint32, Words> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    const QByteArray bytes(reinterpret_cast<const char*>(words.data()), sizeof(words));
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals).toStdString();
}

/// What tells a key's role to whoever finds it.
std::string keyStart(const StoredKey& key)
{
    return "xp_" + key.role + "_";
}

std::optional<Role> parseKeyRole(std::string_view text)
{
    const auto role = kRoles.parse(text);
    return role == Role::Anonymous ? std::nullopt : role;
}

bool equalInConstantTime(std::string_view a, std::string_view b)
{
    if (a.size() != b.size())
        return false;
    unsigned difference = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
    return difference == 0;
}

nlohmann::json timeOrNull(const std::optional<Timestamp>& time)
{
    return time ? nlohmann::json(toIso8601(*time)) : nlohmann::json();
}

/// Empty: every project, every environment.
bool isWithin(const StoredKey& key, const std::string& project, const std::string& environment)
{
    return (project.empty() || project == key.project) && (environment.empty() || environment == key.environment);
}

Failure outsideScope(const StoredKey& key, const Actor& actor)
{
    return fail(ErrorCode::Forbidden, "outside_scope",
                "This token works in project " + actor.project + " and " +
                    (actor.environment.empty() ? "every environment" : "environment " + actor.environment) +
                    " only; the key would be for " + key.project + ", " +
                    (key.environment.empty() ? "every environment" : key.environment));
}

/// Experiments lie in projects and environments that have keys for names: another name would open nothing.
std::optional<std::string> readPlace(FieldReader& fields, std::string_view field, FieldReader::Text rule)
{
    auto place = fields.text(field, rule);
    if (place && !place->empty() && !isKey(*place))
        fields.add(field, "format",
                   "is " + shown(*place) +
                       "; it must be letters, digits, '.', '_' and '-', starting with a letter or digit");
    return place;
}

/// Where nothing is said, a new key is for where its maker works.
Result<StoredKey> readKey(const nlohmann::json& body, const Actor& actor, Timestamp at)
{
    std::vector<FieldError> errors;
    FieldReader fields(body, "", errors);
    fields.require("name");
    fields.require("role");
    fields.refuseUnknown({"name", "role", "project", "environment", "expires_at"});
    StoredKey key{.id = newUuid(), .createdAt = at};
    key.name = fields.text("name", {.most = 200, .form = FieldReader::Form::Name}).value_or("");
    const auto role = fields.choice<Role>("role", parseKeyRole, {"admin", "editor", "viewer", "client"});
    key.role = kRoles.text(role.value_or(Role::Client));
    key.project =
        readPlace(fields, "project", {.most = 100}).value_or(actor.project.empty() ? "default" : actor.project);
    key.environment = readPlace(fields, "environment", {.most = 100, .mayBeEmpty = true}).value_or(actor.environment);
    if (role == Role::Client && key.environment.empty())
        key.environment = "production";
    if (role == Role::Client)
        key.clientKey = "sdk-" + randomText<4>();
    const nlohmann::json* expires = fields.find("expires_at"); // null: never, as it is answered
    if (const auto text = expires && expires->is_null() ? std::nullopt : fields.text("expires_at", {.most = 40})) {
        key.expiresAt = parseIso8601(*text);
        if (!key.expiresAt)
            fields.add("expires_at", "format", "must be a time such as 2027-01-31T12:00:00Z");
        else if (*key.expiresAt <= at)
            fields.add("expires_at", "range", "must lie in the future");
    }
    if (!errors.empty())
        return failInvalid(std::move(errors));
    return key;
}

} // namespace

std::string sha256Hex(std::string_view text)
{
    return QCryptographicHash::hash(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())),
                                    QCryptographicHash::Sha256)
        .toHex()
        .toStdString();
}

Result<MadeKey> createKey(Store& store, const nlohmann::json& body, const Actor& actor)
{
    auto stored = readKey(body, actor, now());
    if (!stored)
        return Failure(std::move(stored.error()));
    if (!isWithin(*stored, actor.project, actor.environment))
        return outsideScope(*stored, actor);
    const std::string start = keyStart(*stored);
    MadeKey made{.stored = std::move(*stored), .key = start + randomText<8>()};
    made.stored.hash = sha256Hex(made.key);
    made.stored.prefix = made.key.substr(0, start.size() + kShownLength);
    auto done = store.transaction([&] {
        return store.keys().insert(made.stored).and_then([&] {
            return store.audit().append(auditOf(actor, "key.create", {}, toJson(made.stored)));
        });
    });
    if (!done)
        return Failure(std::move(done.error()));
    return made;
}

Result<std::vector<StoredKey>> keysIn(Store& store, const std::string& project, const std::string& environment)
{
    return store.keys().all().map([&](std::vector<StoredKey>&& keys) {
        std::erase_if(keys, [&](const StoredKey& key) { return !isWithin(key, project, environment); });
        return std::move(keys);
    });
}

Result<void> revokeKey(Store& store, const std::string& id, const Actor& actor)
{
    return store.transaction([&]() -> Result<void> {
        const auto keys = keysIn(store, actor.project, actor.environment);
        if (!keys)
            return Failure(keys.error());
        const auto key = std::ranges::find(*keys, id, &StoredKey::id);
        if (key == keys->end())
            return fail(ErrorCode::NotFound, "key_not_found", "There is no key '" + id + "'", {{"id", id}});
        if (key->revokedAt)
            return {};
        return store.keys().revoke(id, now()).and_then([&] {
            nlohmann::json changes = toJson(*key);
            for (const char* untold : {"prefix", "created_at", "expires_at", "revoked_at", "client_key"})
                changes.erase(untold);
            return store.audit().append(auditOf(actor, "key.revoke", {}, std::move(changes)));
        });
    });
}

nlohmann::json toJson(const StoredKey& key)
{
    return {{"id", key.id},
            {"name", key.name},
            {"role", key.role},
            {"project", key.project},
            {"environment", key.environment.empty() ? nlohmann::json() : nlohmann::json(key.environment)},
            {"prefix", key.prefix},
            {"created_at", toIso8601(key.createdAt)},
            {"expires_at", timeOrNull(key.expiresAt)},
            {"revoked_at", timeOrNull(key.revokedAt)},
            {"client_key", key.clientKey.empty() ? nlohmann::json() : nlohmann::json(key.clientKey)}};
}

KeyRing::KeyRing(const std::vector<std::string>& adminTokens, const std::vector<StoredKey>& keys)
{
    for (const std::string& token : adminTokens)
        m_entries.push_back({sha256Hex(token), Actor{.name = "admin", .role = Role::Admin}, std::nullopt, {}});
    for (const StoredKey& key : keys) {
        const auto role = kRoles.parse(key.role);
        if (key.revokedAt || !role)
            continue;
        Actor actor{
            .name = key.name, .role = *role, .keyId = key.id, .environment = key.environment, .project = key.project};
        m_entries.push_back({key.hash, std::move(actor), key.expiresAt, key.clientKey});
    }
}

std::optional<Actor> KeyRing::actorOf(std::string_view token, Timestamp at) const
{
    const std::string hash = sha256Hex(token);
    const Entry* found = nullptr;
    for (const Entry& entry : m_entries) {
        if (equalInConstantTime(entry.hash, hash))
            found = &entry;
    }
    if (!found || (found->expiresAt && *found->expiresAt <= at))
        return std::nullopt;
    return found->actor;
}

std::optional<Actor> KeyRing::clientOf(std::string_view clientKey, Timestamp at) const
{
    for (const Entry& entry : m_entries) {
        const bool isValid = !entry.expiresAt || *entry.expiresAt > at;
        if (!clientKey.empty() && entry.clientKey == clientKey && isValid)
            return entry.actor;
    }
    return std::nullopt;
}

} // namespace xp
