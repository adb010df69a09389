// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

namespace xp::ui {

/// A dialog whose content is built anew when the language changes, with what was entered in it.
class BuiltDialog : public QDialog
{
    Q_OBJECT

public:
    explicit BuiltDialog(QWidget* parent = nullptr);

    /// Never larger than the screen, or than a window that is itself larger than that; from the start, so that nothing
    /// has moved once it is seen.
    void setVisible(bool visible) override;

protected:
    /// Fills the empty dialog; the constructor of the dialog itself calls it first.
    virtual void build() = 0;
    void changeEvent(QEvent* event) override;

private:
    QString m_language; ///< that it was built in; one change is told several times
};

} // namespace xp::ui
