// SPDX-License-Identifier: Apache-2.0
#include "core/lessons/collections.h"
#include "core/lessons/parts.h"

#include <array>

namespace xp {

namespace {

using namespace lessonparts;
using Events = std::vector<VisitorEvent>;

Events buy(const Visit& visit, Random& random)
{
    constexpr std::array kRates{0.120, 0.145};
    Events events;
    if (random.chance(kRates[visit.variant]))
        events.push_back({"purchase", random.spend(42, 0.7), random.between(0.01, 0.2)});
    if (random.chance(0.02))
        events.push_back({"page_error", 1, random.between(0, 0.1)});
    return events;
}

Lesson clearWinner()
{
    return {.number = 1,
            .key = "one-page-checkout",
            .body = {{"name", "One-page checkout"},
                     {"owner", "Checkout"},
                     {"hypothesis", "A checkout on one page loses fewer buyers than one on three."},
                     {"description", "Lesson 1, a clear winner. The truth: 12.0 % of the control buy, 14.5 % of the "
                                     "treatment, and neither has more errors."},
                     {"variants", halves("three-pages", "one-page")},
                     {"metrics",
                      {primary("purchase", "purchase"), secondary("revenue", "purchase", "sum"),
                       guardrail("page_error", "page_error")}},
                     {"target_sample_size", 5000},
                     {"plan", withMargin(groupSequential(5000, 4, 0.1), "page_error", 0.5)}},
            .seed = 2,
            .visitorsPerDay = 380,
            .days = 28,
            .isRunning = true,
            .behave = buy,
            .naiveDay = 28,
            .moral = "With a plan kept to its end, a real effect of this size is found, and what it must not cost is "
                     "checked beside it."};
}

Events signUpAndComplain(const Visit& visit, Random& random)
{
    constexpr std::array kRates{0.20, 0.24};
    constexpr std::array kTickets{0.030, 0.055};
    Events events;
    if (random.chance(kRates[visit.variant]))
        events.push_back({"sign_up", 1, random.between(0, 0.05)});
    if (random.chance(kTickets[visit.variant]))
        events.push_back({"support_ticket", 1, random.between(0.1, 1)});
    return events;
}

Lesson harmfulWinner()
{
    return {.number = 2,
            .key = "express-sign-up",
            .body = {{"name", "Express sign-up"},
                     {"owner", "Growth"},
                     {"hypothesis", "Asking for less makes more visitors sign up."},
                     {"description", "Lesson 2, a harmful winner. The truth: sign-ups rise from 20 % to 24 %, and "
                                     "support tickets from 3.0 % to 5.5 %, far beyond the guardrail's margin."},
                     {"variants", halves("full-form", "express")},
                     {"metrics", {primary("sign_up", "sign_up"), guardrail("support_ticket", "support_ticket")}},
                     {"target_sample_size", 6000},
                     {"plan", withMargin(groupSequential(6000, 4, 0.08), "support_ticket", 0.15)}},
            .seed = 12,
            .visitorsPerDay = 600,
            .days = 16,
            .isRunning = true,
            .behave = signUpAndComplain,
            .naiveDay = 7,
            .moral = "The metric one hopes for says nothing about the one that pays for it. A guardrail with a margin "
                     "stops harm at any time, whatever the plan."};
}

Events bookOrNot(const Visit& visit, Random& random)
{
    constexpr std::array kRates{0.050, 0.054};
    if (random.chance(kRates[visit.variant]))
        return {{"booking", 1, random.between(0, 1)}};
    return {};
}

Lesson underpowered()
{
    return {.number = 8,
            .key = "trust-badge",
            .body = {{"name", "Trust badge beside the price"},
                     {"owner", "Checkout"},
                     {"hypothesis", "A seal of approval makes more visitors book."},
                     {"description", "Lesson 8, an underpowered test. The truth: bookings rise from 5.0 % to 5.4 %; to "
                                     "see that, 48,000 visitors a variant would be needed, and 900 were planned."},
                     {"variants", halves("plain", "badge")},
                     {"metrics", {primary("booking", "booking")}},
                     {"target_sample_size", 900},
                     {"plan", fixed(900, 0.05)}},
            .seed = 18,
            .visitorsPerDay = 132,
            .days = 14,
            .endedDaysAgo = 9,
            .conclusion = "The planned two weeks are over.",
            .behave = bookOrNot,
            .naiveDay = 14,
            .moral =
                "A test that could not have seen the effect says nothing about it. Ask for the size before the start."};
}

Events finishTour(const Visit& visit, Random& random)
{
    constexpr std::array kRates{0.200, 0.240, 0.241};
    if (random.chance(kRates[visit.variant]))
        return {{"tour_finished", 1, random.between(0, 0.1)}};
    return {};
}

Lesson twoAlike()
{
    return {.number = 9,
            .key = "onboarding-tour",
            .body = {{"name", "Onboarding: video or checklist"},
                     {"owner", "Growth"},
                     {"hypothesis", "A guided start makes more newcomers stay."},
                     {"description", "Lesson 9, two treatments alike. The truth: 20.0 % of the control finish, 24.0 % "
                                     "with a video, 24.1 % with a checklist."},
                     {"variants", {variant("control", 0.34), variant("video", 0.33), variant("checklist", 0.33)}},
                     {"metrics", {primary("tour_finished", "tour_finished")}},
                     {"target_sample_size", 4000},
                     {"plan", groupSequential(4000, 3, 0.1)}},
            .seed = 19,
            .visitorsPerDay = 620,
            .days = 21,
            .isRunning = true,
            .behave = finishTour,
            .naiveDay = 21,
            .moral =
                "Both are better than the control, and the larger number of the two is chance. Take the cheaper one."};
}

Events subscribe(const Visit& visit, Random& random)
{
    constexpr std::array kRates{0.080, 0.112};
    if (random.chance(kRates[visit.variant]))
        return {{"subscription", 1, random.between(0, 0.3)}};
    return {};
}

Lesson earlyStop()
{
    return {
        .number = 12,
        .key = "annual-plan-first",
        .body = {{"name", "Annual plan shown first"},
                 {"owner", "Pricing"},
                 {"hypothesis", "Who sees the annual plan first subscribes more often."},
                 {"description", "Lesson 12, an early stop that the plan allows. The truth: subscriptions rise from "
                                 "8.0 % to 11.2 %, twice the effect that was planned for."},
                 {"variants", halves("monthly-first", "annual-first")},
                 {"metrics", {primary("subscription", "subscription")}},
                 {"target_sample_size", 7000},
                 {"plan", groupSequential(7000, 4, 0.15)}},
        .seed = 22,
        .visitorsPerDay = 540,
        .days = 14,
        .endedDaysAgo = 3,
        .conclusion = "The second planned look crossed its bound: two weeks saved.",
        .behave = subscribe,
        .naiveDay = 7,
        .moral = "Looking early is allowed when the looks were planned and share the level: here half of the time was "
                 "saved, at no price in errors."};
}

} // namespace

std::vector<Lesson> verdictLessons()
{
    return {clearWinner(), harmfulWinner(), underpowered(), twoAlike(), earlyStop()};
}

} // namespace xp
