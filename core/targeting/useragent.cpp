// SPDX-License-Identifier: Apache-2.0
#include "core/targeting/useragent.h"

#include "core/targeting/jsvalue.h"

#include <algorithm>
#include <array>

namespace xp {

namespace {

/// In lower case. Crawlers that are called something with "bot" are found by isNamedBot().
constexpr std::array<std::string_view, 31> kCrawlers{"crawler",
                                                     "crawling",
                                                     "spider",
                                                     "slurp",
                                                     "archiver",
                                                     "wayback",
                                                     "facebookexternalhit",
                                                     "facebookcatalog",
                                                     "mediapartners-google",
                                                     "google-inspectiontool",
                                                     "googleother",
                                                     "google-read-aloud",
                                                     "apis-google",
                                                     "feedfetcher",
                                                     "bingpreview",
                                                     "skypeuripreview",
                                                     "whatsapp/",
                                                     "embedly",
                                                     "headlesschrome",
                                                     "phantomjs",
                                                     "slimerjs",
                                                     "electron-prerender",
                                                     "prerender",
                                                     "lighthouse",
                                                     "pagespeed",
                                                     "pingdom",
                                                     "statuscake",
                                                     "site24x7",
                                                     "gtmetrix",
                                                     "uptime-kuma",
                                                     "newrelicpinger"};

constexpr std::array<std::string_view, 20> kScripts{
    "curl/",      "wget/",      "python-requests", "python-urllib", "python-httpx",
    "aiohttp/",   "scrapy/",    "go-http-client",  "java/",         "apache-httpclient",
    "axios/",     "node-fetch", "undici",          "got (",         "libwww-perl",
    "guzzlehttp", "ruby/",      "postmanruntime",  "insomnia/",     "httpie/"};

bool isLetter(char c)
{
    return c >= 'a' && c <= 'z';
}

/// A word that ends in "bot" (googlebot, adsbot-google, `robot`), but for telephones of the make Cubot. `agent` in
/// lower case.
bool isNamedBot(std::string_view agent)
{
    for (std::size_t at = agent.find("bot"); at != std::string_view::npos; at = agent.find("bot", at + 1)) {
        const bool endsWord = at + 3 == agent.size() || !isLetter(agent[at + 3]);
        const bool isTelephone = agent.substr(0, at).ends_with("cu") && (at == 2 || !isLetter(agent[at - 3]));
        if (endsWord && !isTelephone)
            return true;
    }
    return false;
}

} // namespace

bool isCrawler(std::string_view agent)
{
    const std::string text = lowerCase(agent);
    return isNamedBot(text) ||
           std::ranges::any_of(kCrawlers, [&](std::string_view name) { return text.find(name) != std::string::npos; });
}

bool isScript(std::string_view agent)
{
    const std::string text = lowerCase(agent);
    return std::ranges::any_of(kScripts, [&](std::string_view name) { return text.starts_with(name); });
}

bool isProgram(std::string_view agent)
{
    return isCrawler(agent) || isScript(agent);
}

std::string_view userAgentOf(const UnitFacts& facts)
{
    const auto own = facts.context.find("user_agent");
    if (own != facts.context.end() && own->is_string())
        return own->get_ref<const std::string&>();
    return isScript(facts.agent) ? std::string_view() : facts.agent;
}

} // namespace xp
