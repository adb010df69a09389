// SPDX-License-Identifier: Apache-2.0
#include "ui/design/questionpage.h"

#include "ui/text/format.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace xp::ui {

namespace {

QPlainTextEdit* paragraph(int height)
{
    auto* edit = new QPlainTextEdit;
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(height);
    return edit;
}

} // namespace

QuestionPage::QuestionPage(QWidget* parent)
    : DesignPage(tr("What do you want to know?"),
                 tr("A name that your colleagues recognise, and what you expect to happen and why."), parent)
    , m_name(new QLineEdit)
    , m_hypothesis(paragraph(84))
    , m_description(paragraph(84))
{
    m_name->setPlaceholderText(tr("Checkout button"));
    m_hypothesis->setPlaceholderText(tr("A green button is seen sooner, so more visitors finish their purchase."));
    content()->addWidget(field(tr("Name"), m_name, tr("The key for programs is made from it.")));
    content()->addWidget(field(tr("Hypothesis"), m_hypothesis));
    content()->addWidget(field(tr("Description"), m_description));
    content()->addStretch(1);
    connect(m_name, &QLineEdit::textEdited, this, &QuestionPage::edited);
    connect(m_hypothesis, &QPlainTextEdit::textChanged, this, &QuestionPage::edited);
    connect(m_description, &QPlainTextEdit::textChanged, this, &QuestionPage::edited);
    setFocusProxy(m_name);
}

void QuestionPage::show(const Draft& draft)
{
    m_name->setText(text(draft.experiment.name));
    m_hypothesis->setPlainText(text(draft.experiment.hypothesis));
    m_description->setPlainText(text(draft.experiment.description));
}

void QuestionPage::store(Draft& draft) const
{
    draft.experiment.name = m_name->text().trimmed().toStdString();
    draft.experiment.hypothesis = m_hypothesis->toPlainText().trimmed().toStdString();
    draft.experiment.description = m_description->toPlainText().trimmed().toStdString();
}

QWidget* QuestionPage::firstEntry() const
{
    return m_name;
}

QWidget* QuestionPage::entryOf(DesignEntry entry, std::size_t) const
{
    switch (entry) {
    case DesignEntry::Name:
        return m_name;
    case DesignEntry::Hypothesis:
        return m_hypothesis;
    case DesignEntry::Description:
        return m_description;
    default:
        return nullptr;
    }
}

} // namespace xp::ui
