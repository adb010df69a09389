// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/help/glossary.h"
#include "ui/widgets/builtdialog.h"

#include <QToolButton>

class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace xp::ui {

/// The words of statistics: a list to search, two sentences for each, and the page of the documents that tells the
/// rest, which is part of the studio.
class TermsDialog : public BuiltDialog
{
    Q_OBJECT

public:
    explicit TermsDialog(QWidget* parent = nullptr);

    /// Opens the one of `near`'s window, or brings it forward; with an id, at that term.
    static void showIn(QWidget* near, const QString& id = {});
    void showTerm(const QString& id);

private:
    void build() override;
    void filter(const QString& text);
    void onTermChosen(int row);
    void openPage(const QUrl& link);

    std::vector<Term> m_terms;
    QLineEdit* m_search = nullptr;
    QListWidget* m_list = nullptr;
    QTextBrowser* m_text = nullptr;
};

/// A small question mark that explains one term.
class HelpButton : public QToolButton
{
    Q_OBJECT

public:
    explicit HelpButton(QWidget* parent = nullptr);

    void setTerm(const QString& id);

private:
    QString m_id;
};

} // namespace xp::ui
