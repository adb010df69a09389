// SPDX-License-Identifier: Apache-2.0
#include "core/domain/pseudonyms.h"

#include <QMessageAuthenticationCode>
#include <nlohmann/json.hpp>

namespace xp {

namespace {

QByteArray bytes(std::string_view text)
{
    return QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size()));
}

QByteArray authenticated(const std::string& key, std::string_view text)
{
    return QMessageAuthenticationCode::hash(bytes(text), bytes(key), QCryptographicHash::Sha256);
}

/// Numbers are ids too: 42 is the user "42".
bool isId(const nlohmann::json& value, std::string_view id)
{
    if (value.is_string())
        return value.get_ref<const std::string&>() == id;
    return value.is_number() && value.dump() == id;
}

void replace(nlohmann::json& value, std::string_view id, const std::string& pseudonym)
{
    if (isId(value, id)) {
        value = pseudonym;
        return;
    }
    if (value.is_structured()) {
        for (nlohmann::json& part : value)
            replace(part, id, pseudonym);
    }
}

} // namespace

std::string Pseudonyms::of(std::string_view id) const
{
    return isOn() ? authenticated(m_key, id).toHex().toStdString() : std::string(id);
}

std::string Pseudonyms::in(std::string_view id, std::string json) const
{
    if (!isOn() || json.empty())
        return json;
    nlohmann::json value = nlohmann::json::parse(json, nullptr, false);
    if (value.is_discarded())
        return json;
    replace(value, id, of(id));
    return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::int64_t Pseudonyms::fingerprint() const
{
    if (!isOn())
        return 0;
    // No user's id is empty, so that this is nobody's pseudonym.
    const QByteArray digest = authenticated(m_key, {});
    std::int64_t first = 0;
    for (int i = 0; i < 7; ++i) // 56 bits: whole in any tool, and never negative
        first = first * 256 + static_cast<unsigned char>(digest[i]);
    return first + 1;
}

} // namespace xp
