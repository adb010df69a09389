// SPDX-License-Identifier: Apache-2.0
#include "ui/palette/commandpalette.h"

#include "ui/theme/styled.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace xp::ui {

namespace {

constexpr int kWidth = 560;
constexpr int kRows = 10; ///< in sight, none of them cut
constexpr int kRowHeight = 32;
constexpr int kDown = 96; ///< from the top of the window

/// The title at the left, its hint at the right.
class CommandDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Tokens& tokens = Theme::tokens();
        const bool selected = option.state & QStyle::State_Selected;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(tokens.accentSoft);
            painter->drawRoundedRect(option.rect, 6, 6);
        }
        QRect area = option.rect.adjusted(12, 0, -12, 0);
        const QString hint = index.data(CommandModel::HintRole).toString();
        painter->setFont(Theme::font(Theme::kSmall));
        painter->setPen(tokens.secondary);
        painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, hint);
        area.setRight(area.right() - painter->fontMetrics().horizontalAdvance(hint) - 16);
        painter->setFont(Theme::font(Theme::kText));
        painter->setPen(selected ? tokens.accent : tokens.text);
        const QString title = index.data().toString();
        painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(title, Qt::ElideRight, area.width()));
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {kWidth / 2, kRowHeight}; }
};

} // namespace

CommandPalette::CommandPalette(std::vector<Command> commands, QWidget* parent)
    : QDialog(parent)
    , m_model(new CommandModel(std::move(commands), this))
    , m_search(new QLineEdit)
    , m_list(new QListView)
    , m_nothing(new QLabel(tr("Nothing has this name.")))
{
    setWindowTitle(tr("Commands"));
    setWindowFlag(Qt::FramelessWindowHint);
    setModal(true);
    m_search->setPlaceholderText(tr("What do you want to do, or to see?"));
    m_search->setAccessibleName(tr("Command"));
    m_search->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setAccessibleName(tr("Commands"));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus); // the keys go to the line above
    m_list->setFixedHeight(kRows * kRowHeight + 2 * m_list->frameWidth());
    m_nothing->setFixedHeight(m_list->height());
    setRole(m_nothing, "secondary");
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->hide();
    auto* frame = new QFrame;
    frame->setProperty("card", true);
    frame->setFixedWidth(kWidth);
    auto* inner = new QVBoxLayout(frame);
    inner->setContentsMargins(12, 12, 12, 12);
    inner->addWidget(m_search);
    inner->addWidget(m_list);
    inner->addWidget(m_nothing);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(frame);
    layout->setSizeConstraint(QLayout::SetFixedSize);
    connect(m_search, &QLineEdit::textChanged, this, &CommandPalette::onTextChanged);
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
    onTextChanged({});
}

void CommandPalette::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    if (const QWidget* window = parentWidget())
        move(window->mapToGlobal(QPoint((window->width() - width()) / 2, kDown)));
    m_search->setFocus();
}

void CommandPalette::onTextChanged(const QString& text)
{
    m_model->setText(text);
    m_list->setCurrentIndex(m_model->index(0));
    m_list->setVisible(m_model->rowCount() > 0);
    m_nothing->setVisible(m_model->rowCount() == 0);
}

void CommandPalette::run()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    const auto run = m_model->at(index.row()).run;
    accept(); // first: what runs may open a dialog
    run();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const auto moveBy = [this](int rows) {
        const int row = std::clamp(m_list->currentIndex().row() + rows, 0, std::max(0, m_model->rowCount() - 1));
        m_list->setCurrentIndex(m_model->index(row));
    };
    switch (key->key()) {
    case Qt::Key_Up:
        moveBy(-1);
        return true;
    case Qt::Key_Down:
        moveBy(1);
        return true;
    case Qt::Key_PageUp:
        moveBy(-10);
        return true;
    case Qt::Key_PageDown:
        moveBy(10);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run();
        return true;
    default:
        return false;
    }
}

} // namespace xp::ui
