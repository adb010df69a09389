// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/celltest.h"
#include "core/analysis/family.h"
#include "core/analysis/metricanalysis.h"
#include "core/analysis/planclock.h"
#include "core/analysis/report.h"
#include "core/analysis/sentences.h"

namespace xp {

/// A metric with one test a treatment and what the correction makes of it.
struct TestedMetric
{
    const MetricAnalysis* analysis = nullptr;
    PlannedMetric planned;
    std::vector<std::unique_ptr<CellTest>> tests;
    std::vector<Adjusted> adjusted;
    std::vector<std::optional<Timestamp>> crossedAt; ///< earlier, by the plan's rule

    int sign() const { return planned.direction == Direction::Increase ? 1 : -1; }
    bool hasMargin() const { return planned.role == MetricRole::Guardrail && planned.margin.has_value(); }
    Hypothesis margin() const; ///< the effect that is worse by exactly the margin; no effect without one
};

/// Tests, corrects and words every cell of an experiment under one method and level.
class ViewBuilder
{
public:
    struct Options
    {
        bool asPlanned = true;   ///< method, level and days are the plan's own, so that its earlier looks count
        bool lookAnyway = false; ///< as if the plan allowed a verdict now
        bool isUnusable = false; ///< nothing is said
    };
    /// All references outlive the builder. `plan` carries the method and level to use.
    ViewBuilder(const ReportInput& input, const std::vector<MetricAnalysis>& analyses, const Plan& plan,
                const PlanClock& clock, Options options);

    const std::vector<TestedMetric>& metrics() const { return m_metrics; }
    std::vector<ReportMetric> reportMetrics() const;
    ReportCell cell(const TestedMetric& metric, std::size_t treatment) const;
    Word word(const TestedMetric& metric, std::size_t treatment) const;
    sentences::Effect effect(const TestedMetric& metric, std::size_t treatment) const;
    /// Of some days of exposure only, as a reader has asked for.
    bool isOfSomeDays() const
    {
        const ExposureRange& range = m_input.request.range;
        return !m_options.asPlanned && (range.firstDay || range.lastDay);
    }
    /// Whether the plan allows a verdict on the cell now.
    bool isVerdictDue() const;
    /// Worse beyond its margin by the always-valid test that holds whatever the plan.
    bool isHarmful(const TestedMetric& metric, std::size_t treatment) const;
    const std::string& treatmentName(std::size_t treatment) const;

private:
    void prepareLooks();
    std::unique_ptr<CellTest> makeTest(const MetricAnalysis& analysis, std::size_t treatment) const;
    std::unique_ptr<CellTest> groupSequentialTest(const Contrast& contrast, const CellHistory* history) const;
    std::unique_ptr<CellTest> alwaysValidTest(const Contrast& contrast, const CellHistory* history, double level) const;
    /// What the effect of a cell is said to be, at the look that its test is of.
    struct Shown
    {
        std::optional<Timestamp> asOf; ///< an earlier look
        std::optional<double> control;
        std::optional<double> treatment;
        std::optional<double> estimate;
        std::optional<double> lift;
    };
    Shown shownOf(const TestedMetric& metric, std::size_t treatment) const;
    const CellHistory* historyOf(const MetricAnalysis& analysis, std::size_t treatment) const;
    void correct();
    void correctFamily(const std::vector<TestedMetric*>& family, FamilyRule rule);
    FamilyRule primaryRule() const;
    std::optional<double> familyPValue(const TestedMetric& metric, std::size_t treatment) const;
    double intervalAlpha(const TestedMetric& metric, std::size_t treatment) const;
    std::optional<Bounds> bounds(const TestedMetric& metric, const std::optional<Interval>& interval) const;
    Word wordOfMargin(const TestedMetric& metric, std::size_t treatment) const;
    Word wordOfEffect(const TestedMetric& metric, std::size_t treatment) const;
    double tuningUnits() const;

    const ReportInput& m_input;
    const Plan& m_plan;
    const PlanClock& m_clock;
    Options m_options;
    std::shared_ptr<const LookRule> m_groupSequential;
    std::size_t m_looksBefore = 0; ///< group-sequential: before the present data
    bool m_usesPresent = true;     ///< group-sequential: whether the present data are a look
    std::vector<TestedMetric> m_metrics;
};

} // namespace xp
