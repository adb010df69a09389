// SPDX-License-Identifier: Apache-2.0
// two-arms N_C X_C N_T X_T: was the treatment's rate another than the control's, and what would it take to find 10 % more?
#include <core/stats/proportionplanning.h>
#include <core/stats/proportions.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>

using namespace xp::stats;

int main(int argc, char* argv[])
{
    if (argc != 5) {
        std::fprintf(stderr, "usage: two-arms CONTROL_UNITS CONVERSIONS TREATMENT_UNITS CONVERSIONS\n");
        return 2;
    }
    const Proportion control{std::atof(argv[1]), std::atof(argv[2])};
    const Proportion treatment{std::atof(argv[3]), std::atof(argv[4])};
    const auto test = twoProportionZTest(control, treatment, Alternative::TwoSided, /*pooled=*/true);
    const auto interval = proportionDifferenceInterval(control, treatment, 0.95, DifferenceMethod::Newcombe);
    const double rate = control.x / control.n;
    const auto size = sampleSizeProportions(rate, 1.1 * rate, {.significanceLevel = 0.05, .power = 0.8});
    // The kernel never answers with a made-up number: what cannot be given is an error that says why.
    for (const auto* error : {test ? nullptr : &test.error(), interval ? nullptr : &interval.error(),
                              size ? nullptr : &size.error()}) {
        if (error) {
            std::fprintf(stderr, "two-arms: %s\n", error->text.c_str());
            return 1;
        }
    }
    std::printf("difference %.4f (95 %% interval %.4f to %.4f), p = %.4g\n", interval->estimate, interval->lower,
                interval->upper, test->pValue);
    std::printf("a lift of 10 %% needs %.0f units in each arm\n", std::ceil(*size));
    return 0;
}
