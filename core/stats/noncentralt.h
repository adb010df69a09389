// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace xp::stats {

/// P(T > t) for T noncentral t, with T = (Z + noncentrality) / sqrt(chi^2 / degrees of freedom). t >= 0, degrees of
/// freedom > 0, any noncentrality. By the trapezoid rule over the one of Z and chi whose scale is the finer one, which
/// converges exponentially; absolute error below 1e-12.
double noncentralStudentTail(double t, double degreesOfFreedom, double noncentrality);

} // namespace xp::stats
