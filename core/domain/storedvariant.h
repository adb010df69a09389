// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/experiment.h"

#include <iterator>

namespace xp {

/// The variant at a position that a stored row tells. nullptr: this copy of the experiment has none there, as the row
/// was written under a newer one (a draft may get variants until it starts), or by somebody's hand.
inline const Variant* storedVariant(const Experiment& experiment, std::int16_t position)
{
    return position >= 0 && position < std::ssize(experiment.variants)
               ? &experiment.variants[static_cast<std::size_t>(position)]
               : nullptr;
}

/// Its name; empty where there is none: no variant is called that.
inline std::string variantName(const Experiment& experiment, std::int16_t position)
{
    const Variant* variant = storedVariant(experiment, position);
    return variant ? variant->name : std::string();
}

} // namespace xp
