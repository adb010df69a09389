// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/design/designpage.h"

class QLineEdit;
class QPlainTextEdit;

namespace xp::ui {

/// What is asked, and what is believed.
class QuestionPage : public DesignPage
{
    Q_OBJECT

public:
    explicit QuestionPage(QWidget* parent = nullptr);
    void show(const Draft& draft) override;
    void store(Draft& draft) const override;
    QWidget* firstEntry() const override;

protected:
    QWidget* entryOf(DesignEntry entry, std::size_t row) const override;

private:
    QLineEdit* m_name;
    QPlainTextEdit* m_hypothesis;
    QPlainTextEdit* m_description;
};

} // namespace xp::ui
