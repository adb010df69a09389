// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/audience.h"

namespace xp {

// What calls itself what: programs name themselves in the header User-Agent. Those that pretend to be a browser's are
// not found.

/// Crawlers, previews of links, monitors, browsers without a screen.
bool isCrawler(std::string_view agent);
/// Libraries and tools that scripts ask with. Not those of native applications (okhttp, CFNetwork), who are people.
bool isScript(std::string_view agent);
/// Either of them.
bool isProgram(std::string_view agent);

/// The unit's: `user_agent` of the context, else that of the request. Where an application's server asks, the request
/// names the server's library and says nothing of the unit: what isScript() is looked at in the context alone.
std::string_view userAgentOf(const UnitFacts& facts);

} // namespace xp
