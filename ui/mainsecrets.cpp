// SPDX-License-Identifier: Apache-2.0
// The window's tokens: those of this run, and those that the system's keychain keeps.
#include "ui/mainwindow.h"

#include "ui/models/navigationmodel.h"
#include "ui/pages/startpage.h"
#include "ui/secrets/secretstore.h"
#include "ui/session.h"

namespace xp::ui {

namespace {

/// One service has one name, with or without the slash at its end.
QString nameOf(const QString& address)
{
    QString name = address.trimmed();
    while (name.endsWith(QLatin1Char('/')))
        name.chop(1);
    return name;
}

} // namespace

void MainWindow::connectTo(const QString& address, const QString& token)
{
    m_start->setAddress(address);
    m_connecting = nameOf(address);
    if (!token.isEmpty() || !m_local.secrets)
        return connectWith(address, token.isEmpty() ? m_tokens.value(m_connecting) : token);
    if (const auto known = m_tokens.constFind(m_connecting); known != m_tokens.constEnd())
        return connectWith(address, *known);
    m_start->showConnecting(address);
    m_local.secrets->read(m_connecting, this, [this, address, name = m_connecting](const Result<QString>& secret) {
        if (!secret)
            m_start->withdrawKeychain();
        if (name == m_connecting) // no other was asked for in the meantime
            connectWith(address, secret.value_or(QString()));
    });
}

void MainWindow::connectWith(const QString& address, const QString& token)
{
    adopt(m_factory(address, token), address, token);
}

/// The service has taken it. A keychain that does not answer costs nothing but typing the token again next time.
void MainWindow::keepToken(const QString& address, const QString& token)
{
    const QString name = nameOf(address);
    if (name.isEmpty() || token.isEmpty() || m_tokens.value(name) == token)
        return;
    m_tokens[name] = token;
    if (!m_local.secrets)
        return;
    const auto done = [this](const Result<void>& kept) {
        if (!kept)
            m_start->withdrawKeychain();
    };
    if (m_start->wantsRemembering())
        m_local.secrets->write(name, token, this, done);
    else
        m_local.secrets->remove(name, this, [](const Result<void>&) {});
}

/// What was seen goes with the token.
void MainWindow::signOut()
{
    leaveSession();
    m_session.reset();
    m_tokens.clear();
    m_offered.reset();
    m_check.reset();
    m_start->forget();
    Q_EMIT signedOut();
    Q_EMIT pageShown({});
    updateFooter();
    showStart();
}

} // namespace xp::ui
