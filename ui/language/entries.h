// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QString>
#include <QVariant>

class QWidget;

namespace xp::ui {

/// What a person has typed, chosen, sorted and scrolled in a window, by the places of the entries in it: taken from a
/// window before its content is built anew, and put back into the new content where the same entry is found.
class Entries
{
public:
    explicit Entries(const QWidget& window);
    /// The new entries tell of their values, as if a person had entered them.
    void putBack(QWidget& window) const;

private:
    QHash<QString, QVariant> m_values;
    QString m_focus;
};

} // namespace xp::ui
