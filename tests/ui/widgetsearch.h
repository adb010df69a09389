// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace xp {

/// The one of those that assistive tools call so; `which` counts from 0.
template <typename T>
T* named(QWidget& in, const QString& accessibleName, int which = 0)
{
    for (T* widget : in.findChildren<T*>()) {
        if (widget->accessibleName() == accessibleName && which-- == 0)
            return widget;
    }
    return nullptr;
}

/// The first whose text begins so.
inline QPushButton* button(QWidget& in, const QString& text)
{
    for (QPushButton* candidate : in.findChildren<QPushButton*>()) {
        if (candidate->text().startsWith(text))
            return candidate;
    }
    return nullptr;
}

/// Whether a label has these words.
inline bool says(QWidget& in, const QString& words)
{
    const auto labels = in.findChildren<QLabel*>();
    return std::ranges::any_of(labels, [&](const QLabel* label) { return label->text().contains(words); });
}

} // namespace xp
