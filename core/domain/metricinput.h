// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/domain/metric.h"

#include <span>
#include <string>
#include <vector>

namespace xp {

/// Reads one metric that a client sent; `path` is where it stands (`metrics[2]`). What is wrong is noted: unknown
/// fields, values out of range, and fields that its kind does not have (`denominator` is of ratio, `after` of
/// retention, `cap` of count, sum, mean and ratio). A name that is `stored` already keeps its form.
Metric readMetric(const nlohmann::json& item, const std::string& path, std::vector<FieldError>& errors,
                  std::span<const std::string> stored = {});

} // namespace xp
