// SPDX-License-Identifier: Apache-2.0
#include "core/engine/storepool.h"
#include "core/storage/connection/connection.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testexperiments.h"

#include <QTest>
#include <arpa/inet.h>
#include <future>
#include <sys/socket.h>
#include <unistd.h>

using namespace xp;
using namespace xp::test;

namespace {

/// Takes connections, and never says a word.
class SilentServer
{
public:
    SilentServer() : m_socket(::socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* generic = reinterpret_cast<sockaddr*>(&address);
        if (::bind(m_socket, generic, size) == 0 && ::listen(m_socket, 100) == 0 &&
            ::getsockname(m_socket, generic, &size) == 0)
            m_port = ntohs(address.sin_port);
    }
    ~SilentServer() { ::close(m_socket); }
    SilentServer(const SilentServer&) = delete;
    SilentServer& operator=(const SilentServer&) = delete;

    std::string url() const { return "postgresql://u@127.0.0.1:" + std::to_string(m_port) + "/d?connect_timeout=2"; }

private:
    const int m_socket;
    int m_port = 0;
};

std::future<Result<void>> ping(StorePool& pool)
{
    auto promise = std::make_shared<std::promise<Result<void>>>();
    pool.run([](Store& store) { return store.ping(); },
             [promise](Result<void> done) { promise->set_value(std::move(done)); });
    return promise->get_future();
}

} // namespace

class TestStorePool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The first one of a process alone, as in the service: Qt's list of drivers is made by it.
    void initTestCase()
    {
        const QTemporaryDir folder;
        must(Store::open(must(parseDatabaseUrl("sqlite:///" + folder.path().toStdString() + "/first.db"))));
    }

    void jobsDoNotWaitForEachOthersConnections()
    {
        const SilentServer server;
        StorePool pool(must(parseDatabaseUrl(server.url())), 2);
        QElapsedTimer clock;
        clock.start();
        std::vector<std::future<Result<void>>> answers;
        for (int i = 0; i < 40; ++i)
            answers.push_back(ping(pool));
        for (auto& answer : answers)
            QCOMPARE(codeOf(answer.get()), "database_unavailable");
        QVERIFY2(clock.elapsed() < 15'000, qPrintable(QString::number(clock.elapsed()))); // 40 s one after the other
    }

    void aServerThatIsBackIsUsedAtOnce()
    {
        PrivatePostgres server({QStringLiteral("fsync=off")});
        QCOMPARE(server.start(), QString());
        StorePool pool(must(parseDatabaseUrl(server.newDatabase().toStdString())), 2);
        must(ping(pool).get());
        server.stop();
        for (int i = 0; i < 10; ++i)
            QCOMPARE(codeOf(ping(pool).get()), "database_unavailable");
        QCOMPARE(server.start(), QString());
        must(ping(pool).get());
    }

    /// As thrown by a forgotten check of what a client sent: the process goes on, and so do the thread's next jobs.
    void aJobThatThrowsIsOneFailure()
    {
        const QTemporaryDir folder;
        std::mutex mutex;
        std::vector<std::string> faults;
        const auto onFault = [&](const std::string& what) {
            const std::scoped_lock lock(mutex);
            faults.push_back(what);
        };
        const std::string url = "sqlite:///" + folder.filePath(QStringLiteral("x.db")).toStdString();
        StorePool pool(must(parseDatabaseUrl(url)), 1, onFault);
        std::promise<Result<void>> answered;
        pool.run(
            [](Store& store) -> Result<void> {
                must(store.connection().runScript("BEGIN IMMEDIATE")); // left open
                throw std::runtime_error("work");
            },
            [&](Result<void> done) { answered.set_value(std::move(done)); });
        QCOMPARE(codeOf(answered.get_future().get()), "fault");
        // What a job holds goes with it: an exchange that goes unanswered answers 500.
        auto held = std::make_shared<int>();
        const std::weak_ptr<int> left = held;
        must(pool.run([held = std::move(held)](const Result<Store*>&) { throw std::runtime_error("job"); }));
        pool.run([](Store& store) { return store.ping(); }, [](const Result<void>&) { throw 7; });
        must(ping(pool).get());
        std::promise<Result<void>> began;
        pool.run([](Store& store) { return store.connection().runScript("BEGIN IMMEDIATE"); },
                 [&](Result<void> done) { began.set_value(std::move(done)); });
        must(began.get_future().get());
        pool.stop();
        QCOMPARE(faults, (std::vector<std::string>{"work", "job", "an exception of no known type"}));
        QVERIFY(left.expired());
    }

    void whoIsStillAtWorkIsLeftBehind()
    {
        const QTemporaryDir folder;
        auto release = std::make_shared<std::promise<void>>();
        auto ended = std::make_shared<std::promise<void>>();
        auto waiting = release->get_future().share();
        {
            StorePool pool(must(parseDatabaseUrl("sqlite:///" + folder.filePath(QStringLiteral("x.db")).toStdString())),
                           1);
            must(pool.run([waiting, ended](const Result<Store*>&) {
                waiting.wait();
                ended->set_value();
            }));
            pool.stop(std::chrono::milliseconds(50));
        }
        release->set_value();
        ended->get_future().get();
        QTest::qSleep(200); // the thread ends before the test's program does
    }
};

QTEST_GUILESS_MAIN(TestStorePool)
#include "tst_storepool.moc"
