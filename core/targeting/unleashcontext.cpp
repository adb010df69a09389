// SPDX-License-Identifier: Apache-2.0
#include "core/targeting/unleashcontext.h"

#include "core/targeting/jsvalue.h"

#include <QRandomGenerator>
#include <QString>
#include <QSysInfo>

namespace xp {

UnleashContext::UnleashContext(const nlohmann::json& json)
    : hostName(QSysInfo::machineHostName().toStdString())
    , random([](std::uint32_t n) { return QRandomGenerator::global()->bounded(n) + 1; })
{
    const auto enter = [this](const nlohmann::json& fields) {
        for (const auto& item : fields.items()) {
            if (!item.value().is_null() && !item.value().is_structured())
                m_values.emplace(item.key(), jsText(item.value()));
        }
    };
    if (!json.is_object())
        return;
    enter(json);
    if (const auto properties = json.find("properties"); properties != json.end() && properties->is_object())
        enter(*properties);
}

const std::string* UnleashContext::find(const std::string& name) const
{
    const auto it = m_values.find(name);
    return it == m_values.end() ? nullptr : &it->second;
}

std::string UnleashContext::currentTime() const
{
    const std::string* given = find("currentTime");
    return given ? *given : toIso8601(now());
}

} // namespace xp
