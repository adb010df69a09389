// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace xp::ui {

/// Where the studio runs, which decides what it offers: what cannot be had there is absent.
enum class Home {
    Desktop,
    ServicePage, ///< a page in a browser that a service has sent: signs in there, and nowhere else
    PlainPage,   ///< a page in a browser from a host that knows nothing of experiments
};

} // namespace xp::ui
