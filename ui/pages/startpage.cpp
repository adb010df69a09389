// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/startpage.h"

#include "ui/text/errortext.h"
#include "ui/theme/styled.h"
#include "ui/widgets/card.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>

namespace xp::ui {

namespace {

constexpr int kCardWidth = 400;
constexpr int kNarrowestCard = 300;

QLabel* label(const QString& text, const char* role)
{
    auto* label = new QLabel(text);
    setRole(label, role);
    label->setWordWrap(true);
    return label;
}

} // namespace

StartPage::StartPage(Home home, QWidget* parent)
    : QWidget(parent)
    , m_home(home)
    , m_address(new QLineEdit)
    , m_token(new QLineEdit)
    , m_remember(new QCheckBox(tr("Remember me on this computer")))
    , m_connect(new QPushButton(home == Home::ServicePage ? tr("Sign in") : tr("Connect")))
    , m_message(label({}, "secondary"))
    , m_database(new QPushButton(tr("Open a database …")))
    , m_query(new QPushButton(tr("Open a query …")))
    , m_demo(new QPushButton(tr("See the demo")))
    , m_recentTitle(label(tr("Recent"), "note"))
    , m_recent(new QVBoxLayout)
{
    m_address->setPlaceholderText(QStringLiteral("http://127.0.0.1:8000"));
    m_address->setAccessibleName(tr("Address"));
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setPlaceholderText(tr("where the service asks for one"));
    m_token->setAccessibleName(tr("Token"));
    m_connect->setProperty("primary", true);
    m_recent->setSpacing(0);
    m_recentTitle->hide();

    auto* cards = new QHBoxLayout;
    cards->setSpacing(16);
    cards->addStretch(1);
    cards->addWidget(makeForm(), 1000); // as wide as they may be before there is room beside them
    cards->addWidget(makeOtherCard(), 1000);
    cards->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addLayout(cards);
    if (home == Home::Desktop) {
        auto* hint = label(tr("No service yet? “./xp run” in the project's folder starts one."), "note");
        hint->setAlignment(Qt::AlignCenter);
        layout->addSpacing(8);
        layout->addWidget(hint);
    }
    layout->addStretch(3);

    connect(m_connect, &QPushButton::clicked, this, &StartPage::submit);
    connect(m_address, &QLineEdit::returnPressed, this, &StartPage::submit);
    connect(m_token, &QLineEdit::returnPressed, this, &StartPage::submit);
    setFocusProxy(home == Home::ServicePage ? m_token : m_address);
    offer({});
}

QWidget* StartPage::makeForm()
{
    const bool toThePagesService = m_home == Home::ServicePage;
    auto* card = new QFrame;
    card->setProperty("card", true);
    card->setMinimumWidth(kNarrowestCard);
    card->setMaximumWidth(kCardWidth);
    auto* form = new QVBoxLayout(card);
    form->setContentsMargins(32, 28, 32, 28);
    form->setSpacing(6);
    form->addWidget(label(toThePagesService ? tr("Sign in") : tr("Connect to a service"), "title"));
    form->addWidget(label(toThePagesService
                              ? tr("This page shows the experiments of the service that it came from.")
                              : tr("An experimentation service, or its database: postgresql://user@host/name."),
                          "secondary"));
    form->addSpacing(14);
    auto* addressLabel = label(tr("Address"), "label");
    form->addWidget(addressLabel);
    form->addWidget(m_address);
    form->addSpacing(toThePagesService ? 0 : 8);
    form->addWidget(label(tr("Token"), "label"));
    form->addWidget(m_token);
    form->addWidget(m_remember);
    form->addSpacing(8);
    form->addWidget(m_message);
    form->addSpacing(4);
    form->addWidget(m_connect);
    form->addSpacing(toThePagesService ? 0 : 12);
    form->addWidget(m_recentTitle);
    form->addLayout(m_recent);
    form->addStretch(1);
    addressLabel->setVisible(!toThePagesService);
    m_address->setVisible(!toThePagesService);
    m_remember->setVisible(toThePagesService);
    if (m_home == Home::PlainPage)
        card->hide();
    return card;
}

QWidget* StartPage::makeOtherCard()
{
    auto* card = new QFrame;
    card->setProperty("card", true);
    card->setMinimumWidth(kNarrowestCard);
    card->setMaximumWidth(kCardWidth);
    auto* list = new QVBoxLayout(card);
    list->setContentsMargins(32, 28, 32, 28);
    list->setSpacing(6);
    list->addWidget(label(tr("Without a service"), "title"));
    list->addWidget(label(tr("Everything happens on this machine."), "secondary"));
    list->addSpacing(14);
    const auto add = [&](QPushButton* button, const QString& about) {
        auto* way = new QWidget;
        auto* lines = new QVBoxLayout(way);
        lines->setContentsMargins(0, 0, 0, 8);
        lines->setSpacing(6);
        lines->addWidget(button);
        lines->addWidget(label(about, "note"));
        list->addWidget(way);
    };
    auto* table = new QPushButton(tr("Open a file …"));
    table->setObjectName(QStringLiteral("openTable"));
    auto* lab = new QPushButton(tr("Peeking lab"));
    add(table, tr("A table (CSV, TSV) with one row for each user, or an evidence bundle."));
    add(m_database, tr("A SQLite file of an experimentation service."));
    add(m_query, tr("SQL of exposures and facts in your own PostgreSQL or SQLite."));
    add(m_demo, tr("Experiments of known truth, some of them still fed with visitors."));
    add(lab, tr("Peek at 1,000 experiments in which nothing differs."));
    list->addStretch(1);
    connect(table, &QPushButton::clicked, this, &StartPage::tableRequested);
    connect(m_database, &QPushButton::clicked, this, &StartPage::databaseRequested);
    connect(m_query, &QPushButton::clicked, this, &StartPage::queryRequested);
    connect(m_demo, &QPushButton::clicked, this, &StartPage::demoRequested);
    connect(lab, &QPushButton::clicked, this, &StartPage::labRequested);
    return card;
}

void StartPage::offer(const Offers& offers)
{
    for (const auto& [button, there] :
         {std::pair{m_database, offers.databases}, std::pair{m_demo, offers.demo}, std::pair{m_query, offers.queries}})
        button->parentWidget()->setVisible(there); // with what is said about it
}

void StartPage::offerKeychain()
{
    m_remember->setText(tr("Keep the token in the system's keychain"));
    m_remember->setChecked(true);
    m_remember->setVisible(m_home == Home::Desktop);
}

void StartPage::withdrawKeychain()
{
    m_keychainAway = true;
    m_remember->setText(tr("Kept until the studio is closed: no keychain answers"));
    m_remember->setToolTip(tr("Start the secret service of your desktop (GNOME Keyring, KWallet) to keep tokens."));
    m_remember->setChecked(false);
    m_remember->setEnabled(false);
}

void StartPage::setRecent(const QStringList& addresses)
{
    while (QLayoutItem* item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_recentTitle->setVisible(!addresses.isEmpty());
    for (const QString& address : addresses) {
        auto* button = new QPushButton(address);
        button->setProperty("link", true);
        button->setCursor(Qt::PointingHandCursor);
        connect(button, &QPushButton::clicked, this, [this, address] {
            m_address->setText(address);
            submit();
        });
        m_recent->addWidget(button, 0, Qt::AlignLeft);
    }
}

void StartPage::continueFrom(const StartPage& other)
{
    QStringList recent;
    for (int i = 0; i < other.m_recent->count(); ++i)
        recent << qobject_cast<const QPushButton*>(other.m_recent->itemAt(i)->widget())->text();
    setRecent(recent);
    if (other.m_keychainAway)
        withdrawKeychain();
    const Attempt attempt = other.m_attempt;
    if (attempt.error)
        showError(*attempt.error, attempt.retrying, attempt.withToken);
    else if (!attempt.place.isEmpty())
        showConnecting(attempt.place);
}

void StartPage::setAddress(const QString& address)
{
    m_address->setText(address);
}

bool StartPage::wantsRemembering() const
{
    return m_remember->isChecked();
}

void StartPage::setRemembering(bool on)
{
    m_remember->setChecked(on);
}

void StartPage::forget()
{
    m_attempt = {};
    m_token->clear();
    m_message->clear();
    m_remember->setChecked(false);
    setStyled(m_token, "invalid", false);
}

void StartPage::showConnecting(const QString& place)
{
    m_attempt = {.place = place};
    setStyled(m_address, "invalid", false);
    setRole(m_message, "secondary");
    m_message->setText(tr("Connecting to %1 …").arg(place));
}

void StartPage::showIdle()
{
    m_attempt = {};
    setStyled(m_address, "invalid", false);
    m_message->clear();
}

void StartPage::showError(const Error& error, bool retrying, bool withToken)
{
    m_attempt = {.error = error, .retrying = retrying, .withToken = withToken};
    const bool token = error.code == ErrorCode::Unauthorized || error.code == ErrorCode::Forbidden;
    if (token && !withToken) {
        setRole(m_message, "secondary");
        m_message->setText(tr("The service asks for a token."));
        return;
    }
    setStyled(m_address, "invalid", !token);
    setStyled(m_token, "invalid", token);
    setRole(m_message, "error");
    m_message->setText(retrying ? tr("%1 Trying again …").arg(errorText(error)) : errorText(error));
}

void StartPage::submit()
{
    setStyled(m_token, "invalid", false);
    Q_EMIT connectRequested(m_address->text().isEmpty() ? m_address->placeholderText() : m_address->text(),
                            m_token->text());
}

} // namespace xp::ui
