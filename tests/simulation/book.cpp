// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/book.h"

#include <algorithm>
#include <cstdio>

namespace xp::simulation {

namespace {

std::string number(double value, int decimals = 4)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    return text;
}

std::string text(const Share& share)
{
    return number(share.value) + " (" + number(share.lower) + " to " + number(share.upper) + ")";
}

const char* promiseText(Promise promise)
{
    switch (promise) {
    case Promise::Fixed:
        return "one look";
    case Promise::Sequential:
        return "all looks";
    case Promise::None:
        break;
    }
    return "none";
}

constexpr int kRow = 14;
constexpr int kLeft = 20;
constexpr int kPlot = 560;
constexpr int kLabel = 700;

/// One dot with its bounds a row, on an axis from `low` to `high` with a line at `promise`.
class Picture
{
public:
    Picture(std::string title, double low, double high, double promise)
        : m_title(std::move(title)), m_low(low), m_high(high), m_promise(promise)
    {
    }

    void add(const std::string& label, const Share& share, bool kept)
    {
        const int y = 60 + kRow * m_rows++;
        const std::string colour = kept ? "#2563eb" : "#b91c1c";
        m_body += "<line x1=\"" + x(share.lower) + "\" x2=\"" + x(share.upper) + "\" y1=\"" + std::to_string(y) +
                  "\" y2=\"" + std::to_string(y) + "\" stroke=\"" + colour + "\"/><circle cx=\"" + x(share.value) +
                  "\" cy=\"" + std::to_string(y) + "\" r=\"3\" fill=\"" + colour + "\"/><text x=\"" +
                  std::to_string(kLeft + kPlot + 14) + "\" y=\"" + std::to_string(y + 3) + "\">" + label + "</text>\n";
    }

    std::string svg() const
    {
        const int height = 70 + kRow * m_rows;
        const std::string bottom = std::to_string(height - 16);
        std::string out =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + std::to_string(kLeft + kPlot + kLabel) +
            "\" height=\"" + std::to_string(height) +
            "\" font-family=\"sans-serif\" font-size=\"10\" fill=\"#374151\">\n"
            "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n<text x=\"20\" y=\"22\" font-size=\"14\">" +
            m_title + "</text>\n";
        for (int tick = 0; tick <= 5; ++tick) {
            const double at = m_low + (m_high - m_low) * tick / 5;
            out += "<line x1=\"" + x(at) + "\" x2=\"" + x(at) + "\" y1=\"46\" y2=\"" + bottom +
                   "\" stroke=\"#e5e7eb\"/><text x=\"" + x(at) + "\" y=\"40\" text-anchor=\"middle\">" + number(at, 3) +
                   "</text>\n";
        }
        out += "<line x1=\"" + x(m_promise) + "\" x2=\"" + x(m_promise) + "\" y1=\"46\" y2=\"" + bottom +
               "\" stroke=\"#111827\" stroke-dasharray=\"4 3\"/>\n";
        return out + m_body + "</svg>\n";
    }

private:
    std::string x(double value) const
    {
        return number(kLeft + kPlot * (std::clamp(value, m_low, m_high) - m_low) / (m_high - m_low), 1);
    }

    std::string m_title;
    double m_low;
    double m_high;
    double m_promise;
    int m_rows = 0;
    std::string m_body;
};

std::string labelOf(const Judged& cell)
{
    std::string label = cell.group + ": " + cell.name;
    for (std::size_t at = 0; (at = label.find('&', at)) != std::string::npos; at += 5)
        label.replace(at, 1, "&amp;");
    return label;
}

} // namespace

