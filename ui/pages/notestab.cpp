// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/notestab.h"

#include "ui/text/format.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace xp::ui {

NotesTab::NotesTab()
    : LinesTab(
          tr("Notes"), {tr("Kind"), tr("When"), tr("Who"), tr("Note")}, {120, 150, 120},
          tr("No note yet. Write what happened beside the experiment: a release, an outage, a holiday. It marks its "
             "moment in the charts."))
    , m_kind(new QComboBox)
    , m_text(new QLineEdit)
    , m_add(new QPushButton(tr("Add")))
{
    wrapTexts();
    m_kind->addItem(tr("Note"), int(NoteKind::Note));
    m_kind->addItem(tr("Conclusion"), int(NoteKind::Conclusion));
    m_kind->setAccessibleName(tr("Kind of note"));
    m_kind->view()->setAccessibleName(m_kind->accessibleName());
    m_text->setPlaceholderText(tr("What happened, or what was learnt"));
    m_text->setAccessibleName(tr("Text of the note"));
    m_add->setProperty("primary", true);
    auto* entry = new QHBoxLayout;
    entry->setSpacing(8);
    entry->addWidget(m_kind);
    entry->addWidget(m_text, 1);
    entry->addWidget(m_add);
    above()->addLayout(entry);
    connect(m_add, &QPushButton::clicked, this, &NotesTab::add);
    connect(m_text, &QLineEdit::returnPressed, this, &NotesTab::add);
    auto* remove = new QShortcut(QKeySequence::Delete, &table(), nullptr, nullptr, Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &NotesTab::removeSelected);
}

void NotesTab::clear()
{
    LinesTab::clear();
    m_text->clear();
    const bool mayWrite = session() && !backend().isReadOnly();
    for (QWidget* entry : std::initializer_list<QWidget*>{m_kind, m_text, m_add})
        entry->setVisible(mayWrite);
}

void NotesTab::ask()
{
    if (m_reply.isPending())
        return;
    m_reply.ask(backend().notes(id()), this, [this](const Result<std::vector<Note>>& answer) {
        if (!answer)
            return showFailure(answer.error());
        std::vector<LinesModel::Line> lines;
        for (auto note = answer->rbegin(); note != answer->rend(); ++note) {
            const bool conclusion = note->kind == NoteKind::Conclusion;
            const QString kind = conclusion ? tr("Conclusion") : tr("Note");
            lines.push_back({text(note->id),
                             {kind, dateTime(note->at), text(note->author), text(note->text)},
                             conclusion ? Tone::Good : Tone::Neutral,
                             {kind, text(toIso8601(note->at)), text(note->author), text(note->text)}});
        }
        setLines(std::move(lines));
    });
}

void NotesTab::add()
{
    const QString words = m_text->text().trimmed();
    if (words.isEmpty() || !session())
        return;
    const Note note{.kind = NoteKind(m_kind->currentData().toInt()), .at = now(), .text = words.toStdString()};
    m_add->setEnabled(false);
    backend().addNote(id(), note).then(this, [this](const Result<Note>& answer) {
        m_add->setEnabled(true);
        if (!answer) {
            Q_EMIT failed(answer.error());
            return;
        }
        m_text->clear();
        ask();
    });
}

void NotesTab::removeSelected()
{
    const QModelIndex row = table().currentIndex();
    if (!row.isValid() || !session())
        return;
    backend().removeNote(id(), row.data(role::Id).toString()).then(this, [this](const Result<bool>& answer) {
        if (answer)
            ask();
        else
            Q_EMIT failed(answer.error());
    });
}

} // namespace xp::ui
