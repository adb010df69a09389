// SPDX-License-Identifier: Apache-2.0
#include "core/stats/sequentialprocess.h"

#include "core/stats/distributions.h"
#include "core/stats/gausslegendre.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace xp::stats {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kReach = 8.7;       ///< standard deviations beyond which a normal distribution is cut
constexpr double kBridgeReach = 7.2; ///< the same for averages of stay, which is at most 1
constexpr double kTolerance = 1e-11; ///< of the table of stay, which lies in [0, 1]
constexpr double kPiece = 4.5;       ///< standard deviations of a normal density that 12 nodes integrate to 1e-12
const double kLogSqrtTwoPi = 0.5 * std::log(2 * std::numbers::pi);

struct Window
{
    double low = 0;
    double high = 0;
};

/// Where B(I) lies if B(next) is beyond a bound above it: the bridge to the values just beyond, cut to [low, high].
/// `position` and `drift` point to the side of the exit.
Window exitWindow(double information, double next, double position, double drift, double low, double high)
{
    const double deviation = std::sqrt(next);
    const double mean = drift * next;
    const double z = (position - mean) / deviation;
    const double nearest = std::max(position, mean - kReach * deviation);
    const double farthest = z > 0 ? position + deviation * kReach * kReach / (std::sqrt(z * z + kReach * kReach) + z)
                                  : mean + kReach * deviation;
    const double share = information / next;
    const double bridge = std::sqrt(share * (next - information));
    // Beyond an end the mass decays from that end: the more quickly, the farther its peak is outside.
    const auto decay = [&](double outside) {
        return outside <= 0 ? kReach * bridge - outside
                            : kReach * kReach * bridge * bridge / (std::hypot(outside, kReach * bridge) + outside);
    };
    return {std::max(low, std::min(high, share * nearest) -
                              (share * nearest > high ? decay(share * nearest - high) : kReach * bridge)),
            std::min(high, std::max(low, share * farthest) +
                               (share * farthest < low ? decay(low - share * farthest) : kReach * bridge))};
}

/// Sum over positions x now of stay(x) * density of B at x * P(a step of sqrt(next - now) goes beyond the bound), and
/// of the same with the derivative in the bound; kept as logarithms until all terms are known.
class ExitIntegral
{
public:
    ExitIntegral(double information, double drift, double turn, double step)
        : m_information(information), m_drift(drift), m_turn(turn), m_step(step)
    {
    }

    template <typename Stay>
    void add(double left, double right, const Stay& stay)
    {
        const auto& rule = GaussLegendre<8>::rule();
        for (unsigned i = 0; i < 8; ++i) {
            const double x = 0.5 * (left + right) + 0.5 * (right - left) * rule.nodes[i];
            const double weight = 0.5 * (right - left) * rule.weights[i] * stay(x);
            if (!(weight > 0))
                continue;
            const double u = (m_turn - x) / m_step;
            const double logTail = normalLogTail(u);
            const double centred = x - m_drift * m_information;
            m_terms.push_back({logTail - 0.5 * centred * centred / m_information, weight,
                               std::exp(-0.5 * u * u - kLogSqrtTwoPi - logTail)});
        }
    }

    /// logSlope is the mean hazard of the step, a positive number.
    SequentialProcess::Exit result() const
    {
        double largest = -kInfinity;
        for (const Term& term : m_terms)
            largest = std::max(largest, term.log);
        double sum = 0;
        double slope = 0;
        for (const Term& term : m_terms) {
            const double part = term.weight * std::exp(term.log - largest);
            sum += part;
            slope += part * term.hazard;
        }
        return {largest + std::log(sum) - kLogSqrtTwoPi - 0.5 * std::log(m_information), slope / sum};
    }

private:
    struct Term
    {
        double log = 0; ///< without the factor `weight`
        double weight = 0;
        double hazard = 0;
    };
    double m_information;
    double m_drift;
    double m_turn;
    double m_step;
    std::vector<Term> m_terms;
};

} // namespace

