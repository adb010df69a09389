// SPDX-License-Identifier: Apache-2.0
#include "core/domain/wideinteger.h"
#include "core/engine/importer.h"
#include "core/storage/connection/connection.h"
#include "core/storage/timeorderedid.h"
#include "core/storage/units/covariatetable.h"
#include "core/storage/writing/unitwriter.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testexperiments.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <fstream>
#include <map>
#include <thread>

using namespace xp;
using namespace xp::test;

namespace {

const Actor kActor{.name = "test", .role = Role::Admin, .environment = {}, .project = {}};

/// The sums over all days and epochs.
Moments total(const SufficientStatistics& statistics, std::int16_t variant, std::int16_t metric)
{
    Moments sum;
    for (const MomentCell& cell : statistics.cells) {
        if (cell.variant == variant && cell.metric == metric)
            sum += cell.moments;
    }
    return sum;
}

double realOf(const WideInteger& number)
{
    return number.convert_to<double>();
}

} // namespace

class TestImporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }
    void init();
    void cleanup() { m_store.reset(); }

    void importsTheRealFile();
    void makesAnExperimentThatHasEnded();
    void keepsValuesExactly();
    void guessesKinds();
    void choosesResolutions();
    void takesTimes();
    void takesCovariatesAndSegments();
    void ordersVariants();
    void tellsProgress();
    void theServerKnowsHowMuchThereIs();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void namesTenErrorsAtMost();
    void takesBlanksOffNamesAndVariants();
    void refusesUnitsTwice();
    void refusesAKeyInUse();
    void storesAllOrNothing();
    void removesWhatAKilledImportLeft();
    void letsOthersWrite();
    void canBeRecomputed();

private:
    ImportOptions optionsFor(std::string_view text);
    Result<ImportReport> import(std::string_view text, ImportOptions options);
    Result<ImportReport> import(std::string_view text) { return import(text, optionsFor(text)); }

    std::int64_t rowsOf(const std::string& table);

    TestDatabases m_databases;
    std::map<QString, DatabaseUrl> m_urls;
    DatabaseUrl m_url;
    std::unique_ptr<Store> m_store;
    QTemporaryDir m_folder;
};

/// One database of each engine, emptied before each test.
void TestImporter::init()
{
    QFETCH_GLOBAL(QString, engine);
    auto known = m_urls.find(engine);
    if (known == m_urls.end())
        known = m_urls.emplace(engine, m_databases.migrated()).first;
    m_url = known->second;
    const auto connection = must(Connection::open(m_url));
    for (const char* table : {"experiment_epochs", "experiments", "status_entries", "audit_log", "assignments",
                              "unit_totals", "moments", "covariate_moments"})
        must(connection->run(std::string("DELETE FROM ") + table));
    m_store = openStore(m_url);
}

std::int64_t TestImporter::rowsOf(const std::string& table)
{
    std::int64_t rows = 0;
    const auto connection = must(Connection::open(m_url));
    must(connection->run("SELECT COUNT(*) FROM " + table, {}, [&](const Row& row) { rows = row.integer(0); }));
    return rows;
}

/// user, group and every other column as a metric.
ImportOptions TestImporter::optionsFor(std::string_view text)
{
    ImportOptions options;
    options.key = "an-import";
    options.unitColumn = "user";
    options.variantColumn = "group";
    const QStringList header = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.find('\n'))).split(u',');
    for (const QString& column : header.mid(2))
        options.metrics.push_back(parseImportMetric(column.toStdString()));
    return options;
}

Result<ImportReport> TestImporter::import(std::string_view text, ImportOptions options)
{
    options.path = m_folder.filePath(QStringLiteral("file.csv")).toStdString();
    // The words after a column's name are for the options.
    QString header = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.find('\n')));
    header.remove(QRegularExpression(QStringLiteral(":[a-z]+")));
    std::ofstream(options.path, std::ios::binary) << header.toStdString() << text.substr(text.find('\n'));
    return importFile(*m_store, options, kActor);
}

