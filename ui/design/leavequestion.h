// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/builtdialog.h"

namespace xp::ui {

/// What becomes of a draft that is left: it is kept, it is discarded, or it is not left after all (rejected).
class LeaveQuestion : public BuiltDialog
{
    Q_OBJECT

public:
    explicit LeaveQuestion(QWidget* parent = nullptr);

Q_SIGNALS:
    void kept();
    void discarded();

protected:
    void build() override;
};

} // namespace xp::ui
