// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/backend.h"
#include "ui/models/resultsmodel.h"

#include <QPointer>
#include <QWidget>

#include <array>

class QBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QTabBar;

namespace xp::ui {

class Banner;
class Card;
class ExperimentTab;
class PageStack;
class PeekingLab;
class Pill;
class PlanView;
class RatesChart;
class SampleSizeView;
class Session;
class TableView;
class TitledCard;
class Trends;

/// One experiment: the sentence first, the numbers second, the detail on demand.
class ExperimentPage : public QWidget
{
    Q_OBJECT

public:
    explicit ExperimentPage(QWidget* parent = nullptr);

    void setSession(Session* session);
    /// What the button for it leads to.
    void offerExports(const QList<QAction*>& actions);
    void open(const QString& id);
    QString experimentId() const { return m_id; }
    /// The same experiment at the same tab as on another page.
    void continueFrom(const ExperimentPage& other);

    /// The table of the tab that is shown; nullptr where it has none.
    TableView* currentTable() const;
    /// By its name on the command line; false when there is none.
    bool showTab(const QString& name);
    /// Each tab's name on the command line and its title.
    std::vector<std::pair<QString, QString>> tabs() const;
    /// What a person may do to it now, in the order of the buttons.
    static std::vector<StatusChange> changesFrom(Status status);
    static QString changeWord(StatusChange change);

Q_SIGNALS:
    void changeRequested(const QString& id, xp::StatusChange change);
    void trafficRequested(const QString& id);
    void failed(const xp::Error& error);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QBoxLayout* makeHeader();
    QBoxLayout* makeCards();
    QWidget* makeResults();
    void addTab(const char* name, const QString& title, QWidget* page);
    void addTab(const char* name, const QString& title, ExperimentTab* tab);
    void planLab(const Experiment& experiment);
    void showAll();
    void showHeader(const Experiment& experiment, const Report* report);
    void showActions(const Experiment& experiment);
    void showBanner(const Experiment& experiment, const Stats* stats, const ReportView* plan);
    void showCards(const Experiment& experiment, const Stats& stats, const ReportView* plan);
    void showResults(const Stats& stats, const ReportView* plan);
    void showChart();
    std::size_t chartMetric(const Stats& stats) const;
    void showNotes(const Stats& stats, const ReportView* plan);
    void placeMeta();
    void showProjection();
    void sizeColumns();
    int widestMetric() const;

    QPointer<Session> m_session;
    QString m_id;
    ResultsModel* m_results;
    ResultsSorter* m_sorter;
    QLabel* m_title;
    Pill* m_status;
    QLabel* m_meta;
    QLabel* m_metaBelow; ///< in its place where there is no room beside the title
    std::array<QPushButton*, 2> m_actions{};
    std::vector<StatusChange> m_changes;
    Banner* m_banner;
    std::array<Card*, 5> m_cards{};
    QTabBar* m_tabs;
    PageStack* m_pages;
    QStringList m_tabNames;               ///< by position
    std::vector<ExperimentTab*> m_asking; ///< tabs that ask for their own data
    PeekingLab* m_lab;
    QPushButton* m_traffic;
    QPushButton* m_export;
    QScrollArea* m_scroll;
    TableView* m_table;
    QLabel* m_empty;
    QLabel* m_notes;
    Trends* m_trends;
    TitledCard* m_chartCard;
    TitledCard* m_sizeCard;
    RatesChart* m_chart;
    SampleSizeView* m_sizes;
    PlanView* m_plan;
    std::optional<std::size_t> m_chosenMetric; ///< for the chart; the headline's without
};

} // namespace xp::ui
