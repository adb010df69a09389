// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/exactcovariance.h"

namespace xp {

namespace {

template <class Number>
Number covarianceOf(std::int64_t n, const WideInteger& x, const WideInteger& y, const WideInteger& xy)
{
    if (n < 2)
        return 0;
    const WideInteger above = xy * n - x * y;
    const WideInteger below = WideInteger(n) * (n - 1);
    return above.convert_to<Number>() / below.convert_to<Number>();
}

/// Units whose ratio hardly differs leave almost nothing of v's variance: three rounded parts would cancel. So all is
/// exact until the last division: (N^2 A - 2 S N B + S^2 C) n / (N^4 (n - 1)), S and N the sums of v and n, A, B and C
/// the n-fold centred sums of their products; below 2^316.
template <class Number>
Number linearisedVarianceOf(const WideInteger& s, const WideInteger& n, const Moments& moments)
{
    using Wider = boost::multiprecision::cpp_int;
    const std::int64_t units = moments.units;
    if (units < 2 || n == 0)
        return 0;
    const Wider a(toWide(moments.sumSquares) * units - s * s);
    const Wider b(toWide(moments.cross) * units - s * n);
    const Wider c(toWide(moments.countSquares) * units - n * n);
    const Wider above(s);
    const Wider below(n);
    const Wider left = below * below * a - 2 * above * below * b + above * above * c;
    const Number square = n.convert_to<Number>() * n.convert_to<Number>();
    const auto count = static_cast<Number>(units);
    const Number variance = left.convert_to<Number>() / square / square * (count / (count - 1));
    return variance > 0 ? variance : Number(0);
}

} // namespace

double sampleCovariance(std::int64_t n, const WideInteger& x, const WideInteger& y, const WideInteger& xy)
{
    return covarianceOf<double>(n, x, y, xy);
}

Precise preciseCovariance(std::int64_t n, const WideInteger& x, const WideInteger& y, const WideInteger& xy)
{
    return covarianceOf<Precise>(n, x, y, xy);
}

double linearisedVariance(const WideInteger& v, const WideInteger& n, const Moments& moments)
{
    return linearisedVarianceOf<double>(v, n, moments);
}

Precise preciseLinearisedVariance(const WideInteger& v, const WideInteger& n, const Moments& moments)
{
    return linearisedVarianceOf<Precise>(v, n, moments);
}

} // namespace xp
