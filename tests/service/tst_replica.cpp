// SPDX-License-Identifier: Apache-2.0
#include "core/storage/connection/connection.h"
#include "service/replica.h"
#include "tests/support/testexperiments.h"

#include <QTemporaryDir>
#include <QTest>
#include <future>

using namespace xp;
using namespace xp::service;
using namespace xp::test;
using namespace std::chrono_literals;

class TestReplica : public QObject
{
    Q_OBJECT

private:
    static constexpr std::size_t kThreads = 2;
    static constexpr auto kPatience = 1s;
    static constexpr auto kLeftAlone = 500ms;

    QTemporaryDir m_folder;
    Log m_log{LogFormat::Json, LogLevel::Error};
    std::unique_ptr<StorePool> m_database;
    std::unique_ptr<Replica> m_replica;
    std::promise<void> m_release;
    std::shared_future<void> m_released;

    DatabaseUrl file(const char* name) const
    {
        return must(parseDatabaseUrl("sqlite:///" + m_folder.filePath(QString::fromUtf8(name)).toStdString()));
    }

    /// What the replica does with a question.
    using Behaviour = std::function<Result<void>()>;
    Behaviour hangs() const
    {
        return [released = m_released]() -> Result<void> {
            released.wait();
            return {};
        };
    }
    static Behaviour refuses(ErrorCode code)
    {
        return [code]() -> Result<void> { return fail(code, "refused", "It refuses"); };
    }

    /// Who answers: "replica", "database" or an error's code. A second answer is one too many for the promise.
    std::future<std::string> ask(Behaviour behaviour)
    {
        auto promise = std::make_shared<std::promise<std::string>>();
        m_replica->run(
            [behaviour = std::move(behaviour), replica = file("replica").path](Store& store) -> Result<std::string> {
                if (store.connection().url().path != replica)
                    return "database";
                return behaviour().map([] { return std::string("replica"); });
            },
            [promise](Result<std::string> answer) {
                promise->set_value(answer ? *answer : answer.error().sentence.code);
            });
        return promise->get_future();
    }
    std::string asked(Behaviour behaviour = [] { return Result<void>(); }) { return ask(std::move(behaviour)).get(); }

private Q_SLOTS:
    void init()
    {
        m_release = {};
        m_released = m_release.get_future().share();
        m_database = std::make_unique<StorePool>(file("database"), 1);
        m_replica = std::make_unique<Replica>(file("replica"), kThreads, *m_database, m_log, kPatience, kLeftAlone);
    }
    void cleanup()
    {
        m_replica.reset();
        m_database.reset();
    }

    void itIsRead()
    {
        QCOMPARE(asked(), std::string("replica"));
        QCOMPARE(asked(refuses(ErrorCode::NotFound)), std::string("refused")); // is an answer
        QCOMPARE(asked(), std::string("replica"));
    }

    void whereItRefusesTheDatabaseIsReadForAWhile()
    {
        for (const ErrorCode code : {ErrorCode::Unavailable, ErrorCode::Internal}) {
            QCOMPARE(asked(refuses(code)), std::string("database"));
            QCOMPARE(asked(), std::string("database"));
            std::this_thread::sleep_for(kLeftAlone + 100ms);
            QCOMPARE(asked(), std::string("replica"));
        }
    }

    void whereItHangsNobodyWaitsForLong()
    {
        const auto began = std::chrono::steady_clock::now();
        std::vector<std::future<std::string>> answers;
        for (std::size_t i = 0; i < kThreads; ++i)
            answers.push_back(ask(hangs()));
        for (auto& answer : answers)
            QCOMPARE(answer.get(), std::string("database"));
        QVERIFY(std::chrono::steady_clock::now() - began >= kPatience);
        QCOMPARE(asked(), std::string("database"));
        // One tries in vain, the others do not wait for it; what the replica says at last is dropped.
        std::this_thread::sleep_for(kLeftAlone + 100ms);
        const auto tried = std::chrono::steady_clock::now();
        auto trial = ask(hangs());
        QCOMPARE(asked(), std::string("database"));
        QVERIFY(std::chrono::steady_clock::now() - tried < kPatience);
        QCOMPARE(trial.get(), std::string("database"));
        QVERIFY(std::chrono::steady_clock::now() - tried >= kPatience);
        m_release.set_value();
        QTRY_COMPARE(asked(), std::string("replica"));
    }

    void theEndDoesNotWaitForIt()
    {
        auto answer = ask(hangs());
        const auto began = std::chrono::steady_clock::now();
        m_replica->stop();
        QVERIFY(std::chrono::steady_clock::now() - began < 5s);
        QCOMPARE(answer.get(), std::string("database"));
        m_release.set_value();
        QTest::qSleep(200); // its thread ends before the test's program does
    }
};

QTEST_GUILESS_MAIN(TestReplica)
#include "tst_replica.moc"
