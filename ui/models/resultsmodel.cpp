// SPDX-License-Identifier: Apache-2.0
#include "ui/models/resultsmodel.h"

#include "ui/text/format.h"
#include "ui/text/methodtext.h"

#include <algorithm>

namespace xp::ui {

namespace {

constexpr std::array kRoles{MetricRole::Primary, MetricRole::Guardrail, MetricRole::Secondary};

QString headingOf(MetricRole role)
{
    switch (role) {
    case MetricRole::Primary:
        return ResultsModel::tr("Primary");
    case MetricRole::Guardrail:
        return ResultsModel::tr("Guardrails");
    case MetricRole::Secondary:
        return ResultsModel::tr("Secondary");
    }
    return {};
}

bool isNumeric(int column)
{
    return column == ResultsModel::Control || column == ResultsModel::Treated || column == ResultsModel::LiftText ||
           column == ResultsModel::P;
}

QVariant alignmentOf(int column)
{
    return QVariant::fromValue(Qt::Alignment((isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
}

QString testName(const std::string& test)
{
    if (test == "two_proportion_z")
        return ResultsModel::tr("pooled two-proportion z-test, two-sided");
    if (test == "welch_t")
        return ResultsModel::tr("Welch's t-test, two-sided");
    if (test == "ratio_delta")
        return ResultsModel::tr("ratio of sums, delta method, two-sided");
    if (test == "quantile_z")
        return ResultsModel::tr("difference of quantiles, order statistics, two-sided");
    if (test == "cuped_t")
        return ResultsModel::tr("t-test adjusted by history (CUPED), two-sided");
    if (test == "cuped_ratio")
        return ResultsModel::tr("ratio of sums adjusted by history (CUPED), two-sided");
    if (test == "group_sequential")
        return ResultsModel::tr("group-sequential test at the planned looks");
    if (test == "always_valid")
        return ResultsModel::tr("always-valid test, which may be looked at at any time");
    if (test == "normal_posterior")
        return ResultsModel::tr("normal posterior of the lift");
    return text(test);
}

} // namespace

const ReportMetric* ResultsModel::find(const ReportView* plan, const std::string& metric)
{
    if (!plan)
        return nullptr;
    const auto found = std::ranges::find(plan->metrics, metric, &ReportMetric::name);
    return found == plan->metrics.end() ? nullptr : &*found;
}

const ReportCell* ResultsModel::find(const ReportMetric* metric, const std::string& treatment)
{
    if (!metric)
        return nullptr;
    const auto found = std::ranges::find(metric->cells, treatment, &ReportCell::treatment);
    return found == metric->cells.end() ? nullptr : &*found;
}

ResultsModel::Row ResultsModel::rowOf(const Stats& stats, const ReportView* plan, std::size_t metric,
                                      std::size_t comparison)
{
    const MetricStats& of = stats.metrics[metric];
    const Comparison& looked = of.comparisons[comparison];
    const ReportMetric* planned = find(plan, of.name);
    if (const ReportCell* cell = find(planned, looked.treatment))
        return {of.role, metric, false, comparison, markOf(*cell, plan->method), cellVerdict(*planned, *cell)};
    ui::Verdict verdict = comparisonVerdict(stats, of, looked);
    const LiftMark mark{.estimate = looked.effectSize, .interval = liftInterval(of, looked), .tone = verdict.tone};
    return {of.role, metric, false, comparison, mark, std::move(verdict)};
}

std::vector<ResultsModel::Row> ResultsModel::rowsOf(const Stats& stats, const ReportView* plan)
{
    std::vector<Row> rows;
    // Without a primary metric or a guardrail there is nothing to tell apart.
    const bool alone = std::ranges::all_of(
        stats.metrics, [](const MetricStats& metric) { return metric.role == MetricRole::Secondary; });
    for (const MetricRole role : kRoles) {
        bool first = true;
        for (std::size_t m = 0; m < stats.metrics.size(); ++m) {
            if (stats.metrics[m].role != role)
                continue;
            if (std::exchange(first, false) && !alone)
                rows.push_back({.role = role, .metric = m, .isHeading = true});
            for (std::size_t c = 0; c < stats.metrics[m].comparisons.size(); ++c)
                rows.push_back(rowOf(stats, plan, m, c));
        }
    }
    return rows;
}

void ResultsModel::setStats(const Stats& stats, const ReportView* plan)
{
    std::vector<Row> rows = rowsOf(stats, plan);
    std::vector<LiftMark> marks;
    for (const Row& row : rows) {
        if (!row.isHeading)
            marks.push_back(row.mark);
    }
    const auto same = [](const Row& a, const Row& b) {
        return a.role == b.role && a.metric == b.metric && a.isHeading == b.isHeading && a.comparison == b.comparison;
    };
    const bool sameShape = std::ranges::equal(rows, m_rows, same);
    if (!sameShape)
        beginResetModel();
    m_stats = stats;
    m_plan = plan ? std::optional(*plan) : std::nullopt;
    m_rows = std::move(rows);
    m_treatments = 0;
    for (const MetricStats& metric : m_stats.metrics)
        m_treatments = std::max(m_treatments, metric.comparisons.size());
    m_axis = axisFor(marks);
    if (!sameShape)
        endResetModel();
    else if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int ResultsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ResultsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ResultsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    const int column = index.column();
    switch (role) {
    case RoleOrder:
        return int(std::ranges::find(kRoles, row.role) - kRoles.begin());
    case MetricIndex:
        return int(row.metric);
    case Qt::TextAlignmentRole:
        return alignmentOf(column);
    case role::Kind:
        if (row.isHeading)
            return QVariant::fromValue(CellKind::Section);
        // Numbers that cannot be trusted are greyed: a word in the tone of "no verdict".
        return QVariant::fromValue(column == Lift                                       ? CellKind::Interval
                                   : column == Verdict                                  ? CellKind::Pill
                                   : m_stats.decision == "invalid" && isNumeric(column) ? CellKind::Word
                                                                                        : CellKind::Text);
    default:
        break;
    }
    if (row.isHeading) {
        if (role == Qt::DisplayRole && column == Metric)
            return headingOf(row.role);
        return role == role::Sort ? QVariant(QString()) : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole:
        return display(row, column);
    case Qt::ToolTipRole:
        return tip(row, column);
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
                                display(row, column).toString());
    case role::Sort:
        return sortKey(row, column);
    case role::Exact:
        return exact(row, column);
    case role::Mark:
        return QVariant::fromValue(row.mark);
    case role::Axis:
        return QVariant::fromValue(m_axis);
    case role::ToneOf:
        return QVariant::fromValue(row.verdict.tone);
    default:
        return {};
    }
}

QVariant ResultsModel::display(const Row& row, int column) const
{
    const MetricStats& metric = m_stats.metrics[row.metric];
    const Comparison& comparison = comparisonOf(row);
    const auto value = [&](const std::string& variant) {
        const VariantStats* arm = variantOf(metric, variant);
        return arm ? variantValue(metric.kind, *arm) : none();
    };
    switch (column) {
    case Metric:
        return text(metric.name);
    case Treatment:
        return text(comparison.treatment);
    case Control:
        return value(m_stats.controlVariant);
    case Treated:
        return value(comparison.treatment);
    case Lift:
        return intervalText(row);
    case LiftText:
        return signedPercent(row.mark.estimate);
    case P:
        return evidenceText(row);
    case Verdict:
        return row.verdict.word;
    default:
        return {};
    }
}

QVariant ResultsModel::sortKey(const Row& row, int column) const
{
    const MetricStats& metric = m_stats.metrics[row.metric];
    const Comparison& comparison = comparisonOf(row);
    const auto value = [&](const std::string& variant) {
        const VariantStats* arm = variantOf(metric, variant);
        return !arm ? 0.0 : (isRate(metric.kind) ? arm->conversionRate : arm->meanValue).value_or(0);
    };
    switch (column) {
    case Control:
        return value(m_stats.controlVariant);
    case Treated:
        return value(comparison.treatment);
    case Lift:
    case LiftText:
        return row.mark.estimate.value_or(-1e300);
    case P:
        return evidenceOf(row).value_or(2);
    default:
        return display(row, column);
    }
}

QVariant ResultsModel::exact(const Row& row, int column) const
{
    const MetricStats& metric = m_stats.metrics[row.metric];
    const Comparison& comparison = comparisonOf(row);
    const auto orEmpty = [](const std::optional<double>& value) {
        return value ? QVariant(*value) : QVariant(QString());
    };
    const auto value = [&](const std::string& variant) {
        const VariantStats* arm = variantOf(metric, variant);
        return orEmpty(!arm ? std::nullopt : isRate(metric.kind) ? arm->conversionRate : arm->meanValue);
    };
    switch (column) {
    case Control:
        return value(m_stats.controlVariant);
    case Treated:
        return value(comparison.treatment);
    case LiftText:
        return orEmpty(row.mark.estimate);
    case P:
        return orEmpty(evidenceOf(row));
    default:
        return {};
    }
}

QString ResultsModel::tip(const Row& row, int column) const
{
    if (column == Verdict)
        return row.verdict.help;
    if (column == Lift && row.mark.interval) {
        const ReportCell* cell = cellOf(row);
        const QString words = tr("%1, %2 interval %3")
                                  .arg(signedPercent(row.mark.estimate),
                                       levelPercent(cell ? cell->level : m_stats.confidenceLevel), intervalText(row));
        return cell && cell->asOf ? tr("%1, at the planned look of %2").arg(words, dateTime(*cell->asOf)) : words;
    }
    if (column == P)
        return evidenceTip(row);
    return column == Metric ? display(row, column).toString() : QString();
}

QString ResultsModel::intervalText(const Row& row) const
{
    const ReportCell* cell = cellOf(row);
    if (cell)
        return cell->liftInterval ? boundsText(*cell->liftInterval) : QString();
    return row.mark.interval ? percentInterval(*row.mark.interval) : QString();
}

/// The probability of being better under a posterior; of a guardrail the p-value against "worse by the margin"; else
/// the corrected p-value.
std::optional<double> ResultsModel::evidenceOf(const Row& row) const
{
    const ReportCell* cell = cellOf(row);
    if (!cell)
        return comparisonOf(row).adjustedPValue;
    if (isBayesian())
        return cell->posterior ? std::optional(cell->posterior->probabilityBetter) : std::nullopt;
    return cell->marginPValue ? cell->marginPValue : cell->adjustedPValue;
}

QString ResultsModel::evidenceText(const Row& row) const
{
    const auto evidence = evidenceOf(row);
    if (cellOf(row) && isBayesian())
        return evidence ? percent(*evidence, 1) : none();
    const ReportCell* cell = cellOf(row);
    return cell ? pText(*cell) : pValue(evidence);
}

QString ResultsModel::pText(const ReportCell& cell)
{
    //: A p-value of the test for non-inferiority
    return cell.marginPValue ? tr("%1 ni").arg(pValue(cell.marginPValue)) : pValue(cell.adjustedPValue);
}

QString ResultsModel::evidenceTip(const Row& row) const
{
    const ReportCell* cell = cellOf(row);
    if (!cell) {
        const Comparison& comparison = comparisonOf(row);
        return comparison.statistic
                   ? tr("%1: statistic %2, p = %3 before the correction for several treatments")
                         .arg(testName(comparison.test), number(*comparison.statistic), pValue(comparison.pValue))
                   : QString();
    }
    if (isBayesian())
        return cell->posterior ? tr("Probability of being better than the control under the plan's prior; choosing it "
                                    "is expected to cost %1")
                                     .arg(percent(cell->posterior->expectedLoss, 2))
                               : QString();
    if (cell->marginPValue)
        return tr("%1: p-value against “worse by the margin”; against no effect it is %2")
            .arg(testName(cell->test), pValue(cell->adjustedPValue));
    return tr("%1: p = %2 before the correction for several comparisons")
        .arg(testName(cell->test), pValue(cell->pValue));
}

const ReportMetric* ResultsModel::plannedMetricOf(const Row& row) const
{
    return find(m_plan ? &*m_plan : nullptr, m_stats.metrics[row.metric].name);
}

const ReportCell* ResultsModel::cellOf(const Row& row) const
{
    return find(plannedMetricOf(row), comparisonOf(row).treatment);
}

const Comparison& ResultsModel::comparisonOf(const Row& row) const
{
    return m_stats.metrics[row.metric].comparisons[row.comparison];
}

QVariant ResultsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(section);
    if (role == role::Axis && section == Lift)
        return QVariant::fromValue(m_axis);
    if (role != Qt::DisplayRole)
        return {};
    const bool single = m_treatments == 1;
    switch (section) {
    case Metric:
        return tr("Metric");
    case Treatment:
        return tr("Treatment");
    case Control:
        return m_stats.controlVariant.empty() ? tr("Control") : text(m_stats.controlVariant);
    case Treated:
        return single && m_stats.variants.size() > 1 ? text(m_stats.variants[1].variant) : tr("Value");
    case Lift:
        return tr("Lift with its interval");
    case LiftText:
        return tr("Lift");
    case P:
        return isBayesian() ? tr("Chance") : m_treatments > 1 ? tr("p adj.") : tr("p");
    case Verdict:
        return tr("Verdict");
    default:
        return {};
    }
}

Qt::ItemFlags ResultsModel::flags(const QModelIndex& index) const
{
    if (index.isValid() && m_rows[std::size_t(index.row())].isHeading)
        return Qt::NoItemFlags;
    return QAbstractTableModel::flags(index);
}

ResultsSorter::ResultsSorter(QObject* parent) : QSortFilterProxyModel(parent)
{
    setSortRole(role::Sort);
    setDynamicSortFilter(true);
}

bool ResultsSorter::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    // The proxy turns the comparison round for a descending order; headings must not turn with it.
    const bool up = sortOrder() == Qt::AscendingOrder;
    const int a = left.data(ResultsModel::RoleOrder).toInt();
    const int b = right.data(ResultsModel::RoleOrder).toInt();
    if (a != b)
        return up ? a < b : a > b;
    const bool headingA = left.data(role::Kind).value<CellKind>() == CellKind::Section;
    const bool headingB = right.data(role::Kind).value<CellKind>() == CellKind::Section;
    if (headingA || headingB)
        return up ? headingA && !headingB : headingB && !headingA;
    const QVariant x = left.data(role::Sort);
    const QVariant y = right.data(role::Sort);
    if (x.typeId() == QMetaType::QString)
        return QString::localeAwareCompare(x.toString(), y.toString()) < 0;
    return QVariant::compare(x, y) == QPartialOrdering::Less;
}

} // namespace xp::ui
