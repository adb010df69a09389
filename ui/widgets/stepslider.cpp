// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/stepslider.h"

#include "ui/theme/styled.h"

#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <cmath>

namespace xp::ui {

StepSlider::StepSlider(const QString& name, std::vector<double> steps, Text text, QWidget* parent)
    : QWidget(parent)
    , m_steps(std::move(steps))
    , m_text(std::move(text))
    , m_slider(new QSlider(Qt::Horizontal))
    , m_shown(new QLabel)
{
    auto* label = new QLabel(name);
    setRole(label, "secondary");
    label->setBuddy(m_slider);
    m_shown->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_slider->setAccessibleName(name);
    m_slider->setRange(0, std::max(0, int(m_steps.size()) - 1));
    m_slider->setPageStep(1);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setVerticalSpacing(2);
    grid->addWidget(label, 0, 0);
    grid->addWidget(m_shown, 0, 1);
    grid->addWidget(m_slider, 1, 0, 1, 2);
    if (!m_steps.empty())
        setValue(m_steps.front());
    connect(m_slider, &QSlider::valueChanged, this, [this](int step) {
        m_value = m_steps[std::size_t(step)];
        showValue();
        Q_EMIT changed();
    });
}

double StepSlider::value() const
{
    return m_value;
}

void StepSlider::setValue(double value)
{
    const QSignalBlocker quiet(m_slider);
    m_value = value;
    m_slider->setValue(nearest(value));
    showValue();
}

void StepSlider::setSteps(std::vector<double> steps)
{
    if (steps == m_steps || steps.empty())
        return;
    const QSignalBlocker quiet(m_slider);
    m_steps = std::move(steps);
    m_slider->setRange(0, int(m_steps.size()) - 1);
    m_slider->setValue(nearest(m_value));
    m_value = m_steps[std::size_t(m_slider->value())];
    showValue();
}

void StepSlider::showValue()
{
    m_shown->setText(m_text(m_value));
    m_slider->setAccessibleDescription(m_shown->text());
}

int StepSlider::nearest(double value) const
{
    const auto distance = [&](double step) { return std::abs(step - value); };
    const auto it = std::ranges::min_element(m_steps, {}, distance);
    return int(it - m_steps.begin());
}

} // namespace xp::ui
