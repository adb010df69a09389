// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/history.h"
#include "core/analysis/looknumbers.h"
#include "core/analysis/series.h"
#include "core/api/rows.h"
#include "core/api/simulationcodec.h"
#include "core/domain/experimentcodec.h"
#include "core/domain/statisticscodec.h"
#include "core/files/querysource.h"
#include "core/integrations/jsonwebtoken.h"
#include "core/integrations/peerjson.h"
#include "tests/fuzz/fuzzing.h"

#include <array>

using namespace xp;
using namespace xp::fuzz;
using nlohmann::json;

// What other programs answer, hand in or keep: pages and rows of a service, results kept from before, sources of data,
// keys and tokens of an issuer. Fuzz_codecs has the documents of experiments themselves.

namespace {

json reread(const json& written)
{
    return json::parse(written.dump(-1, ' ', false, json::error_handler_t::replace));
}

/// Read, or told why not.
template <typename Value>
void isReadOrRefused(const Result<Value>& value)
{
    require(value.has_value() || !value.error().sentence.text.empty(), "an error says what is wrong");
}

/// What was read is written so that it reads as the same; a Result or an optional.
template <typename Read>
void roundTrip(const json& body, Read read)
{
    const auto value = read(body);
    if (!value)
        return;
    const json written = toJson(*value);
    const auto again = read(reread(written));
    require(again.has_value(), "what was written is read");
    require(toJson(*again) == written, "it is the same");
}

void series(const json& body)
{
    const auto rows = seriesFromJson(body.value("rows", json::array()));
    if (!rows)
        return;
    json written = json::array();
    for (const SeriesRow& row : *rows)
        written.push_back(toJson(row));
    const auto again = seriesFromJson(reread(written));
    require(again.has_value() && again->size() == rows->size(), "rows that were written are read");
}

const TokenRules kRules{"https://issuer.example", "experimentation"};

/// The claims of a token that nobody has signed are nobody's.
void token(std::string_view text)
{
    static const auto kKeys = verificationKeysOf(json::parse(
        R"({"keys": [{"kty": "EC", "crv": "P-256", "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
            "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]})"));
    require(kKeys.has_value(), "the sample is right");
    const auto claims = verifiedClaims(text, *kKeys, kRules, fromMicros(1'700'000'000'000'000));
    require(!claims.has_value(), "nobody holds the key");
    require(!claims.error().sentence.text.empty(), "an error says what is wrong");
}

constexpr std::array<void (*)(const json&), 11> kReaders{
    [](const json& body) { isReadOrRefused(auditLinesFromJson(body)); },
    [](const json& body) { isReadOrRefused(eventLinesFromJson(body)); },
    [](const json& body) { isReadOrRefused(catalogueFromJson(body)); },
    [](const json& body) { isReadOrRefused(simulationSetupFromJson(body, nullptr, nullptr)); },
    [](const json& body) { isReadOrRefused(verificationKeysOf(body)); },
    [](const json& body) { roundTrip(body, &experimentPageFromJson); },
    [](const json& body) { roundTrip(body, &histogramsFromJson); },
    [](const json& body) { roundTrip(body, &maturedPartFromJson); },
    [](const json& body) {
        roundTrip(body, &reportHistoryFromJson);
        roundTrip(body, &lookNumbersFromJson);
    },
    [](const json& body) { roundTrip(body, &querySourceFromJson); },
    series,
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const Input input(data, size);
    const std::size_t choice = input.choice % (kReaders.size() + 1);
    if (choice == kReaders.size()) {
        token(input.text);
        return 0;
    }
    if (const json body = peerDocument(input.text); body.is_object())
        kReaders[choice](body);
    return 0;
}
