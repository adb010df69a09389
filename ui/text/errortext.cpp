// SPDX-License-Identifier: Apache-2.0
#include "ui/text/errortext.h"

#include "ui/text/format.h"

#include <QCoreApplication>

namespace xp::ui {

namespace {

QString tr(const char* source)
{
    return QCoreApplication::translate("Error", source);
}

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
        return tr("The service does not answer in time.");
    if (code == "unreachable")
        return tr("Nothing answers at this address.");
    if (code == "not_json")
        return tr("What answers at this address is not an experimentation service.");
    if (code == "redirected")
        return tr("The address redirects elsewhere. Enter the final address.");
    QString said = asSentence(text(error.sentence.text));
    switch (error.code) {
    case ErrorCode::Unauthorized:
        return tr("The service does not accept this token.");
    case ErrorCode::Forbidden:
        return tr("The token does not allow this. %1").arg(said);
    case ErrorCode::Conflict:
        return tr("This is not possible now. %1").arg(said);
    default:
        break;
    }
    for (const FieldError& field : error.errors)
        said += QLatin1Char('\n') + asSentence(text(field.message));
    return said;
}

} // namespace xp::ui
