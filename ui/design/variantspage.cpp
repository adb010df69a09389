// SPDX-License-Identifier: Apache-2.0
#include "ui/design/variantspage.h"

#include "ui/design/allocation.h"
#include "ui/text/format.h"
#include "ui/theme/styled.h"

#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace xp::ui {

namespace {

constexpr std::size_t kFewest = 2;
constexpr std::size_t kMost = 8;

QLabel* head(const QString& title)
{
    auto* label = new QLabel(title);
    setRole(label, "label");
    return label;
}

} // namespace

VariantsPage::VariantsPage(QWidget* parent)
    : DesignPage(tr("What do you compare?"),
                 tr("The first variant is the control, what users see today. The others are compared with it."), parent)
    , m_grid(new QGridLayout)
    , m_add(new QPushButton(tr("Add a variant")))
{
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnStretch(0, 3);
    m_grid->setColumnStretch(1, 2);
    m_grid->setColumnStretch(3, 4);
    m_grid->addWidget(head(tr("Name")), 0, 0);
    m_grid->addWidget(head(tr("Share")), 0, 1, 1, 2);
    m_grid->addWidget(head(tr("Configuration, JSON")), 0, 3);
    content()->addLayout(m_grid);
    auto* even = new QPushButton(tr("Split evenly"));
    even->setAutoDefault(false);
    m_add->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(even);
    buttons->addStretch(1);
    content()->addSpacing(4);
    content()->addLayout(buttons);
    content()->addStretch(1);
    connect(even, &QPushButton::clicked, this, &VariantsPage::splitEvenly);
    connect(m_add, &QPushButton::clicked, this, [this] {
        add({tr("treatment %1").arg(m_rows.size()).toStdString(), 0});
        splitEvenly();
        m_rows.back().name->setFocus();
        m_rows.back().name->selectAll();
    });
}

void VariantsPage::show(const Draft& draft)
{
    while (!m_rows.empty())
        removeRow(m_rows.back().name);
    for (const Variant& variant : draft.experiment.variants)
        add(variant);
}

void VariantsPage::store(Draft& draft) const
{
    draft.experiment.variants.clear();
    for (const Row& row : m_rows) {
        const std::string config = row.config->text().trimmed().toStdString();
        draft.experiment.variants.push_back(
            {row.name->text().trimmed().toStdString(), row.share->value() / 100,
             config.empty() ? nlohmann::json::object() : nlohmann::json::parse(config, nullptr, false)});
    }
    // Thirds cannot be typed exactly: 33.33 % three times is meant to be everything.
    double sum = 0;
    for (const Variant& variant : draft.experiment.variants)
        sum += variant.allocation;
    if (std::abs(sum - 1) < 0.001) {
        for (Variant& variant : draft.experiment.variants)
            variant.allocation /= sum;
    }
}

