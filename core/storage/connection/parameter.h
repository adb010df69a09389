// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/timestamp.h"

#include <QString>
#include <QVariant>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace xp {

/// Never null, as an empty QString could be: the driver would make NULL of it. A first U+FEFF stays, which Qt drops.
inline QString toQString(std::string_view text)
{
    if (text.empty())
        return QLatin1String("");
    const QString decoded = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    return text.starts_with("\xEF\xBB\xBF") ? QChar(QChar::ByteOrderMark) + decoded : decoded;
}

// A value as the driver binds it.
inline QVariant param(std::string_view text)
{
    return toQString(text);
}
inline QVariant param(const char* text)
{
    return param(std::string_view(text));
}
inline QVariant param(const std::string& text)
{
    return param(std::string_view(text));
}
inline QVariant param(std::int64_t number)
{
    return QVariant::fromValue<qlonglong>(number);
}
inline QVariant param(std::int32_t number)
{
    return number;
}
inline QVariant param(double number)
{
    return number;
}
inline QVariant param(Timestamp time)
{
    return param(toMicros(time));
}
inline QVariant param(const std::optional<Timestamp>& time)
{
    return time ? param(*time) : QVariant(QMetaType::fromType<qlonglong>());
}

} // namespace xp
