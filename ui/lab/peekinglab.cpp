// SPDX-License-Identifier: Apache-2.0
#include "ui/lab/peekinglab.h"

#include "ui/lab/climbchart.h"
#include "ui/lab/pathscanvas.h"
#include "ui/lab/rulecounter.h"
#include "ui/text/format.h"
#include "ui/widgets/titledcard.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>

#include <algorithm>

namespace xp::ui {

namespace {

using namespace std::chrono_literals;

constexpr auto kFrame = 16ms;
constexpr double kDuration = 8000; ///< ms from the first step to the last
constexpr int kMostSteps = 6;      ///< of one frame: a late one does not stutter, the run takes longer

} // namespace

PeekingLab::PeekingLab(QWidget* parent)
    : QWidget(parent), m_sentence(new QLabel), m_canvas(new PathsCanvas), m_climb(new ClimbChart)
{
    m_canvas->setAccessibleName(tr("Paths of the simulated experiments"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::RichText);
    auto* counters = new QHBoxLayout;
    counters->setSpacing(12);
    auto* group = new QButtonGroup(this);
    for (std::size_t i = 0; i < kPeekingRules; ++i) {
        m_counters[i] = new RuleCounter(PeekingRule(i));
        m_counters[i]->setChecked(i == 0);
        group->addButton(m_counters[i]);
        counters->addWidget(m_counters[i]);
        connect(m_counters[i], &QAbstractButton::clicked, this, [this, i] { choose(PeekingRule(i)); });
    }
    auto* charts = new QHBoxLayout;
    charts->setSpacing(12);
    charts->addWidget(new TitledCard(tr("1,000 experiments"),
                                     tr("z at each moment; a path ends where the chosen method calls it"), m_canvas),
                      5);
    charts->addWidget(new TitledCard(tr("Called so far"), tr("share of all"), m_climb), 3);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(12);
    layout->addWidget(m_sentence);
    layout->addLayout(counters);
    layout->addLayout(charts, 1);
    layout->addWidget(makeControls());
    m_frames.setInterval(kFrame);
    m_frames.setTimerType(Qt::PreciseTimer);
    connect(&m_frames, &QTimer::timeout, this, &PeekingLab::onFrame);
    setPlan({}, 0);
}

QWidget* PeekingLab::makeControls()
{
    m_run = new QPushButton;
    m_again = new QPushButton(tr("Other experiments"));
    m_effect = new QCheckBox(tr("A true effect of"));
    m_lift = new QSlider(Qt::Horizontal);
    m_liftText = new QLabel;
    m_looks = new QSpinBox;
    m_run->setProperty("primary", true);
    m_run->setMinimumWidth(104);
    m_lift->setRange(1, 40);
    m_lift->setValue(10);
    m_lift->setFixedWidth(160);
    m_lift->setAccessibleName(tr("True effect"));
    m_looks->setRange(1, 60);
    m_looks->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_looks->setFixedWidth(56);
    m_looks->setAccessibleName(tr("Number of looks"));
    auto* bar = new QWidget;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins({});
    layout->setSpacing(8);
    layout->addWidget(m_run);
    layout->addWidget(m_again);
    layout->addSpacing(16);
    layout->addWidget(m_effect);
    layout->addWidget(m_lift);
    layout->addWidget(m_liftText);
    layout->addStretch(1);
    layout->addWidget(new QLabel(tr("Looks")));
    layout->addWidget(m_looks);
    connect(m_run, &QPushButton::clicked, this, [this] {
        if (m_frames.isActive())
            pause();
        else
            start();
    });
    connect(m_again, &QPushButton::clicked, this, [this] {
        ++m_setup.seed;
        restart();
        start();
    });
    connect(m_effect, &QCheckBox::toggled, this, [this] {
        restart();
        start();
    });
    connect(m_lift, &QSlider::valueChanged, this, [this] {
        if (m_effect->isChecked())
            restart();
        m_liftText->setText(signedPercent(m_lift->value() / 100.0, 0));
        if (m_effect->isChecked())
            start();
    });
    connect(m_looks, &QSpinBox::valueChanged, this, [this](int looks) {
        m_setup.looks = looks;
        restart();
        start();
    });
    return bar;
}

void PeekingLab::setPlan(const PeekingSetup& setup, double days)
{
    m_setup = setup;
    m_days = days;
    const QSignalBlocker quiet(m_looks);
    m_looks->setValue(setup.looks);
    m_liftText->setText(signedPercent(m_lift->value() / 100.0, 0));
    m_frames.stop();
    m_canvas->setSimulation(nullptr);
    m_simulation.reset();
    if (isVisible())
        restart();
}

void PeekingLab::continueFrom(const PeekingLab& other)
{
    const QSignalBlocker lift(m_lift);
    const QSignalBlocker effect(m_effect);
    m_lift->setValue(other.m_lift->value());
    m_effect->setChecked(other.m_effect->isChecked());
    setPlan(other.m_setup, other.m_days);
    if (other.m_simulation) {
        restart();
        advanceTo(other.m_simulation->step());
    }
    m_shownBefore = other.m_shownBefore;
    m_wasRunning = other.m_wasRunning || other.m_frames.isActive();
}

void PeekingLab::restart()
{
    m_frames.stop();
    PeekingSetup setup = m_setup;
    setup.lift = m_effect->isChecked() ? m_lift->value() / 100.0 : 0;
    // Short stretches between many looks, long ones between few: a path has about as many points.
    setup.stepsPerLook = std::max(4, 336 / setup.looks);
    m_canvas->setSimulation(nullptr);
    m_simulation = std::make_unique<PeekingSimulation>(setup);
    m_climb->restart(setup.looks, setup.level, setup.lift > 0);
    m_canvas->setSimulation(m_simulation.get());
    showCounters();
    showRunning();
}

void PeekingLab::start()
{
    if (!m_simulation || m_simulation->isOver())
        restart();
    m_startedAt = m_simulation->step();
    m_clock.start();
    m_frames.start();
    showRunning();
}

void PeekingLab::pause()
{
    m_frames.stop();
    showRunning();
}

void PeekingLab::finish()
{
    m_frames.stop();
    if (!m_simulation)
        restart();
    advanceTo(m_simulation->steps());
}

void PeekingLab::onFrame()
{
    const double due = m_startedAt + double(m_clock.elapsed()) / kDuration * m_simulation->steps();
    const int most = m_simulation->step() + kMostSteps;
    if (due > most) { // the clock is set back to what was done
        m_startedAt = most;
        m_clock.start();
    }
    advanceTo(std::min({int(due), most, m_simulation->steps()}));
    if (m_simulation->isOver())
        pause();
}

void PeekingLab::advanceTo(int step)
{
    if (step <= m_simulation->step())
        return;
    while (m_simulation->step() < step) {
        const int looks = m_simulation->looksTaken();
        m_simulation->advance();
        if (m_simulation->looksTaken() == looks)
            continue;
        std::array<double, kPeekingRules> shares{};
        for (std::size_t i = 0; i < kPeekingRules; ++i)
            shares[i] = shareCalled(PeekingRule(i));
        m_climb->add(shares);
    }
    m_canvas->showNews();
    showCounters();
    if (m_simulation->isOver())
        showRunning();
}

void PeekingLab::choose(PeekingRule rule)
{
    m_rule = rule;
    m_canvas->setRule(rule);
}

void PeekingLab::showCounters()
{
    const PeekingSetup& setup = m_simulation->setup();
    for (std::size_t i = 0; i < kPeekingRules; ++i) {
        const auto rule = PeekingRule(i);
        const double share = shareCalled(rule);
        QString note;
        if (setup.lift > 0) {
            const double used = m_simulation->meanShareUsed(rule);
            note = !m_simulation->isOver() ? tr("found so far")
                   : m_days > 0 ? tr("found, after %1 days on average").arg(count(std::llround(used * m_days)))
                                : tr("found, with %1 of the units").arg(percent(used, 0));
        } else if (rule == PeekingRule::GroupSequential || rule == PeekingRule::AlwaysValid) {
            note = tr("false alarms; at most %1 promised").arg(levelPercent(setup.level));
        } else {
            note = tr("false alarms; not made for peeking");
        }
        m_counters[i]->show(share, note);
    }
    m_sentence->setText(verdict());
}

double PeekingLab::shareCalled(PeekingRule rule) const
{
    return double(m_simulation->called(rule)) / m_simulation->setup().experiments;
}

QString PeekingLab::verdict() const
{
    const PeekingSetup& setup = m_simulation->setup();
    if (setup.lift > 0)
        return tr("<b>Now the treatment is better by %1.</b> Methods that may be looked at stop early where the effect "
                  "is "
                  "clear; the price of looking is a little power.")
            .arg(percent(setup.lift, 0));
    return tr("<b>In these %1 experiments nothing differs.</b> Whoever tests at %2 at each look and stops at the first "
              "“significant” result calls %3 of them a success.")
        .arg(count(setup.experiments), levelPercent(setup.level), percent(shareCalled(PeekingRule::Fixed), 1));
}

void PeekingLab::showRunning()
{
    m_run->setText(m_frames.isActive()                      ? tr("Pause")
                   : m_simulation && m_simulation->isOver() ? tr("Run again")
                                                            : tr("Run"));
}

void PeekingLab::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_simulation)
        restart();
    if (m_wasRunning || !m_shownBefore)
        start();
    m_shownBefore = true;
}

void PeekingLab::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_wasRunning = m_frames.isActive();
    pause();
}

} // namespace xp::ui