void VariantsPage::add(const Variant& variant)
{
    Row row{new QLineEdit(text(variant.name)), new QSlider(Qt::Horizontal), new QDoubleSpinBox, new QLineEdit,
            new QPushButton(QStringLiteral("✕"))};
    row.slider->setRange(0, kWhole);
    row.slider->setSingleStep(100);
    row.slider->setPageStep(500);
    row.slider->setMinimumWidth(110);
    row.slider->setValue(int(std::lround(variant.allocation * kWhole)));
    row.slider->setAccessibleName(tr("Share of the variant, as a slider"));
    row.share->setRange(0, 100);
    row.share->setDecimals(2);
    row.share->setSuffix(tr(" %"));
    row.share->setValue(variant.allocation * 100);
    row.share->setFixedWidth(92);
    if (!variant.config.is_discarded() && !variant.config.empty())
        row.config->setText(text(variant.config.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)));
    row.config->setPlaceholderText(QStringLiteral("{}"));
    row.name->setAccessibleName(tr("Name of the variant"));
    row.share->setAccessibleName(tr("Share of the variant"));
    row.config->setAccessibleName(tr("Configuration of the variant"));
    row.remove->setProperty("link", true);
    row.remove->setAutoDefault(false);
    row.share->setButtonSymbols(QAbstractSpinBox::NoButtons);
    row.remove->setAccessibleName(tr("Remove the variant"));
    row.remove->setFixedWidth(28);
    const int at = m_grid->rowCount() + 1; // the row between is for what is wrong with the entries above
    m_grid->addWidget(row.name, at, 0);
    m_grid->addWidget(row.slider, at, 1);
    m_grid->addWidget(row.share, at, 2);
    m_grid->addWidget(row.config, at, 3);
    m_grid->addWidget(row.remove, at, 4);
    connect(row.name, &QLineEdit::textEdited, this, &VariantsPage::edited);
    connect(row.config, &QLineEdit::textEdited, this, &VariantsPage::edited);
    connect(row.share, &QDoubleSpinBox::valueChanged, this,
            [this, name = row.name](double percent) { share(name, int(std::lround(percent * 100))); });
    connect(row.slider, &QSlider::valueChanged, this,
            [this, name = row.name](int hundredths) { share(name, hundredths); });
    connect(row.remove, &QPushButton::clicked, this, [this, name = row.name] {
        removeRow(name);
        splitEvenly();
    });
    // Tab comes here after the row before; new widgets are the last of the window else.
    QWidget* before = m_rows.empty() ? this : static_cast<QWidget*>(m_rows.back().remove);
    for (QWidget* entry : std::initializer_list<QWidget*>{row.name, row.slider, row.share, row.config, row.remove})
        setTabOrder(std::exchange(before, entry), entry);
    m_rows.push_back(row);
    updateButtons();
}

void VariantsPage::removeRow(const QLineEdit* name)
{
    const auto it = std::ranges::find(m_rows, name, &Row::name);
    for (QWidget* widget : std::initializer_list<QWidget*>{it->name, it->slider, it->share, it->config, it->remove}) {
        widget->setParent(nullptr); // gone at once, deleted once its own signal is through
        widget->deleteLater();
    }
    m_rows.erase(it);
    updateButtons();
}

void VariantsPage::splitEvenly()
{
    show(std::vector<int>(m_rows.size(), int(std::lround(double(kWhole) / double(m_rows.size())))));
    Q_EMIT edited();
}

void VariantsPage::share(const QLineEdit* name, int hundredths)
{
    if (m_sharing)
        return;
    std::vector<int> shares;
    for (const Row& row : m_rows)
        shares.push_back(row.name == name ? 0 : row.slider->value());
    const auto changed = std::size_t(std::ranges::find(m_rows, name, &Row::name) - m_rows.begin());
    show(withShare(std::move(shares), changed, hundredths));
    Q_EMIT edited();
}

void VariantsPage::show(const std::vector<int>& shares)
{
    m_sharing = true;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i].slider->setValue(shares[i]);
        m_rows[i].share->setValue(shares[i] / 100.0);
    }
    m_sharing = false;
}

void VariantsPage::updateButtons()
{
    for (const Row& row : m_rows)
        row.remove->setEnabled(m_rows.size() > kFewest && &row != &m_rows.front());
    m_add->setEnabled(m_rows.size() < kMost);
}

QWidget* VariantsPage::firstEntry() const
{
    return m_rows.empty() ? nullptr : m_rows.front().name;
}

QWidget* VariantsPage::entryOf(DesignEntry entry, std::size_t row) const
{
    if (row >= m_rows.size())
        return nullptr;
    switch (entry) {
    case DesignEntry::VariantName:
        return m_rows[row].name;
    case DesignEntry::VariantShare:
        return m_rows[row].share;
    case DesignEntry::VariantConfig:
        return m_rows[row].config;
    default:
        return nullptr;
    }
}

} // namespace xp::ui
