// SPDX-License-Identifier: Apache-2.0
// Designing an experiment: the size that follows from the entries, and the wizard from its first page to its last.
#include "core/files/datafile.h"
#include "core/remote/remotebackend.h"
#include "tests/remote/fakeservice.h"
#include "tests/ui/samples.h"
#include "tests/ui/widgetsearch.h"
#include "ui/design/allocation.h"
#include "ui/design/draft.h"
#include "ui/design/experimentwizard.h"
#include "ui/design/keptdraft.h"
#include "ui/design/sizepage.h"
#include "ui/mainwindow.h"
#include "ui/models/experimentlistmodel.h"
#include "ui/pages/experimentpage.h"
#include "ui/session.h"

#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFloat16> // QCOMPARE of JSON asks whether it can be one
#include <QGraphicsSimpleTextItem>
#include <QGraphicsView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointF>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace xp;
using namespace xp::ui;

namespace {

Draft checkoutDraft()
{
    Draft draft;
    draft.experiment.name = "Checkout button";
    draft.experiment.metrics.front().name = "purchase";
    draft.baseline = 0.0602;
    draft.smallestLift = 0.08;
    draft.unitsPerDay = 6000;
    draft.method = Method::Fixed;
    return draft;
}

} // namespace

class TestWizard : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_settings;

    /// For a look at the pages: XP_PICTURES names a folder.
    static void picture(QWidget& wizard, const char* name)
    {
        const QString folder = qEnvironmentVariable("XP_PICTURES");
        if (folder.isEmpty())
            return;
        QTest::qWait(150); // charts take a turn or two
        wizard.grab().save(folder + QLatin1Char('/') + QLatin1String(name) + QLatin1String(".png"));
    }

    /// The last step, after a walk back and forth that must lose nothing.
    static void createsTheDraft(MainWindow& window, ExperimentWizard& wizard, const test::FakeService& service,
                                std::int64_t size)
    {
        wizard.goTo(DesignStep::Question);
        wizard.goTo(DesignStep::Review);
        QCOMPARE(wizard.draft().experiment.variants[1].name, "green");
        const std::vector<double> looks = designOf(wizard.draft()).looks;
        QTest::mouseClick(button(wizard, QStringLiteral("Create draft")), Qt::LeftButton);

        QTRY_COMPARE(service.experiments.size(), 1U);
        const Experiment& created = service.experiments.front();
        QCOMPARE(created.name, "Checkout button");
        QCOMPARE(created.variants[1].config["colour"].get<std::string>(), "green");
        QCOMPARE(created.metrics.size(), 2U);
        QCOMPARE(created.targetSampleSize, size);
        QVERIFY(created.plan);
        QVERIFY(created.plan->method == Method::GroupSequential); // what the wizard proposes
        QCOMPARE(created.plan->unitsPerVariant, std::optional(size));
        QCOMPARE(created.plan->looks, looks);
        QCOMPARE(created.plan->smallestEffect, std::optional(0.08));
        QCOMPARE(created.trafficAllocation, 0.5);
        const QString id = QString::fromStdString(created.id);
        QTRY_COMPARE(window.findChild<ExperimentPage*>()->experimentId(), id);
        QTRY_VERIFY(!window.findChild<ExperimentWizard*>());
    }

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
        QCoreApplication::setOrganizationName(QStringLiteral("test"));
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        const bool dark = qEnvironmentVariable("XP_PICTURES").contains(QStringLiteral("dark"));
        Theme::instance().apply(dark ? ThemeChoice::Dark : ThemeChoice::Light);
    }

    void sharesAlwaysAddUp_data()
    {
        QTest::addColumn<std::vector<int>>("shares");
        QTest::addColumn<int>("changed");
        QTest::addColumn<int>("share");
        QTest::addColumn<std::vector<int>>("expected");
        QTest::newRow("two") << std::vector{5000, 5000} << 0 << 8000 << std::vector{8000, 2000};
        QTest::newRow("proportions stay") << std::vector{5000, 3000, 2000} << 0 << 0 << std::vector{0, 6000, 4000};
        QTest::newRow("all of it") << std::vector{5000, 3000, 2000} << 1 << 10'000 << std::vector{0, 10'000, 0};
        QTest::newRow("from nothing") << std::vector{10'000, 0, 0} << 0 << 4000 << std::vector{4000, 3000, 3000};
        QTest::newRow("thirds") << std::vector{3333, 3333, 3333} << 0 << 3334 << std::vector{3334, 3333, 3333};
        QTest::newRow("too much") << std::vector{5000, 5000} << 1 << 12'000 << std::vector{0, 10'000};
        QTest::newRow("alone") << std::vector{10'000} << 0 << 10 << std::vector{10'000};
    }

    void sharesAlwaysAddUp()
    {
        QFETCH(std::vector<int>, shares);
        QFETCH(int, changed);
        QFETCH(int, share);
        QFETCH(std::vector<int>, expected);
        QCOMPARE(withShare(shares, std::size_t(changed), share), expected);
    }

    /// A slider moves the other shares along, on the page and in the draft.
    void aSliderKeepsTheSum()
    {
        ExperimentWizard wizard;
        Draft draft = checkoutDraft();
        draft.experiment.variants = {{"control", 0.5}, {"a", 0.25}, {"b", 0.25}};
        wizard.setDraft(draft);
        wizard.goTo(DesignStep::Variants);
        named<QSlider>(wizard, QStringLiteral("Share of the variant, as a slider"))->setValue(2000);
        const auto& variants = wizard.draft().experiment.variants;
        QCOMPARE(variants[0].allocation, 0.2);
        QCOMPARE(variants[1].allocation, 0.4);
        QCOMPARE(variants[2].allocation, 0.4);
        QCOMPARE(named<QDoubleSpinBox>(wizard, QStringLiteral("Share of the variant"), 2)->value(), 40.0);
    }

    void anEarlierRateIsTakenOver()
    {
        ExperimentListModel experiments;
        const Experiment one = test::sampleExperiment(1);
        const Experiment small = test::sampleExperiment(2);
        experiments.setExperiments({one, small});
        experiments.setStats(test::sampleStats(one, 10'000));
        experiments.setStats(test::sampleStats(small, 50)); // too few to tell a rate
        const auto rates = pastRates(experiments);
        QVERIFY(!rates.empty());
        QCOMPARE(rates.size(), std::size_t(std::ranges::count(experiments.stats(one.id)->metrics,
                                                              MetricKind::Conversion, &MetricStats::kind)));
        ExperimentWizard wizard;
        wizard.setDraft(checkoutDraft());
        wizard.offer(rates);
        wizard.goTo(DesignStep::Size);
        auto* past = named<QComboBox>(wizard, QStringLiteral("Rate of an earlier experiment"));
        past->setCurrentIndex(past->findData(rates.front().rate));
        Q_EMIT past->activated(past->currentIndex());
        QCOMPARE(wizard.draft().baseline, rates.front().rate);
    }

    void aRateOfATableIsTakenOver()
    {
        QByteArray table("user;bought;visits\n");
        for (int i = 0; i < 400; ++i)
            table += QByteArray::number(i) + (i % 8 == 0 ? ";yes;" : ";no;") + QByteArray::number(i % 5) + '\n';
        const auto file = DataFile::inMemory(QStringLiteral("old.csv"), table);
        const auto rates = ratesOfTable(file);
        QVERIFY(rates && rates->size() == 1U);
        QCOMPARE(rates->front().rate, 0.125);
        QVERIFY(!ratesOfTable(DataFile::inMemory(QStringLiteral("none.csv"), "user,visits\n1,2\n2,5\n")));
        ExperimentWizard wizard;
        wizard.setDraft(checkoutDraft());
        wizard.goTo(DesignStep::Size);
        wizard.findChild<SizePage*>()->takeRates(file);
        QCOMPARE(wizard.draft().baseline, 0.125);
    }

    void whatWasChangedIsUndone()
    {
        ExperimentWizard wizard;
        wizard.setDraft(checkoutDraft());
        QVERIFY(!button(wizard, QStringLiteral("Undo"))->isEnabled());
        wizard.goTo(DesignStep::Variants);
        button(wizard, QStringLiteral("Add a variant"))->click();
        QCOMPARE(wizard.draft().experiment.variants.size(), 3U);
        wizard.goTo(DesignStep::Metrics);
        button(wizard, QStringLiteral("Undo"))->click();
        while (button(wizard, QStringLiteral("Undo"))->isEnabled())
            button(wizard, QStringLiteral("Undo"))->click();
        QCOMPARE(wizard.draft(), checkoutDraft());
        QCOMPARE(wizard.step(), DesignStep::Variants);
    }

    void aDraftIsKeptAndComesBack()
    {
        forgetDraft();
        QVERIFY(!keptDraft());
        Draft draft = checkoutDraft();
        draft.experiment.hypothesis = "Green is seen earlier.";
        draft.experiment.variants[1].config = {{"colour", "green"}};
        draft.experiment.trafficAllocation = 0.5;
        draft.method = Method::GroupSequential;
        draft.design = {{0.3, 0.71, 1}, SpendingKind::HwangShihDeCani, -4};
        draft.experiment.metrics.push_back({.name = "", .role = MetricRole::Guardrail});
        draft.margins = {kMarginProposed, 0.03};
        draft.experiment.enrolment.targeting = {{"attribute", "country"}, {"operator", "exists"}};
        keepDraft(draft);
        const auto kept = keptDraft();
        QVERIFY(kept);
        QCOMPARE(kept->experiment.name, draft.experiment.name);
        QCOMPARE(kept->experiment.hypothesis, draft.experiment.hypothesis);
        QCOMPARE(kept->experiment.variants, draft.experiment.variants);
        QCOMPARE(kept->experiment.metrics.size(), 2U);
        QCOMPARE(kept->experiment.metrics[1].name, std::string());
        QCOMPARE(kept->experiment.trafficAllocation, 0.5);
        QVERIFY(kept->experiment.key.empty() && kept->experiment.id.empty());
        QVERIFY(kept->method == Method::GroupSequential);
        QCOMPARE(kept->design, draft.design);
        QCOMPARE(kept->margins, draft.margins);
        QCOMPARE(kept->experiment.enrolment.targeting, draft.experiment.enrolment.targeting);
        QCOMPARE(kept->baseline, draft.baseline);
        QCOMPARE(kept->unitsPerDay, draft.unitsPerDay);
        draft.experiment.enrolment.targeting = nlohmann::json::parse("{", nullptr, false); // half typed
        draft.experiment.variants[1].config = nlohmann::json::parse("{", nullptr, false);
        keepDraft(draft);
        QVERIFY(keptDraft());
        QCOMPARE(keptDraft()->experiment.name, draft.experiment.name);
        forgetDraft();
        QVERIFY(!keptDraft());
    }

    void aTemplateAsksTheSameAnew()
    {
        Experiment old = checkoutDraft().experiment;
        old.id = "id";
        old.key = "checkout";
        old.status = Status::Stopped;
        old.startedAt = now();
        old.variants[1].config = {{"colour", "green"}};
        const Draft draft = templateOf(old);
        QCOMPARE(draft.experiment.name, "Copy of Checkout button");
        QVERIFY(draft.experiment.key.empty() && draft.experiment.id.empty());
        QVERIFY(!draft.experiment.startedAt && draft.experiment.status == Status::Draft);
        QCOMPARE(draft.experiment.variants, old.variants);
        QCOMPARE(draft.experiment.metrics, old.metrics);
    }

    /// What has no entry on the page is kept; a guardrail's margin goes into the plan.
    void metricsLoseNothingAndGuardrailsHaveAMargin()
    {
        Draft draft = checkoutDraft();
        Metric ratio{.name = "basket", .kind = MetricKind::Ratio, .role = MetricRole::Secondary, .event = "sale"};
        ratio.denominator = Denominator{.event = "visit"};
        ratio.window = std::chrono::hours(48);
        draft.experiment.metrics.push_back(ratio);
        draft.experiment.metrics.push_back(
            {.name = "refund", .role = MetricRole::Guardrail, .direction = Direction::Decrease, .event = "refund"});
        ExperimentWizard wizard;
        wizard.setDraft(draft);
        wizard.goTo(DesignStep::Metrics);
        named<QDoubleSpinBox>(wizard, QStringLiteral("May be worse by"), 2)->setValue(3);
        wizard.goTo(DesignStep::Review);
        QCOMPARE(wizard.draft().experiment.metrics[1], ratio);
        const auto plan = experimentOf(wizard.draft()).plan;
        QCOMPARE(plan->metrics[2].margin, std::optional(Margin{.value = 0.03, .relative = true}));
        QVERIFY(!plan->metrics[0].margin);
        QVERIFY(says(wizard, QStringLiteral("refund by")));
    }

    /// What the catalogue defines is chosen, not typed, and stays as it is defined.
    void metricsComeFromTheCatalogue()
    {
        ExperimentWizard wizard;
        Draft draft = checkoutDraft();
        draft.experiment.metrics.front().name.clear();
        wizard.setDraft(draft);
        wizard.goTo(DesignStep::Variants);
        auto* catalogue = named<QComboBox>(wizard, QStringLiteral("Add a metric from the catalogue"));
        QVERIFY(catalogue && catalogue->isHidden()); // nothing is in it
        const auto defined = [](const char* name, MetricKind kind) {
            CatalogueMetric metric{.project = "default", .owner = "Shop", .description = "As agreed"};
            metric.metric = {.name = name, .kind = kind, .event = "order"};
            metric.metric.catalogue = CatalogueReference{.key = name, .version = 3};
            return metric;
        };
        wizard.offer(std::vector{defined("orders", MetricKind::Conversion), defined("revenue", MetricKind::Sum)});
        QVERIFY(!catalogue->isHidden());
        QCOMPARE(catalogue->count(), 3);
        QVERIFY(catalogue->itemText(2).startsWith(QStringLiteral("revenue")));
        wizard.goTo(DesignStep::Metrics);
        Q_EMIT catalogue->activated(1); // in the row that waits for a name, which is the primary metric
        Q_EMIT catalogue->activated(2);
        QCOMPARE(catalogue->currentIndex(), 0);
        const auto& metrics = wizard.draft().experiment.metrics;
        QCOMPARE(metrics.size(), 2U);
        QVERIFY(metrics[0].role == MetricRole::Primary && metrics[1].role == MetricRole::Secondary);
        QCOMPARE(metrics[0].event, "order");
        QVERIFY(metrics[1].catalogue == (CatalogueReference{.key = "revenue", .version = 3}));
        QVERIFY(!named<QComboBox>(wizard, QStringLiteral("Measured as"), 1)->isEnabled());
        auto* name = named<QLineEdit>(wizard, QStringLiteral("Event of the metric"), 1);
        name->clear();
        QTest::keyClicks(name, QStringLiteral("spent"));
        QCOMPARE(wizard.draft().experiment.metrics[1].name, "spent");
        QCOMPARE(wizard.draft().experiment.metrics[1].event, "order"); // its own name alone is the experiment's
    }

    void theSizeIsThatOfTheTestAtTheEnd()
    {
        // Fleiss, Levin, Paik: ((z_a sqrt(2p(1-p)) + z_b sqrt(p1 q1 + p2 q2)) / (p2 - p1))^2, with SciPy's quantiles.
        const SizePlan plan = planOf(checkoutDraft());
        QCOMPARE(plan.unitsPerVariant, 39720);
        QCOMPARE(plan.units, 2 * plan.unitsPerVariant);
        QVERIFY(std::abs(plan.days - double(plan.units) / 6000) < 1e-9);

        Draft three = checkoutDraft();
        three.experiment.variants = {{"control", 1.0 / 3}, {"a", 1.0 / 3}, {"b", 1.0 / 3}};
        three.baseline = 0.1;
        three.smallestLift = 0.2;
        three.power = 0.9;
        QCOMPARE(planOf(three).unitsPerVariant, 6074); // the level is shared by two treatments
    }

    void theCurvesGoThroughThePlan()
    {
        const SizePlan plan = planOf(checkoutDraft());
        QVERIFY(plan.power.size() > 50 && plan.detectable.size() > 50);
        const auto reached = std::ranges::find_if(plan.power, [](const QPointF& p) { return p.y() >= 0.8; });
        QVERIFY(std::abs(reached->x() - double(plan.units)) < double(plan.units) * 0.03);
        QVERIFY(std::ranges::is_sorted(plan.power, {}, &QPointF::y));
        QVERIFY(std::ranges::is_sorted(plan.detectable, std::greater{}, &QPointF::y)); // later finds smaller lifts
    }

    void lessTrafficTakesLonger()
    {
        Draft draft = checkoutDraft();
        const double days = planOf(draft).days;
        draft.experiment.trafficAllocation = 0.5;
        QVERIFY(std::abs(planOf(draft).days - 2 * days) < 1e-9);
        draft.unitsPerDay = 0;
        QCOMPARE(planOf(draft).days, 0.0);
    }

    void impossibleEntriesAreTold()
    {
        Draft draft = checkoutDraft();
        draft.baseline = 0.9;
        draft.smallestLift = 0.2;
        QVERIFY(!planOf(draft).problem.isEmpty());
        QCOMPARE(planOf(draft).unitsPerVariant, 0);
    }

    /// What a method costs is seen beside a single look: that one has more power at every size.
    void thePowerOfASingleLookIsShownBesideTheMethods()
    {
        Draft draft = checkoutDraft();
        QVERIFY(planOf(draft).powerOfOne.empty()); // the method is it
        draft.method = Method::AlwaysValid;
        const SizePlan plan = planOf(draft);
        QCOMPARE(plan.powerOfOne.size(), plan.power.size());
        for (std::size_t i = 0; i < plan.power.size(); ++i) {
            QCOMPARE(plan.powerOfOne[i].x(), plan.power[i].x());
            QVERIFY(plan.powerOfOne[i].y() >= plan.power[i].y());
        }
        const auto atSize = std::ranges::lower_bound(plan.powerOfOne, double(plan.units), {}, &QPointF::x);
        QVERIFY(atSize->y() > draft.power + 0.05);
        ExperimentWizard wizard;
        wizard.setDraft(draft);
        wizard.goTo(DesignStep::Size);
        wizard.show();
        QVERIFY(QTest::qWaitForWindowExposed(&wizard));
        const auto drawn = [&](const QString& words) {
            for (QGraphicsView* view : wizard.findChildren<QGraphicsView*>()) {
                for (QGraphicsItem* item : view->scene()->items()) {
                    const auto* text = qgraphicsitem_cast<QGraphicsSimpleTextItem*>(item);
                    if (text && text->text() == words)
                        return true;
                }
            }
            return false;
        };
        QTRY_VERIFY(drawn(QStringLiteral("one look")) && drawn(QStringLiteral("always valid")));
    }

    void warnsOfWhatIsLegalButUnwise()
    {
        QVERIFY(warningsOf(checkoutDraft()).empty());
        Draft draft = checkoutDraft();
        draft.experiment.metrics[0].role = MetricRole::Secondary;
        draft.unitsPerDay = 100;
        draft.experiment.variants[0].allocation = 0.9;
        draft.experiment.variants[1].allocation = 0.1;
        QCOMPARE(warningsOf(draft).size(), 3U);
    }

    void tellsOfExperimentsThatMeetTheSameUsers()
    {
        Draft draft = checkoutDraft();
        draft.experiment.metrics[0].event = "purchase";
        Experiment other = checkoutDraft().experiment;
        other.name = "One-page checkout";
        other.metrics = {{.name = "bought", .event = "purchase"}};
        QCOMPARE(overlapsOf(draft, {other}).size(), 1U);
        QVERIFY(overlapsOf(draft, {other}).front().contains(QStringLiteral("One-page checkout")));
        Experiment elsewhere = other;
        elsewhere.environment = "staging";
        Experiment different = other;
        different.metrics[0].event = "search";
        QVERIFY(overlapsOf(draft, {elsewhere, different}).empty());
        ExperimentWizard wizard;
        wizard.offer(std::vector{other});
        wizard.setDraft(draft);
        wizard.goTo(DesignStep::Review);
        QVERIFY(says(wizard, QStringLiteral("a common layer keeps their users apart")));
        QVERIFY(says(wizard, QString::fromStdString(fingerprintOf(*experimentOf(draft).plan))));
    }

    /// A condition that is none is told beside its entry, and what was typed stays.
    void onlySomeUsersTakePart()
    {
        ExperimentWizard wizard;
        wizard.setDraft(checkoutDraft());
        wizard.goTo(DesignStep::Traffic);
        auto* entry =
            named<QLineEdit>(wizard, QStringLiteral("Only users for whom this holds, as a condition in JSON; empty: "
                                                    "everybody"));
        QVERIFY(entry);
        entry->setText(QStringLiteral("{\"attribute\": "));
        QVERIFY(says(wizard, QStringLiteral("not a JSON object")));
        wizard.goTo(DesignStep::Review);
        QCOMPARE(wizard.step(), DesignStep::Traffic);
        QCOMPARE(entry->text(), QStringLiteral("{\"attribute\": "));
        entry->setText(QStringLiteral("{\"attribute\": \"country\", \"operator\": \"in\", \"values\": [\"AT\"]}"));
        wizard.goTo(DesignStep::Review);
        QCOMPARE(wizard.step(), DesignStep::Review);
        QCOMPARE(experimentOf(wizard.draft()).enrolment.targeting["attribute"].get<std::string>(), "country");
        wizard.goTo(DesignStep::Traffic);
        entry->clear();
        QVERIFY(wizard.draft().experiment.enrolment.targeting.is_null());
    }

    void fromTheFirstPageToTheLast()
    {
        test::FakeService service;
        MainWindow window([](const QString& address, const QString& token) {
            return serviceUrl(address).map([&](const QUrl& url) -> std::unique_ptr<Backend> {
                return std::make_unique<RemoteBackend>(url, token);
            });
        });
        window.show();
        window.connectTo(service.address(), {});
        QTRY_VERIFY(window.isConnected());
        QTest::keyClick(&window, Qt::Key_N, Qt::ControlModifier);
        auto* wizard = window.findChild<ExperimentWizard*>();
        QVERIFY(wizard);
        const auto next = [&] { QTest::mouseClick(button(*wizard, QStringLiteral("Next")), Qt::LeftButton); };

        next(); // without a name it does not go on, and says why
        QCOMPARE(wizard->step(), DesignStep::Question);
        QVERIFY(says(*wizard, QStringLiteral("needs a name")));
        QTest::keyClicks(named<QLineEdit>(*wizard, QStringLiteral("Name")), QStringLiteral("Checkout button"));
        picture(*wizard, "wizard1");
        next();
        QCOMPARE(wizard->step(), DesignStep::Variants);
        auto* treatment = named<QLineEdit>(*wizard, QStringLiteral("Name of the variant"), 1);
        treatment->clear();
        QTest::keyClicks(treatment, QStringLiteral("green"));
        QTest::keyClicks(named<QLineEdit>(*wizard, QStringLiteral("Configuration of the variant"), 1),
                         QStringLiteral("{\"colour\":\"green\"}"));
        picture(*wizard, "wizard2");
        next();
        QTest::keyClicks(named<QLineEdit>(*wizard, QStringLiteral("Event of the metric")), QStringLiteral("purchase"));
        QTest::mouseClick(button(*wizard, QStringLiteral("Add a metric")), Qt::LeftButton);
        QTest::keyClicks(named<QLineEdit>(*wizard, QStringLiteral("Event of the metric"), 1), QStringLiteral("refund"));
        picture(*wizard, "wizard3");
        next();
        QCOMPARE(wizard->step(), DesignStep::Size);
        named<QDoubleSpinBox>(*wizard, QStringLiteral("Rate of the control today"))->setValue(6.02);
        named<QDoubleSpinBox>(*wizard, QStringLiteral("Smallest lift worth finding, relative"))->setValue(8);
        named<QDoubleSpinBox>(*wizard, QStringLiteral("Users a day"))->setValue(6000);
        picture(*wizard, "wizard4");
        const std::int64_t size = planOf(wizard->draft()).unitsPerVariant;
        QVERIFY(says(*wizard, QLocale().toString(qlonglong(2 * size)))); // the consequence, at once
        next();
        named<QSlider>(*wizard, QStringLiteral("Share of all users"))->setValue(50);
        picture(*wizard, "wizard5");
        next();
        picture(*wizard, "wizard6");
        QVERIFY(says(*wizard, QStringLiteral("50 %").replace(QLatin1Char(' '), QChar(0x202f))));

        // Half the traffic takes twice as long: more looks, and a few more users for them.
        createsTheDraft(window, *wizard, service, planOf(wizard->draft()).unitsPerVariant);
    }

    void whatTheServiceRefusesIsToldAndNothingIsLost()
    {
        ExperimentWizard wizard;
        QSignalSpy asked(&wizard, &ExperimentWizard::createRequested);
        wizard.show();
        QTest::keyClicks(named<QLineEdit>(wizard, QStringLiteral("Name")), QStringLiteral("Name"));
        wizard.goTo(DesignStep::Metrics);
        QTest::keyClicks(named<QLineEdit>(wizard, QStringLiteral("Event of the metric")), QStringLiteral("purchase"));
        wizard.goTo(DesignStep::Review);
        QTest::mouseClick(button(wizard, QStringLiteral("Create draft")), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        wizard.showFailure({ErrorCode::Invalid, {"invalid_input", {}, "key is taken"}, {}});
        QVERIFY(wizard.isVisible());
        QVERIFY(says(wizard, QStringLiteral("Key is taken.")));
        QVERIFY(button(wizard, QStringLiteral("Create draft"))->isEnabled());
    }
};

QTEST_MAIN(TestWizard)
#include "tst_wizard.moc"
