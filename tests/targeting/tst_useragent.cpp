// SPDX-License-Identifier: Apache-2.0
#include "core/targeting/useragent.h"

#include <QTest>

using namespace xp;

namespace {

constexpr std::array kCrawlers{
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm) "
    "Chrome/116.0.1938.76 Safari/537.36",
    "AdsBot-Google (+http://www.google.com/adsbot.html)",
    "Googlebot-Image/1.0",
    "Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)",
    "Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)",
    "Mozilla/5.0 (compatible; Yahoo! Slurp; http://help.yahoo.com/help/us/ysearch/slurp)",
    "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    "Twitterbot/1.0",
    "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
    "WhatsApp/2.23.20.0",
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/119.0.0.0 Safari/537.36",
    "Mozilla/5.0 (Linux; Android 11) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0 Mobile Safari/537.36 "
    "Chrome-Lighthouse",
    "Pingdom.com_bot_version_1.4_(http://www.pingdom.com/)",
    "GOOGLEBOT",
    "SomeCrawler/1.0",
    "bot",
};

constexpr std::array kScripts{"curl/7.88.1",
                              "Wget/1.21",
                              "python-requests/2.31.0",
                              "Python-urllib/3.11",
                              "Go-http-client/2.0",
                              "Java/17.0.9",
                              "axios/1.6.2",
                              "node-fetch/1.0 (+https://github.com/bitinn/node-fetch)",
                              "libwww-perl/6.68",
                              "PostmanRuntime/7.35.0"};

constexpr std::array kPeople{
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0.0.0 Safari/537.36",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_1) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 "
    "Safari/605.1.15",
    "Mozilla/5.0 (Android 13; Mobile; rv:109.0) Gecko/119.0 Firefox/119.0",
    "Mozilla/5.0 (Linux; Android 7.0; CUBOT_NOTE_S Build/NRD90M) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/62.0 "
    "Mobile Safari/537.36",
    "Mozilla/5.0 (Linux; Android 10; CUBOT) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/90.0 Mobile Safari/537.36",
    "okhttp/4.9.3",
    "Shop/42 CFNetwork/1485 Darwin/23.1.0",
    "Dart/3.1 (dart:io)",
    "Bottles/1.0",
    "",
};

} // namespace

class TestUserAgent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void programsAreToldFromPeople()
    {
        for (const char* agent : kCrawlers)
            QVERIFY2(isCrawler(agent) && isProgram(agent), agent);
        for (const char* agent : kScripts)
            QVERIFY2(isScript(agent) && isProgram(agent) && !isCrawler(agent), agent);
        for (const char* agent : kPeople)
            QVERIFY2(!isProgram(agent), agent);
    }

    /// An application's server names its own library: that is not the user's.
    void theRequestsAgentStandsInForTheContexts()
    {
        const nlohmann::json none = nlohmann::json::object();
        const nlohmann::json browser{{"user_agent", kPeople[0]}};
        const nlohmann::json script{{"user_agent", kScripts[0]}};
        const auto seen = [](const nlohmann::json& context, const char* agent) {
            return std::string(userAgentOf({.unit = "u", .context = context, .agent = agent, .variantIn = {}}));
        };
        QCOMPARE(seen(none, kCrawlers[0]), std::string(kCrawlers[0]));
        QCOMPARE(seen(browser, kCrawlers[0]), std::string(kPeople[0]));
        QCOMPARE(seen(none, kScripts[0]), std::string());
        QCOMPARE(seen(script, ""), std::string(kScripts[0]));
    }
};

QTEST_GUILESS_MAIN(TestUserAgent)
#include "tst_useragent.moc"
