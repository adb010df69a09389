// SPDX-License-Identifier: Apache-2.0
#include "ui/text/sentencearguments.h"

#include "core/analysis/wording.h"
#include "core/domain/sentencecodec.h"
#include "ui/text/sentencetext.h"

#include <QLocale>
#include <QStringList>

#include <cmath>

namespace xp::ui {

namespace {

const nlohmann::json kNull;

} // namespace

QString localNumber(const std::string& text)
{
    const QLocale locale;
    QString result;
    for (const QChar c : QString::fromStdString(text)) {
        if (c == QLatin1Char(','))
            result += locale.groupSeparator();
        else if (c == QLatin1Char('.'))
            result += locale.decimalPoint();
        else
            result += c;
    }
    return result;
}

QString quotedName(const std::string& name)
{
    //: the name of a variant, in quotation marks
    return SentenceArguments::tr("'%1'").arg(QString::fromStdString(name));
}

const nlohmann::json& SentenceArguments::at(const char* field) const
{
    const auto it = m_json.is_object() ? m_json.find(field) : m_json.end();
    if (!m_json.is_object() || it == m_json.end() || it->is_null()) {
        fail();
        return kNull;
    }
    return *it;
}

bool SentenceArguments::has(const char* field) const
{
    return m_json.is_object() && m_json.contains(field) && !m_json[field].is_null();
}

QString SentenceArguments::name(const char* field) const
{
    const nlohmann::json& value = at(field);
    if (!value.is_string())
        fail();
    return value.is_string() ? QString::fromStdString(value.get<std::string>()) : QString();
}

QString SentenceArguments::quoted(const char* field) const
{
    return quotedName(name(field).toStdString());
}

double SentenceArguments::real(const char* field) const
{
    const nlohmann::json& value = at(field);
    if (!value.is_number())
        fail();
    return value.is_number() ? value.get<double>() : 0;
}

std::int64_t SentenceArguments::integer(const char* field) const
{
    return std::llround(real(field));
}

bool SentenceArguments::flag(const char* field) const
{
    const nlohmann::json& value = at(field);
    if (!value.is_boolean())
        fail();
    return value.is_boolean() && value.get<bool>();
}

QString SentenceArguments::count(const char* field) const
{
    return localNumber(countText(integer(field)));
}

QString SentenceArguments::units(const char* field) const
{
    return integer(field) == 1 ? tr("1 unit") : tr("%1 units").arg(count(field));
}

QString SentenceArguments::percent(const char* field) const
{
    return localNumber(percentText(real(field)));
}

QString SentenceArguments::signedPercent(const char* field) const
{
    return localNumber(signedPercentText(real(field)));
}

QString SentenceArguments::number(const char* field) const
{
    return localNumber(numberText(real(field)));
}

QString SentenceArguments::plain(const char* field) const
{
    return localNumber(plainText(real(field)));
}

QString SentenceArguments::pEquation(const char* field) const
{
    return localNumber(pEquationText(real(field)));
}

QString SentenceArguments::effect(const char* field) const
{
    const SentenceArguments nested(at(field));
    const QString words = nested.effect();
    if (!nested.isComplete())
        fail();
    return words;
}

QString SentenceArguments::effect() const
{
    const QString metric = name("metric");
    if (!has("estimate") || !has("control_value") || !has("treatment_value"))
        return tr("%1 cannot be estimated yet").arg(metric);
    const bool rate = flag("is_rate");
    const bool relative = has("lift");
    const auto value = [&](const char* field) { return rate ? percent(field) : number(field); };
    const QString change = relative ? signedPercent("lift")
                                    : tr("a difference of %1").arg(localNumber(signedNumberText(real("estimate"))));
    //: purchase is 5.5 % against 5 %, +10 %
    QString words = tr("%1 is %2 against %3, %4").arg(metric, value("treatment_value"), value("control_value"), change);
    const char* interval = relative ? "lift_interval" : "interval";
    if (!has(interval) || !at(interval).is_array() || at(interval).size() != 2)
        return words;
    const auto end = [&](std::size_t i) {
        const nlohmann::json& number = at(interval)[i];
        if (!number.is_number())
            return QString();
        return localNumber(relative ? signedPercentText(number.get<double>()) : signedNumberText(number.get<double>()));
    };
    const QString level = localNumber(levelText(real("level")));
    if (!end(0).isEmpty() && !end(1).isEmpty())
        words += tr(" (%1 % interval %2 to %3)").arg(level, end(0), end(1));
    else if (!end(0).isEmpty())
        words += tr(" (%1 % interval from %2 up)").arg(level, end(0));
    else if (!end(1).isEmpty())
        words += tr(" (%1 % interval up to %2)").arg(level, end(1));
    return words;
}

QString SentenceArguments::split() const
{
    QStringList parts;
    const nlohmann::json& variants = at("variants");
    for (const nlohmann::json& variant : variants.is_array() ? variants : nlohmann::json::array()) {
        const SentenceArguments one(variant);
        parts
            << tr("%1 has %2 of %3 expected").arg(one.quoted("variant"), one.count("observed"), one.count("expected"));
        if (!one.isComplete())
            fail();
    }
    return parts.join(QStringLiteral(", "));
}

QString SentenceArguments::ofPlanned() const
{
    return tr("only %1 of the planned %2 units per variant").arg(count("units"), count("planned"));
}

QString SentenceArguments::sentence(const char* field) const
{
    const auto nested = sentenceFromJson(at(field));
    if (!nested) {
        fail();
        return {};
    }
    return renderedSentence(*nested).value_or(QString::fromStdString(nested->text));
}

} // namespace xp::ui
