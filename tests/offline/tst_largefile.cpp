// SPDX-License-Identifier: Apache-2.0
// How long a large file takes, and what of it stays in memory. XP_ROWS says how many rows, else a million;
// docs/studio.md tells what ten million take.
#include "core/files/filepreview.h"
#include "core/offline/fileanalysis.h"
#include "core/offline/offlinebackend.h"
#include "tests/support/sanitized.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace xp;
using namespace std::chrono_literals;

namespace {

/// The most memory that this process ever had, in MiB; 0 where the system does not tell.
qint64 peakMemory()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').front().toLongLong() / 1024;
    }
    return 0;
}

/// user, group, country, spend, bought: of each second user a tenth more buy in b than in a.
void write(const QString& path, std::int64_t rows)
{
    static constexpr const char* kCountries[] = {"at", "de", "fr", "it"};
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QByteArray block("user,group,country,spend,bought\n");
    for (std::int64_t i = 0; i < rows; ++i) {
        const bool treated = i % 2;
        const bool bought = i % 100 < (treated ? 11 : 10);
        block += "user-" + QByteArray::number(1'000'000'000 + i) + (treated ? ",b," : ",a,") + kCountries[(i / 2) % 4] +
                 ',' + (bought ? QByteArray::number(i % 97) + QByteArray(".25,1\n") : QByteArray("0,0\n"));
        if (block.size() > 1 << 20) {
            file.write(block);
            block.clear();
        }
    }
    file.write(block);
}

} // namespace

class TestLargeFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadQuicklyAndNotKept();
};

void TestLargeFile::isReadQuicklyAndNotKept()
{
    const std::int64_t asked =
        qEnvironmentVariableIsSet("XP_ROWS") ? qMax(10'000, qEnvironmentVariableIntValue("XP_ROWS")) : 1'000'000;
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("large.csv"));
    write(path, asked);
    const DataFile file = DataFile::onDisk(path);

    const qint64 before = peakMemory();
    QElapsedTimer timer;
    timer.start();
    const auto preview = previewOf(file);
    QVERIFY(preview);
    const ImportOptions options = guessedOptions(*preview, file.name());
    FileAnalysis analysis(file, options, now());
    qint64 longest = 0;
    for (bool done = false; !done;) {
        QElapsedTimer slice;
        slice.start();
        const auto step = analysis.advance(15ms);
        QVERIFY2(step, step ? "" : step.error().sentence.text.c_str());
        done = *step;
        longest = qMax(longest, slice.elapsed());
    }
    const AnalysedFile result = analysis.take();
    const double seconds = double(timer.elapsed()) / 1000;
    const qint64 grown = peakMemory() - before;
    qInfo("%lld rows (%lld MiB): %.1f s, %lld MiB of memory, longest slice %lld ms", static_cast<long long>(asked),
          static_cast<long long>(QFile(path).size() >> 20), seconds, static_cast<long long>(grown),
          static_cast<long long>(longest));

    QCOMPARE(result.units, asked);
    // Thirty seconds for ten million, and eight bytes a unit with the room that vectors grow into.
    QVERIFY2(seconds < 30.0 * double(asked) / 1e7 + 1 || test::kSanitized, "slower than ten million rows in 30 s");
    QVERIFY2(grown < 32 + asked * 24 / (1 << 20) || test::kSanitized, "rows are kept");
}

QTEST_GUILESS_MAIN(TestLargeFile)
#include "tst_largefile.moc"
