// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/rows.h"
#include "core/domain/error.h"
#include "ui/design/draft.h"
#include "ui/design/pastrates.h"
#include "ui/widgets/builtdialog.h"

#include <QPointer>

#include <array>

class QFrame;
class QLabel;
class QPushButton;

namespace xp::ui {

class DesignPage;
class PageStack;

/// From the question to a draft, in six pages. Going back and forth loses nothing.
class ExperimentWizard : public BuiltDialog
{
    Q_OBJECT

public:
    explicit ExperimentWizard(QWidget* parent = nullptr);

    const Draft& draft() const { return m_draft; }
    /// Begins with this one, on the first page; nothing of before can be undone.
    void setDraft(const Draft& draft);
    /// Rates of earlier experiments, for the size page.
    void offer(const std::vector<PastRate>& rates);
    /// Metrics of the catalogue, for the metrics page.
    void offer(const std::vector<CatalogueMetric>& metrics);
    /// Experiments that run already, for the review.
    void offer(const std::vector<Experiment>& running);
    /// Goes to a page, as far as the pages before it are right.
    void goTo(DesignStep step);
    DesignStep step() const { return m_step; }
    /// What the service says when it does not take the draft; the wizard stays open.
    void showFailure(const Error& error);

Q_SIGNALS:
    void createRequested(const xp::Experiment& draft);

protected:
    void reject() override;
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build() override;
    void makeSteps();
    QWidget* makeButtons();
    void onEdited();
    void next();
    void showState();
    bool isRight(DesignStep step) const;
    void undo();
    void showDraft();
    void showProblems();
    void begin();

    /// A state to go back to: the draft and the page that it was changed on.
    struct Past
    {
        Draft draft;
        DesignStep step;
    };

    Draft m_draft;
    std::vector<Past> m_past;
    bool m_showing = false;
    bool m_begun = false;           ///< whether the window was active once
    bool m_asked = false;           ///< whether one wanted to go on from this page, which was not right
    QPointer<QWidget> m_lastEdited; ///< what is typed into one entry is undone at once
    DesignStep m_step = DesignStep::Question;
    DesignStep m_furthest = DesignStep::Question;
    std::vector<PastRate> m_rates;
    std::vector<CatalogueMetric> m_catalogue;
    std::vector<Experiment> m_running;
    std::array<DesignPage*, kDesignSteps> m_pages{};
    std::array<QPushButton*, kDesignSteps> m_stepButtons{};
    QFrame* m_steps = nullptr;
    PageStack* m_stack = nullptr;
    QLabel* m_problem = nullptr;
    QPushButton* m_undo = nullptr;
    QPushButton* m_back = nullptr;
    QPushButton* m_next = nullptr;
};

} // namespace xp::ui
