// SPDX-License-Identifier: Apache-2.0
#include "service/underway.h"

#include <QTest>
#include <functional>
#include <memory>

using namespace xp::service;

class TestUnderWay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneAtATimeOfEachName()
    {
        UnderWay underWay;
        UnderWay::Ticket a = underWay.begin("a");
        QVERIFY(a != nullptr);
        QVERIFY(underWay.begin("a") == nullptr);
        QVERIFY(underWay.begin("b") != nullptr);
        const UnderWay::Ticket again = std::move(a); // a job is handed on
        QVERIFY(underWay.begin("a") == nullptr);
    }

    void itEndsWithTheLastWhoHoldsTheTicket()
    {
        auto underWay = std::make_unique<UnderWay>();
        UnderWay::Ticket ticket = underWay->begin("a");
        std::function<void()> job = [ticket] {};
        ticket.reset();
        std::function<void()> copy = job;
        job = nullptr;
        QVERIFY(underWay->begin("a") == nullptr);
        copy = nullptr;
        ticket = underWay->begin("a");
        QVERIFY(ticket != nullptr);
        underWay.reset(); // a job may outlive whoever began it
        ticket.reset();
    }
};

QTEST_GUILESS_MAIN(TestUnderWay)
#include "tst_underway.moc"
