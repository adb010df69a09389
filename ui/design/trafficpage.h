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
    QWidget* firstEntry() const override;
    void showConsequence(const Draft& draft);

protected:
    QWidget* entryOf(DesignEntry entry, std::size_t row) const override;

private:
    QSlider* m_share;
    QLabel* m_shareText;
    QLabel* m_consequence;
    QLineEdit* m_project;
    QLineEdit* m_environment;
    QLineEdit* m_targeting;
};

/// The plan in plain words, with what to think of and its fingerprint.
class ReviewPage : public DesignPage
{
    Q_OBJECT

public:
    explicit ReviewPage(QWidget* parent = nullptr);
    void show(const Draft& draft) override;
    void store(Draft&) const override {}
    /// Experiments that run already, of which some may meet the same users.
    void offer(std::vector<Experiment> running) { m_running = std::move(running); }

private:
    std::vector<Experiment> m_running;
    QLabel* m_name;
    QLabel* m_words;
    QLabel* m_fingerprint;
    QLabel* m_warnings;
    QWidget* m_warningBox;
};

} // namespace xp::ui
