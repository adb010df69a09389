// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QWidget>

#include <functional>
#include <vector>

class QLabel;
class QSlider;

namespace xp::ui {

/// A named slider over a few values that make sense, with the present one written at its right.
class StepSlider : public QWidget
{
    Q_OBJECT

public:
    using Text = std::function<QString(double)>;

    StepSlider(const QString& name, std::vector<double> steps, Text text, QWidget* parent = nullptr);

    double value() const;
    /// The step nearest to it; a value between two steps is kept until the slider is moved. Tells nobody.
    void setValue(double value);
    /// Other values to choose from; the present one is kept as far as it can.
    void setSteps(std::vector<double> steps);

Q_SIGNALS:
    void changed();

private:
    void showValue();
    int nearest(double value) const;

    std::vector<double> m_steps;
    Text m_text;
    double m_value = 0;
    QSlider* m_slider;
    QLabel* m_shown;
};

} // namespace xp::ui
