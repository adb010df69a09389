// SPDX-License-Identifier: Apache-2.0
#include "core/stats/fisherexact.h"

#include "core/stats/checks.h"
#include "core/stats/saddlepoint.h"

#include <algorithm>
#include <cmath>

namespace xp::stats {

namespace {

/// The treatment's successes k when `successes` of `total` units succeed, `drawn` of them treated.
class Hypergeometric
{
public:
    Hypergeometric(double successes, double total, double drawn)
        : m_successes(successes), m_failures(total - successes), m_drawn(drawn), m_rest(total - drawn), m_total(total)
    {
    }

    double lowest() const { return std::max(0.0, m_drawn - m_failures); }
    double highest() const { return std::min(m_drawn, m_successes); }
    double mode() const { return std::floor((m_drawn + 1) * ((m_successes + 1) / (m_total + 2))); }

    double logProbability(double k) const
    {
        if (lowest() == highest())
            return 0;
        const double p = m_drawn / m_total;
        const double q = m_rest / m_total;
        return logBinomialProbability(k, m_successes, p, q) + logBinomialProbability(m_drawn - k, m_failures, p, q) -
               logBinomialProbability(m_drawn, m_total, p, q);
    }

    /// P(X >= k).
    double upperTail(double k) const
    {
        if (k <= lowest())
            return 1;
        return k > mode() ? sumUp(k) : std::max(0.0, 1 - sumDown(k - 1));
    }

    /// P(X <= k).
    double lowerTail(double k) const
    {
        if (k >= highest())
            return 1;
        return k < mode() ? sumDown(k) : std::max(0.0, 1 - sumUp(k + 1));
    }

private:
    // Sums of terms that fall all the way, from k outwards, relative to the first one.
    double sumUp(double k) const
    {
        double term = 1;
        double sum = 1;
        for (double i = k; i < highest() && term > sum * 1e-17; ++i) {
            term *= (m_successes - i) / (i + 1) * ((m_drawn - i) / (m_failures - m_drawn + i + 1));
            sum += term;
        }
        return std::min(1.0, std::exp(logProbability(k)) * sum);
    }

    double sumDown(double k) const
    {
        double term = 1;
        double sum = 1;
        for (double i = k; i > lowest() && term > sum * 1e-17; --i) {
            term *= i / (m_successes - i + 1) * ((m_failures - m_drawn + i) / (m_drawn - i + 1));
            sum += term;
        }
        return std::min(1.0, std::exp(logProbability(k)) * sum);
    }

    double m_successes;
    double m_failures;
    double m_drawn;
    double m_rest;
    double m_total;
};

/// Tables whose probabilities agree to this many parts count as equally probable; rounding makes them differ.
constexpr double kTie = 1e-10;

double twoSided(const Hypergeometric& table, double observed)
{
    const double limit = table.logProbability(observed) + kTie;
    const auto rare = [&](double k) { return table.logProbability(k) <= limit; };
    const bool above = observed >= table.mode();
    // On the other side of the mode probabilities rise towards it: bisect for the last table that is rare enough.
    double outer = above ? table.lowest() : table.highest();
    double inner = table.mode();
    const double own = above ? table.upperTail(observed) : table.lowerTail(observed);
    if (rare(inner))
        return 1;
    if (!rare(outer))
        return own;
    while (std::abs(inner - outer) > 1) {
        const double middle = std::floor((inner + outer) / 2);
        (rare(middle) ? outer : inner) = middle;
    }
    return std::min(1.0, own + (above ? table.lowerTail(outer) : table.upperTail(outer)));
}

} // namespace

StatsResult<double> fisherExactTest(const Proportion& control, const Proportion& treatment, Alternative alternative)
{
    if (Wrong e = firstOf({checkProportion(control, "control."), checkProportion(treatment, "treatment.")}))
        return tl::unexpected(*e);
    const Hypergeometric table(control.x + treatment.x, control.n + treatment.n, treatment.n);
    switch (alternative) {
    case Alternative::Less:
        return table.lowerTail(treatment.x);
    case Alternative::Greater:
        return table.upperTail(treatment.x);
    case Alternative::TwoSided:
        break;
    }
    return twoSided(table, treatment.x);
}

} // namespace xp::stats
