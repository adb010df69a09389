// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/experiment.h"
#include "core/domain/sufficientstatistics.h"
#include "ui/charts/plot.h"

namespace xp::ui {

/// How the unit values of a metric are spread in each variant: the share of its units a quarter of an octave holds,
/// over values on a logarithmic axis; zeros and negative values are told in `note`. `cap`, in the metric's unit, is
/// marked.
struct Distribution
{
    Plot plot;
    QString note;
};
Distribution distributionOf(const Experiment& experiment, const Histograms* histograms, std::size_t metric,
                            std::optional<double> cap);

} // namespace xp::ui
