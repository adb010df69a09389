// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/wideinteger.h"

namespace xp {

/// Sample covariance of n units from the sums of x, of y and of their products:
/// (n * sum of xy - sum of x * sum of y) / (n (n - 1)), exact up to the one division; 0 below two units.
double sampleCovariance(std::int64_t n, const WideInteger& x, const WideInteger& y, const WideInteger& xy);

} // namespace xp
