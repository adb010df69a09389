// SPDX-License-Identifier: Apache-2.0
#include "core/stats/sequentialprocess.h"

#include "core/stats/distributions.h"
#include "core/stats/gausslegendre.h"
#include "core/stats/upperhalves.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace xp::stats {

namespace {

const double kLogSqrtTwoPi = 0.5 * std::log(2 * std::numbers::pi);

/// Where a concave function is within `negligible` of its largest value, inside [low, high]; a little more where that
/// is found sooner.
template <typename Function>
std::pair<double, double> support(const Function& f, double low, double high, double negligible)
{
    constexpr double kGolden = 0.6180339887498949;
    constexpr double kNearPeak = 2; // a floor that is so much too low costs little
    constexpr double kBeyond = 8;   // a part of the domain that is so far below the floor too
    const double atLow = f(low);
    const double atHigh = f(high);
    double left = low;
    double right = high;
    double atLeft = atLow;
    double atRight = atHigh;
    double a = right - kGolden * (right - left);
    double b = left + kGolden * (right - left);
    double atA = f(a);
    double atB = f(b);
    // What a concave function can still hide: it stays below the lines through two of its points, on from there.
    const auto isNearPeak = [&] {
        const double rise = std::abs(atA - atB) / (b - a);
        const double hidden = atA >= atB ? std::max(rise * (a - left), (atB - atRight) * (b - a) / (right - b))
                                         : std::max(rise * (right - b), (atA - atLeft) * (b - a) / (a - left));
        return hidden < kNearPeak;
    };
    for (int i = 0; i < 40 && !isNearPeak(); ++i) {
        if (atA < atB) {
            left = a;
            atLeft = atA;
            a = b;
            atA = atB;
            atB = f(b = left + kGolden * (right - left));
        } else {
            right = b;
            atRight = atB;
            b = a;
            atB = atA;
            atA = f(a = right - kGolden * (right - left));
        }
    }
    const double peak = atA >= atB ? a : b;
    const double floor = std::max({atA, atB, atLow, atHigh}) - negligible;
    const auto edge = [&](double inside, double outside, double atOutside) {
        for (int i = 0; i < 30 && !(atOutside >= floor - kBeyond); ++i) {
            const double middle = 0.5 * (inside + outside);
            const double atMiddle = f(middle);
            if (atMiddle >= floor) {
                inside = middle;
            } else {
                outside = middle;
                atOutside = atMiddle;
            }
        }
        return outside;
    };
    return {edge(peak, low, atLow), edge(peak, high, atHigh)};
}

} // namespace

SequentialProcess::Exit SequentialProcess::exit(double next, double bound, Side side, double drift) const
{
    // Mirrored where the exit is below, so that it is always above.
    const double sign = side == Side::Above ? 1 : -1;
    const auto hazard = [](double z, double logTail) { return std::exp(-0.5 * z * z - kLogSqrtTwoPi - logTail); };
    if (m_information == 0) {
        const double z = sign * (bound - drift * std::sqrt(next));
        const double logTail = normalLogTail(z);
        return {logTail, -sign * hazard(z, logTail)};
    }
    // P(running at x) * P(the step from x goes beyond the bound), as a logarithm: a concave function of x.
    const double step = std::sqrt(next - m_information);
    const double turn = sign * bound * std::sqrt(next) - sign * drift * (next - m_information);
    const double mean = sign * drift * m_information;
    const double deviation = std::sqrt(m_information);
    const auto logRunning = [&](double x) {
        const double z = (x - mean) / deviation;
        return m_logStay.at(sign * x) - 0.5 * z * z;
    };
    const auto logTerm = [&](double x) { return logRunning(x) + normalLogTail((turn - x) / step); };
    const double ends[] = {sign * m_logStay.low(), sign * m_logStay.high()};
    double low = std::min(ends[0], ends[1]);
    double high = std::max(ends[0], ends[1]);
    if (m_openBelow && sign > 0)
        low = std::min({low, mean, turn}) - 9 * deviation;
    else if (m_openBelow)
        high = std::max({high, mean, turn}) + 9 * deviation;
    const auto [left, right] = support(logTerm, low, high, m_precision.negligible);

    double largest = -std::numeric_limits<double>::infinity();
    std::vector<std::array<double, 3>> terms; // logarithm, weight, hazard
    const auto& rule = GaussLegendre<8>::rule();
    for (const auto& [from, to] : pieces(left, right, sign, step, turn)) {
        for (unsigned i = 0; i < 8; ++i) {
            const double x = 0.5 * (from + to) + 0.5 * (to - from) * rule.nodes[i];
            const double z = (turn - x) / step;
            const double logTail = normalLogTail(z);
            terms.push_back({logRunning(x) + logTail, 0.5 * (to - from) * rule.weights[i], hazard(z, logTail)});
            largest = std::max(largest, terms.back()[0]);
        }
    }
    double sum = 0;
    double slope = 0;
    for (const auto& [log, weight, rate] : terms) {
        const double part = weight * std::exp(log - largest);
        sum += part;
        slope += part * rate;
    }
    return {largest + std::log(sum / deviation) - kLogSqrtTwoPi, -sign * slope / sum * std::sqrt(next) / step};
}

