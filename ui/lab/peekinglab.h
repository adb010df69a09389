// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/peeking.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <memory>

class QCheckBox;
class QLabel;
class QPushButton;
class QSlider;
class QSpinBox;

namespace xp::ui {

class ClimbChart;
class PathsCanvas;

class RuleCounter;

/// "Peek at 1,000 A/A tests": experiments in which nothing differs, looked at again and again, and how many each method
/// calls all the same. With a true effect: how many it finds, and how soon. Runs on a timer, a slice each frame.
class PeekingLab : public QWidget
{
    Q_OBJECT

public:
    explicit PeekingLab(QWidget* parent = nullptr);

    /// The plan's size and looks; starts anew, once it is shown: the bounds of many looks take a while. `days` of the
    /// planned duration turn shares into days, 0 for none.
    void setPlan(const PeekingSetup& setup, double days);
    /// The same experiments as in another one, as far as they have come there.
    void continueFrom(const PeekingLab& other);
    void start();
    void pause();
    /// All the rest at once: for pictures and tests.
    void finish();
    /// Of a laboratory that has been shown or finished.
    const PeekingSimulation& simulation() const { return *m_simulation; }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* makeControls();
    void restart();
    void onFrame();
    void advanceTo(int step);
    void choose(PeekingRule rule);
    void showCounters();
    void showRunning();
    double shareCalled(PeekingRule rule) const;
    QString verdict() const;

    PeekingSetup m_setup;
    double m_days = 0;
    std::unique_ptr<PeekingSimulation> m_simulation; ///< none before it is needed
    PeekingRule m_rule = PeekingRule::Fixed;
    QTimer m_frames;
    QElapsedTimer m_clock;
    int m_startedAt = 0; ///< the step from which the clock counts
    bool m_wasRunning = false;
    bool m_shownBefore = false;

    QLabel* m_sentence;
    std::array<RuleCounter*, kPeekingRules> m_counters{};
    PathsCanvas* m_canvas;
    ClimbChart* m_climb;
    QPushButton* m_run;
    QPushButton* m_again;
    QCheckBox* m_effect;
    QSlider* m_lift;
    QLabel* m_liftText;
    QSpinBox* m_looks;
};

} // namespace xp::ui
