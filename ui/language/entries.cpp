// SPDX-License-Identifier: Apache-2.0
#include "ui/language/entries.h"

#include "ui/models/cells.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>

#include <functional>

namespace xp::ui {

namespace {

/// Its class, its name, and which of its like it is beneath its parent.
QString placeIn(const QWidget& parent, const QWidget& child)
{
    // The children of a stack are in the order in which they came to the top.
    if (const auto* stack = qobject_cast<const QStackedWidget*>(&parent))
        return QStringLiteral("/%1").arg(stack->indexOf(&child));
    int at = 0;
    for (const QObject* other : parent.children()) {
        if (other == &child)
            break;
        if (other->metaObject() == child.metaObject() && other->objectName() == child.objectName())
            ++at;
    }
    return QStringLiteral("/%1#%2.%3")
        .arg(QLatin1String(child.metaObject()->className()), child.objectName(), QString::number(at));
}

/// All that is in the window itself, from the outermost on; windows over it are their own.
void walk(const QWidget& parent, const QString& path, const std::function<void(QWidget*, const QString&)>& see)
{
    const QObjectList children = parent.children(); // what is put back may add some
    for (QObject* object : children) {
        auto* child = qobject_cast<QWidget*>(object);
        if (!child || child->isWindow())
            continue;
        const QString place = path + placeIn(parent, *child);
        see(child, place);
        // What these are made of is theirs.
        const bool whole = qobject_cast<QComboBox*>(child) || qobject_cast<QAbstractSpinBox*>(child);
        if (!whole)
            walk(*child, place, see);
    }
}

/// A row says itself by its id, where it has one: rows come and go.
QVariant keyOf(const QModelIndex& index)
{
    const QVariant id = index.siblingAtColumn(0).data(role::Id);
    return id.isValid() ? id : QVariant(index.row());
}

QModelIndex rowOf(const QAbstractItemModel& model, const QVariant& key)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        if (keyOf(index) == key)
            return index;
    }
    return {};
}

QVariant choiceIn(const QAbstractItemView& view)
{
    if (!view.selectionModel())
        return {};
    QVariantList rows;
    for (const QModelIndex& index : view.selectionModel()->selectedRows())
        rows << keyOf(index);
    const QModelIndex current = view.currentIndex();
    return QVariantList{current.isValid() ? keyOf(current) : QVariant(), current.column(), rows};
}

