// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCollator>
#include <QSortFilterProxyModel>

namespace xp::ui {

/// Which experiments the portfolio shows.
enum class PortfolioView { Running, NeedsDecision, Drafts, Stopped, All };

/// The portfolio's rows of one view that contain a text, sorted by whatever column is clicked; equal ones keep the
/// order of the list.
class PortfolioFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit PortfolioFilter(QObject* parent = nullptr);

    void setView(PortfolioView view);
    PortfolioView view() const { return m_view; }
    void setText(const QString& text);
    /// How many rows of the source belong to a view, whatever the text.
    int countOf(PortfolioView view) const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    bool belongs(int row, PortfolioView view) const;

    PortfolioView m_view = PortfolioView::All;
    QString m_text;
    QCollator m_collator; ///< "Experiment 2" before "Experiment 10"
};

} // namespace xp::ui
