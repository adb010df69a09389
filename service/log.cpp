// SPDX-License-Identifier: Apache-2.0
#include "service/log.h"

#include "core/domain/enumtext.h"
#include "core/domain/timestamp.h"

#include <QString>
#include <cstdio>

namespace xp::service {

namespace {

constexpr EnumText kLevels{std::array{EnumName{LogLevel::Debug, "debug"}, EnumName{LogLevel::Info, "info"},
                                      EnumName{LogLevel::Warning, "warning"}, EnumName{LogLevel::Error, "error"}}};

std::string printed(const nlohmann::json& json)
{
    return json.dump(-1, ' ', /*ensure_ascii=*/true, nlohmann::json::error_handler_t::replace);
}

/// What peers and databases answered stands in texts as it came: it must not begin a line of its own, nor tell a
/// terminal to do something or to show what follows from right to left. Bytes that are no UTF-8 become U+FFFD, as C1
/// controls could stand among them.
std::string withoutControls(std::string_view line)
{
    QString text = QString::fromUtf8(line.data(), static_cast<qsizetype>(line.size()));
    for (QChar& c : text) {
        const QChar::Category category = c.category();
        if (category == QChar::Other_Control || category == QChar::Other_Format || category == QChar::Separator_Line ||
            category == QChar::Separator_Paragraph)
            c = QLatin1Char(' ');
    }
    return text.toStdString();
}

} // namespace

std::string Log::line(LogLevel level, std::string_view event, std::string_view text, const nlohmann::json& fields) const
{
    const std::string time = toIso8601(now());
    if (m_format == LogFormat::Json) {
        nlohmann::ordered_json json{
            {"time", time}, {"level", kLevels.text(level)}, {"event", event}, {"message", text}};
        for (const auto& field : fields.items())
            json[field.key()] = field.value();
        return json.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace) + "\n";
    }
    std::string out = time + " " + std::string(kLevels.text(level)) + " " + std::string(text);
    for (const auto& field : fields.items())
        out += " " + field.key() + "=" + printed(field.value());
    return withoutControls(out) + "\n";
}

void Log::write(LogLevel level, std::string_view event, std::string_view text, const nlohmann::json& fields)
{
    if (!writes(level))
        return;
    const std::string out = line(level, event, text, fields);
    const std::scoped_lock lock(m_mutex);
    std::fwrite(out.data(), 1, out.size(), stderr);
}

OnFault faultsTo(Log& log, std::string where)
{
    return [&log, where = std::move(where)](const std::string& what) {
        log.write(LogLevel::Error, "fault", "Something went wrong that nobody foresaw; the work at hand was given up",
                  {{"where", where}, {"detail", what}});
    };
}

void Log::announce(std::string_view event, std::string_view text, const nlohmann::json& fields)
{
    const std::string out = line(LogLevel::Info, event, text, fields);
    const std::scoped_lock lock(m_mutex);
    std::fwrite(out.data(), 1, out.size(), stdout);
    std::fflush(stdout);
}

} // namespace xp::service
