// SPDX-License-Identifier: Apache-2.0
#include "core/api/statistics.h"
#include "core/domain/fieldreader.h"
#include "tests/fuzz/fuzzing.h"

#include <algorithm>
#include <cmath>

using namespace xp;
using namespace xp::fuzz;
using nlohmann::json;

// The kernel as POST /statistics/{function} offers it: any input is answered with finite numbers or an error, soon.

namespace {

bool isFinite(const json& value)
{
    if (value.is_number_float())
        return std::isfinite(value.get<double>());
    return !value.is_structured() || std::ranges::all_of(value, isFinite);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const Input input(data, size);
    const auto body = parseObject(input.text);
    if (!body)
        return 0;
    const auto names = statisticsFunctions();
    const auto answer = callStatistics(names[input.choice % names.size()], *body);
    if (answer)
        require(isFinite(*answer), "every number is finite");
    else
        require(!answer.error().sentence.text.empty(), "an error says what is wrong");
    return 0;
}
