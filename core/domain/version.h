// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace xp {

/// Which program this is: the release's number on the commit that carries its tag, else with the commit behind it
/// (`0.1.0-dev+9cf7bf4`, see cmake/XpVersion.cmake). The API's version is the number alone: XP_VERSION.
const char* version();

} // namespace xp
