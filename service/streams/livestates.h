// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace xp::service {

struct Context;

/// Tells those who listen to an experiment its present state, if it is not what they heard last. Only experiments that
/// somebody listens to are looked at.
void tellLiveStates(Context& context);

} // namespace xp::service
