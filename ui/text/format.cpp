// SPDX-License-Identifier: Apache-2.0
#include "ui/text/format.h"

#include "core/analysis/wording.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace xp::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Format)
};

const QChar kMinus(0x2212);
const QChar kThinSpace(0x202f);

/// With a real minus sign, which is as wide as the plus.
QString fixed(double value, int digits)
{
    const QLocale locale;
    QString text = locale.toString(std::abs(value), 'f', digits);
    const bool rest = text.contains(QRegularExpression(QStringLiteral("[1-9]")));
    if (value < 0 && rest)
        text.prepend(kMinus);
    return text;
}

QString withSign(double value, int digits)
{
    const QString text = fixed(value, digits);
    return value > 0 && text != fixed(0, digits) ? QString(QLatin1Char('+') + text) : text;
}

/// The pattern differs between languages: `6 %`, `6%`.
QString percentSign(const QString& number)
{
    return Words::tr("%1%2%").arg(number, QString(kThinSpace));
}

QDateTime local(Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(toMicros(time) / 1000);
}

} // namespace

QString none()
{
    return QStringLiteral("–");
}

QString count(std::int64_t value)
{
    return QLocale().toString(qlonglong(value));
}

QString percent(double fraction, int digits)
{
    const double value = fraction * 100;
    if (digits < 0)
        digits = std::abs(value) < 0.1 && value != 0 ? 3 : std::abs(value) < 10 ? 2 : 1;
    return percentSign(fixed(value, digits));
}

QString levelPercent(double fraction)
{
    return percentSign(QString::fromStdString(levelText(fraction)).replace(QLatin1Char('.'), QLocale().decimalPoint()));
}

QString signedPercent(std::optional<double> fraction, int digits)
{
    return fraction ? percentSign(withSign(*fraction * 100, digits)) : none();
}

QString chance(double probability)
{
    constexpr double kNearest = 0.001;
    if (probability > 1 - kNearest)
        return Words::tr("> %1").arg(percent(1 - kNearest, 1));
    return probability < kNearest ? Words::tr("< %1").arg(percent(kNearest, 1)) : percent(probability, 1);
}

QString percentInterval(const Interval& interval)
{
    return percentSign(Words::tr("%1 … %2").arg(withSign(interval[0] * 100, 1), withSign(interval[1] * 100, 1)));
}

QString number(double value)
{
    const double size = std::abs(value);
    return fixed(value, size >= 10'000 || value == 0 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 4);
}

QString pValue(std::optional<double> p)
{
    if (!p)
        return none();
    if (*p < 0.0001)
        return Words::tr("< %1").arg(fixed(0.0001, 4));
    return fixed(*p, *p < 0.01 ? 4 : *p < 0.1 ? 3 : 2);
}

QString pEquation(std::optional<double> p)
{
    return p && *p < 0.0001 ? Words::tr("p %1").arg(pValue(p)) : Words::tr("p = %1").arg(pValue(p));
}

QString pLimit(double p)
{
    return p < 0.0001 ? pEquation(p) : Words::tr("p < %1").arg(pValue(p));
}

QString variantValue(MetricKind kind, const VariantStats& variant)
{
    const std::optional<double>& value = isRate(kind) ? variant.conversionRate : variant.meanValue;
    if (!value)
        return none();
    return isRate(kind) ? percent(*value) : number(*value);
}

QString timeSpan(Duration duration)
{
    using namespace std::chrono;
    const auto minutes = duration_cast<std::chrono::minutes>(duration).count();
    if (minutes < 60)
        return Words::tr("%1 min").arg(std::max<qint64>(minutes, 0));
    if (minutes < 48 * 60)
        return Words::tr("%1 h").arg(minutes / 60);
    return dayCount(minutes / (24 * 60));
}

QString dayCount(std::int64_t days)
{
    return Words::tr("%1 d").arg(count(days));
}

QString ago(Duration age)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(age).count();
    if (seconds < 1)
        return Words::tr("just now");
    if (seconds < 60)
        return Words::tr("%1 s ago").arg(seconds);
    return Words::tr("%1 ago").arg(timeSpan(age));
}

QString date(Timestamp time)
{
    const QDateTime moment = local(time);
    const bool thisYear = moment.date().year() == QDate::currentDate().year();
    return QLocale().toString(moment.date(), thisYear ? Words::tr("d MMM") : Words::tr("d MMM yyyy"));
}

QString dateTime(Timestamp time)
{
    const QDateTime moment = local(time);
    return Words::tr("%1, %2").arg(date(time), QLocale().toString(moment.time(), QLocale::ShortFormat));
}

QString dateTimeToSecond(Timestamp time)
{
    const QString format =
        QLocale().timeFormat(QLocale::ShortFormat).replace(QLatin1String("mm"), QLatin1String("mm:ss"));
    return Words::tr("%1, %2").arg(date(time), QLocale().toString(local(time).time(), format));
}

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

} // namespace xp::ui
