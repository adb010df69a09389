// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace xp::service {

struct Context;
class UnderWay;

/// Tells those who listen to an experiment its present state, if it is not what they heard last. Only experiments that
/// somebody listens to are looked at, one at a time, and not before the last round, in `underWay`, has ended.
void tellLiveStates(Context& context, UnderWay& underWay);

} // namespace xp::service
