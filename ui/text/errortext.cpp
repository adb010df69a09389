// SPDX-License-Identifier: Apache-2.0
#include "ui/text/errortext.h"

#include "ui/text/errorsentences.h"
#include "ui/text/format.h"

#include <QCoreApplication>

namespace xp::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Error)
};

/// A sentence of its own: a capital first letter and a full stop.
QString asSentence(QString text)
{
    if (text.isEmpty())
        return text;
    text[0] = text[0].toUpper();
    if (!text.endsWith(QLatin1Char('.')))
        text += QLatin1Char('.');
    return text;
}

} // namespace

QString errorText(const Error& error)
{
    const std::string& code = error.sentence.code;
    if (code == "timeout")
        return Words::tr("The service does not answer in time.");
    if (code == "unreachable")
        return Words::tr("Nothing answers at this address.");
    if (code == "not_json")
        return Words::tr("What answers at this address is not an experimentation service.");
    if (code == "redirected")
        return Words::tr("The address redirects elsewhere. Enter the final address.");
    QString said = translatedError(error.sentence).value_or(asSentence(text(error.sentence.text)));
    switch (error.code) {
    case ErrorCode::Unauthorized:
        return Words::tr("The service does not accept this token.");
    case ErrorCode::Forbidden:
        return Words::tr("The token does not allow this. %1").arg(said);
    case ErrorCode::Conflict:
        return Words::tr("This is not possible now. %1").arg(said);
    default:
        break;
    }
    for (const FieldError& field : error.errors)
        said += QLatin1Char('\n') + asSentence(fieldErrorText(field));
    return said;
}

} // namespace xp::ui
