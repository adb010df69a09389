// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/http/request.h"

#include <string>
#include <string_view>
#include <vector>

namespace xp::service {

/// Which pages of other origins may call the service from a browser.
class Cors
{
public:
    explicit Cors(std::vector<std::string> origins);

    bool isEnabled() const { return !m_origins.empty(); }

    /// What an answer to a request of this origin carries, as complete header lines; empty for a foreign origin.
    std::string linesFor(std::string_view origin) const;
    /// ... and an answer to a preflight, before the page's own request.
    std::string preflightLines() const;

    static bool isPreflight(const Request& request);

private:
    std::vector<std::string> m_origins;
    bool m_isAny = false;
};

} // namespace xp::service
