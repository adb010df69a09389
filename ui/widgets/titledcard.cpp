// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/titledcard.h"

#include "ui/share/savefile.h"
#include "ui/theme/styled.h"
#include "ui/widgets/card.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QImage>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace xp::ui {

TitledCard::TitledCard(const QString& title, const QString& note, QWidget* content, QWidget* parent)
    : QFrame(parent), m_title(new QLabel), m_note(new ElidedLabel), m_content(content)
{
    setProperty("card", true);
    setRole(m_title, "label");
    setRole(m_note, "secondary");
    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_title);
    top->addWidget(m_note, 1);
    auto* more = new QToolButton;
    more->setText(QStringLiteral("⋯"));
    more->setToolTip(tr("Copy or save this chart"));
    more->setAccessibleName(more->toolTip());
    connect(more, &QToolButton::clicked, this,
            [this, more] { openMenu(more->mapToGlobal(more->rect().bottomLeft())); });
    top->addWidget(more);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 8, 8);
    layout->setSpacing(8);
    layout->addLayout(top);
    layout->addWidget(content, 1);
    if (content->accessibleName().isEmpty())
        content->setAccessibleName(title); // until it tells what it shows
    setTitle(title);
    setNote(note);
}

void TitledCard::setTitle(const QString& title)
{
    m_title->setText(title);
}

void TitledCard::setNote(const QString& note)
{
    m_note->setText(note);
    m_note->setToolTip({});
}

Picture TitledCard::picture() const
{
    return {m_title->text(), m_note->text(), m_content};
}

void TitledCard::copyPicture()
{
    QApplication::clipboard()->setImage(QImage::fromData(pngOf(picture())));
}

void TitledCard::savePng()
{
    saveFile(this, {tr("Save the chart"), fileNameOf(m_title->text()) + QLatin1String(".png"), tr("PNG (*.png)"),
                    [this] { return pngOf(picture()); }});
}

void TitledCard::saveSvg()
{
    saveFile(this, {tr("Save the chart"), fileNameOf(m_title->text()) + QLatin1String(".svg"), tr("SVG (*.svg)"),
                    [this] { return svgOf(picture()); }});
}

void TitledCard::openMenu(const QPoint& at)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy picture"), this, &TitledCard::copyPicture);
    menu->addAction(tr("Save as PNG …"), this, &TitledCard::savePng);
    menu->addAction(tr("Save as SVG …"), this, &TitledCard::saveSvg);
    menu->popup(at);
}

void TitledCard::contextMenuEvent(QContextMenuEvent* event)
{
    openMenu(event->globalPos());
}

} // namespace xp::ui
