// SPDX-License-Identifier: Apache-2.0
#include "ui/help/termsdialog.h"

#include "ui/models/cells.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QTextBlock>
#include <QTextBrowser>
#include <QUrl>

#include <algorithm>

// Outside of any namespace, as Q_INIT_RESOURCE wants it: a static library's resources do not register themselves.
static void registerDocuments()
{
    Q_INIT_RESOURCE(docs);
}

namespace xp::ui {

namespace {

constexpr int kListWidth = 280;

QString titleOfPage(const QString& page)
{
    return page == QLatin1String("statistics") ? TermsDialog::tr("The statistics")
                                               : TermsDialog::tr("What the numbers mean");
}

QString markupOf(const Term& term)
{
    const QString link = QStringLiteral("<a href='page:%1#%2'>%3</a>")
                             .arg(term.page, QString::fromLatin1(QUrl::toPercentEncoding(term.heading)),
                                  TermsDialog::tr("%1: %2").arg(titleOfPage(term.page), term.heading).toHtmlEscaped());
    return QStringLiteral("<h3>%1</h3><p>%2</p><p>%3</p>")
        .arg(term.title.toHtmlEscaped(), term.text.toHtmlEscaped(), link);
}

/// Where a heading stands in a document that has no anchors.
QTextBlock blockOf(const QTextDocument& document, const QString& heading)
{
    QTextBlock block = document.begin();
    while (block.isValid() && !(block.blockFormat().headingLevel() > 0 && block.text() == heading))
        block = block.next();
    return block;
}

} // namespace

TermsDialog::TermsDialog(QWidget* parent) : BuiltDialog(parent)
{
    registerDocuments();
    setAttribute(Qt::WA_DeleteOnClose);
    resize(820, 520);
    build();
}

void TermsDialog::build()
{
    m_terms = glossary();
    m_search = new QLineEdit;
    m_list = new QListWidget;
    m_text = new QTextBrowser;
    setWindowTitle(tr("Statistical terms"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search the terms"));
    m_search->setClearButtonEnabled(true);
    m_list->setAccessibleName(tr("Terms"));
    m_list->setFixedWidth(kListWidth);
    m_list->setSpacing(3);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // what is longer ends in an ellipsis
    m_list->setTextElideMode(Qt::ElideRight);
    m_text->setAccessibleName(tr("Explanation"));
    m_text->setOpenLinks(false);
    m_text->document()->setDocumentMargin(16);
    for (const Term& term : m_terms) {
        auto* item = new QListWidgetItem(term.title, m_list);
        item->setData(role::Id, term.id); // the order is that of the language
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* left = new QVBoxLayout;
    left->addWidget(m_search);
    left->addWidget(m_list, 1);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(12);
    columns->addLayout(left);
    columns->addWidget(m_text, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->addLayout(columns, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_search, &QLineEdit::textChanged, this, &TermsDialog::filter);
    connect(m_list, &QListWidget::currentRowChanged, this, &TermsDialog::onTermChosen);
    connect(m_text, &QTextBrowser::anchorClicked, this, &TermsDialog::openPage);
    m_list->setCurrentRow(0);
}

void TermsDialog::showIn(QWidget* near, const QString& id)
{
    QWidget* window = near->window();
    auto* dialog = window->findChild<TermsDialog*>();
    if (!dialog)
        dialog = new TermsDialog(window);
    if (!id.isEmpty())
        dialog->showTerm(id);
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

void TermsDialog::showTerm(const QString& id)
{
    m_search->clear();
    const auto found = std::ranges::find(m_terms, id, &Term::id);
    if (found != m_terms.end())
        m_list->setCurrentRow(int(found - m_terms.begin()));
}

void TermsDialog::filter(const QString& text)
{
    int first = -1;
    for (int row = 0; row < m_list->count(); ++row) {
        const Term& term = m_terms[std::size_t(row)];
        const bool shown =
            term.title.contains(text, Qt::CaseInsensitive) || term.text.contains(text, Qt::CaseInsensitive);
        m_list->item(row)->setHidden(!shown);
        if (shown && first < 0)
            first = row;
    }
    if (first >= 0 && m_list->currentItem() && m_list->currentItem()->isHidden())
        m_list->setCurrentRow(first);
}

void TermsDialog::onTermChosen(int row)
{
    if (row >= 0)
        m_text->setHtml(markupOf(m_terms[std::size_t(row)]));
}

void TermsDialog::openPage(const QUrl& link)
{
    QFile file(QStringLiteral(":/docs/%1.md").arg(link.path()));
    if (link.scheme() != QLatin1String("page") || !file.open(QIODevice::ReadOnly))
        return;
    m_text->setMarkdown(QString::fromUtf8(file.readAll()));
    const QTextBlock block = blockOf(*m_text->document(), link.fragment(QUrl::FullyDecoded));
    QTextCursor cursor(m_text->document());
    cursor.movePosition(QTextCursor::End); // so that the heading comes to the top and not to the bottom
    m_text->setTextCursor(cursor);
    if (block.isValid())
        m_text->setTextCursor(QTextCursor(block));
}

HelpButton::HelpButton(QWidget* parent) : QToolButton(parent)
{
    constexpr int kSize = 20;
    setText(QStringLiteral("?"));
    setFixedSize(kSize, kSize);
    setProperty("help", true);
    setCursor(Qt::PointingHandCursor);
    hide();
    connect(this, &QToolButton::clicked, this, [this] { TermsDialog::showIn(this, m_id); });
}

void HelpButton::setTerm(const QString& id)
{
    if (id == m_id)
        return;
    m_id = id;
    setVisible(!id.isEmpty());
    const auto terms = glossary();
    const auto found = std::ranges::find(terms, id, &Term::id);
    if (found == terms.end())
        return;
    setAccessibleName(tr("What is this: %1").arg(found->title));
    setToolTip(found->text);
}

} // namespace xp::ui
