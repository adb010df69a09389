// SPDX-License-Identifier: Apache-2.0
#include "core/local/localbackend.h"
#include "core/storage/connection/connection.h"
#include "tests/support/sanitized.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testexperiments.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace xp;
using namespace xp::test;

namespace {

template <typename T>
Result<T> await(const Reply<T>& reply, int patience = 20'000)
{
    std::optional<Result<T>> answer;
    QObject context;
    reply.then(&context, [&](const Result<T>& result) { answer = result; });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, patience))
        return fail(ErrorCode::Internal, "never", "the test waited in vain");
    return *answer;
}

} // namespace

class TestLocalBackend : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesAForeignDatabase();
    void goesAwayWithQuestionsOpen();
    void neverHoldsUpTheAsker();
    void demonstratesTheLessons();

private:
    DatabaseUrl file(const char* name)
    {
        return must(parseDatabaseUrl("sqlite:///" + m_folder.filePath(QLatin1String(name)).toStdString()));
    }

    QTemporaryDir m_folder;
};

/// A file of something else is neither opened nor touched, and the first question says why.
void TestLocalBackend::refusesAForeignDatabase()
{
    const QString path = m_folder.filePath(QStringLiteral("other.db"));
    QFile text(path);
    QVERIFY(text.open(QIODevice::WriteOnly));
    const QByteArray content = QByteArray("This is a letter, and no database at all. ").repeated(200);
    text.write(content);
    text.close();
    LocalBackend backend(file("other.db"), path, "tester");
    const auto answer = await(backend.listExperiments({}));
    QVERIFY(!answer);
    QVERIFY(!answer.error().sentence.text.empty());
    QVERIFY(backend.connection().state != BackendConnection::State::Online);
    QVERIFY(text.open(QIODevice::ReadOnly));
    QVERIFY(text.readAll() == content);
}

void TestLocalBackend::goesAwayWithQuestionsOpen()
{
    const auto held = std::make_shared<int>(0);
    auto backend = std::make_unique<LocalBackend>(file("away.db"), QStringLiteral("away"), "tester");
    for (int i = 0; i < 50; ++i)
        backend->listExperiments({}).then(this, [held](const Result<std::vector<Experiment>>&) {});
    QElapsedTimer timer;
    timer.start();
    backend.reset();
    QVERIFY(timer.elapsed() < 5000);
    QCoreApplication::processEvents();
    QCOMPARE(held.use_count(), 1);
}

/// Questions return at once, whatever the database does.
void TestLocalBackend::neverHoldsUpTheAsker()
{
    LocalBackend backend(file("busy.db"), QStringLiteral("busy"), "tester");
    must(await(backend.listExperiments({})));
    const auto other = must(Connection::open(file("busy.db")));
    must(other->runScript("BEGIN EXCLUSIVE")); // nobody else writes now
    Experiment draft;
    draft.name = "Waits";
    draft.variants = {{"a", 0.5}, {"b", 0.5}};
    draft.metrics = {{.name = "m", .event = "m"}};
    QElapsedTimer timer;
    timer.start();
    const auto reply = backend.createExperiment(draft);
    QVERIFY(timer.elapsed() < 100);
    QTest::qWait(200);
    QVERIFY(!reply.isFinished());
    must(other->runScript("COMMIT"));
    QCOMPARE(must(await(reply)).name, "Waits");
}

void TestLocalBackend::demonstratesTheLessons()
{
    const auto backend = must(LocalBackend::demo(QStringLiteral("demo"), "tester"));
    const auto told = must(await(backend->listExperiments({}), test::kSanitized ? 500'000 : 100'000));
    QCOMPARE(told.size(), lessons().size());
    const auto running = std::ranges::find(told, Status::Running, &Experiment::status);
    QVERIFY(running != told.end());
    const auto id = QString::fromStdString(running->id);
    const auto units = [&] {
        std::int64_t sum = 0;
        for (const VariantStats& variant : must(await(backend->stats(id))).variants)
            sum += variant.sampleSize;
        return sum;
    };
    const std::int64_t before = units();
    QTRY_VERIFY_WITH_TIMEOUT(units() > before, 20'000); // fed live
}

QTEST_GUILESS_MAIN(TestLocalBackend)
#include "tst_localbackend.moc"
