// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/exactcovariance.h"

namespace xp {

double sampleCovariance(std::int64_t n, const WideInteger& x, const WideInteger& y, const WideInteger& xy)
{
    if (n < 2)
        return 0;
    const WideInteger above = xy * n - x * y;
    const WideInteger below = WideInteger(n) * (n - 1);
    return above.convert_to<double>() / below.convert_to<double>();
}

} // namespace xp
