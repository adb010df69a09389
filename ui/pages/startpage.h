// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace xp::ui {

/// Where the studio opens without a service: address and token, and the recent ones with one click.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget* parent = nullptr);

    void setRecent(const QStringList& addresses);
    void setAddress(const QString& address);
    void showConnecting(const QString& place);
    /// `retrying` says that the studio goes on trying by itself.
    void showError(const Error& error, bool retrying);

Q_SIGNALS:
    void labRequested();
    void connectRequested(const QString& address, const QString& token);

private:
    void submit();

    QLineEdit* m_address;
    QLineEdit* m_token;
    QPushButton* m_connect;
    QLabel* m_message;
    QLabel* m_recentTitle;
    QVBoxLayout* m_recent;
};

} // namespace xp::ui
