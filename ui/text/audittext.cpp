// SPDX-License-Identifier: Apache-2.0
#include "ui/text/audittext.h"

#include "core/domain/experiment.h"
#include "core/domain/timestamp.h"
#include "ui/text/format.h"
#include "ui/text/methodtext.h"
#include "ui/text/verdict.h"

#include <QCoreApplication>
#include <QStringList>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace xp::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Audit)
};

struct Worded
{
    const char* code;
    const char* words;
};

constexpr std::array kActions{
    Worded{"experiment.create", QT_TRANSLATE_NOOP("Audit", "Created")},
    Worded{"experiment.update", QT_TRANSLATE_NOOP("Audit", "Changed")},
    Worded{"experiment.delete", QT_TRANSLATE_NOOP("Audit", "Deleted")},
    Worded{"experiment.start", QT_TRANSLATE_NOOP("Audit", "Started")},
    Worded{"experiment.pause", QT_TRANSLATE_NOOP("Audit", "Paused")},
    Worded{"experiment.resume", QT_TRANSLATE_NOOP("Audit", "Resumed")},
    Worded{"experiment.stop", QT_TRANSLATE_NOOP("Audit", "Stopped")},
    Worded{"experiment.archive", QT_TRANSLATE_NOOP("Audit", "Archived")},
    Worded{"experiment.look", QT_TRANSLATE_NOOP("Audit", "Looked early")},
    Worded{"experiment.import", QT_TRANSLATE_NOOP("Audit", "Imported")},
    Worded{"experiment.migrate", QT_TRANSLATE_NOOP("Audit", "Taken over")},
    Worded{"experiment.evaluated_locally", QT_TRANSLATE_NOOP("Audit", "Evaluated in an application")},
    Worded{"note.delete", QT_TRANSLATE_NOOP("Audit", "Note deleted")},
};

constexpr std::array kFields{
    Worded{"name", QT_TRANSLATE_NOOP("Audit", "Name")},
    Worded{"key", QT_TRANSLATE_NOOP("Audit", "Key")},
    Worded{"description", QT_TRANSLATE_NOOP("Audit", "Description")},
    Worded{"hypothesis", QT_TRANSLATE_NOOP("Audit", "Hypothesis")},
    Worded{"owner", QT_TRANSLATE_NOOP("Audit", "Owner")},
    Worded{"tags", QT_TRANSLATE_NOOP("Audit", "Tags")},
    Worded{"status", QT_TRANSLATE_NOOP("Audit", "Status")},
    Worded{"variants", QT_TRANSLATE_NOOP("Audit", "Variants")},
    Worded{"metrics", QT_TRANSLATE_NOOP("Audit", "Metrics")},
    Worded{"traffic_allocation", QT_TRANSLATE_NOOP("Audit", "Traffic")},
    Worded{"target_sample_size", QT_TRANSLATE_NOOP("Audit", "Units per variant")},
    Worded{"significance_level", QT_TRANSLATE_NOOP("Audit", "Level")},
    Worded{"plan", QT_TRANSLATE_NOOP("Audit", "Plan")},
    Worded{"method", QT_TRANSLATE_NOOP("Audit", "Method")},
    Worded{"level", QT_TRANSLATE_NOOP("Audit", "Level")},
    Worded{"power", QT_TRANSLATE_NOOP("Audit", "Power")},
    Worded{"smallest_effect", QT_TRANSLATE_NOOP("Audit", "Smallest effect")},
    Worded{"units_per_variant", QT_TRANSLATE_NOOP("Audit", "Units per variant")},
    Worded{"duration_days", QT_TRANSLATE_NOOP("Audit", "Days")},
    Worded{"looks", QT_TRANSLATE_NOOP("Audit", "Looks")},
    Worded{"plan_fingerprint", QT_TRANSLATE_NOOP("Audit", "Fingerprint")},
    Worded{"targeting", QT_TRANSLATE_NOOP("Audit", "Targeting")},
    Worded{"segments", QT_TRANSLATE_NOOP("Audit", "Segments")},
    Worded{"schedule", QT_TRANSLATE_NOOP("Audit", "Schedule")},
    Worded{"units", QT_TRANSLATE_NOOP("Audit", "Units")},
    Worded{"planned", QT_TRANSLATE_NOOP("Audit", "Planned")},
    Worded{"note", QT_TRANSLATE_NOOP("Audit", "Note")},
};

/// What the action or another field tells already, or people do not choose.
constexpr std::array<std::string_view, 9> kFollowing{
    "epochs", "frozen_plan", "started_at", "stopped_at", "at", "peak_traffic", "salt", "evaluated_locally", "replaced"};

