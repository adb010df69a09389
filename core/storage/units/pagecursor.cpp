// SPDX-License-Identifier: Apache-2.0
#include "core/storage/units/pagecursor.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <limits>
#include <optional>

namespace xp {

namespace {

constexpr qsizetype kChecksumBytes = 6;
constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

/// Against mistakes, not against forgery: a cursor gives no right to anything.
QByteArray checksum(std::string_view scope, const QByteArray& payload)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray(scope.data(), static_cast<qsizetype>(scope.size())));
    hash.addData(QByteArray(1, '\0'));
    hash.addData(payload);
    return hash.result().left(kChecksumBytes);
}

/// What the cursor holds, when its checksum is right; nothing: it is none of `scope`.
std::optional<nlohmann::json> payloadOf(std::string_view scope, std::string_view cursor)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(QByteArray(cursor.data(), static_cast<qsizetype>(cursor.size())),
                                       kBase64 | QByteArray::AbortOnBase64DecodingErrors);
    const QByteArray payload = decoded ? (*decoded).mid(kChecksumBytes) : QByteArray();
    if (!decoded || (*decoded).left(kChecksumBytes) != checksum(scope, payload))
        return std::nullopt;
    return nlohmann::json::parse(payload.toStdString(), nullptr, false);
}

bool read(const nlohmann::json& part, std::string& into)
{
    if (!part.is_string())
        return false;
    into = part.get<std::string>();
    return true;
}

bool read(const nlohmann::json& part, std::int64_t& into)
{
    // Beyond the range the conversion would wrap around to some other position.
    constexpr std::uint64_t kMost = std::numeric_limits<std::int64_t>::max();
    if (!part.is_number_integer() || (part.is_number_unsigned() && part.get<std::uint64_t>() > kMost))
        return false;
    into = part.get<std::int64_t>();
    return true;
}

template <typename... Parts>
Result<std::tuple<Parts...>> positionIn(const std::optional<nlohmann::json>& payload)
{
    if (!payload || !payload->is_array() || payload->size() != sizeof...(Parts))
        return Failure(badCursor());
    std::tuple<Parts...> position;
    const auto readAll = [&](auto&... parts) {
        std::size_t at = 0;
        return (read((*payload)[at++], parts) && ...);
    };
    if (!std::apply(readAll, position))
        return Failure(badCursor());
    return position;
}

} // namespace

std::string pageScope(std::string_view list, std::string_view experimentId)
{
    return std::string(list) + " " + std::string(experimentId);
}

std::string encodeCursor(std::string_view scope, const nlohmann::json& position)
{
    const QByteArray payload = QByteArray::fromStdString(position.dump());
    return checksum(scope, payload).append(payload).toBase64(kBase64).toStdString();
}

template <>
Result<AssignmentPosition> decodeCursor(std::string_view scope, std::string_view cursor)
{
    return positionIn<std::string>(payloadOf(scope, cursor));
}

template <>
Result<EventPosition> decodeCursor(std::string_view scope, std::string_view cursor)
{
    return positionIn<std::int64_t, std::string, std::int64_t>(payloadOf(scope, cursor));
}

Error badCursor()
{
    const std::string text = "The cursor was not made by this list; start without one";
    return {ErrorCode::Invalid, {"bad_cursor", nlohmann::json::object(), text}, {{"cursor", "format", text}}};
}

} // namespace xp
