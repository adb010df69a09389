// SPDX-License-Identifier: Apache-2.0
#include "core/lessons/collections.h"
#include "core/lessons/parts.h"

#include <array>

namespace xp {

namespace {

using namespace lessonparts;
using Events = std::vector<VisitorEvent>;

Events signUp(const Visit& visit, Random& random)
{
    constexpr std::array kRates{0.080, 0.091};
    if (random.chance(kRates[visit.variant]))
        return {{"sign_up", 1, random.between(0, 0.05)}};
    return {};
}

Lesson redirect()
{
    return {.number = 4,
            .key = "landing-page-redirect",
            .body = {{"name", "Landing page by redirect"},
                     {"owner", "Growth"},
                     {"hypothesis", "The new landing page makes more visitors sign up."},
                     {"description",
                      "Lesson 4, a sample-ratio mismatch. The truth: the redirect is slow and loses 14 % of the "
                      "treatment's visitors, the impatient ones, before they are counted. Whoever stays signs up more "
                      "often, whatever the page."},
                     {"variants", halves("old-page", "new-page")},
                     {"metrics", {primary("sign_up", "sign_up")}},
                     {"target_sample_size", 6000},
                     {"plan", groupSequential(6000, 4, 0.1)}},
            .seed = 14,
            .visitorsPerDay = 560,
            .days = 18,
            .isRunning = true,
            .behave = signUp,
            .lost = {0, 0.14},
            .naiveDay = 18,
            .moral = "Who is missing from one variant is not missing at random. Without the planned split there is "
                     "nothing to compare, so no verdict word is said at all."};
}

Events rent(const Visit& visit, Random& random)
{
    constexpr std::array kRates{0.100, 0.120};
    if (random.chance(kRates[visit.variant]))
        return {{"rental", 1, random.between(0, 0.3)}};
    return {};
}

Lesson logInCrossover()
{
    return {.number = 11,
            .key = "member-prices",
            .body = {{"name", "Prices for members"},
                     {"owner", "Pricing"},
                     {"hypothesis", "Showing the price for members beside the other makes more people rent."},
                     {"description",
                      "Lesson 11, a log-in crossover. The truth: visits with members' prices end in a rental more "
                      "often, 12.0 % against 10.0 %. But the split is by device, one person in eight comes back on "
                      "another one, and half of them meet the other prices there: what made them rent, nobody knows. "
                      "On day 14, when people had logged in, their ids were joined."},
                     {"variants", halves("one-price", "two-prices")},
                     {"metrics", {primary("rental", "rental")}},
                     {"target_sample_size", 4500},
                     {"plan", fixed(4500, 0.1)}},
            .seed = 11,
            .visitorsPerDay = 560,
            .days = 15,
            .endedDaysAgo = 7,
            .conclusion = "The planned size is reached.",
            .behave = rent,
            .secondDevice = {.share = 0.125, .joinDay = 14},
            .naiveDay = 14,
            .moral = "A person with two devices is two units until somebody logs in, and then belongs to both "
                     "variants. Split by account where people log in, and tell the service which ids are one person: "
                     "it counts them once, and says when too many have crossed over."};
}

} // namespace

std::vector<Lesson> brokenDataLessons()
{
    return {redirect(), logInCrossover()};
}

} // namespace xp
