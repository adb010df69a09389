// SPDX-License-Identifier: Apache-2.0
#include "core/domain/experiment.h"
#include "core/domain/scheduleinput.h"

#include <QTest>

using namespace xp;
using nlohmann::json;

namespace {

constexpr Timestamp kNow = Timestamp(std::chrono::seconds(1'800'000'000));

Timestamp in(int hours)
{
    return kNow + std::chrono::hours(hours);
}

Experiment with(Schedule schedule, Status status = Status::Draft)
{
    Experiment e;
    e.status = status;
    e.trafficAllocation = 0.2;
    e.schedule = std::move(schedule);
    return e;
}

std::string problems(const std::vector<FieldError>& errors)
{
    std::string text;
    for (const FieldError& e : errors)
        text += (text.empty() ? "" : " ") + e.field + ":" + e.code;
    return text;
}

} // namespace

class TestSchedule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrites()
    {
        const Schedule schedule{.startAt = in(1),
                                .stopAt = in(9),
                                .ramp = {{in(2), 0.5, in(2)}, {in(3), 1, {}}},
                                .stopWhen = {true, false, 500, 0.8}};
        std::vector<FieldError> errors;
        QCOMPARE(readSchedule(toJson(schedule), "schedule", errors), schedule);
        QCOMPARE(scheduleFromJson(toJson(schedule)), std::optional(schedule));
        QCOMPARE(readSchedule(nullptr, "schedule", errors), Schedule{});
        QCOMPARE(problems(errors), std::string());
    }

    void namesEveryWrongField()
    {
        std::vector<FieldError> errors;
        readSchedule(json::parse(R"({"start_at": 7, "stop_at": "2026-13-01", "stop": 1,
                                     "ramp": [{"at": "2026-01-02T00:00:00Z", "traffic": 0.5},
                                              {"at": "2026-01-01T00:00:00Z", "traffic": 0.4}, {"traffic": 2}],
                                     "stop_when": {"power": 0, "sample_size": 1.5, "decision": null, "harm": true}})"),
                     "schedule", errors);
        const std::string found = problems(errors);
        for (const char* wanted :
             {"schedule.stop:unknown_field", "schedule.start_at:format", "schedule.stop_at:format",
              "schedule.ramp[1].at:order", "schedule.ramp[1].traffic:falls", "schedule.ramp[2].at:required",
              "schedule.ramp[2].traffic:", "schedule.stop_when.power:", "schedule.stop_when.sample_size:",
              "schedule.stop_when.harm:unknown_field"})
            QVERIFY2(found.find(wanted) != std::string::npos, (std::string(wanted) + " in " + found).c_str());
        QVERIFY(found.find("decision") == std::string::npos);
    }

    void whatIsNewLiesAhead()
    {
        QCOMPARE(problems(scheduleErrors({}, with({.startAt = in(-1), .stopAt = in(0)}), kNow)),
                 std::string("schedule.start_at:past schedule.stop_at:past"));
        QCOMPARE(problems(scheduleErrors({}, with({.ramp = {{in(-1), 0.5, {}}, {in(1), 0.1, {}}}}), kNow)),
                 std::string("schedule.ramp[0].at:past schedule.ramp[1].traffic:falls"));
        // What stands there already may have passed.
        const Schedule old{.startAt = in(-9), .stopAt = in(-1), .ramp = {{in(-8), 0.3, in(-8)}}};
        Schedule more = old;
        more.ramp.push_back({in(2), 0.7, {}});
        QCOMPARE(problems(scheduleErrors(with(old, Status::Running), with(more, Status::Running), kNow)),
                 std::string());
        more.startAt = in(3);
        QCOMPARE(problems(scheduleErrors(with(old, Status::Running), with(more, Status::Running), kNow)),
                 std::string("schedule.start_at:frozen"));
        QCOMPARE(problems(scheduleErrors(with(old, Status::Stopped), with({}, Status::Stopped), kNow)),
                 std::string("schedule:frozen"));
    }

    void stepsTakenStayTaken()
    {
        const Schedule was{.ramp = {{in(-2), 0.3, in(-2)}, {in(2), 0.5, {}}}};
        Schedule is{.ramp = {{in(-2), 0.3, {}}, {in(2), 0.5, {}}, {in(3), 1, {}}}};
        keepTaken(was, is);
        QCOMPARE(is.ramp[0].takenAt, std::optional(in(-2)));
        QVERIFY(!is.ramp[1].takenAt && !is.ramp[2].takenAt);
        is.ramp[2].takenAt = kNow; // nobody but the clock says so
        QCOMPARE(problems(scheduleErrors(with(was, Status::Running), with(is, Status::Running), kNow)),
                 std::string("schedule.ramp[2].taken_at:read_only"));
    }

    void unleashGoesByWholePercents()
    {
        Experiment e = with({.ramp = {{in(1), 0.255, {}}}});
        e.hash = HashAlgorithm::Unleash;
        QCOMPARE(problems(scheduleErrors({}, e, kNow)), std::string("schedule.ramp[0].traffic:step"));
    }
};

QTEST_APPLESS_MAIN(TestSchedule)
#include "tst_schedule.moc"
