// SPDX-License-Identifier: Apache-2.0
#include "core/api/reply.h"

#include <QTest>

using namespace xp;

class TestReply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersThroughTheEventLoop()
    {
        int value = 0;
        QObject context;
        Reply<int>::of(7).then(&context, [&](const Result<int>& answer) { value = *answer; });
        QCOMPARE(value, 0); // never from within then()
        QCoreApplication::processEvents();
        QCOMPARE(value, 7);
    }

    void answersWhoAskedBefore()
    {
        int value = 0;
        QObject context;
        const Reply<int> reply;
        reply.then(&context, [&](const Result<int>& answer) { value = *answer; });
        reply.finish(8);
        QCOMPARE(value, 0);
        QCoreApplication::processEvents();
        QCOMPARE(value, 8);
    }

    void carriesAnError()
    {
        QString reason;
        QObject context;
        Reply<int>::of(fail(ErrorCode::NotFound, "gone", "it is gone")).then(&context, [&](const Result<int>& answer) {
            reason = QString::fromStdString(answer.error().sentence.code);
        });
        QCoreApplication::processEvents();
        QCOMPARE(reason, QStringLiteral("gone"));
    }

    void theFirstAnswerCounts()
    {
        int calls = 0;
        int value = 0;
        QObject context;
        const Reply<int> reply;
        reply.then(&context, [&](const Result<int>& answer) {
            ++calls;
            value = *answer;
        });
        reply.finish(1);
        reply.finish(2);
        QCoreApplication::processEvents();
        QCOMPARE(calls, 1);
        QCOMPARE(value, 1);
    }

    void aCancelledReplyIsSilentAndStopsTheWork()
    {
        bool stopped = false;
        bool called = false;
        QObject context;
        const Reply<int> reply;
        reply.onCancel([&] { stopped = true; });
        reply.then(&context, [&](const Result<int>&) { called = true; });
        reply.cancel();
        reply.finish(1);
        QCoreApplication::processEvents();
        QVERIFY(stopped);
        QVERIFY(!called);
    }

    void cancelHoldsBackAnAnswerAlreadyOnItsWay()
    {
        bool called = false;
        QObject context;
        const Reply<int> reply;
        reply.then(&context, [&](const Result<int>&) { called = true; });
        reply.finish(1);
        reply.cancel();
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }

    void aGoneContextIsNotCalled()
    {
        bool called = false;
        auto context = std::make_unique<QObject>();
        const Reply<int> reply;
        reply.then(context.get(), [&](const Result<int>&) { called = true; });
        reply.finish(1);
        context.reset();
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }

    void whatTheCallbackHoldsIsReleased()
    {
        const auto held = std::make_shared<int>(1);
        auto context = std::make_unique<QObject>();
        const Reply<int> reply;
        reply.then(context.get(), [held](const Result<int>&) {});
        context.reset();
        reply.finish(1);
        QCOMPARE(held.use_count(), 1);
    }

    void onlyTheNewestAnswerArrives()
    {
        std::vector<int> values;
        QObject context;
        LatestReply<int> latest;
        const Reply<int> first;
        const Reply<int> second;
        const auto keep = [&](const Result<int>& answer) { values.push_back(*answer); };
        latest.ask(first, &context, keep);
        QVERIFY(latest.isPending());
        latest.ask(second, &context, keep);
        second.finish(2);
        first.finish(1); // late
        QCoreApplication::processEvents();
        QCOMPARE(values, std::vector<int>{2});
        QVERIFY(!latest.isPending());
    }
};

QTEST_GUILESS_MAIN(TestReply)
#include "tst_reply.moc"
