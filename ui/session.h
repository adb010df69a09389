// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/backend.h"

#include <QSet>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <map>
#include <memory>

namespace xp::ui {

class ExperimentListModel;

/// What the window knows of one service or database: keeps the list and the results that are looked at up to date,
/// without ever waiting. The pages show its model and tell it what is in sight.
class Session : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kInterval{3000};

    explicit Session(std::unique_ptr<Backend> backend, std::chrono::milliseconds interval = kInterval,
                     QObject* parent = nullptr);
    ~Session() override;

    Backend& backend() { return *m_backend; }
    const Backend& backend() const { return *m_backend; }
    ExperimentListModel& experiments() { return *m_experiments; }
    const ExperimentListModel& experiments() const { return *m_experiments; }

    /// Whether the first list has arrived.
    bool isLoaded() const { return m_loaded; }

    /// The experiment whose page is open; empty for none. Its results are asked for at once and at every turn.
    void setFocus(const QString& id);
    /// What the plan makes of it, once both that and its results have arrived; nullptr before, and where the backend
    /// has none to give.
    const Report* report(const QString& id) const;
    /// Whether there is nothing more to wait for before the results of the open experiment are shown.
    bool isAnswered(const QString& id) const { return m_reports.contains(id); }
    /// The rows in sight: their results are asked for once, and at every turn while the experiment runs.
    void setInSight(const QStringList& ids);

    void refresh();
    void setInterval(std::chrono::milliseconds interval) { m_timer.start(interval); }
    /// Changes the life of an experiment; failed() tells when it did not work.
    /// A conclusion, asked for at the end, is written beside the experiment.
    void changeStatus(const QString& id, StatusChange change, const QString& reason, const QString& conclusion = {});
    void changeExperiment(const QString& id, nlohmann::json changes, const QString& reason, std::int64_t version);

Q_SIGNALS:
    void listArrived();
    void statsArrived(const QString& id);
    void connectionChanged();
    /// A question of a person that could not be fulfilled, not one of the turns.
    void failed(const xp::Error& error);

private:
    static constexpr int kMostAtOnce = 4;

    void onConnectionChanged();
    void askReport(const QString& id);
    void onChanged(const QString& id, const Result<Experiment>& answer);
    void enqueue(const QString& id, bool first);
    void noteUnseen();
    void askNext();
    bool isWanted(const QString& id) const;

    std::unique_ptr<Backend> m_backend;
    std::unique_ptr<ExperimentListModel> m_experiments;
    LatestReply<std::vector<Experiment>> m_list;
    QTimer m_timer;
    LatestReply<Report> m_reportReply;
    QString m_focus;
    std::map<QString, std::optional<Report>> m_reports; ///< the last ones, of experiments that were opened
    QStringList m_inSight;
    QStringList m_waiting; ///< ids whose results are to be asked for, in this order
    QStringList m_unseen;  ///< live ones never asked for, when nothing else is to do
    QSet<QString> m_asked; ///< under way
    bool m_loaded = false;
};

} // namespace xp::ui
