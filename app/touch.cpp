// SPDX-License-Identifier: Apache-2.0
#include "app/touch.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QScroller>

namespace xp::app {

bool TouchScrolling::eventFilter(QObject* watched, QEvent* event)
{
    // Each widget is polished once, before it is first shown.
    if (event->type() == QEvent::Polish) {
        if (auto* area = qobject_cast<QAbstractScrollArea*>(watched))
            QScroller::grabGesture(area->viewport(), QScroller::TouchGesture);
        if (auto* view = qobject_cast<QAbstractItemView*>(watched))
            view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace xp::app