SequentialProcess::Exit SequentialProcess::exit(double next, double bound, Side side, double drift) const
{
    // Mirrored where the exit is below, so that it is always above.
    const double sign = side == Side::Above ? 1 : -1;
    if (m_information == 0) {
        const double z = sign * (bound - drift * std::sqrt(next));
        const double logTail = normalLogTail(z);
        return {logTail, -sign * std::exp(-0.5 * z * z - kLogSqrtTwoPi - logTail)};
    }
    const double open = m_openBelow ? -kInfinity : m_stay.low();
    const double step = std::sqrt(next - m_information);
    const double position = sign * bound * std::sqrt(next);
    const double theta = sign * drift;
    const Window window = exitWindow(m_information, next, position, theta, sign > 0 ? open : -m_stay.high(),
                                     sign > 0 ? m_stay.high() : -open);
    const double turn = position - theta * (next - m_information); // where half of the paths exit
    ExitIntegral integral(m_information, theta, turn, step);
    // Pieces no longer than an eighth of the window, nor than the panel or the turn allows.
    const double longest = (window.high - window.low) / 8;
    for (double left = window.low; left < window.high;) {
        const PanelFunction::Panel& panel = sign > 0 ? m_stay.panelAfter(left) : m_stay.panelBefore(-left);
        double right = std::min(window.high, left + std::min(longest, std::max(2 * step, 0.5 * std::abs(left - turn))));
        const double panelEnd = sign > 0 ? panel.right : -panel.left;
        if (panelEnd > left)
            right = std::min(right, panelEnd);
        if (!(right > left))
            break;
        integral.add(left, right, [&](double x) { return panel.at(std::clamp(sign * x, panel.left, panel.right)); });
        left = right;
    }
    const Exit result = integral.result();
    return {result.logProbability, -sign * result.logSlope * std::sqrt(next) / step};
}

double SequentialProcess::boundFor(double next, double logProbability, Side side, double drift) const
{
    const double sign = side == Side::Above ? 1 : -1;
    // Fewer paths exit than would at a first look, so this is too far out; the logarithm is concave in the bound, and
    // Newton's steps come in from there without passing the answer.
    double bound = drift * std::sqrt(next) + sign * normalUpperQuantileOfLog(logProbability);
    if (m_information == 0)
        return bound;
    for (int i = 0; i < 100; ++i) {
        const Exit at = exit(next, bound, side, drift);
        const double change = (at.logProbability - logProbability) / at.logSlope;
        bound -= change;
        if (!(std::abs(change) > 1e-11 * (1 + std::abs(bound))))
            break;
    }
    return bound;
}

void SequentialProcess::advance(double next, double upper)
{
    take(next, (std::min(m_deepest, upper) - 9.5) * std::sqrt(next), upper * std::sqrt(next));
    m_stay.dropLeading(1 - 1e-13); // below, nobody has stopped
    m_openBelow = true;
}

void SequentialProcess::advance(double next, double lower, double upper)
{
    take(next, lower * std::sqrt(next), upper * std::sqrt(next));
    m_openBelow = false;
}

void SequentialProcess::take(double next, double low, double high)
{
    if (m_information == 0) {
        m_stay = PanelFunction::sample([](double) { return 1.0; }, {low, high}, kTolerance);
        m_information = next;
        return;
    }
    // stay turns from 1 to 0 where the bridge passes the last bounds, over the bridge's width: panels as fine as that
    // there, growing with the distance.
    const double stretch = next / m_information;
    const double width = std::sqrt((next - m_information) * stretch);
    std::vector<double> edges{high};
    while (edges.back() > low) {
        const double at = edges.back();
        double step = std::abs(at - m_stay.high() * stretch);
        if (!m_openBelow)
            step = std::min(step, std::abs(at - m_stay.low() * stretch));
        edges.push_back(std::max(low, at - std::max(2 * width, 0.6 * step)));
    }
    std::reverse(edges.begin(), edges.end());
    PanelFunction stay = PanelFunction::sample([&](double y) { return bridge(y, next); }, edges, kTolerance);
    m_stay = std::move(stay);
    m_information = next;
}

/// stay at the next look: the average of stay over where the bridge to y lies now, inside the bounds.
double SequentialProcess::bridge(double y, double next) const
{
    const double mean = y * m_information / next;
    const double deviation = std::sqrt(m_information / next * (next - m_information));
    const double low = mean - kBridgeReach * deviation;
    const double high = mean + kBridgeReach * deviation;
    const double scale = 1 / (deviation * std::sqrt(2 * std::numbers::pi));
    double sum = 0;
    for (const PanelFunction::Panel& panel : m_stay.panels()) {
        if (panel.right <= low || panel.left >= high)
            continue;
        const double left = std::max(low, panel.left);
        const double right = std::min(high, panel.right);
        const double pieces = std::ceil((right - left) / (kPiece * deviation));
        const bool whole = pieces <= 1 && left == panel.left && right == panel.right;
        const auto& rule = GaussLegendre<PanelFunction::kOrder>::rule();
        const double length = (right - left) / pieces;
        for (double k = 0; k < pieces; ++k) {
            double part = 0;
            for (unsigned i = 0; i < PanelFunction::kOrder; ++i) {
                const double x = whole ? panel.nodes[i] : left + length * (k + 0.5 + 0.5 * rule.nodes[i]);
                const double u = (x - mean) / deviation;
                part += rule.weights[i] * (whole ? panel.values[i] : panel.at(x)) * std::exp(-0.5 * u * u);
            }
            sum += 0.5 * length * part;
        }
    }
    sum *= scale;
    if (m_openBelow && low < m_stay.low())
        sum += normalTail((mean - m_stay.low()) / deviation);
    return std::clamp(sum, 0.0, 1.0);
}

} // namespace xp::stats
