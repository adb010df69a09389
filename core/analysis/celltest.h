// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/looknumbers.h"
#include "core/analysis/lookrule.h"

#include <functional>
#include <memory>

namespace xp {

/// What an effect is tested against: no effect, or a margin.
struct Hypothesis
{
    double value = 0;
    bool relative = false; ///< of the control's value; else in the metric's unit
};

/// The one test of one cell under one method: its p-values and its intervals are the same thing seen from two sides. An
/// interval at level alpha excludes a hypothesis exactly when a one-sided p-value against it is at most alpha / 2.
class CellTest
{
public:
    virtual ~CellTest() = default;

    virtual const char* name() const = 0;
    /// The smallest one-sided level at which the effect is larger (side +1) or smaller (side -1) than the hypothesis.
    virtual std::optional<double> pValue(const Hypothesis& hypothesis, int side) const = 0;
    virtual std::optional<Interval> interval(double alpha) const = 0;
    virtual std::optional<Interval> liftInterval(double alpha) const = 0;

    /// Against no effect, on both sides.
    std::optional<double> pValue() const;
};

/// One look, at the planned size.
class FixedCellTest : public CellTest
{
public:
    explicit FixedCellTest(Contrast contrast) : m_contrast(std::move(contrast)) {}

    using CellTest::pValue;
    const char* name() const override { return m_contrast.testName(); }
    std::optional<double> pValue(const Hypothesis& hypothesis, int side) const override;
    std::optional<Interval> interval(double alpha) const override { return m_contrast.interval(alpha); }
    std::optional<Interval> liftInterval(double alpha) const override { return m_contrast.liftInterval(alpha); }

private:
    Contrast m_contrast;
};

/// Several looks that together keep the level: what any of them has excluded stays excluded. Should they exclude
/// everything between them (which happens with a chance of at most the level), there is no interval.
class SequentialCellTest : public CellTest
{
public:
    SequentialCellTest(const char* name, std::shared_ptr<const LookRule> rule, std::vector<NumberedLook> looks)
        : m_name(name), m_rule(std::move(rule)), m_looks(std::move(looks))
    {
    }

    using CellTest::pValue;
    const char* name() const override { return m_name; }
    std::optional<double> pValue(const Hypothesis& hypothesis, int side) const override;
    std::optional<Interval> interval(double alpha) const override;
    std::optional<Interval> liftInterval(double alpha) const override;

private:
    using IntervalOfLook = std::function<std::optional<Interval>(const LookNumbers&, double critical)>;
    std::optional<Interval> intersection(double alpha, const IntervalOfLook& of) const;
    double tailOf(const NumberedLook& look, double statistic) const;

    const char* m_name;
    std::shared_ptr<const LookRule> m_rule;
    std::vector<NumberedLook> m_looks;
};

/// The posterior of the relative lift under a normal prior, its tails in place of p-values; in the metric's unit it is
/// scaled by the control's value. Exists only where the control is above 0.
class BayesianCellTest : public CellTest
{
public:
    BayesianCellTest(const Contrast& contrast, double priorMean, double priorDeviation);

    using CellTest::pValue;
    const char* name() const override { return "normal_posterior"; }
    std::optional<double> pValue(const Hypothesis& hypothesis, int side) const override;
    std::optional<Interval> interval(double alpha) const override;
    std::optional<Interval> liftInterval(double alpha) const override;
    /// What choosing the treatment is expected to cost, in lift; `sign` +1 where more is better.
    std::optional<double> expectedLoss(int sign) const;

private:
    std::optional<double> m_control;
    double m_mean = 0;
    double m_deviation = 0;
};

} // namespace xp
