// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace xp::app {

/// Fingers scroll lists, tables and pages, as they do everywhere in a browser. Installed on the application.
class TouchScrolling : public QObject
{
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace xp::app
