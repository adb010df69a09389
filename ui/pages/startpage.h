// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "ui/home.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace xp::ui {

/// Where the studio opens without a service: address and token, and the recent ones with one click. In a page that a
/// service has sent: the token for that one.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(Home home, QWidget* parent = nullptr);

    /// The ways in there are beside services and tables; the others are not shown.
    struct Offers
    {
        bool databases = false;
        bool demo = false;
        bool queries = false;
    };
    void offer(const Offers& offers);
    /// The token may be kept in the system's keychain.
    void offerKeychain();
    /// There is one, but nothing answers in its name.
    void withdrawKeychain();
    void setRecent(const QStringList& addresses);
    /// What was told and offered on another one.
    void continueFrom(const StartPage& other);
    void setAddress(const QString& address);
    /// Whether the token is to be kept beyond the tab (in a page that a service has sent) or the run.
    bool wantsRemembering() const;
    void setRemembering(bool on);
    /// The token that was typed, and what was said of it.
    void forget();
    /// What was tried has worked.
    void showIdle();
    void showConnecting(const QString& place);
    /// `retrying` says that the studio goes on trying by itself. Where no token was given, a missing one is no mistake.
    void showError(const Error& error, bool retrying, bool withToken);

Q_SIGNALS:
    void labRequested();
    void tableRequested();
    void databaseRequested();
    void queryRequested();
    void demoRequested();
    void connectRequested(const QString& address, const QString& token);

private:
    QWidget* makeForm();
    void submit();
    QWidget* makeOtherCard();

    /// What was said of the attempt, to say it again.
    struct Attempt
    {
        QString place;              ///< being connected to
        std::optional<Error> error; ///< of it
        bool retrying = false;
        bool withToken = false;
    };

    const Home m_home;
    Attempt m_attempt;
    bool m_keychainAway = false;
    QLineEdit* m_address;
    QLineEdit* m_token;
    QCheckBox* m_remember;
    QPushButton* m_connect;
    QLabel* m_message;
    QPushButton* m_database;
    QPushButton* m_query;
    QPushButton* m_demo;
    QLabel* m_recentTitle;
    QVBoxLayout* m_recent;
};

} // namespace xp::ui
