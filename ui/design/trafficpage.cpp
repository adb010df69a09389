// SPDX-License-Identifier: Apache-2.0
#include "ui/design/trafficpage.h"

#include "ui/text/format.h"
#include "ui/theme/styled.h"

#include <QLabel>
#include <QLineEdit>
#include <QSlider>
#include <QVBoxLayout>

#include <cmath>

namespace xp::ui {

TrafficPage::TrafficPage(QWidget* parent)
    : DesignPage(tr("Who takes part?"), tr("Users outside the share see what they see today and are not counted."),
                 parent)
    , m_share(new QSlider(Qt::Horizontal))
    , m_shareText(new QLabel)
    , m_consequence(new QLabel)
    , m_project(new QLineEdit)
    , m_environment(new QLineEdit)
    , m_targeting(new QLineEdit)
{
    m_share->setRange(1, 100);
    m_share->setPageStep(5);
    setRole(m_shareText, "value");
    setRole(m_consequence, "secondary");
    content()->addWidget(field(tr("Share of all users"), m_share));
    content()->addWidget(m_shareText);
    content()->addWidget(m_consequence);
    content()->addSpacing(20);
    m_targeting->setPlaceholderText(
        QStringLiteral("{\"attribute\": \"country\", \"operator\": \"in\", \"values\": [\"AT\", \"DE\"]}"));
    m_targeting->setClearButtonEnabled(true);
    content()->addWidget(
        field(tr("Only users for whom this holds, as a condition in JSON; empty: everybody"), m_targeting));
    content()->addSpacing(8);
    auto* pair = new QHBoxLayout;
    pair->setSpacing(12);
    pair->addWidget(field(tr("Project"), m_project));
    pair->addWidget(field(tr("Environment"), m_environment));
    content()->addLayout(pair);
    content()->addStretch(1);
    connect(m_share, &QSlider::valueChanged, this, &TrafficPage::edited);
    connect(m_project, &QLineEdit::textEdited, this, &TrafficPage::edited);
    connect(m_environment, &QLineEdit::textEdited, this, &TrafficPage::edited);
    connect(m_targeting, &QLineEdit::textChanged, this, &TrafficPage::edited);
}

void TrafficPage::show(const Draft& draft)
{
    const QSignalBlocker quiet(this);
    m_share->setValue(int(std::lround(draft.experiment.trafficAllocation * 100)));
    m_project->setText(text(draft.experiment.project));
    m_environment->setText(text(draft.experiment.environment));
    const nlohmann::json& targeting = draft.experiment.enrolment.targeting;
    if (!targeting.is_discarded()) // what cannot be read stays as it was typed
        m_targeting->setText(targeting.is_null()
                                 ? QString()
                                 : text(targeting.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)));
    showConsequence(draft);
}

void TrafficPage::store(Draft& draft) const
{
    const Experiment defaults;
    const auto orDefault = [](const QLineEdit* edit, const std::string& otherwise) {
        const QString typed = edit->text().trimmed();
        return typed.isEmpty() ? otherwise : typed.toStdString();
    };
    draft.experiment.trafficAllocation = m_share->value() / 100.0;
    draft.experiment.project = orDefault(m_project, defaults.project);
    draft.experiment.environment = orDefault(m_environment, defaults.environment);
    const std::string condition = m_targeting->text().trimmed().toStdString();
    draft.experiment.enrolment.targeting =
        condition.empty() ? nlohmann::json(nullptr) : nlohmann::json::parse(condition, nullptr, false);
}

void TrafficPage::showConsequence(const Draft& draft)
{
    const SizePlan plan = planOf(draft);
    m_shareText->setText(percent(draft.experiment.trafficAllocation, 0));
    m_consequence->setText(
        plan.days > 0 ? tr("%1 of %2 users a day: the planned %3 users are there after about %4 days.")
                            .arg(count(std::llround(draft.unitsPerDay * draft.experiment.trafficAllocation)),
                                 count(std::llround(draft.unitsPerDay)), count(plan.units), count(plan.wholeDays()))
                      : QString());
}

QWidget* TrafficPage::firstEntry() const
{
    return m_share;
}

QWidget* TrafficPage::entryOf(DesignEntry entry, std::size_t) const
{
    switch (entry) {
    case DesignEntry::TrafficShare:
        return m_share;
    case DesignEntry::Targeting:
        return m_targeting;
    case DesignEntry::Project:
        return m_project;
    case DesignEntry::Environment:
        return m_environment;
    default:
        return nullptr;
    }
}

ReviewPage::ReviewPage(QWidget* parent)
    : DesignPage(tr("Is this what you mean?"), tr("It is created as a draft. Nothing starts before you start it."),
                 parent)
    , m_name(new QLabel)
    , m_words(new QLabel)
    , m_fingerprint(new QLabel)
    , m_warnings(new QLabel)
    , m_warningBox(new QFrame)
{
    setRole(m_name, "heading");
    m_name->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_warnings->setWordWrap(true);
    setStyled(m_warnings, "tone", QStringLiteral("warning"));
    m_warningBox->setProperty("caution", true);
    auto* box = new QVBoxLayout(m_warningBox);
    box->setContentsMargins(16, 12, 16, 12);
    box->addWidget(m_warnings);
    auto* card = new QFrame;
    card->setProperty("card", true);
    auto* inCard = new QVBoxLayout(card);
    inCard->setContentsMargins(20, 16, 20, 16);
    inCard->setSpacing(12);
    inCard->addWidget(m_name);
    inCard->addWidget(m_words);
    setRole(m_fingerprint, "note");
    m_fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_fingerprint->setToolTip(
        tr("The plan is frozen at the start. Whoever compares the fingerprints of then and now sees "
           "whether it was changed."));
    inCard->addWidget(m_fingerprint);
    content()->addWidget(card);
    content()->addSpacing(4);
    content()->addWidget(m_warningBox);
    content()->addStretch(1);
}

void ReviewPage::show(const Draft& draft)
{
    m_name->setText(text(draft.experiment.name));
    m_words->setText(planInWords(draft));
    if (const auto plan = experimentOf(draft).plan)
        m_fingerprint->setText(tr("Fingerprint of the plan: %1").arg(text(fingerprintOf(*plan))));
    QStringList lines;
    for (const QString& warning : warningsOf(draft))
        lines << QStringLiteral("!  ") + warning;
    for (const QString& overlap : overlapsOf(draft, m_running))
        lines << QStringLiteral("!  ") + overlap;
    m_warnings->setText(lines.join(QStringLiteral("\n\n")));
    m_warningBox->setVisible(!lines.isEmpty());
}

} // namespace xp::ui
