// SPDX-License-Identifier: Apache-2.0
#include "core/stats/fisherexact.h"

#include "core/stats/checks.h"
#include "core/stats/gausslegendre.h"
#include "core/stats/saddlepoint.h"

#include <algorithm>
#include <cmath>

namespace xp::stats {

namespace {

/// The treatment's successes k when so many of all units succeed and fail, `drawn` of them treated and `rest` not. All
/// four are given, as a total of two counts of 2^53 is no longer exact.
class Hypergeometric
{
public:
    Hypergeometric(double successes, double failures, double drawn, double rest)
        : m_successes(successes), m_failures(failures), m_drawn(drawn), m_rest(rest), m_total(drawn + rest)
    {
    }

    double lowest() const { return std::max(0.0, m_drawn - m_failures); }
    double highest() const { return std::min(m_drawn, m_successes); }
    double mode() const
    {
        return std::clamp(std::floor((m_drawn + 1) * ((m_successes + 1) / (m_total + 2))), lowest(), highest());
    }

    double logProbability(double k) const
    {
        if (lowest() == highest())
            return 0;
        const double p = m_drawn / m_total;
        const double q = m_rest / m_total;
        return logBinomialProbability(k, m_successes - k, p, q) +
               logBinomialProbability(m_drawn - k, m_failures - (m_drawn - k), p, q) -
               logBinomialProbability(m_drawn, m_rest, p, q);
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
    double sumUp(double k) const { return sumFrom(k, +1); }
    double sumDown(double k) const { return sumFrom(k, -1); }

    /// P(X = k + direction) / P(X = k).
    double ratio(double k, double direction) const
    {
        if (direction > 0)
            return (m_successes - k) / (k + 1) * ((m_drawn - k) / (m_failures - m_drawn + k + 1));
        return k / (m_successes - k + 1) * ((m_failures - m_drawn + k) / (m_drawn - k + 1));
    }

    /// The sum of the terms from k outwards, which fall all the way.
    double sumFrom(double k, double direction) const
    {
        const double last = direction > 0 ? highest() : lowest();
        const double first = std::exp(logProbability(k));
        if (k != last && 1 - ratio(k, direction) < kFlat && deviation() > 1 / kFlat)
            return std::min(1.0, first * integralFrom(k, direction));
        double term = 1;
        double sum = 1;
        for (double i = k; i != last && term > sum * 1e-17; i += direction) {
            term *= ratio(i, direction);
            sum += term;
        }
        return std::min(1.0, first * sum);
    }

    /// The same sum over the first term, where there are thousands of terms of about the same size: the integral from
    /// half a step before the first one, with the first correction of Euler and Maclaurin; the next one is kFlat^4.
    double integralFrom(double k, double direction) const
    {
        const double start = logProbability(k);
        const auto relative = [&](double x) { return std::exp(logProbability(k + direction * x) - start); };
        double sum = 0;
        double at = -0.5;
        for (int i = 0; i < 1000; ++i) {
            const double steepness = 1 - ratio(std::round(k + direction * at), direction);
            const double width = 1 / (std::max(0.0, steepness) / 4 + 1 / deviation());
            const double part = GaussLegendre<16>::integrate(relative, at, at + width);
            sum += part;
            at += width;
            if (part < 1e-17 * sum)
                break;
        }
        const double before = ratio(k - direction, direction);
        const double slope = std::log(before) / std::sqrt(before); // half a step before the first term
        return sum + slope / 24;
    }

    double deviation() const
    {
        return std::sqrt(m_drawn * (m_successes / m_total) * (m_failures / m_total) * (m_rest / m_total));
    }

    static constexpr double kFlat = 1e-3;

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
    if (rare(inner))
        return 1;
    const double own = above ? table.upperTail(observed) : table.lowerTail(observed);
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
    const Hypergeometric table(control.x + treatment.x, (control.n - control.x) + (treatment.n - treatment.x),
                               treatment.n, control.n);
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
