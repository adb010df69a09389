// SPDX-License-Identifier: Apache-2.0
#include "app/showntexts.h"

#include "app/browser.h"
#include "ui/language/language.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QLabel>
#include <QMenu>

#include <algorithm>

namespace xp::app {

namespace {

/// Of a list that is shown; the studio's own are shorter.
constexpr int kMostRows = 500;

constexpr char16_t kFirst = 0x3000; ///< of what needs such fonts

/// What it shows at once.
QString textOf(const QWidget& widget)
{
    QStringList texts;
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        texts << label->text();
    else if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        texts << button->text();
    else if (const auto* menu = qobject_cast<const QMenu*>(&widget))
        for (const QAction* action : menu->actions())
            texts << action->text();
    else if (const auto* box = qobject_cast<const QComboBox*>(&widget))
        texts << box->currentText();
    else if (const auto* view = qobject_cast<const QAbstractItemView*>(&widget); view && view->model())
        for (int row = 0; row < std::min(view->model()->rowCount(), kMostRows); ++row)
            texts << view->model()->index(row, 0).data().toString();
    return texts.join(u' ');
}

} // namespace

bool ShownTexts::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::LanguageChange && watched == QCoreApplication::instance()) {
        browser::setLanguage(ui::languageInUse());
    } else if (event->type() == QEvent::Show && watched->isWidgetType()) {
        const QString text = textOf(*static_cast<const QWidget*>(watched));
        if (std::ranges::any_of(text, [](QChar sign) { return sign.unicode() >= kFirst; }))
            browser::lookAt(text);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace xp::app
