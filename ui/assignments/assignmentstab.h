// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/assignments/replay.h"
#include "ui/pages/experimenttab.h"

#include <QTimer>

#include <memory>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace xp::ui {

class LinesModel;
class ProgressBar;
class TableView;

/// Which variant one user gets and why; and a million made-up users, to show that the split is what was planned and
/// independent of another experiment's.
class AssignmentsTab : public ExperimentTab
{
    Q_OBJECT

public:
    explicit AssignmentsTab(QWidget* parent = nullptr);

protected:
    void clear() override;
    void ask() override;

private:
    QWidget* makeLookUp();
    QWidget* makeLaboratory();
    void lookUp();
    void replay();
    void onFrame();
    void forget();
    void showCounts();

    QLineEdit* m_user;
    QLabel* m_answer;
    QComboBox* m_other;
    QPushButton* m_run;
    ProgressBar* m_progress;
    LinesModel* m_counts;
    TableView* m_table;
    QLabel* m_verdict;
    std::unique_ptr<AssignmentReplay> m_replay;
    QTimer m_frames;
};

} // namespace xp::ui
