// SPDX-License-Identifier: Apache-2.0
#include "core/storage/pagecursor.h"

#include <QByteArray>
#include <QCryptographicHash>

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

Result<nlohmann::json> decodeCursor(std::string_view scope, std::string_view cursor)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(QByteArray(cursor.data(), static_cast<qsizetype>(cursor.size())),
                                       kBase64 | QByteArray::AbortOnBase64DecodingErrors);
    const QByteArray payload = decoded ? (*decoded).mid(kChecksumBytes) : QByteArray();
    if (!decoded || (*decoded).left(kChecksumBytes) != checksum(scope, payload))
        return Failure(badCursor());
    return nlohmann::json::parse(payload.toStdString(), nullptr, false);
}

Error badCursor()
{
    const std::string text = "The cursor was not made by this list; start without one";
    return {ErrorCode::Invalid, {"bad_cursor", nlohmann::json::object(), text}, {{"cursor", "format", text}}};
}

} // namespace xp
