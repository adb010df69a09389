// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/report.h"
#include "tests/analysis/randomexperiment.h"

#include <QTest>

using namespace xp;
using namespace xp::test;

/// No cell whose word, p-value, interval and decision say different things, whatever the plan, the data and the looks
/// before.
class TestReportProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdForRandomReports();
};

namespace {

Plan randomPlan(RandomExperiment& random, const Experiment& e)
{
    Plan plan = defaultPlan(e);
    plan.method = random.pick({Method::Fixed, Method::AlwaysValid, Method::Bayesian, Method::GroupSequential});
    // Bounds of many looks take long; most reports need none.
    if (plan.method == Method::GroupSequential && random.chance(0.6))
        plan.method = Method::AlwaysValid;
    plan.alternative = random.pick({Alternative::TwoSided, Alternative::TwoSided, Alternative::Better});
    plan.level = random.pick({0.05, 0.1, 0.2});
    plan.unitsPerVariant = random.pick({std::int64_t{10}, std::int64_t{2000}, std::int64_t{400000}});
    if (random.chance(0.3))
        plan.durationDays = random.between(1, 30);
    plan.minimumDays = random.pick({0, 7});
    if (random.chance(0.5))
        plan.smallestEffect = random.pick({0.01, 0.1, 2.0});
    plan.looks = evenLooks(random.between(1, 3));
    plan.spending = random.pick({SpendingKind::OBrienFleming, SpendingKind::Pocock, SpendingKind::KimDeMets});
    plan.family = random.pick({CorrectionFamily::PerMetric, CorrectionFamily::Primaries, CorrectionFamily::All});
    plan.correction = random.pick({CorrectionMethod::None, CorrectionMethod::Bonferroni, CorrectionMethod::Holm,
                                   CorrectionMethod::BenjaminiHochberg});
    for (PlannedMetric& metric : plan.metrics) {
        if (metric.role == MetricRole::Guardrail && random.chance(0.7))
            metric.margin = Margin{.value = random.pick({0.01, 0.2, 0.9}), .relative = random.chance(0.7)};
    }
    return plan;
}

bool isFinite(const std::optional<double>& x)
{
    return !x || std::isfinite(*x);
}
bool isShare(const std::optional<double>& p)
{
    return !p || (*p >= 0 && *p <= 1);
}
bool isFinite(const std::optional<Bounds>& b)
{
    return !b || (isFinite(b->lower) && isFinite(b->upper) && !(b->lower && b->upper && *b->lower > *b->upper));
}
bool isAbove(const Bounds& b, double value)
{
    return b.lower && *b.lower > value;
}
bool isBelow(const Bounds& b, double value)
{
    return b.upper && *b.upper < value;
}

QString numbersProblem(const ReportCell& c)
{
    if (!isFinite(c.estimate) || !isFinite(c.lift) || !isFinite(c.interval) || !isFinite(c.liftInterval))
        return QStringLiteral("not finite");
    if (!isShare(c.pValue) || !isShare(c.adjustedPValue) || !isShare(c.marginPValue) || !isShare(c.power))
        return QStringLiteral("no probability");
    if (!isFinite(c.daysLeft) || (c.daysLeft && *c.daysLeft < 0) || !(c.level > 0 && c.level < 1))
        return QStringLiteral("days or level");
    if (c.posterior && !(isShare(c.posterior->probabilityBetter) && c.posterior->expectedLoss >= 0 &&
                         std::isfinite(c.posterior->expectedLoss)))
        return QStringLiteral("posterior");
    return {};
}

/// A guardrail with a margin: the interval on the scale of the margin against it.
QString marginProblem(const ReportMetric& m, const ReportCell& c, double level)
{
    const auto& interval = m.margin->relative ? c.liftInterval : c.interval;
    const double sign = m.direction == Direction::Increase ? 1 : -1;
    const double edge = -sign * m.margin->value;
    const bool passes = interval && (sign > 0 ? isAbove(*interval, edge) : isBelow(*interval, edge));
    const bool fails = interval && (sign > 0 ? isBelow(*interval, edge) : isAbove(*interval, edge));
    if (interval && c.word == Word::NonInferior && !passes)
        return QStringLiteral("non-inferior against its interval");
    if (interval && c.word == Word::Inferior && !fails)
        return QStringLiteral("inferior against its interval");
    if (c.word == Word::Undecided && (passes || fails))
        return QStringLiteral("undecided against its interval");
    if (c.marginPValue && (c.word == Word::NonInferior) != (*c.marginPValue <= level) && c.word != Word::TooEarly &&
        c.word != Word::Waiting && c.word != Word::Unusable)
        return QStringLiteral("margin's p-value against the word");
    return c.word == Word::Better || c.word == Word::Worse ? QStringLiteral("no word of a margin") : QString();
}

QString effectProblem(const ReportMetric& m, const ReportCell& c, double level)
{
    const double sign = m.direction == Direction::Increase ? 1 : -1;
    const bool called = c.word == Word::Better || c.word == Word::Worse;
    if (c.adjustedPValue && called && *c.adjustedPValue > level)
        return QStringLiteral("called against the p-value");
    if (c.adjustedPValue && c.word == Word::Undecided && *c.adjustedPValue <= level)
        return QStringLiteral("undecided against the p-value");
    for (const auto& interval : {c.interval, c.liftInterval}) {
        if (!interval)
            continue;
        const bool good = sign > 0 ? isAbove(*interval, 0) : isBelow(*interval, 0);
        const bool bad = sign > 0 ? isBelow(*interval, 0) : isAbove(*interval, 0);
        if (c.adjustedPValue && (good || bad) != (*c.adjustedPValue <= level))
            return QStringLiteral("interval against the p-value");
        if ((c.word == Word::Better && !good) || (c.word == Word::Worse && !bad))
            return QStringLiteral("called against the interval");
        if (c.word == Word::Undecided && (good || bad))
            return QStringLiteral("undecided against the interval");
    }
    return c.word == Word::NonInferior || c.word == Word::Inferior ? QStringLiteral("word of a margin") : QString();
}

/// What the cells say of a treatment together.
struct Standing
{
    bool better = false;
    bool worse = false;
    bool guardrails = true;

