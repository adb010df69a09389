// SPDX-License-Identifier: Apache-2.0
#include "ui/session.h"

#include "ui/models/experimentlistmodel.h"

namespace xp::ui {

Session::Session(std::unique_ptr<Backend> backend, std::chrono::milliseconds interval, QObject* parent)
    : QObject(parent), m_backend(std::move(backend)), m_experiments(std::make_unique<ExperimentListModel>())
{
    connect(m_backend.get(), &Backend::connectionChanged, this, &Session::onConnectionChanged);
    connect(&m_timer, &QTimer::timeout, this, &Session::refresh);
    m_timer.start(interval);
    refresh();
}

Session::~Session() = default;

void Session::setFocus(const QString& id)
{
    if (id != m_focus)
        m_reportReply.cancel();
    m_focus = id;
    if (!id.isEmpty())
        enqueue(id, true);
}

const Report* Session::report(const QString& id) const
{
    const auto found = m_reports.find(id);
    return found != m_reports.end() && found->second ? &*found->second : nullptr;
}

/// The page shows the plan's own numbers: it is told when both are there.
void Session::askReport(const QString& id)
{
    m_reportReply.ask(m_backend->report(id, {}), this, [this, id](const Result<Report>& answer) {
        std::optional<Report>& last = m_reports[id];
        if (answer)
            last = *answer;
        Q_EMIT statsArrived(id);
    });
}

void Session::setInSight(const QStringList& ids)
{
    m_inSight = ids;
    m_waiting.removeIf([this](const QString& id) { return id != m_focus && !m_inSight.contains(id); });
    for (const QString& id : ids) {
        if (!m_experiments->stats(id.toStdString()))
            enqueue(id, false);
    }
}

void Session::refresh()
{
    // The backend itself looks for a lost service; asking on would only fill the queue.
    const bool lost = m_backend->connection().state == BackendConnection::State::Lost && m_loaded;
    if (lost || m_list.isPending())
        return;
    m_list.ask(m_backend->listExperiments({}), this, [this](const Result<std::vector<Experiment>>& answer) {
        if (!answer)
            return;
        m_experiments->setExperiments(*answer);
        m_loaded = true;
        noteUnseen();
        Q_EMIT listArrived();
        askNext();
    });
    if (!m_focus.isEmpty())
        enqueue(m_focus, true);
    for (const QString& id : m_inSight) {
        if (isWanted(id))
            enqueue(id, false);
    }
}

void Session::changeStatus(const QString& id, StatusChange change, const QString& reason, const QString& conclusion)
{
    m_backend->changeStatus(id, change, reason).then(this, [this, id, conclusion](const Result<Experiment>& answer) {
        onChanged(id, answer);
        if (!answer || conclusion.isEmpty())
            return;
        const Note note{.kind = NoteKind::Conclusion, .at = now(), .text = conclusion.toStdString()};
        m_backend->addNote(id, note).then(this, [this](const Result<Note>& written) {
            if (!written)
                Q_EMIT failed(written.error());
        });
    });
}

void Session::changeExperiment(const QString& id, nlohmann::json changes, const QString& reason, std::int64_t version)
{
    if (!reason.isEmpty())
        changes["reason"] = reason.toStdString();
    m_backend->changeExperiment(id, changes, version).then(this, [this, id](const Result<Experiment>& answer) {
        onChanged(id, answer);
    });
}

void Session::onChanged(const QString& id, const Result<Experiment>& answer)
{
    if (!answer) {
        Q_EMIT failed(answer.error());
        return;
    }
    m_experiments->putExperiment(*answer);
    Q_EMIT listArrived();
    enqueue(id, true);
}

void Session::onConnectionChanged()
{
    if (m_backend->connection().state == BackendConnection::State::Online)
        refresh();
    Q_EMIT connectionChanged();
}

/// A stopped experiment's results do not change while nobody looks at it alone.
bool Session::isWanted(const QString& id) const
{
    const Experiment* experiment = m_experiments->find(id.toStdString());
    if (!experiment)
        return false;
    const bool live = experiment->status == Status::Running || experiment->status == Status::Paused;
    return live || !m_experiments->stats(id.toStdString());
}

void Session::enqueue(const QString& id, bool first)
{
    if (m_asked.contains(id))
        return;
    m_waiting.removeAll(id);
    if (first)
        m_waiting.prepend(id);
    else
        m_waiting.append(id);
    askNext();
}

void Session::noteUnseen()
{
    m_unseen.clear();
    for (int row = 0; row < m_experiments->rowCount(); ++row) {
        const Experiment& experiment = m_experiments->at(row);
        const bool live = experiment.status == Status::Running || experiment.status == Status::Paused;
        if (live && !m_experiments->stats(experiment.id))
            m_unseen << QString::fromStdString(experiment.id);
    }
}

void Session::askNext()
{
    while (!(m_waiting.isEmpty() && m_unseen.isEmpty()) && m_asked.size() < kMostAtOnce) {
        const QString id = m_waiting.isEmpty() ? m_unseen.takeFirst() : m_waiting.takeFirst();
        if (m_asked.contains(id))
            continue;
        m_asked.insert(id);
        m_backend->stats(id).then(this, [this, id](const Result<Stats>& answer) {
            m_asked.remove(id);
            if (answer) {
                m_experiments->setStats(*answer);
                if (id == m_focus)
                    askReport(id);
                else
                    Q_EMIT statsArrived(id);
            }
            askNext();
        });
    }
}

} // namespace xp::ui
