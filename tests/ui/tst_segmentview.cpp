// SPDX-License-Identifier: Apache-2.0
// The effect by segment: from a table with a column of countries to the rows that are shown.
#include "core/api/segmentcodec.h"
#include "core/offline/fileanalysis.h"
#include "core/offline/offlinebackend.h"
#include "ui/explore/segmentmodel.h"
#include "ui/explore/segmentview.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace xp;
using namespace xp::ui;

namespace {

/// 4,000 users; the treatment helps in the north and nowhere else.
std::unique_ptr<OfflineBackend> backendOfTable()
{
    QByteArray table("user,arm,country,plan,bought\n");
    for (int i = 0; i < 4000; ++i) {
        const bool treated = i % 2;
        const bool north = (i / 2) % 2;
        const bool bought = (i / 4) % 100 < (treated && north ? 40 : 20);
        table += 'u' + QByteArray::number(i) + (treated ? ",new" : ",control") + (north ? ",north" : ",south") +
                 (i % 3 ? ",free" : ",paid") + (bought ? ",1\n" : ",0\n");
    }
    ImportOptions options{.path = {}, .key = "countries", .unitColumn = "user", .variantColumn = "arm"};
    options.metrics = {parseImportMetric("bought:conversion:primary")};
    options.control = "control";
    options.segmentColumns = {"country", "plan"};
    FileAnalysis analysis(DataFile::inMemory(QStringLiteral("countries.csv"), table), options, now());
    for (;;) {
        const auto done = analysis.advance(std::chrono::hours(1));
        if (!done)
            qFatal("%s", done.error().sentence.text.c_str());
        if (*done)
            break;
    }
    AnalysedFile file = analysis.take();
    std::vector<OfflineBackend::Item> items;
    items.push_back({std::move(file.evidence), std::move(file.segments), {}});
    return std::make_unique<OfflineBackend>(QStringLiteral("countries.csv"), std::move(items));
}

template <typename T>
Result<T> await(const Reply<T>& reply)
{
    std::optional<Result<T>> answer;
    QObject context;
    reply.then(&context, [&](const Result<T>& result) { answer = result; });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, 20'000))
        return fail(ErrorCode::Internal, "never", "the test waited in vain");
    return *answer;
}

} // namespace

class TestSegmentView : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<OfflineBackend> m_backend = backendOfTable();

    Experiment experiment() { return await(m_backend->listExperiments({}))->front(); }

private Q_SLOTS:
    void theWireLosesNothing()
    {
        const auto breakdown = await(m_backend->segments(QStringLiteral("countries"), QStringLiteral("country")));
        QVERIFY(breakdown);
        const nlohmann::json document{{"segments", toJson(*breakdown)}};
        const auto read = segmentsOfReport(document);
        QVERIFY2(read, read ? "" : read.error().sentence.text.c_str());
        QCOMPARE(toJson(*read).dump(), toJson(*breakdown).dump());
        QVERIFY(!segmentsOfReport({{"segments", nullptr}}));
        QVERIFY(!segmentsOfReport(nlohmann::json::array()));
        nlohmann::json broken = document;
        broken["segments"]["cells"][0]["word"] = "perhaps";
        QVERIFY(!segmentsOfReport(broken));
    }

    void whatTheTableHasIsOffered()
    {
        SegmentView view;
        view.setExperiment(m_backend.get(), experiment());
        auto* model = view.findChild<SegmentModel*>();
        const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model->rowCount(), 0); // not before it is seen
        view.show();
        QTRY_COMPARE(model->rowCount(), 2);
        for (int row = 0; row < 2; ++row) {
            const QString name = model->index(row, SegmentModel::Segment).data().toString();
            const QString verdict = model->index(row, SegmentModel::Verdict).data().toString();
            QCOMPARE(verdict, name == QLatin1String("north") ? QStringLiteral("Better") : QStringLiteral("Undecided"));
            QCOMPARE(model->index(row, SegmentModel::Units).data().toString(), QLocale().toString(2000));
        }
        const auto* note = view.findChild<QLabel*>();
        QVERIFY(note->text().contains(QStringLiteral("nothing here decides")));
        QVERIFY(note->text().contains(QStringLiteral("has p")));
        auto* attribute = view.findChild<QComboBox*>();
        attribute->setCurrentIndex(1);
        Q_EMIT attribute->textActivated(attribute->currentText());
        QTRY_COMPARE(model->index(0, SegmentModel::Segment).data().toString(), QStringLiteral("free"));
    }

    void whatItDoesNotHaveIsTold()
    {
        SegmentView view;
        view.setExperiment(m_backend.get(), experiment());
        view.show();
        auto* model = view.findChild<SegmentModel*>();
        QTRY_COMPARE(model->rowCount(), 2);
        auto* attribute = view.findChild<QComboBox*>();
        attribute->setEditText(QStringLiteral("shoe size"));
        QTest::keyClick(attribute->lineEdit(), Qt::Key_Return);
        QTRY_COMPARE(model->rowCount(), 0);
        QVERIFY(view.findChild<QLabel*>()->text().contains(QStringLiteral("shoe size")));
    }
};

QTEST_MAIN(TestSegmentView)
#include "tst_segmentview.moc"
