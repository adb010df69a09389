// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/wideinteger.h"

#include <boost/multiprecision/cpp_bin_float.hpp>

namespace xp {

/// For what is left when exact sums nearly cancel: 50 decimal digits, the same on every platform.
using Precise = boost::multiprecision::cpp_bin_float_50;

/// Sample covariance of n units from the sums of x, of y and of their products:
/// (n * sum of xy - sum of x * sum of y) / (n (n - 1)), exact up to the one division; 0 below two units.
double sampleCovariance(std::int64_t n, const WideInteger& x, const WideInteger& y, const WideInteger& xy);
Precise preciseCovariance(std::int64_t n, const WideInteger& x, const WideInteger& y, const WideInteger& xy);

/// The variance of the linearised values (v - R n) / mean of n, R = sum of v / sum of n, of so many units: exact up to
/// the last division; 0 below two units or where the n add up to 0. `moments` has the sums of squares and products.
double linearisedVariance(const WideInteger& v, const WideInteger& n, const Moments& moments);
Precise preciseLinearisedVariance(const WideInteger& v, const WideInteger& n, const Moments& moments);

} // namespace xp
