// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/linestab.h"

#include "ui/text/audittext.h"
#include "ui/text/errortext.h"
#include "ui/text/format.h"
#include "ui/text/methodtext.h"
#include "ui/text/sentencetext.h"
#include "ui/text/verdict.h"
#include "ui/theme/styled.h"
#include "ui/widgets/tableview.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace xp::ui {

namespace {

constexpr int kLatest = 200;
constexpr int kRowHeight = 38;

} // namespace

LinesTab::LinesTab(const QString& name, const QStringList& headers, std::vector<int> widths, const QString& empty)
    : m_model(new LinesModel(headers, this)), m_table(new TableView), m_empty(new QLabel), m_emptyText(empty)
{
    setAccessibleName(name);
    m_table->setAccessibleName(name);
    m_table->setModel(m_model);
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    for (std::size_t i = 0; i < widths.size(); ++i)
        m_table->horizontalHeader()->resizeSection(int(i), widths[i]);
    m_table->setMinimumHeight(300);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    setRole(m_empty, "secondary");
    auto* card = new QFrame;
    card->setProperty("card", true);
    auto* inCard = new QVBoxLayout(card);
    inCard->setContentsMargins(8, 4, 8, 8);
    m_stack = new QStackedLayout;
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    inCard->addLayout(m_stack);
    m_above = new QVBoxLayout;
    m_above->setSpacing(12);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(12);
    layout->addLayout(m_above);
    layout->addWidget(card, 1);
}

void LinesTab::clear()
{
    m_model->setLines({});
    m_empty->setText(tr("Loading …"));
    m_stack->setCurrentWidget(m_empty);
}

void LinesTab::wrapTexts()
{
    m_table->wrapTexts();
}

void LinesTab::numbersIn(std::vector<int> columns)
{
    m_model->setNumeric(std::move(columns));
}

void LinesTab::setLines(std::vector<LinesModel::Line> lines)
{
    m_empty->setText(m_emptyText);
    m_stack->setCurrentWidget(lines.empty() ? static_cast<QWidget*>(m_empty) : m_table);
    m_model->setLines(std::move(lines));
}

void LinesTab::showFailure(const Error& error)
{
    if (m_model->rowCount() > 0)
        return; // the last data stay
    m_empty->setText(errorText(error));
    m_stack->setCurrentWidget(m_empty);
}

AuditTab::AuditTab()
    : LinesTab(tr("Audit log"), {tr("When"), tr("Who"), tr("What"), tr("Reason"), tr("Changes")}, {130, 120, 150, 180},
               tr("Nothing has been done to this experiment yet."))
{
    wrapTexts();
}

void AuditTab::ask()
{
    if (m_reply.isPending())
        return;
    m_reply.ask(backend().audit(id(), {}), this, [this](const Result<AuditLines>& answer) {
        if (!answer)
            return showFailure(answer.error());
        std::vector<LinesModel::Line> lines;
        for (const AuditLine& line : answer->entries) {
            const QStringList words{text(line.actor), auditAction(line.action), text(line.reason),
                                    auditChanges(line.changes)};
            lines.push_back({text(line.id),
                             QStringList(dateTime(line.at)) + words,
                             {},
                             QStringList(text(toIso8601(line.at))) + words});
        }
        setLines(std::move(lines));
    });
}

EventsTab::EventsTab()
    : LinesTab(tr("Latest events"),
               {tr("Received"), tr("User"), tr("Variant"), tr("Event"), tr("Value"), tr("Happened")},
               {160, 240, 160, 180, 90}, tr("No event has arrived yet. They appear here as they come."))
{
    numbersIn({4});
}

void EventsTab::ask()
{
    if (m_reply.isPending())
        return;
    m_reply.ask(backend().latestEvents(id(), kLatest), this, [this](const Result<std::vector<EventLine>>& answer) {
        if (!answer)
            return showFailure(answer.error());
        const bool whole =
            std::ranges::all_of(*answer, [](const EventLine& line) { return line.value == std::round(line.value); });
        std::vector<LinesModel::Line> lines;
        for (const EventLine& line : *answer) {
            const QStringList who{text(line.user), text(line.variant), text(line.event)};
            lines.push_back(
                {text(line.id + line.user),
                 QStringList(dateTimeToSecond(line.receivedAt)) + who +
                     QStringList{QLocale().toString(line.value, 'f', whole ? 0 : 2), dateTimeToSecond(line.time)},
                 {},
                 QStringList(text(toIso8601(line.receivedAt))) + who +
                     QStringList{QString::number(line.value, 'g', 17), text(toIso8601(line.time))}});
        }
        setLines(std::move(lines));
    });
}

HealthTab::HealthTab()
    : LinesTab(tr("Health"), {tr("State"), tr("What was checked")}, {156}, tr("Nothing has been checked yet."))
{
    wrapTexts();
}

void HealthTab::ask()
{
    if (m_reply.isPending())
        return;
    m_reply.ask(backend().report(id(), {}), this, [this](const Result<Report>& answer) {
        if (!answer)
            return showFailure(answer.error());
        std::vector<LinesModel::Line> lines;
        for (const HealthCheck& check : answer->health)
            lines.push_back({text(check.sentence.code),
                             {healthWord(check.state), sentenceText(check.sentence)},
                             healthTone(check.state)});
        for (const Sentence& departure : answer->departures)
            lines.push_back({text(departure.text), {tr("! Departure"), sentenceText(departure)}, Tone::Warning});
        for (const SecondOpinion& opinion : answer->secondOpinions) {
            const QString about =
                tr("%1, %2: %3").arg(text(opinion.metric), text(opinion.treatment), opinionsText(opinion.opinions));
            const QString all =
                opinion.disagreement ? QString(sentenceText(*opinion.disagreement) + QLatin1Char(' ') + about) : about;
            lines.push_back({text(opinion.metric + opinion.treatment),
                             {opinion.disagreement ? tr("! Methods differ") : tr("✓ Methods agree"), all},
                             opinion.disagreement ? Tone::Warning : Tone::Good});
        }
        setLines(std::move(lines));
    });
}

} // namespace xp::ui
