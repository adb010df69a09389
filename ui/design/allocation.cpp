// SPDX-License-Identifier: Apache-2.0
#include "ui/design/allocation.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace xp::ui {

std::vector<int> withShare(std::vector<int> shares, std::size_t changed, int share)
{
    if (shares.size() < 2)
        return std::vector<int>(shares.size(), kWhole);
    share = std::clamp(share, 0, kWhole);
    const int others = std::accumulate(shares.begin(), shares.end(), 0) - shares[changed];
    const int rest = kWhole - share;
    int given = 0;
    std::size_t largest = changed == 0 ? 1 : 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if (i == changed)
            continue;
        shares[i] = others > 0 ? int(std::lround(double(shares[i]) * rest / others)) : rest / int(shares.size() - 1);
        given += shares[i];
        if (shares[i] > shares[largest])
            largest = i;
    }
    shares[changed] = share;
    shares[largest] += rest - given; // what rounding left over
    return shares;
}

} // namespace xp::ui
