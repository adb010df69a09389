// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stats/logitbeta.h"

#include <span>
#include <vector>

namespace xp::stats {

/// Several rates with beta posteriors on one quadrature grid over the logit scale, fine where any of them varies.
/// The distribution functions are sums of positive parts from their own side: tails keep their relative precision.
class PosteriorGrid
{
public:
    struct Arm
    {
        std::vector<double> density; ///< on the logit scale, at each node
        std::vector<double> below;   ///< P(rate < node)
        std::vector<double> above;   ///< P(rate > node)
    };

    explicit PosteriorGrid(std::span<const LogitBeta> posteriors);

    const std::vector<double>& nodes() const { return m_nodes; }
    const std::vector<double>& weights() const { return m_weights; }
    const std::vector<Arm>& arms() const { return m_arms; }

private:
    std::vector<double> m_nodes;
    std::vector<double> m_weights;
    std::vector<Arm> m_arms;
};

} // namespace xp::stats