    bool isShippable() const { return better && !worse && guardrails; }
};

Standing standingOf(const ReportView& view, std::size_t treatment)
{
    Standing standing;
    for (const ReportMetric& m : view.metrics) {
        const Word word = m.cells[treatment].word;
        if (m.role == MetricRole::Primary) {
            standing.better = standing.better || word == Word::Better;
            standing.worse = standing.worse || word == Word::Worse;
        } else if (m.role == MetricRole::Guardrail) {
            standing.guardrails = standing.guardrails && (m.margin ? word == Word::NonInferior : word != Word::Worse);
        }
    }
    return standing;
}

QString decisionProblem(const ReportView& view)
{
    if (view.reasons.empty() || view.reasons.front().text.empty())
        return QStringLiteral("no reason");
    const bool names = view.decision == Decision::Ship || view.decision == Decision::StopForHarm;
    if (names == view.treatments.empty())
        return QStringLiteral("treatments of the decision");
    for (const ReportMetric& m : view.metrics) {
        for (const ReportCell& c : m.cells) {
            if ((view.decision == Decision::Invalid) != (c.word == Word::Unusable))
                return QStringLiteral("a word on data that cannot be trusted");
        }
    }
    bool anyShippable = false;
    for (std::size_t i = 0; i < view.metrics.front().cells.size(); ++i) {
        const bool isNamed = std::ranges::count(view.treatments, view.metrics.front().cells[i].treatment) > 0;
        const Standing standing = standingOf(view, i);
        anyShippable = anyShippable || standing.isShippable();
        if (view.decision == Decision::Ship && isNamed != standing.isShippable())
            return QStringLiteral("ship against the cells");
        if (view.decision == Decision::KeepControl && standing.isShippable())
            return QStringLiteral("keep against the cells");
    }
    if (anyShippable && (view.decision == Decision::Continue || view.decision == Decision::Inconclusive))
        return QStringLiteral("undecided against the cells");
    return {};
}

QString problemOf(const ReportView& view)
{
    for (const ReportMetric& m : view.metrics) {
        for (const ReportCell& c : m.cells) {
            QString problem = numbersProblem(c);
            if (problem.isEmpty())
                problem = m.margin && m.role == MetricRole::Guardrail ? marginProblem(m, c, view.level)
                                                                      : effectProblem(m, c, view.level);
            if (!problem.isEmpty())
                return QString::fromStdString(m.name + ", " + c.treatment + ": ") + problem;
        }
    }
    return decisionProblem(view);
}

} // namespace

void TestReportProperties::holdForRandomReports()
{
    std::map<Decision, int> decisions;
    std::map<Word, int> words;
    int reports = 0;
    for (unsigned seed = 1; reports < 10000; ++seed) {
        RandomExperiment random(seed);
        const Experiment experiment = random.experiment();
        const Plan plan = randomPlan(random, experiment);
        ReportHistory history;
        std::int64_t scale = random.pick({std::int64_t{3}, std::int64_t{100}, std::int64_t{1000}, std::int64_t{20000}});
        const int looks = random.between(1, 3);
        for (int look = 0; look < looks; ++look, ++reports, scale = scale * 3 / 2) {
            ReportRequest request;
            if (random.chance(0.2))
                request.method = random.pick({Method::Fixed, Method::AlwaysValid, Method::Bayesian});
            if (random.chance(0.2))
                request.level = 0.01;
            const SufficientStatistics data = random.data(experiment, scale);
            const Report report =
                computeReport({experiment, data, plan, plan, history, dayStart(kFirstDay + 8 + 4 * look), request});
            for (const ReportView* view : {&report.planned, report.viewed ? &*report.viewed : nullptr}) {
                const QString problem = view ? problemOf(*view) : QString();
                QVERIFY2(problem.isEmpty(), qPrintable(QStringLiteral("seed %1, look %2, %3: %4")
                                                           .arg(seed)
                                                           .arg(look)
                                                           .arg(view == &report.planned ? 'p' : 'v')
                                                           .arg(problem)));
            }
            ++decisions[report.planned.decision];
            for (const ReportMetric& m : report.planned.metrics) {
                for (const ReportCell& c : m.cells)
                    ++words[c.word];
            }
            history = report.history;
            QVERIFY(reportHistoryFromJson(toJson(history)).value() == history);
        }
    }
    // The cases are worth something: every decision and every word occurs.
    QCOMPARE(decisions.size(), 7u);
    QCOMPARE(words.size(), 8u);
}

QTEST_APPLESS_MAIN(TestReportProperties)
#include "tst_reportproperties.moc"
