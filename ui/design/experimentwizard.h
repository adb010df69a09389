// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "ui/design/draft.h"

#include <QDialog>

#include <array>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace xp::ui {

class DesignPage;

/// From the question to a draft, in six pages. Going back and forth loses nothing.
class ExperimentWizard : public QDialog
{
    Q_OBJECT

public:
    explicit ExperimentWizard(QWidget* parent = nullptr);

    const Draft& draft() const { return m_draft; }
    /// Goes to a page, as far as the pages before it are right.
    void goTo(DesignStep step);
    DesignStep step() const { return m_step; }
    /// What the service says when it does not take the draft; the wizard stays open.
    void showFailure(const Error& error);

Q_SIGNALS:
    void createRequested(const xp::Experiment& draft);

protected:
    void reject() override;

private:
    QWidget* makeSteps();
    QWidget* makeButtons();
    void onEdited();
    void next();
    void showState();
    bool isRight(DesignStep step) const;

    Draft m_draft;
    DesignStep m_step = DesignStep::Question;
    DesignStep m_furthest = DesignStep::Question;
    std::array<DesignPage*, kDesignSteps> m_pages{};
    std::array<QPushButton*, kDesignSteps> m_stepButtons{};
    QStackedWidget* m_stack;
    QLabel* m_problem;
    QPushButton* m_back;
    QPushButton* m_next;
};

} // namespace xp::ui
