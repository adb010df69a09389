// SPDX-License-Identifier: Apache-2.0
#include "service/busytime.h"
#include "service/system.h"
#include "tests/support/sanitized.h"

#include <QFile>
#include <QTest>
#include <memory>
#include <vector>

using namespace xp;
using namespace xp::service;

namespace {

/// MB of this process that no file stands behind.
long ownMemory()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray text = file.readAll();
    const auto begin = text.indexOf("RssAnon:") + 8;
    return text.mid(begin, text.indexOf("kB", begin) - begin).trimmed().toLong() / 1024;
}

} // namespace

/// What a busy time needed goes back to the system when it is over.
class TestMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBusyTimeIsOverOnce()
    {
        constexpr auto kMany = BusyTime::kMany;
        BusyTime time;
        QVERIFY(!time.isOver(0));
        QVERIFY(!time.isOver(kMany - 1)); // not busy yet
        QVERIFY(!time.isOver(kMany + 10));
        QVERIFY(!time.isOver(3 * kMany)); // now it is
        QVERIFY(!time.isOver(5 * kMany));
        QVERIFY(time.isOver(5 * kMany + 3));
        QVERIFY(!time.isOver(5 * kMany + 3));
        QVERIFY(!time.isOver(7 * kMany));
        QVERIFY(time.isOver(7 * kMany));
    }

    void whatIsFreeGoesBack()
    {
        if (test::kSanitized)
            QSKIP("a sanitizer has an allocator of its own");
        giveMemoryBack();
        constexpr std::size_t kBlock = 100'000; // the C library keeps the room of such
        constexpr int kBlocks = 1000;
        const long before = ownMemory();
        QVERIFY(before > 0);
        std::vector<std::unique_ptr<std::vector<char>>> blocks;
        for (int i = 0; i < kBlocks; ++i)
            blocks.push_back(std::make_unique<std::vector<char>>(kBlock, 'x'));
        const auto last = std::move(blocks.back()); // above all of the others
        blocks.clear();
        QVERIFY2(ownMemory() > before + 60, qPrintable(QString::number(ownMemory() - before)));
        giveFreeMemoryBack();
        QVERIFY2(ownMemory() < before + 20, qPrintable(QString::number(ownMemory() - before)));
        QCOMPARE(last->size(), kBlock);
    }
};

QTEST_GUILESS_MAIN(TestMemory)
#include "tst_memory.moc"
