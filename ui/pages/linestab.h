// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/linesmodel.h"
#include "ui/pages/experimenttab.h"

class QLabel;
class QStackedLayout;
class QVBoxLayout;

namespace xp::ui {

class TableView;

/// A tab that is one table of lines, or a sentence while there are none.
class LinesTab : public ExperimentTab
{
    Q_OBJECT

public:
    /// `widths` of the columns; the last takes what is left.
    LinesTab(const QString& name, const QStringList& headers, std::vector<int> widths, const QString& empty);

    TableView& table() { return *m_table; }

protected:
    void clear() override;
    /// Texts that are too long for their column go on below.
    void wrapTexts();
    void numbersIn(std::vector<int> columns);
    void setLines(std::vector<LinesModel::Line> lines);
    void showFailure(const Error& error);
    QVBoxLayout* above() { return m_above; }

private:
    LinesModel* m_model;
    TableView* m_table;
    QLabel* m_empty;
    QString m_emptyText;
    QStackedLayout* m_stack;
    QVBoxLayout* m_above;
};

/// Who did what, when, and why.
class AuditTab : public LinesTab
{
    Q_OBJECT

public:
    AuditTab();

protected:
    void ask() override;

private:
    LatestReply<AuditLines> m_reply;
};

/// What arrives, as it arrives.
class EventsTab : public LinesTab
{
    Q_OBJECT

public:
    EventsTab();

protected:
    void ask() override;

private:
    LatestReply<std::vector<EventLine>> m_reply;
};

/// What was checked about the data, what differs from the plan, and what other methods say.
class HealthTab : public LinesTab
{
    Q_OBJECT

public:
    HealthTab();

protected:
    void ask() override;

private:
    LatestReply<Report> m_reply;
};

} // namespace xp::ui
