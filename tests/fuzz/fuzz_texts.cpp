// SPDX-License-Identifier: Apache-2.0
#include "core/domain/timestamp.h"
#include "core/files/cellvalue.h"
#include "core/storage/connection/databaseurl.h"
#include "core/targeting/network.h"
#include "core/targeting/pattern.h"
#include "core/targeting/semanticversion.h"
#include "tests/fuzz/fuzzing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <libpq-fe.h>
#include <memory>

using namespace xp;
using namespace xp::fuzz;

// Small languages that come from outside as text: connection strings, times, numbers, versions, networks, patterns.

namespace {

void databaseUrl(std::string_view text)
{
    const auto url = parseDatabaseUrl(text);
    if (!url) {
        require(!url.error().errors.empty(), "an error names its field");
        return;
    }
    require(!url->display.empty(), "there is something to show");
    if (url->engine == DatabaseUrl::Engine::Sqlite) {
        require(!url->path.empty(), "a file has a name");
        return;
    }
    require(!url->database.empty(), "a database has a name");
    require(url->connectInfo.find(';') == std::string::npos, "Qt's driver separates by semicolons");
    char* problem = nullptr;
    const std::unique_ptr<PQconninfoOption, void (*)(PQconninfoOption*)> options(
        PQconninfoParse(url->connectInfo.c_str(), &problem), PQconninfoFree);
    const std::unique_ptr<char, void (*)(void*)> owned(problem, PQfreemem);
    const bool isOfLaterLibpq =
        problem && std::string_view(problem).find("load_balance_hosts") != std::string_view::npos;
    require(options || isOfLaterLibpq, "libpq reads what it is given");
    for (const PQconninfoOption* option = options.get(); option && option->keyword; ++option) {
        const std::string_view keyword = option->keyword;
        const bool isOurs = keyword == "user" || keyword == "password" || keyword == "dbname";
        require(!isOurs || !option->val, "nobody's name hides in a value");
    }
}

void time(std::string_view text)
{
    if (const auto time = parseIso8601(text)) {
        const std::string written = toIso8601(*time);
        require(parseIso8601(written) == time, "a time that was written is read");
    }
    if (const auto duration = parseDuration(text))
        require(parseDuration(toDurationText(*duration)) == duration, "a duration that was written is read");
}

void number(std::string_view text)
{
    const auto decimal = parseDecimal(text);
    require(!decimal || (std::isfinite(decimal->value) && decimal->decimals >= 0), "a number is finite");
    parseBoolean(text);
}

/// `text` up to its first line end, and what follows.
std::pair<std::string_view, std::string_view> halves(std::string_view text)
{
    const std::size_t at = text.find('\n');
    return {text.substr(0, at), at == std::string_view::npos ? std::string_view() : text.substr(at + 1)};
}

void version(std::string_view text)
{
    const auto [left, right] = halves(text);
    const auto a = SemanticVersion::parseLoosely(left);
    const auto b = SemanticVersion::parseLoosely(right);
    require(!SemanticVersion::parse(left) || a.has_value(), "what the standard allows is read loosely too");
    if (!a || !b)
        return;
    require(((*a <=> *b) == 0) == ((*b <=> *a) == 0) && ((*a <=> *b) < 0) == ((*b <=> *a) > 0), "the order is one");
    require(*a == *a && *b == *b, "a version is itself");
}

void network(std::string_view text)
{
    const auto [range, one] = halves(text);
    const auto network = Network::parse(range);
    const auto address = IpAddress::parse(one);
    if (network && address)
        network->contains(*address);
    if (const auto base = IpAddress::parse(range))
        require(network && network->contains(*base), "an address is a network of its own");
}

void pattern(std::string_view text)
{
    const auto [expression, subject] = halves(text);
    const auto compiled = Pattern::compile(expression, subject.size() % 2 == 0);
    if (compiled)
        compiled->isFoundIn(subject);
    else
        require(!compiled.error().empty(), "an error says what is wrong");
}

constexpr std::array<void (*)(std::string_view), 6> kLanguages{databaseUrl, time, number, version, network, pattern};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const Input input(data, size);
    kLanguages[input.choice % kLanguages.size()](input.text);
    return 0;
}
