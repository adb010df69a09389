// SPDX-License-Identifier: Apache-2.0
#include "ui/text/methodtext.h"

#include "ui/text/format.h"

#include <QCoreApplication>

namespace xp::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Methods)
};

} // namespace

QString methodName(Method method)
{
    switch (method) {
    case Method::Fixed:
        return Words::tr("one look");
    case Method::GroupSequential:
        return Words::tr("group sequential");
    case Method::AlwaysValid:
        return Words::tr("always valid");
    case Method::Bayesian:
        return Words::tr("Bayesian");
    }
    return {};
}

QString correctionName(CorrectionMethod correction)
{
    switch (correction) {
    case CorrectionMethod::None:
        return Words::tr("none");
    case CorrectionMethod::Bonferroni:
        return QStringLiteral("Bonferroni");
    case CorrectionMethod::Holm:
        return QStringLiteral("Holm");
    case CorrectionMethod::BenjaminiHochberg:
        return QStringLiteral("Benjamini-Hochberg");
    }
    return {};
}

QString wordText(Word word)
{
    switch (word) {
    case Word::Unusable:
        return Words::tr("no verdict");
    case Word::TooEarly:
        return Words::tr("too early");
    case Word::Waiting:
        return Words::tr("waiting");
    case Word::Undecided:
        return Words::tr("undecided");
    case Word::Better:
        return Words::tr("better");
    case Word::Worse:
        return Words::tr("worse");
    case Word::NonInferior:
        return Words::tr("non-inferior");
    case Word::Inferior:
        return Words::tr("inferior");
    }
    return {};
}

QString wordPill(Word word)
{
    QString text = wordText(word);
    if (!text.isEmpty())
        text.front() = text.front().toUpper();
    return text;
}

Tone wordTone(Word word)
{
    switch (word) {
    case Word::Better:
    case Word::NonInferior:
        return Tone::Good;
    case Word::Worse:
    case Word::Inferior:
        return Tone::Bad;
    case Word::Undecided:
        return Tone::Accent;
    default:
        return Tone::Neutral;
    }
}

QString boundsText(const Bounds& bounds)
{
    if (bounds.lower && bounds.upper)
        return percentInterval({*bounds.lower, *bounds.upper});
    if (bounds.lower)
        return Words::tr("above %1").arg(signedPercent(bounds.lower));
    return bounds.upper ? Words::tr("below %1").arg(signedPercent(bounds.upper)) : none();
}

QString opinionText(const Opinion& opinion)
{
    QString said = wordText(opinion.word);
    if (opinion.probabilityBetter)
        said += Words::tr(" (%1 better)").arg(chance(*opinion.probabilityBetter));
    else if (opinion.pValue)
        said += Words::tr(" (%1)").arg(pEquation(opinion.pValue));
    return said;
}

QString opinionsText(const std::vector<Opinion>& opinions)
{
    QStringList parts;
    for (const Opinion& opinion : opinions)
        parts << Words::tr("%1: %2").arg(methodName(opinion.method), opinionText(opinion));
    return parts.join(QStringLiteral(" · "));
}

} // namespace xp::ui
