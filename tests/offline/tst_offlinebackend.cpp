// SPDX-License-Identifier: Apache-2.0
#include "core/offline/fileanalysis.h"
#include "core/offline/offlinebackend.h"
#include "tests/support/testexperiments.h"

#include <QTest>

using namespace xp;
using namespace xp::test;
using namespace std::chrono_literals;

namespace {

OfflineBackend::Item itemOf(const char* key)
{
    QByteArray text("user,group,won\n");
    for (int i = 0; i < 2000; ++i)
        text += QByteArray::number(i) + (i % 2 ? ",new," : ",old,") + (i % 5 == 0 || i % 7 == 1 ? "1\n" : "0\n");
    ImportOptions options{.path = {}, .key = key, .unitColumn = "user", .variantColumn = "group"};
    options.metrics = {{.column = "won", .role = MetricRole::Primary}};
    FileAnalysis analysis(DataFile::inMemory(QStringLiteral("t.csv"), text), options, now());
    must(analysis.advance(1h));
    AnalysedFile file = analysis.take();
    return {std::move(file.evidence), std::move(file.segments)};
}

template <typename T>
Result<T> await(const Reply<T>& reply)
{
    std::optional<Result<T>> answer;
    QObject context;
    reply.then(&context, [&](const Result<T>& result) { answer = result; });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, 2000))
        return fail(ErrorCode::Internal, "never", "the test waited in vain");
    return *answer;
}

} // namespace

class TestOfflineBackend : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersFromMemory();
    void cannotBeChanged();
};

void TestOfflineBackend::answersFromMemory()
{
    OfflineBackend backend(QStringLiteral("t.csv"), {itemOf("first"), itemOf("second")});
    QCOMPARE(backend.connection().state, BackendConnection::State::Online);
    QCOMPARE(must(await(backend.listExperiments({}))).size(), 2U);
    QCOMPARE(must(await(backend.listExperiments({.text = QStringLiteral("SECO")}))).size(), 1U);
    QVERIFY(must(await(backend.listExperiments({.status = Status::Running}))).empty());
    const Experiment second = must(await(backend.experiment(QStringLiteral("second"))));
    const auto id = QString::fromStdString(second.id);
    const Stats stats = must(await(backend.stats(id)));
    QCOMPARE(stats.experimentId, second.id);
    QCOMPARE(stats.metrics[0].variants[1].sampleSize, 1000);
    QVERIFY(stats.metrics[0].comparisons[0].pValue.has_value());
    const Report bayesian = must(await(backend.report(id, {.method = Method::Bayesian})));
    QVERIFY(bayesian.viewed->method == Method::Bayesian);
    QVERIFY(must(await(backend.evidence(id))).experiment == second);
    QVERIFY(must(await(backend.series(id))).empty());
    QCOMPARE(codeOf(await(backend.stats(QStringLiteral("third")))), "experiment_not_found");
}

void TestOfflineBackend::cannotBeChanged()
{
    OfflineBackend backend(QStringLiteral("t.csv"), {itemOf("first")});
    QCOMPARE(codeOf(await(backend.createExperiment({}))), "read_only");
    QCOMPARE(codeOf(await(backend.changeStatus(QStringLiteral("first"), StatusChange::Archive, {}))), "read_only");
    QVERIFY(must(await(backend.experiment(QStringLiteral("first")))).status == Status::Stopped);
}

QTEST_GUILESS_MAIN(TestOfflineBackend)
#include "tst_offlinebackend.moc"