void choose(QAbstractItemView& view, const QVariantList& choice)
{
    if (!view.selectionModel() || choice.size() != 3)
        return;
    const QModelIndex current = rowOf(*view.model(), choice[0]).siblingAtColumn(choice[1].toInt());
    if (current.isValid())
        view.selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    for (const QVariant& key : choice[2].toList())
        view.selectionModel()->select(rowOf(*view.model(), key),
                                      QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

/// What stands in an editable box and is none of its entries.
QString typedInto(const QComboBox& box)
{
    return box.isEditable() && box.findText(box.currentText()) < 0 ? box.currentText() : QString();
}

QVariant valueOf(const QWidget* widget)
{
    if (const auto* box = qobject_cast<const QComboBox*>(widget))
        return QVariantList{box->currentIndex(), box->currentData(), typedInto(*box)};
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
        return button->isCheckable() ? QVariant(button->isChecked()) : QVariant();
    if (const auto* box = qobject_cast<const QSpinBox*>(widget))
        return box->value();
    if (const auto* box = qobject_cast<const QDoubleSpinBox*>(widget))
        return box->value();
    if (const auto* slider = qobject_cast<const QAbstractSlider*>(widget))
        return slider->value();
    if (const auto* line = qobject_cast<const QLineEdit*>(widget))
        return line->text();
    if (const auto* text = qobject_cast<const QPlainTextEdit*>(widget))
        return text->toPlainText();
    if (const auto* bar = qobject_cast<const QTabBar*>(widget))
        return bar->currentIndex();
    if (const auto* splitter = qobject_cast<const QSplitter*>(widget))
        return splitter->saveState();
    if (const auto* header = qobject_cast<const QHeaderView*>(widget))
        // The order only: how wide a column must be is another matter in another language.
        return header->isSortIndicatorShown()
                   ? QVariant(QVariantList{header->sortIndicatorSection(), int(header->sortIndicatorOrder())})
                   : QVariant();
    if (const auto* view = qobject_cast<const QAbstractItemView*>(widget))
        return choiceIn(*view);
    return {};
}

void setValue(QComboBox& box, const QVariantList& value)
{
    if (const QString typed = value[2].toString(); !typed.isEmpty())
        return box.setEditText(typed);
    const int found = value[1].isValid() ? box.findData(value[1]) : value[0].toInt();
    if (found < 0 || found >= box.count() || found == box.currentIndex())
        return;
    box.setCurrentIndex(found);
    Q_EMIT box.activated(found);
}

void setValue(QWidget* widget, const QVariant& value)
{
    if (auto* box = qobject_cast<QComboBox*>(widget)) {
        setValue(*box, value.toList());
    } else if (auto* button = qobject_cast<QAbstractButton*>(widget)) {
        if (button->isChecked() != value.toBool())
            button->click();
    } else if (auto* whole = qobject_cast<QSpinBox*>(widget)) {
        whole->setValue(value.toInt());
    } else if (auto* real = qobject_cast<QDoubleSpinBox*>(widget)) {
        real->setValue(value.toDouble());
    } else if (auto* slider = qobject_cast<QAbstractSlider*>(widget)) {
        slider->setValue(value.toInt());
    } else if (auto* line = qobject_cast<QLineEdit*>(widget)) {
        line->setText(value.toString());
    } else if (auto* text = qobject_cast<QPlainTextEdit*>(widget)) {
        text->setPlainText(value.toString());
    } else if (auto* bar = qobject_cast<QTabBar*>(widget)) {
        bar->setCurrentIndex(value.toInt());
    } else if (auto* splitter = qobject_cast<QSplitter*>(widget)) {
        splitter->restoreState(value.toByteArray());
    } else if (auto* header = qobject_cast<QHeaderView*>(widget)) {
        const QVariantList order = value.toList();
        header->setSortIndicator(order[0].toInt(), Qt::SortOrder(order[1].toInt()));
    } else if (auto* view = qobject_cast<QAbstractItemView*>(widget)) {
        choose(*view, value.toList());
    }
}

/// What decides about others comes first; where one is in a list, last.
int turnOf(const QWidget* widget)
{
    if (qobject_cast<const QAbstractItemView*>(widget) && !qobject_cast<const QHeaderView*>(widget))
        return 3;
    if (widget->parentWidget() && qobject_cast<const QAbstractSlider*>(widget) && widget->inherits("QScrollBar"))
        return 4;
    if (qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QPlainTextEdit*>(widget))
        return 2;
    return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QTabBar*>(widget) ? 0 : 1;
}

constexpr int kTurns = 5;

} // namespace

Entries::Entries(const QWidget& window)
{
    walk(window, {}, [this](QWidget* widget, const QString& path) {
        if (const QVariant value = valueOf(widget); value.isValid())
            m_values.insert(path, value);
        if (widget->hasFocus())
            m_focus = path;
    });
}

void Entries::putBack(QWidget& window) const
{
    for (int turn = 0; turn < kTurns; ++turn) {
        walk(window, {}, [&](QWidget* widget, const QString& path) {
            const auto found = m_values.constFind(path);
            if (turnOf(widget) == turn && found != m_values.cend() && valueOf(widget) != *found)
                setValue(widget, *found);
        });
    }
    walk(window, {}, [this](QWidget* widget, const QString& path) {
        if (path == m_focus)
            widget->setFocus();
    });
}

} // namespace xp::ui
