// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/design/designpage.h"

class QLabel;
class QLineEdit;
class QSlider;

namespace xp::ui {

/// Who takes part.
class TrafficPage : public DesignPage
{
    Q_OBJECT

public:
    explicit TrafficPage(QWidget* parent = nullptr);
    void show(const Draft& draft) override;
    void store(Draft& draft) const override;
    void showConsequence(const Draft& draft);

private:
    QSlider* m_share;
    QLabel* m_shareText;
    QLabel* m_consequence;
    QLineEdit* m_project;
    QLineEdit* m_environment;
};

/// The plan in plain words, with what to think of.
class ReviewPage : public DesignPage
{
    Q_OBJECT

public:
    explicit ReviewPage(QWidget* parent = nullptr);
    void show(const Draft& draft) override;
    void store(Draft&) const override {}

private:
    QLabel* m_name;
    QLabel* m_words;
    QLabel* m_warnings;
    QWidget* m_warningBox;
};

} // namespace xp::ui