Judged judge(const Cell& cell, const Counts& counts, bool isFull)
{
    const double confidence = isFull ? 0.99 : 0.999999;
    Judged judged{.group = cell.group,
                  .name = cell.name,
                  .promise = cell.promise,
                  .runs = counts.runs,
                  .error = simulatedShare(counts.wrong, counts.runs, confidence),
                  .coverage = simulatedShare(counts.intervals - counts.missed, counts.intervals, confidence),
                  .liftCoverage =
                      simulatedShare(counts.liftIntervals - counts.missedLift, counts.liftIntervals, confidence),
                  .hasCoverage = counts.intervals > 0,
                  .broken = {}};
    if (cell.promise == Promise::None)
        return judged;
    if (isFull ? judged.error.upper > 0.055 : judged.error.lower > 0.05)
        judged.broken.push_back("error " + text(judged.error));
    const auto checkCoverage = [&](const Share& share, const char* of) {
        const bool isFixed = cell.promise == Promise::Fixed;
        const bool isBroken = isFull && isFixed ? share.value < 0.945 || share.value > 0.955
                                                : share.upper < 0.95 || (isFixed && share.lower > 0.95);
        if (isBroken)
            judged.broken.push_back(std::string("coverage of the ") + of + " " + text(share));
    };
    if (judged.hasCoverage) {
        checkCoverage(judged.coverage, "difference");
        checkCoverage(judged.liftCoverage, "lift");
    }
    return judged;
}

std::string bookOf(const std::vector<Judged>& cells, std::int64_t runs, std::uint64_t seed)
{
    const auto broken = std::ranges::count_if(cells, [](const Judged& cell) { return !cell.broken.empty(); });
    std::string out =
        "# Validation\n\nWhat the methods promise, simulated: `./xp simulate` writes this page (seed " +
        std::to_string(seed) + ", " + std::to_string(runs) +
        " experiments without an effect and as many with one for each line; five times as many where the bounds of the "
        "error held both 0.05 and 0.055). Every number has its exact 99 % binomial "
        "bounds. The data go through the same code as a report's: contrasts, intervals and look rules of "
        "`core/analysis`.\n\n"
        "- Error: the share of experiments without an effect that were called better or worse, at any of their looks. "
        "Promise: the upper bound is at most 0.055.\n"
        "- Coverage: the share of intervals that hold the truth, at one look (promise: 0.945 to 0.955) or at all looks "
        "together (promise: at least 0.95, which their upper bound must reach).\n"
        "- A verdict, and so an error, is possible once the gate is open: 25 units with and without a conversion in "
        "each "
        "arm; for values 100 g^2 units, g the skewness (355 g^2, below which the report warns, where nothing is "
        "capped).\n\n" +
        std::to_string(cells.size() - static_cast<std::size_t>(broken)) + " of " + std::to_string(cells.size()) +
        " lines keep every promise.\n\n![errors](validation/errors.svg)\n\n![coverages](validation/coverages.svg)\n";
    std::string group;
    for (const Judged& cell : cells) {
        if (cell.group != group) {
            group = cell.group;
            out += "\n## " + group +
                   "\n\n| experiment | runs | promise for | error | coverage, difference | coverage, lift | kept |\n"
                   "|---|---|---|---|---|---|---|\n";
        }
        std::string kept = cell.promise == Promise::None ? "reported" : cell.broken.empty() ? "yes" : "**no**: ";
        for (std::size_t i = 0; i < cell.broken.size(); ++i)
            kept += (i > 0 ? "; " : "") + cell.broken[i];
        out += "| " + cell.name + " | " + std::to_string(cell.runs) + " | " + promiseText(cell.promise) + " | " +
               text(cell.error) + " | " + (cell.hasCoverage ? text(cell.coverage) : "") + " | " +
               (cell.hasCoverage ? text(cell.liftCoverage) : "") + " | " + kept + " |\n";
    }
    return out;
}

std::string errorPicture(const std::vector<Judged>& cells)
{
    Picture picture("False positives, with 99 % bounds (dashed: 0.05)", 0, 0.075, 0.05);
    for (const Judged& cell : cells) {
        if (cell.promise != Promise::None)
            picture.add(labelOf(cell), cell.error, cell.error.upper <= 0.055);
    }
    return picture.svg();
}

std::string coveragePicture(const std::vector<Judged>& cells)
{
    Picture picture("Coverage of the interval of the lift, with 99 % bounds (dashed: 0.95)", 0.93, 1, 0.95);
    for (const Judged& cell : cells) {
        if (cell.hasCoverage)
            picture.add(labelOf(cell), cell.liftCoverage, cell.broken.empty());
    }
    return picture.svg();
}

} // namespace xp::simulation
