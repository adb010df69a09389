// SPDX-License-Identifier: Apache-2.0
#include "ui/data/columnrow.h"

#include "ui/text/format.h"
#include "ui/text/verdict.h"
#include "ui/theme/styled.h"
#include "ui/widgets/card.h"
#include "ui/widgets/elidedcombobox.h"

#include <QComboBox>
#include <QGridLayout>

#include <algorithm>

namespace xp::ui {

namespace {

constexpr int kExamplesShown = 4;
constexpr int kNameWidth = 120;
constexpr int kLettersShown = 9; ///< of a choice, at least
constexpr int kLettersOfADirection = 5;
constexpr int kByValues = -1; ///< a kind that the values decide

QString kindWord(MetricKind kind)
{
    switch (kind) {
    case MetricKind::Conversion:
        return ColumnRow::tr("conversion");
    case MetricKind::Count:
        return ColumnRow::tr("count");
    case MetricKind::Sum:
        return ColumnRow::tr("sum");
    case MetricKind::Mean:
        return ColumnRow::tr("number per unit");
    case MetricKind::Ratio:
    case MetricKind::Retention:
    case MetricKind::ActiveDays:
    case MetricKind::Funnel:
    case MetricKind::Quantile:
        break; // of events; a column of a file is none of these
    }
    return {};
}

QString examplesOf(const ColumnLook& look)
{
    QStringList shown;
    for (const std::string& example : look.examples) {
        if (!example.empty() && shown.size() < kExamplesShown)
            shown << text(example);
    }
    const bool more = look.values > std::size_t(shown.size());
    return shown.join(QStringLiteral(", ")) + (more ? QStringLiteral(" …") : QString());
}

QString looksLike(const ColumnLook& look)
{
    const QString values = look.values >= ColumnLook::kManyValues
                               ? ColumnRow::tr("many values")
                               : ColumnRow::tr("%1 values").arg(count(std::int64_t(look.values)));
    switch (look.kind) {
    case ColumnLook::Kind::YesNo:
        return ColumnRow::tr("yes or no");
    case ColumnLook::Kind::Whole:
        return ColumnRow::tr("whole numbers, %1").arg(values);
    case ColumnLook::Kind::Decimal:
        return ColumnRow::tr("numbers, %1").arg(values);
    case ColumnLook::Kind::Time:
        return ColumnRow::tr("times");
    case ColumnLook::Kind::Text:
        return ColumnRow::tr("text, %1").arg(values);
    case ColumnLook::Kind::Empty:
        break;
    }
    return ColumnRow::tr("empty");
}

/// A box that gives way in a narrow window.
QComboBox* newBox()
{
    auto* box = new ElidedComboBox;
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(kLettersShown);
    return box;
}

QComboBox* box(const QString& name, std::initializer_list<std::pair<int, QString>> entries)
{
    QComboBox* box = newBox();
    for (const auto& [value, title] : entries)
        box->addItem(title, value);
    box->setAccessibleName(name);
    return box;
}

void choose(QComboBox* box, int value)
{
    box->setCurrentIndex(std::max(0, box->findData(value)));
}

} // namespace

ColumnRow::ColumnRow(const ColumnLook& look, QGridLayout* grid, int row, QObject* parent)
    : QObject(parent), m_look(look)
{
    const QString column = text(look.name);
    auto* name = new ElidedLabel(column);
    setRole(name, "label");
    name->setMinimumWidth(kNameWidth);
    name->setToolTip(column);
    auto* about = new ElidedLabel(QStringLiteral("%1: %2").arg(looksLike(look), examplesOf(look)));
    setRole(about, "secondary");
    m_use = newBox();
    m_use->setAccessibleName(tr("Use of %1").arg(column));
    for (const Use use : {Use::Unused, Use::Unit, Use::Variant, Use::Time, Use::Metric, Use::Covariate, Use::Segment})
        m_use->addItem(word(use), int(use));
    const MetricKind guess = look.kind == ColumnLook::Kind::YesNo ? MetricKind::Conversion : MetricKind::Mean;
    m_kind = box(tr("Kind of %1").arg(column), {{kByValues, tr("%1 (guessed)").arg(kindWord(guess))},
                                                {int(MetricKind::Conversion), kindWord(MetricKind::Conversion)},
                                                {int(MetricKind::Count), kindWord(MetricKind::Count)},
                                                {int(MetricKind::Sum), kindWord(MetricKind::Sum)},
                                                {int(MetricKind::Mean), kindWord(MetricKind::Mean)}});
    m_role = box(tr("Role of %1").arg(column), {{int(MetricRole::Primary), roleWord(MetricRole::Primary)},
                                                {int(MetricRole::Secondary), roleWord(MetricRole::Secondary)},
                                                {int(MetricRole::Guardrail), roleWord(MetricRole::Guardrail)}});
    m_direction = box(tr("Better of %1").arg(column),
                      {{int(Direction::Increase), tr("more")}, {int(Direction::Decrease), tr("less")}});
    grid->addWidget(name, row, 0);
    grid->addWidget(about, row, 1);
    int at = 2;
    for (QComboBox* choice : {m_use, m_kind, m_role, m_direction}) {
        grid->addWidget(choice, row, at++);
        connect(choice, &QComboBox::currentIndexChanged, this, [this] {
            showState();
            Q_EMIT edited();
        });
    }
    m_direction->setMinimumContentsLength(kLettersOfADirection); // the kind needs the room more
    choose(m_role, int(MetricRole::Secondary));
    showState();
}

QString ColumnRow::word(Use use)
{
    switch (use) {
    case Use::Unused:
        return tr("not used");
    case Use::Unit:
        return tr("unit");
    case Use::Variant:
        return tr("variant");
    case Use::Time:
        return tr("time of assignment");
    case Use::Metric:
        return tr("metric");
    case Use::Covariate:
        return tr("known before (CUPED)");
    case Use::Segment:
        return tr("segment");
    }
    return {};
}

ColumnRow::Use ColumnRow::use() const
{
    return Use(m_use->currentData().toInt());
}

void ColumnRow::setUse(Use use)
{
    choose(m_use, int(use));
}

ImportMetric ColumnRow::metric() const
{
    ImportMetric metric{.column = m_look.name,
                        .kind = std::nullopt,
                        .role = MetricRole(m_role->currentData().toInt()),
                        .direction = Direction(m_direction->currentData().toInt())};
    if (const int kind = m_kind->currentData().toInt(); kind != kByValues)
        metric.kind = MetricKind(kind);
    return metric;
}

void ColumnRow::setMetric(const ImportMetric& metric)
{
    choose(m_kind, metric.kind ? int(*metric.kind) : kByValues);
    choose(m_role, int(metric.role));
    choose(m_direction, int(metric.direction));
}

void ColumnRow::showState()
{
    for (QComboBox* box : {m_kind, m_role, m_direction})
        box->setVisible(use() == Use::Metric);
}

} // namespace xp::ui