/// The published figures of the test, to the digits given.
void TestImporter::importsTheRealFile()
{
    const QString path = qEnvironmentVariable("XP_CONFORMANCE_DIR") + QStringLiteral("/data/cookie_cats.csv");
    if (!QFile::exists(path))
        QSKIP("skipped: no data");
    ImportOptions options{
        .path = path.toStdString(), .key = "cookie-cats", .unitColumn = "userid", .variantColumn = "version"};
    for (const char* metric : {"retention_1", "retention_7", "sum_gamerounds:mean"})
        options.metrics.push_back(parseImportMetric(metric));
    QElapsedTimer timer;
    timer.start();
    const ImportReport report = must(importFile(*m_store, options, kActor));
    qInfo("%lld ms", static_cast<long long>(timer.elapsed()));
    // Far above the targets (3 s, 5 s), which hold on a quiet machine: what fails here has become slow by its nature.
    QVERIFY2(timer.elapsed() < 20'000, "too slow");

    QCOMPARE(report.experiment.variants[0].name, "gate_30");
    QCOMPARE(report.units, (std::vector<std::int64_t>{44700, 45489}));
    const auto statistics = must(m_store->moments().read(report.experiment.id));
    const std::array rates{0.190201, 0.182000};
    const std::array means{52.45626, 51.29878};
    for (const auto variant : {std::int16_t{0}, std::int16_t{1}}) {
        const auto v = static_cast<std::size_t>(variant);
        const auto units = static_cast<double>(report.units[v]);
        QCOMPARE(total(statistics, variant, kUnitsOnly).units, report.units[v]);
        const Moments retention = total(statistics, variant, 1);
        QVERIFY(std::abs(static_cast<double>(retention.converted) / units - rates[v]) < 5e-7);
        const Moments rounds = total(statistics, variant, 2);
        QVERIFY(std::abs(realOf(toWide(rounds.sum)) * 1e-6 / units - means[v]) < 5e-6);
        // Either retention: what the headline counts, as none is marked primary.
        const Moments any = total(statistics, variant, kAnyConversion);
        QVERIFY(any.converted > retention.converted && any.converted < report.units[v]);
    }
}

void TestImporter::makesAnExperimentThatHasEnded()
{
    const Timestamp before = now();
    ImportOptions options = optionsFor("user,group,won\n");
    options.name = "A test from elsewhere";
    options.metrics[0].role = MetricRole::Primary;
    const auto report = must(import("user,group,won\nu1,old,1\nu2,new,0\nu3,old,1\n", options));
    const Experiment stored = must(m_store->experiments().find("an-import"));
    QVERIFY(stored == report.experiment);
    QCOMPARE(stored.name, "A test from elsewhere");
    QVERIFY(stored.status == Status::Stopped);
    QVERIFY(stored.imported);
    QVERIFY(stored.startedAt >= before && stored.startedAt <= now());
    QCOMPARE(stored.stoppedAt, stored.startedAt);
    QCOMPARE(stored.epochs.size(), 1u);
    QCOMPARE(stored.epochs[0].allocations, (std::vector<double>{0.5, 0.5}));
    QVERIFY(stored.metrics[0].role == MetricRole::Primary);
    QCOMPARE(must(m_store->experiments().countByStatus())[Status::Stopped], 1);
    const auto audit = must(m_store->audit().page({.experimentId = stored.id, .before = {}}));
    QCOMPARE(audit.size(), 1u);
    QCOMPARE(audit[0].action, "experiment.import");
    QCOMPARE(audit[0].actor, "test");
    const auto u3 = must(m_store->units().find(stored.id, "u3"));
    QVERIFY(u3 && u3->variant == 0 && u3->assignedAt == stored.startedAt);
}

void TestImporter::keepsValuesExactly()
{
    const auto report = must(import("user,group,spend:sum,visits:count,score:mean,won\n"
                                    "a,c,0.1,2,-1.5,yes\nb,c,0.2,0,0,no\nc,c,0,3,2.25,yes\nd,t,7,1,1,no\n"));
    const auto& metrics = report.experiment.metrics;
    QVERIFY(metrics[0].perUnit && metrics[1].perUnit && metrics[2].perUnit && !metrics[3].perUnit);
    const auto statistics = must(m_store->moments().read(report.experiment.id));
    const Moments spend = total(statistics, 0, 0);
    QCOMPARE(toWide(spend.sum), WideInteger(300'000)); // 0.1 + 0.2, exactly
    QCOMPARE(toWide(spend.sumSquares), WideInteger(50'000'000'000));
    const Moments visits = total(statistics, 0, 1);
    QCOMPARE(visits.count, 5);
    QCOMPARE(toWide(visits.countSquares), WideInteger(13));
    QCOMPARE(toWide(visits.sum), WideInteger(5'000'000));
    QCOMPARE(visits.converted, 2);
    const Moments score = total(statistics, 0, 2);
    QCOMPARE(score.count, 3); // one observation a unit, zero too
    QCOMPARE(toWide(score.sum), WideInteger(750'000));
    QCOMPARE(toWide(score.sumSquares), WideInteger(2'250'000'000'000 + 5'062'500'000'000));
    const Moments won = total(statistics, 0, 3);
    QCOMPARE(won.converted, 2);
    QCOMPARE(total(statistics, 0, kUnitsOnly).units, 3);
    QCOMPARE(total(statistics, 1, kUnitsOnly).units, 1);
    QCOMPARE(toWide(total(statistics, 1, 0).sum), WideInteger(7'000'000));
}

void TestImporter::guessesKinds()
{
    const auto report = must(import("user,group,a,b,c,d,e\n"
                                    "1,x,TRUE,1,yes,3,0\n2,y,false,0,No,0.5,1\n3,y,True,1.0,n,1,2\n"));
    const auto kindOf = [&](std::size_t i) { return report.experiment.metrics[i].kind; };
    for (const std::size_t i : {0, 1, 2})
        QVERIFY(kindOf(i) == MetricKind::Conversion);
    QVERIFY(kindOf(3) == MetricKind::Mean);
    QVERIFY(kindOf(4) == MetricKind::Mean); // 0 and 1 at first, then 2
    QCOMPARE(std::ranges::count(report.notes, std::string("kind_guessed"), &Sentence::code), 5);
    const auto statistics = must(m_store->moments().read(report.experiment.id));
    QCOMPARE(toWide(total(statistics, 1, 4).sum), WideInteger(3'000'000));
}

void TestImporter::choosesResolutions()
{
    const auto report = must(import("user,group,plain:mean,fine:mean,large:mean,both:mean,huge:mean\n"
                                    "1,x,1.25,0.123456789,20000000000,20000000000.1,3e25\n"
                                    "2,y,2,1,7,0.12345678901,1\n"));
    const auto resolutionOf = [&](std::size_t i) { return report.experiment.metrics[i].resolution; };
    QCOMPARE(resolutionOf(0), 1e-6);
    QCOMPARE(resolutionOf(1), 1e-9);
    QCOMPARE(resolutionOf(2), 1.0);  // beyond 2^53 millionths
    QCOMPARE(resolutionOf(3), 1e-5); // no room for all digits
    QCOMPARE(resolutionOf(4), 1e10);
    QCOMPARE(std::ranges::count(report.notes, std::string("values_rounded"), &Sentence::code), 2);
    const auto statistics = must(m_store->moments().read(report.experiment.id));
    QCOMPARE(toWide(total(statistics, 0, 1).sum), WideInteger(123'456'789));
    QCOMPARE(toWide(total(statistics, 0, 2).sum), WideInteger(20'000'000'000));
    QCOMPARE(toWide(total(statistics, 0, 3).sum), WideInteger(2'000'000'000'010'000));
}

void TestImporter::takesTimes()
{
    ImportOptions options = optionsFor("user,group,won\n");
    options.timeColumn = "at";
    const auto report = must(import("user,group,won,at\n1,x,1,2026-03-02T10:00:00Z\n2,y,0,2026-03-01 23:30:00\n"
                                    "3,y,1,2026-03-02T00:30:00+02:00\n",
                                    options));
    QCOMPARE(toIso8601(*report.experiment.startedAt), "2026-03-01T22:30:00.000000Z");
    QCOMPARE(toIso8601(*report.experiment.stoppedAt), "2026-03-02T10:00:00.000000Z");
    const auto second = must(m_store->units().find(report.experiment.id, "2"));
    QCOMPARE(toIso8601(second->assignedAt), "2026-03-01T23:30:00.000000Z");
    const auto statistics = must(m_store->moments().read(report.experiment.id));
    std::set<std::int32_t> days;
    for (const MomentCell& cell : statistics.cells)
        days.insert(cell.day);
    QCOMPARE(days.size(), 2u);
}

void TestImporter::takesCovariatesAndSegments()
{
    const std::string_view text =
        "user,group,spend:mean,won,before,country,device\n"
        "1,x,10,1,8.5,DE,phone\n2,y,20,0,0,\"FR\",\n3,x,-4,0,-2,DE,desk\n4,y,1,1,3,FR,phone\n";
    ImportOptions options = optionsFor("user,group,spend:mean,won\n");
    options.covariateColumns = {"before"};
    options.segmentColumns = {"country", "device"};
    const auto report = must(import(text, options));
    QCOMPARE(report.experiment.metrics.size(), 2u);
    const auto first = must(m_store->units().find(report.experiment.id, "1"));
    QCOMPARE(first->context, R"({"before":8.5,"country":"DE","device":"phone"})");
    QCOMPARE(must(m_store->units().find(report.experiment.id, "2"))->context,
             R"({"before":0.0,"country":"FR","device":""})");

    const auto cells = must(CovariateTable(m_store->connection()).read(report.experiment.id));
    QCOMPARE(cells.size(), 4u);
    QCOMPARE(cells[0].variant, std::int16_t{0});
    QCOMPARE(cells[0].metric, std::int16_t{0});
    QVERIFY(cells[0].hasHistory);
    QCOMPARE(cells[0].day, dayOf(*report.experiment.startedAt));
    const CovariateMoments& spend = cells[0].moments; // of units 1 and 3: x = 8.5, -2; v = 10, -4
    QCOMPARE(spend.units, 2);
    QCOMPARE(toWide(spend.x), WideInteger(6'500'000));
    QCOMPARE(toWide(spend.xSquares), WideInteger(76'250'000'000'000));
    QCOMPARE(toWide(spend.xSum), WideInteger(93'000'000'000'000));
    QCOMPARE(toWide(spend.xCount), WideInteger(6'500'000));
    const CovariateMoments& won = cells[1].moments; // n = 1, 0
    QCOMPARE(toWide(won.xCount), WideInteger(8'500'000));
    QCOMPARE(toWide(won.xSum), WideInteger(8'500'000'000'000));

    options.key = "too-large";
    const auto failed = import("user,group,spend,won,before,country,device\n1,x,1,1,1e20,,\n2,y,1,0,2,,\n", options);
    QVERIFY(!failed);
    QVERIFY(failed.error().sentence.text.find("too large beside metric") != std::string::npos);
    QCOMPARE(codeOf(m_store->experiments().find("too-large")), "experiment_not_found");

    must(m_store->experiments().remove(report.experiment.id));
    QVERIFY(must(CovariateTable(m_store->connection()).read(report.experiment.id)).empty());
}

void TestImporter::ordersVariants()
{
    const std::string_view text = "user,group,won\n1,b,1\n2,a,0\n3,c,1\n";
    ImportOptions options = optionsFor(text);
    options.control = "c";
    options.allocations = {{"a", 0.2}, {"b", 0.3}, {"c", 0.5}};
    const auto report = must(import(text, options));
    std::vector<std::string> names;
    for (const Variant& variant : report.experiment.variants)
        names.push_back(variant.name);
    QCOMPARE(names, (std::vector<std::string>{"c", "b", "a"}));
    QCOMPARE(report.experiment.epochs[0].allocations, (std::vector<double>{0.5, 0.3, 0.2}));
    QCOMPARE(must(m_store->units().find(report.experiment.id, "3"))->variant, std::int16_t{0});
    QCOMPARE(must(m_store->units().find(report.experiment.id, "1"))->variant, std::int16_t{1});
    const auto statistics = must(m_store->moments().read(report.experiment.id));
    QCOMPARE(total(statistics, 0, 0).converted, 1);
    QCOMPARE(total(statistics, 2, 0).converted, 0);
}

void TestImporter::tellsProgress()
{
    std::string text = "user,group,won\n";
    for (int i = 0; i < 40'000; ++i)
        text += std::to_string(i) + (i % 2 == 0 ? ",x,1\n" : ",y,0\n");
    ImportOptions options = optionsFor(text);
    options.path = m_folder.filePath(QStringLiteral("file.csv")).toStdString();
    std::ofstream(options.path) << text;
    std::vector<ImportProgress> seen;
    must(importFile(*m_store, options, kActor, [&](const ImportProgress& p) { return seen.push_back(p), true; }));
    const auto countOf = [&](ImportProgress::Phase phase) {
        return std::ranges::count(seen, phase, &ImportProgress::phase);
    };
    QVERIFY(countOf(ImportProgress::Phase::Reading) >= 2);
    QCOMPARE(countOf(ImportProgress::Phase::Sorting), 1);
    QVERIFY(countOf(ImportProgress::Phase::Storing) >= 4);
    QCOMPARE(seen.back().done, 40'000);
    QCOMPARE(seen.back().total, 40'000);
    QCOMPARE(seen.front().total, static_cast<std::int64_t>(text.size()));
}

/// Or it would plan for tables that are all but empty until it looks at them by itself.
void TestImporter::theServerKnowsHowMuchThereIs()
{
    if (m_url.engine != DatabaseUrl::Engine::Postgres)
        return;
    std::string text = "user,group,m:conversion\n";
    for (int i = 0; i < 3000; ++i)
        text += std::to_string(i) + (i % 2 == 0 ? ",x,1\n" : ",y,1\n");
    must(import(text, optionsFor(text)));
    const auto connection = must(Connection::open(m_url));
    for (const char* table : {"assignments", "unit_totals"}) {
        std::int64_t known = 0;
        must(connection->run("SELECT CAST(reltuples AS BIGINT) FROM pg_class WHERE oid = CAST(? AS regclass)",
                             {param(std::string(table))}, [&](const Row& row) { known = row.integer(0); }));
        QCOMPARE(known, 3000);
    }
}

void TestImporter::namesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("message"); ///< a part of it
    const auto row = [](const char* name, const char* text, const char* message) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(message);
    };
    row("no number", "user,group,m:mean\n1,x,1\n2,y,abc\n", "line 3, column m: 'abc' is not a number");
    row("empty", "user,group,m:mean\n1,x,1\n2,y,\n", "line 3, column m: an empty value is not a number");
    row("not finite", "user,group,m:mean\n1,x,1\n2,y,inf\n", "line 3, column m: 'inf' is not a number");
    row("too large", "user,group,m:mean\n1,x,1\n2,y,-1e28\n", "line 3, column m: '-1e28' is too large");
    row("no boolean", "user,group,m:conversion\n1,x,2\n2,y,1\n", "line 2, column m: '2' is not one of TRUE/FALSE");
    row("no count", "user,group,m:count\n1,x,1.5\n2,y,1\n", "line 2, column m: '1.5' is not a count");
    row("negative count", "user,group,m:count\n1,x,1\n2,y,-1\n", "line 3, column m: '-1' is not a count");
    row("mixed", "user,group,m\n1,x,TRUE\n2,y,38\n",
        "line 3, column m: '38' does not go with the yes/no value in line 2");
    row("mixed otherwise", "user,group,m\n1,x,38\n2,y,no\n",
        "line 3, column m: 'no' does not go with the number in line 2");
    row("neither", "user,group,m\n1,x,maybe\n2,y,no\n", "line 2, column m: 'maybe' is neither a number nor");
    row("no unit", "user,group,m\n1,x,1\n,y,1\n", "line 3, column user: an empty value cannot name a unit");
    row("no variant", "user,group,m\n1,x,1\n2,,1\n", "line 3, column group: an empty value cannot name a variant");
    row("one variant", "user,group,m\n1,x,1\n2,x,0\n", "column group has only the value 'x'");
    row("controls in a unit", "user,group,m\n1,x,1\n\"a\nb\",y,1\n",
        "line 3, column user: 'a?b' holds control characters");
    row("no kind", "user,group,m:bogus\n1,x,1\n",
        "--metric 'm:bogus' is wrong after the column 'm': there may be a kind (conversion, count, sum or mean)");
    row("no role", "user,group,m:conversion:bogus:increase\n1,x,1\n", "increase or decrease), not 'bogus'");
    row("wrong order", "user,group,m:primary:sum\n1,x,1\n", "increase or decrease), not 'primary'");
    row("another kind", "user,group,m:ratio\n1,x,1\n",
        "--metric 'm' is of kind ratio, which cannot be imported; conversion, count, sum and mean can");
    row("no rows", "user,group,m\n", "no rows");
    row("ragged", "user,group,m\n1,x,1\n2,y\n", "line 3: has 2 fields where the first line has 3");
    row("broken quotes", "user,group,m\n1,x,1\n2,y,\"1\n", "line 3: a quoted field that begins here is never closed");
    row("no such column", "user,gruppe,m\n1,x,1\n", "the file has no column 'group'; it has: user, gruppe, m");
    row("column twice", "user,group,group,m\n1,x,x,1\n", "more than one column 'group'");
}

void TestImporter::namesWhatIsWrong()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, message);
    const auto report = import(text.toStdString());
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Invalid);
    std::string all = report.error().sentence.text;
    for (const FieldError& error : report.error().errors)
        all += "\n" + error.message;
    QVERIFY2(all.find(message.toStdString()) != std::string::npos, all.c_str());
    QCOMPARE(codeOf(m_store->experiments().find("an-import")), "experiment_not_found");
}

void TestImporter::namesTenErrorsAtMost()
{
    std::string text = "user,group,m:mean\n";
    for (int i = 0; i < 100; ++i)
        text += std::to_string(i) + ",x," + (i % 2 == 0 ? "1" : "bad") + "\n";
    const auto report = import(text);
    QVERIFY(!report);
    QCOMPARE(report.error().errors.size(), 10u);
    QVERIFY(report.error().errors[9].message.starts_with("line 21,"));
    QVERIFY(report.error().sentence.text.find("at least 9 more") != std::string::npos);

    // A column of anything but variants is said once.
    text = "user,group,m:mean\n";
    for (int i = 0; i < 200; ++i)
        text += std::to_string(i) + "," + std::to_string(i) + ",1\n";
    const auto many = import(text);
    QVERIFY(!many);
    QCOMPARE(many.error().errors.size(), 1u);
    QVERIFY(many.error().sentence.text.find("is the 101st different value") != std::string::npos);
    QVERIFY(many.error().sentence.text.find("more)") == std::string::npos);
    // It comes before what was wrong until then.
    const auto both = import(text.replace(text.find(",1\n"), 3, ",bad\n"));
    QVERIFY(!both);
    QCOMPARE(both.error().errors.size(), 2u);
    QCOMPARE(both.error().errors[0].code, "too_many_variants");
    QVERIFY(both.error().errors[1].message.starts_with("line 2,"));
}

/// Not of what other columns say: a unit is who it is.
void TestImporter::takesBlanksOffNamesAndVariants()
{
    ImportOptions options = optionsFor("user,group,m\n");
    const auto report = must(import(" user, group ,\tm\n1, x,1\n 1,x ,0\n2,\"\ty\",1\n", options));
    QCOMPARE(report.experiment.variants.size(), 2u);
    QCOMPARE(report.experiment.variants[0].name, "x");
    QCOMPARE(report.experiment.variants[1].name, "y");
    QCOMPARE(report.experiment.metrics[0].name, "m");
    QCOMPARE(report.units, (std::vector<std::int64_t>{2, 1}));
    QVERIFY(must(m_store->units().find(report.experiment.id, " 1")).has_value());
}

void TestImporter::refusesUnitsTwice()
{
    const auto report = import("user,group,m\n7,x,1\n1,y,0\n\n7,x,1\n");
    QVERIFY(!report);
    QCOMPARE(report.error().sentence.code, "duplicate_unit");
    QVERIFY2(report.error().sentence.text.starts_with("unit '7' is in line 2 and again in line 5"),
             report.error().sentence.text.c_str());
    QCOMPARE(codeOf(m_store->experiments().find("an-import")), "experiment_not_found");
}

void TestImporter::refusesAKeyInUse()
{
    const std::string_view text = "user,group,m\n7,x,1\n1,y,0\n";
    must(import(text));
    const auto again = import(text);
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::Conflict);
    QCOMPARE(again.error().sentence.code, "key_taken");

    ImportOptions options = optionsFor(text);
    options.key = "no key";
    options.control = "z";
    QVERIFY(import(text, options).error().sentence.text.find("'no key'") != std::string::npos);
    options.key = "another";
    QVERIFY(import(text, options).error().sentence.text.find("which is no variant in the file; it has: x, y") !=
            std::string::npos);
    options.control.clear();
    options.allocations = {{"x", 0.5}};
    QVERIFY(import(text, options).error().sentence.text.find("missing for 'y'") != std::string::npos);
    options.allocations = {{"x", 0.5}, {"y", 0.6}};
    QVERIFY(import(text, options).error().sentence.text.find("sum to 1.1") != std::string::npos);
    options.allocations.clear();
    options.metrics.clear();
    QCOMPARE(import(text, options).error().errors.at(0).field, "metric");
    options.path = "/nowhere/there.csv";
    options.metrics = {parseImportMetric("m")};
    QCOMPARE(importFile(*m_store, options, kActor).error().code, ErrorCode::NotFound);
}

/// What fails in the middle leaves nothing behind.
void TestImporter::storesAllOrNothing()
{
    std::string text = "user,group,m,before\n";
    for (int i = 0; i < 25'000; ++i)
        text += std::to_string(i) + (i % 2 == 0 ? ",x,1,3\n" : ",y,0,4\n");
    ImportOptions options = optionsFor("user,group,m\n");
    options.covariateColumns = {"before"};
    options.path = m_folder.filePath(QStringLiteral("file.csv")).toStdString();
    std::ofstream(options.path) << text;
    // Somebody takes the key while the units are stored; until then they see nothing of them.
    const auto other = openStore(m_url);
    Experiment rival = runningExperiment();
    rival.key = options.key;
    bool taken = false;
    const auto failed = importFile(*m_store, options, kActor, [&](const ImportProgress& progress) {
        if (progress.phase == ImportProgress::Phase::Storing && progress.done >= 20'000 && !taken &&
            rowsOf("assignments") >= 20'000 && must(other->experiments().list({})).total == 0) {
            must(other->experiments().insert(rival));
            taken = true;
        }
        return true;
    });
    QVERIFY(taken);
    QVERIFY(!failed);
    QCOMPARE(failed.error().sentence.code, "key_taken");
    QCOMPARE(must(other->experiments().list({})).total, 1);
    QCOMPARE(must(other->audit().page({})).size(), 0u);
    for (const char* table : {"assignments", "unit_totals", "moments", "covariate_moments"})
        QCOMPARE(rowsOf(table), 0);
}

/// An import that was killed leaves units that no one sees; one a day later removes them, but none that is under way.
void TestImporter::removesWhatAKilledImportLeft()
{
    std::vector<ImportedUnit> units;
    for (int i = 0; i < 100; ++i)
        units.push_back({.unit = "u" + std::to_string(i), .totals = {UnitTotals{1, {}}}, .context = {}});
    const auto load = [&](const std::string& id) {
        Experiment experiment = runningExperiment();
        experiment.id = id;
        must(m_store->transaction([&] { return m_store->units().load(LiveExperiment(experiment), units); }));
    };
    load("01900000-0000-7000-8000-000000000000"); // made in June 2024
    load(timeOrderedId());
    QCOMPARE(rowsOf("assignments"), 200);
    must(import("user,group,m\n1,x,1\n2,y,0\n"));
    QCOMPARE(rowsOf("assignments"), 100 + 2);
    QCOMPARE(rowsOf("unit_totals"), 100 + 1);
}

/// While a file is stored others get their turn at the database.
void TestImporter::letsOthersWrite()
{
    std::string text = "user,group,m\n";
    for (int i = 0; i < 200'000; ++i)
        text += std::to_string(i) + (i % 2 == 0 ? ",x,1\n" : ",y,0\n");
    const Experiment experiment = runningExperiment();
    must(m_store->experiments().insert(experiment));
    std::atomic<bool> ended = false;
    std::atomic<int> written = 0;
    std::thread service([&] {
        const auto store = openStore(m_url);
        UnitWriter writer(store->connection(), must(registerWriter(store->connection())));
        const LiveExperimentPtr live = test::live(experiment);
        while (!ended) {
            must(writer.apply(std::vector<Command>{AssignCommand{
                .experiment = live, .unit = "w" + std::to_string(written), .variant = 0, .at = now(), .context = {}}}));
            ++written;
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
    });
    const auto report = import(text);
    ended = true;
    service.join();
    QVERIFY2(report, report ? "" : report.error().sentence.text.c_str());
    QVERIFY2(written >= 5, std::to_string(written).c_str());
    QCOMPARE(rowsOf("assignments"), 200'000 + written);
}

void TestImporter::canBeRecomputed()
{
    std::string text = "user,group,won,paid,spend:mean\n";
    for (int i = 0; i < 3'000; ++i)
        text += std::to_string(i * 7919 % 3000) + (i % 3 == 0 ? ",x," : ",y,") + (i % 5 == 0 ? "1," : "0,") +
                (i % 7 == 0 ? "1," : "0,") + std::to_string(i % 11) + ".25\n";
    const auto report = must(import(text));
    const auto before = must(m_store->moments().read(report.experiment.id));
    const LiveExperiment live(report.experiment);
    must(m_store->transaction([&] { return m_store->moments().recompute(live); }));
    const auto after = must(m_store->moments().read(report.experiment.id));
    QVERIFY(before.cells == after.cells);
    QVERIFY(!before.cells.empty());
}

QTEST_GUILESS_MAIN(TestImporter)
#include "tst_importer.moc"
