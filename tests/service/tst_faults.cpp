// SPDX-License-Identifier: Apache-2.0
// The loops of threads go on whatever the work that they are given throws.
#include "service/jobs.h"
#include "service/periodic.h"

#include <QTest>
#include <atomic>

using namespace xp;
using namespace xp::service;

class TestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTaskThatThrowsComesAgain()
    {
        std::atomic<int> calls = 0;
        std::atomic<int> faults = 0;
        const Periodic periodic(
            std::chrono::milliseconds(1), [&](const std::string&) { ++faults; },
            [&] {
                ++calls;
                throw std::runtime_error("odd");
            });
        QTRY_VERIFY(calls > 3 && faults > 3);
    }

    void aJobThatThrowsHasFailed()
    {
        std::atomic<int> faults = 0;
        Jobs jobs([&](const std::string&) { ++faults; });
        const std::string odd =
            jobs.add("odd", [](Jobs::Watch&) -> Result<nlohmann::json> { throw std::runtime_error("odd"); }).value();
        const std::string good =
            jobs.add("good", [](Jobs::Watch&) -> Result<nlohmann::json> { return nlohmann::json(7); }).value();
        const auto told = [&](const std::string& id, const char* at) {
            return jobs.find(id).value().value(nlohmann::json::json_pointer(at), std::string());
        };
        QTRY_COMPARE(told(good, "/status"), "done");
        QCOMPARE(told(odd, "/status"), "failed");
        QCOMPARE(told(odd, "/error/code"), "fault");
        QCOMPARE(faults.load(), 1);
    }

    void whatHasNoWordsIsToldAllTheSame()
    {
        std::string told;
        const OnFault onFault = [&](const std::string& what) { told = what; };
        QVERIFY(!survives(onFault, [] { throw 7; }));
        QCOMPARE(told, "an exception of no known type");
        QVERIFY(survives(onFault, [] {}));
        QVERIFY(!survives({}, [] { throw std::bad_alloc(); }));
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
