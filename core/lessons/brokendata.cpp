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

} // namespace

std::vector<Lesson> brokenDataLessons()
{
    return {redirect()};
}

} // namespace xp
