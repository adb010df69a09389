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

QString opinionsText(const std::vector<Opinion>& opinions)
{
    QStringList parts;
    for (const Opinion& opinion : opinions) {
        QString part = Words::tr("%1: %2").arg(methodName(opinion.method), wordText(opinion.word));
        if (opinion.pValue)
            part += Words::tr(" (p %1)").arg(pValue(opinion.pValue));
        else if (opinion.probabilityBetter)
            part += Words::tr(" (%1 better)").arg(percent(*opinion.probabilityBetter, 0));
        parts << part;
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace xp::ui