/// [left, right] cut into at least eight pieces, at the edges of the table's panels and finely around the turn.
std::vector<std::pair<double, double>> SequentialProcess::pieces(double left, double right, double sign, double step,
                                                                 double turn) const
{
    std::vector<double> edges;
    const double longest = (right - left) / 8;
    for (double at = left; at < right;) {
        edges.push_back(at);
        const double further = at + std::min(longest, std::max(2 * step, 0.5 * std::abs(at - turn)));
        if (!(further > at))
            break;
        at = further;
    }
    for (const PanelFunction::Panel& panel : m_logStay.panels()) {
        for (const double edge : {sign * panel.left, sign * panel.right}) {
            if (edge > left && edge < right)
                edges.push_back(edge);
        }
    }
    edges.push_back(right);
    std::sort(edges.begin(), edges.end());
    std::vector<std::pair<double, double>> result;
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
        if (edges[i + 1] > edges[i])
            result.emplace_back(edges[i], edges[i + 1]);
    }
    return result;
}

double SequentialProcess::boundFor(double next, double logProbability, Side side, double drift,
                                   std::optional<double> guess) const
{
    clearUpperHalves();
    const double sign = side == Side::Above ? 1 : -1;
    // Fewer paths exit than would at a first look, so this is too far out; the logarithm is concave in the bound, and
    // Newton's steps come in from there without passing the answer. From a guess on the other side the first step does
    // pass it, and the others come in.
    const double atFirst = drift * std::sqrt(next) + sign * normalUpperQuantileOfLog(logProbability);
    if (m_information == 0)
        return atFirst;
    double bound = guess.value_or(atFirst);
    double before = std::numeric_limits<double>::infinity();
    for (int i = 0; i < 100; ++i) {
        const Exit at = exit(next, bound, side, drift);
        const double change = (at.logProbability - logProbability) / at.logSlope;
        bound -= change;
        // The steps fall quadratically: the next one would be change^3 / before^2.
        const double nextChange = std::abs(change) * (change / before) * (change / before);
        if (!(std::abs(change) > 1e-11 * (1 + std::abs(bound)) &&
              (i == 0 || nextChange > 1e-14 * (1 + std::abs(bound)))))
            break;
        before = change;
    }
    return bound;
}

void SequentialProcess::advance(double next, double upper)
{
    take(next, (std::min(m_deepest, upper) - 9.5) * std::sqrt(next), upper * std::sqrt(next));
    m_logStay.dropLeading(-1e-3 * m_precision.tolerance); // below, nobody has stopped
    m_openBelow = true;
}

void SequentialProcess::advance(double next, double lower, double upper)
{
    take(next, lower * std::sqrt(next), upper * std::sqrt(next));
    m_openBelow = false;
}

void SequentialProcess::take(double next, double low, double high)
{
    clearUpperHalves();
    if (m_information == 0) {
        m_logStay = PanelFunction::sample([](double) { return 0.0; }, {low, high}, {m_precision.tolerance, high - low});
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
        double distance = std::abs(at - m_logStay.high() * stretch);
        if (!m_openBelow)
            distance = std::min(distance, std::abs(at - m_logStay.low() * stretch));
        const double further = at - std::max(m_precision.panelWidths * width, 0.3 * m_precision.panelWidths * distance);
        edges.push_back(further < at ? std::max(low, further) : low);
    }
    std::reverse(edges.begin(), edges.end());
    PanelFunction logStay =
        PanelFunction::sample([&](double y) { return logBridge(y, next); }, edges, {m_precision.tolerance, width});
    m_logStay = std::move(logStay);
    m_information = next;
}

/// log stay at the next look: of the average of stay over where the bridge to y lies now, inside the bounds.
double SequentialProcess::logBridge(double y, double next) const
{
    const double mean = y * m_information / next;
    const double deviation = std::sqrt(m_information / next * (next - m_information));
    // Everything is relative to the value at the place inside that is nearest to the middle of the bridge.
    const double nearest =
        std::clamp(mean, m_openBelow ? std::min(mean, m_logStay.low()) : m_logStay.low(), m_logStay.high());
    const double outside = std::abs(mean - nearest) / deviation;
    const double reference = m_logStay.at(nearest) - 0.5 * outside * outside;
    const double reach = deviation * std::sqrt(2 * (m_precision.negligible - reference));
    const double longest = m_precision.piece * deviation / (1 + 0.5 * outside);
    const auto& rule = GaussLegendre<PanelFunction::kOrder>::rule();
    double sum = 0;
    for (const PanelFunction::Panel& panel : m_logStay.panels()) {
        const double left = std::max(mean - reach, panel.left);
        const double right = std::min(mean + reach, panel.right);
        if (!(left < right))
            continue;
        const double count = std::ceil((right - left) / longest);
        const bool whole = count <= 1 && left == panel.left && right == panel.right;
        const double length = (right - left) / count;
        for (double k = 0; k < count; ++k) {
            double part = 0;
            for (unsigned i = 0; i < PanelFunction::kOrder; ++i) {
                const double x = whole ? panel.nodes[i] : left + length * (k + 0.5 + 0.5 * rule.nodes[i]);
                const double u = (x - mean) / deviation;
                part += rule.weights[i] * std::exp((whole ? panel.values[i] : panel.at(x)) - 0.5 * u * u - reference);
            }
            sum += 0.5 * length * part;
        }
    }
    sum /= deviation * std::sqrt(2 * std::numbers::pi);
    if (m_openBelow)
        sum += std::exp(normalLogTail((mean - m_logStay.low()) / deviation) - reference);
    return std::min(0.0, reference + std::log(sum));
}

} // namespace xp::stats
