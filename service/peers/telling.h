// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/context.h"
#include "service/http/request.h"

namespace xp::service {

// What happened to a unit, for everybody who counts: our metrics and, where it is asked for, Plausible.

void unitEnrolled(Context& context, const Request& request, const Experiment& experiment, const AssignAnswer& answer);
void eventStored(Context& context, const Request& request, const LiveExperiment& live, std::int16_t variant,
                 std::string_view event, double value);

} // namespace xp::service
