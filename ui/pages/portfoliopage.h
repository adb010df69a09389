// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/backend.h"
#include "ui/models/savedfilters.h"

#include <QTimer>
#include <QWidget>

#include <map>

class QBoxLayout;
class QButtonGroup;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedLayout;

namespace xp::ui {

class Session;
class TableView;

/// All experiments in one table: how far, how much better, what to do.
class PortfolioPage : public QWidget
{
    Q_OBJECT

public:
    explicit PortfolioPage(QWidget* parent = nullptr);

    /// Shows another service; nullptr for none.
    void setSession(Session* session);
    void focusSearch();
    TableView& table() { return *m_table; }
    QStringList selectedIds() const; ///< in the order shown
    QStringList shownIds() const;

Q_SIGNALS:
    void experimentOpened(const QString& id);
    void newRequested();
    void selectionChanged();
    /// Of the experiments that are selected.
    void changeRequested(const QStringList& ids, xp::StatusChange change);
    void reportRequested();

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void addPills(QBoxLayout* layout);
    QPushButton* addPill(const QString& title);
    QWidget* makeSelectionBar();
    void showFilters();
    void saveFilter();
    void choose(const SavedFilter& filter);
    void remove(const SavedFilter& filter);
    void updateSelection();
    void setUpTable();
    bool hasOwners() const;
    void sizeColumns();
    void choose(PortfolioView view);
    void updateCounts();
    void updateEmptyState();
    void tellWhatIsInSight();

    Session* m_session = nullptr;
    PortfolioFilter* m_filter;
    TableView* m_table;
    QLineEdit* m_search;
    QLabel* m_empty;
    QStackedLayout* m_stack;
    std::map<PortfolioView, QPushButton*> m_pills;
    QButtonGroup* m_pillGroup;
    QBoxLayout* m_filterRow; ///< of the saved ones
    QPushButton* m_create;
    QPushButton* m_saveFilter;
    std::vector<SavedFilter> m_filters;
    QLabel* m_selected;
    std::vector<std::pair<StatusChange, QPushButton*>> m_selectionActions;
    QWidget* m_selectionBar;
    QTimer m_sightTimer; ///< scrolling tells once it rests
};

} // namespace xp::ui
