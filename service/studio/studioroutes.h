// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/http/router.h"
#include "service/studio/studiofiles.h"

namespace xp::service {

/// The files of the studio for browsers, below /app/, for everybody: what they show needs a token all the same. They
/// are no operations of the API, and stand in no document of it. `files` must outlive the router.
Result<void> addStudioRoutes(Router& router, const StudioFiles& files);

} // namespace xp::service