/// What tells a thing that was made or deleted from others.
constexpr std::array<std::string_view, 6> kTelling{"variants", "metrics", "units", "planned", "seed_id", "note"};

template <std::size_t N>
QString wordsOf(const std::array<Worded, N>& table, const std::string& code)
{
    const auto it = std::ranges::find(table, code, [](const Worded& one) { return std::string(one.code); });
    return it == table.end() ? QString() : Words::tr(it->words);
}

QString fieldName(const std::string& field)
{
    const QString known = wordsOf(kFields, field);
    return known.isEmpty() ? text(field).replace(u'_', u' ') : known;
}

bool isShare(const std::string& field)
{
    return field == "traffic_allocation" || field == "significance_level" || field == "level" || field == "power" ||
           field == "smallest_effect";
}

/// As short as it is exact: 20 %, 12.5 %.
QString shareText(double share)
{
    const double value = share * 100;
    return percent(share, std::abs(value - std::round(value)) < 1e-9 ? 0 : -1);
}

QString shortened(const QString& words)
{
    constexpr qsizetype kLongest = 48;
    return words.size() > kLongest ? QString(words.left(kLongest - 1) + QChar(0x2026)) : words;
}

/// A variant or a metric by its name, a variant with its share.
QString memberText(const nlohmann::json& member)
{
    if (member.is_string())
        return text(member.get<std::string>());
    if (!member.is_object() || !member.contains("name") || !member["name"].is_string())
        return text(member.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    const QString name = text(member["name"].get<std::string>());
    const auto share = member.find("allocation");
    const bool hasShare = share != member.end() && share->is_number();
    return hasShare ? QStringLiteral("%1 %2").arg(name, shareText(share->get<double>())) : name;
}

QString valueText(const std::string& field, const nlohmann::json& value)
{
    if (value.is_null() || (value.is_string() && value.get_ref<const std::string&>().empty()))
        return none();
    if (value.is_boolean())
        return value.get<bool>() ? Words::tr("yes") : Words::tr("no");
    if (value.is_number())
        return isShare(field) ? shareText(value.get<double>()) : number(value.get<double>());
    if (value.is_array()) {
        QStringList members;
        for (const nlohmann::json& member : value)
            members << memberText(member);
        return members.isEmpty() ? none() : shortened(members.join(QStringLiteral(", ")));
    }
    if (value.is_object()) {
        const auto said = value.find("text"); // of a note
        return said != value.end() && said->is_string() ? shortened(text(said->get<std::string>())) : Words::tr("set");
    }
    const auto& written = value.get_ref<const std::string&>();
    if (const auto status = parseStatus(written); field == "status" && status)
        return statusWord(*status);
    if (const auto method = parseMethod(written); field == "method" && method)
        return methodName(*method);
    if (const auto time = parseIso8601(written))
        return dateTime(*time);
    constexpr qsizetype kEnough = 12; // of a fingerprint, to be compared by eye
    return field == "plan_fingerprint" ? text(written).left(kEnough) : shortened(text(written));
}

bool isChange(const nlohmann::json& entry)
{
    return entry.is_object() && entry.contains("from") && entry.contains("to");
}

/// `Traffic 20 % → 50 %`; where there was nothing before, what is there now.
void addChange(QStringList& parts, const std::string& field, const nlohmann::json& from, const nlohmann::json& to)
{
    if (from.is_object() && to.is_object()) { // a plan: what differs in it
        for (const auto& item : to.items()) {
            const nlohmann::json before = from.value(item.key(), nlohmann::json());
            if (before != item.value())
                addChange(parts, item.key(), before, item.value());
        }
        return;
    }
    const QString was = valueText(field, from);
    const QString is = valueText(field, to);
    const bool tellsBoth = !from.is_null() && was != is;
    parts << (tellsBoth ? QStringLiteral("%1 %2 → %3").arg(fieldName(field), was, is)
                        : QStringLiteral("%1 %2").arg(fieldName(field), is));
}

} // namespace

QString auditAction(const std::string& action)
{
    const QString known = wordsOf(kActions, action);
    return known.isEmpty() ? text(action) : known;
}

QString auditChanges(const nlohmann::json& changes)
{
    QStringList parts;
    if (!changes.is_object())
        return {};
    for (const auto& item : changes.items()) {
        const std::string& field = item.key();
        if (isChange(item.value())) {
            if (std::ranges::find(kFollowing, field) == kFollowing.end())
                addChange(parts, field, item.value()["from"], item.value()["to"]);
        } else if (std::ranges::find(kTelling, field) != kTelling.end() && !item.value().is_null()) {
            parts << QStringLiteral("%1 %2").arg(fieldName(field), valueText(field, item.value()));
        }
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace xp::ui
