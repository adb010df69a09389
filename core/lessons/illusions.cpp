// SPDX-License-Identifier: Apache-2.0
#include "core/lessons/collections.h"
#include "core/lessons/parts.h"

#include <array>
#include <cmath>

namespace xp {

namespace {

using namespace lessonparts;
using Events = std::vector<VisitorEvent>;

Events click(const Visit&, Random& random)
{
    if (random.chance(0.30))
        return {{"result_click", 1, random.between(0, 0.02)}};
    return {};
}

Lesson lookedSignificant()
{
    return {.number = 3,
            .key = "button-colour",
            .body = {{"name", "Button colour"},
                     {"owner", "Checkout"},
                     {"hypothesis", "A green button is clicked more often than a blue one."},
                     {"description", "Lesson 3, an A/A test that looked significant on day 3. The truth: 30 % click, "
                                     "whatever the colour."},
                     {"variants", halves("blue", "green")},
                     {"metrics", {primary("click", "result_click")}},
                     {"target_sample_size", 6000},
                     {"plan", fixed(6000, 0.1)}},
            .seed = 26,
            .visitorsPerDay = 580,
            .days = 21,
            .endedDaysAgo = 5,
            .conclusion = "The planned size is reached.",
            .behave = click,
            .naiveDay = 3,
            .moral = "Who looks every day and stops at the first p below 0.05 finds an effect in about a quarter of "
                     "all experiments without one. A fixed plan locks its verdict until its day."};
}

/// The sale began together with the new split.
constexpr double kSaleDay = 8;

Events buyInTheSale(const Visit& visit, Random& random)
{
    if (random.chance(visit.day < kSaleDay ? 0.02 : 0.05))
        return {{"order", 1, random.between(0, 0.5)}};
    return {};
}

Lesson simpsonRamp()
{
    return {.number = 5,
            .key = "recommendation-engine",
            .body = {{"name", "New recommendation engine"},
                     {"owner", "Discovery"},
                     {"hypothesis", "Better recommendations sell more."},
                     {"description",
                      "Lesson 5, Simpson's paradox by a ramp. The truth: no difference. The treatment began with 10 % "
                      "at a quiet time (2 % buy) and got 50 % when a sale began (5 % buy), so most of its visitors "
                      "came in the sale."},
                     {"variants", {variant("old-engine", 0.9), variant("new-engine", 0.1)}},
                     {"metrics", {primary("order", "order")}},
                     {"target_sample_size", 5000},
                     {"plan", fixed(5000, 0.3)}},
            .seed = 15,
            .visitorsPerDay = 900,
            .days = 19,
            .endedDaysAgo = 30,
            .conclusion = "The planned size is reached.",
            .behave = buyInTheSale,
            .changes = {{.day = kSaleDay,
                         .body = {{"variants", {variant("old-engine", 0.5), variant("new-engine", 0.5)}}},
                         .reason = "No errors at 10 %: half of the visitors from now on."}},
            .naiveDay = 19,
            .moral = "Visitors of a good week must be compared with those of the same week. Every change of the split "
                     "opens an epoch, and the difference is taken within each."};
}

Events spend(const Visit& visit, Random& random)
{
    // One customer in the treatment furnishes a hotel.
    if (visit.variant == 1 && visit.day > 11 && visit.day < 11.0015)
        return {{"payment", 26'400, 0.05}};
    if (random.chance(0.08))
        return {{"payment", random.spend(35, 0.9), random.between(0, 0.3)}};
    return {};
}

Lesson whaleRevenue()
{
    return {.number = 6,
            .key = "bundle-offer",
            .body = {{"name", "Bundle offer"},
                     {"owner", "Pricing"},
                     {"hypothesis", "Offering bundles raises the revenue of a visitor."},
                     {"description", "Lesson 6, whale revenue. The truth: 8 % pay, 35.00 on average, with and without "
                                     "the offer; one customer in the treatment paid 26,400.00."},
                     {"variants", halves("single", "bundle")},
                     {"metrics", {primary("revenue", "payment", "sum"), secondary("payers", "payment")}},
                     {"target_sample_size", 7000},
                     {"plan", withCap(fixed(7000, 0.2), "revenue", 0.999)}},
            .seed = 16,
            .visitorsPerDay = 680,
            .days = 21,
            .endedDaysAgo = 12,
            .conclusion = "The planned size is reached.",
            .behave = spend,
            .naiveDay = 21,
            .moral = "One customer is not an effect. The cap, frozen in the plan, cuts unit values above the 99.9th "
                     "percentile for every variant alike."};
}

Events curious(const Visit& visit, Random& random)
{
    const double novelty = visit.variant == 1 ? 0.10 * std::exp(-visit.day / 4) : 0;
    if (random.chance(0.20 + novelty))
        return {{"panel_opened", 1, random.between(0, 0.02)}};
    return {};
}

Lesson fadingNovelty()
{
    return {.number = 7,
            .key = "animated-sidebar",
            .body = {{"name", "Animated sidebar"},
                     {"owner", "Growth"},
                     {"hypothesis", "A sidebar that moves is opened more often."},
                     {"description", "Lesson 7, a novelty that fades. The truth: 20 % open the still sidebar; the "
                                     "moving one starts at 30 % and is down to 20 % after three weeks."},
                     {"variants", halves("still", "animated")},
                     {"metrics", {primary("panel_opened", "panel_opened")}},
                     {"target_sample_size", 6000},
                     {"plan", fixed(6000, 0.15)}},
            .seed = 5,
            .visitorsPerDay = 435,
            .days = 28,
            .endedDaysAgo = 20,
            .conclusion = "The planned size is reached.",
            .behave = curious,
            .naiveDay = 7,
            .moral = "A first week measures curiosity. The effect by time of exposure tells what will be left."};
}

/// When the crawlers come, for half a day.
constexpr double kFloodDay = 9;

/// Crawlers follow links: a list on pages ends, an endless one does not.
Events openResults(const Visit& visit, Random& random)
{
    const bool isFlood = visit.day >= kFloodDay && visit.day < kFloodDay + 0.5;
    if (isFlood && random.chance(0.12)) {
        const auto opened = static_cast<int>(visit.variant == 1 ? random.between(250, 600) : random.between(120, 260));
        Events events;
        for (int i = 0; i < opened; ++i)
            events.push_back({"result_opened", 1, random.between(0, 0.2)});
        return events;
    }
    Events events;
    while (random.chance(0.55) && events.size() < 12)
        events.push_back({"result_opened", 1, random.between(0, 0.02)});
    return events;
}

Lesson botFlood()
{
    return {.number = 10,
            .key = "endless-results",
            .body = {{"name", "Endless list of results"},
                     {"owner", "Discovery"},
                     {"hypothesis", "Who need not turn pages opens more results."},
                     {"description",
                      "Lesson 10, a bot flood. The truth: people open 1.2 results, on pages or in an endless list. On "
                      "day 9 crawlers came for half a day; pages end, and an endless list gives them twice as much to "
                      "open."},
                     {"variants", halves("pages", "endless")},
                     {"metrics",
                      {primary("results_opened", "result_opened", "count"), secondary("openers", "result_opened")}},
                     {"target_sample_size", 4000},
                     {"plan", withCap(fixed(4000, 0.1), "results_opened", 0.99)}},
            .seed = 12,
            .visitorsPerDay = 580,
            .days = 14,
            .endedDaysAgo = 16,
            .conclusion = "The planned size is reached.",
            .behave = openResults,
            .naiveDay = 14,
            .moral = "Bots are split evenly like everybody, and still decide a mean. A cap frozen in the plan takes "
                     "their weight, and the health check says that a few units make most of the total. A rule "
                     "(`exclude`) leaves those out from the start that say what they are."};
}

} // namespace

std::vector<Lesson> illusionLessons()
{
    return {lookedSignificant(), simpsonRamp(), whaleRevenue(), fadingNovelty(), botFlood()};
}

} // namespace xp
