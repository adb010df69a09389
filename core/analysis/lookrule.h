// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/sequence.h"
#include "core/domain/plan.h"
#include "core/stats/spending.h"

#include <map>
#include <memory>
#include <vector>

namespace xp {

/// The kernel's function of a plan's spending; `gamma` matters for Kim-DeMets and Hwang-Shih-DeCani alone.
stats::SpendingFunction spendingOf(SpendingKind kind, double gamma);

/// Even looks of a group-sequential plan, or of a view as one, that says none.
inline constexpr int kAssumedLooks = 4;

/// How large a statistic must be at each look, and what it is worth: what makes a method. Levels are one-sided.
class LookRule
{
public:
    virtual ~LookRule() = default;

    /// The value above which the test rejects at the look with this position and number of units.
    virtual double critical(std::size_t look, double units, double level) const = 0;
    /// The smallest level at which the statistic rejects at this look.
    virtual double tail(std::size_t look, double units, double statistic) const = 0;
};

/// An always-valid test: every look has the same right.
class SequenceRule : public LookRule
{
public:
    explicit SequenceRule(Sequence sequence) : m_sequence(sequence) {}

    double critical(std::size_t look, double units, double level) const override;
    double tail(std::size_t look, double units, double statistic) const override;

private:
    Sequence m_sequence;
};

/// The looks of a group-sequential plan: each may spend what its share of the planned size allows. The bounds do not
/// depend on the data, so all metrics of a report share one rule and what it has computed.
class GroupSequentialRule : public LookRule
{
public:
    /// `rates`: shares of the planned size at the looks so far, rising. With `isLast` the last look spends all that is
    /// left, however much of the planned size it has.
    GroupSequentialRule(std::vector<double> rates, bool isLast, SpendingKind spending, double gamma);

    double critical(std::size_t look, double units, double level) const override;
    double tail(std::size_t look, double units, double statistic) const override;

private:
    const std::vector<double>& bounds(double level) const;
    std::vector<double> compute(double level) const;
    int lastRejected(std::size_t look, double statistic) const;

    std::vector<double> m_rates;
    bool m_isLast;
    SpendingKind m_spending;
    double m_gamma;
    mutable std::map<double, std::shared_ptr<const std::vector<double>>> m_bounds; ///< by level
};

} // namespace xp
