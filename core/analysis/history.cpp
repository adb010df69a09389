// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/history.h"

#include <algorithm>

namespace xp {

namespace {

using nlohmann::json;

json toJson(const Moments& moments)
{
    return {{"units", moments.units}, {"converted", moments.converted},
            {"count", moments.count}, {"count_squares", moments.countSquares},
            {"sum", moments.sum},     {"sum_squares", moments.sumSquares},
            {"cross", moments.cross}};
}

bool read(const json& object, const char* name, std::int64_t& to)
{
    const auto it = object.find(name);
    if (it == object.end() || !it->is_number_integer())
        return false;
    to = it->get<std::int64_t>();
    return true;
}

template <std::size_t N>
bool read(const json& object, const char* name, Limbs<N>& to)
{
    const auto it = object.find(name);
    if (it == object.end() || !it->is_array() || it->size() != N)
        return false;
    for (std::size_t i = 0; i < N; ++i) {
        if (!(*it)[i].is_number_integer())
            return false;
        to[i] = (*it)[i].template get<std::int64_t>();
    }
    return true;
}

bool read(const json& object, const char* name, Moments& to)
{
    const auto it = object.find(name);
    return it != object.end() && it->is_object() && read(*it, "units", to.units) &&
           read(*it, "converted", to.converted) && read(*it, "count", to.count) &&
           read(*it, "count_squares", to.countSquares) && read(*it, "sum", to.sum) &&
           read(*it, "sum_squares", to.sumSquares) && read(*it, "cross", to.cross);
}

json toJson(const CovariateMoments& m)
{
    return {{"units", m.units},
            {"x", m.x},
            {"x_squares", m.xSquares},
            {"x_sum", m.xSum},
            {"x_count", m.xCount},
            {"x_converted", m.xConverted},
            {"outcome", toJson(m.outcome)}};
}

bool read(const json& object, const char* name, CovariateMoments& to)
{
    const auto it = object.find(name);
    return it != object.end() && it->is_object() && read(*it, "units", to.units) && read(*it, "x", to.x) &&
           read(*it, "x_squares", to.xSquares) && read(*it, "x_sum", to.xSum) && read(*it, "x_count", to.xCount) &&
           read(*it, "x_converted", to.xConverted) && read(*it, "outcome", to.outcome);
}

json plannedToJson(const std::optional<PlannedLook>& look)
{
    if (!look)
        return nullptr;
    json strata = json::array();
    for (const Stratum& stratum : look->strata) {
        strata.push_back({{"weight", stratum.weight},
                          {"control", toJson(stratum.control)},
                          {"treatment", toJson(stratum.treatment)}});
        if (stratum.history)
            strata.back()["history"] = {{"control", toJson(stratum.history->control)},
                                        {"treatment", toJson(stratum.history->treatment)}};
    }
    return {{"time", toIso8601(look->time)}, {"strata", std::move(strata)}};
}

std::optional<PlannedLook> plannedFromJson(const json& body)
{
    if (!body.is_object() || !body.contains("time") || !body["time"].is_string() || !body.contains("strata") ||
        !body["strata"].is_array())
        return std::nullopt;
    const auto time = parseIso8601(body["time"].get<std::string>());
    if (!time)
        return std::nullopt;
    PlannedLook look{.time = *time};
    for (const json& item : body["strata"]) {
        Stratum stratum;
        if (!item.is_object() || !item.contains("weight") || !item["weight"].is_number() ||
            !read(item, "control", stratum.control) || !read(item, "treatment", stratum.treatment))
            return std::nullopt;
        if (const auto history = item.find("history"); history != item.end()) {
            stratum.history.emplace();
            if (!history->is_object() || !read(*history, "control", stratum.history->control) ||
                !read(*history, "treatment", stratum.history->treatment))
                return std::nullopt;
        }
        stratum.weight = item["weight"].get<double>();
        look.strata.push_back(stratum);
    }
    return look;
}

std::optional<CellHistory> cellFromJson(const json& item)
{
    if (!item.is_object() || !item.contains("metric") || !item.contains("treatment") || !item["metric"].is_string() ||
        !item["treatment"].is_string() || !item.contains("looks") || !item["looks"].is_array())
        return std::nullopt;
    CellHistory cell{.metric = item["metric"].get<std::string>(), .treatment = item["treatment"].get<std::string>()};
    for (const json& look : item["looks"]) {
        const auto numbers = lookNumbersFromJson(look);
        if (!numbers || !look.contains("position") || !look["position"].is_number_unsigned())
            return std::nullopt;
        cell.looks.push_back({look["position"].get<std::size_t>(), *numbers});
    }
    if (const auto it = item.find("strongest"); it != item.end() && !it->is_null()) {
        cell.strongest = lookNumbersFromJson(*it);
        if (!cell.strongest)
            return std::nullopt;
    }
    if (const auto it = item.find("planned"); it != item.end() && !it->is_null()) {
        cell.planned = plannedFromJson(*it);
        if (!cell.planned)
            return std::nullopt;
    }
    if (const auto it = item.find("crossed_at"); it != item.end() && it->is_string()) {
        cell.crossedAt = parseIso8601(it->get<std::string>());
        if (!cell.crossedAt)
            return std::nullopt;
    }
    return cell;
}

} // namespace

const CellHistory* ReportHistory::find(std::string_view metric, std::string_view treatment) const
{
    const auto it = std::ranges::find_if(
        cells, [&](const CellHistory& cell) { return cell.metric == metric && cell.treatment == treatment; });
    return it == cells.end() ? nullptr : &*it;
}

json toJson(const ReportHistory& history)
{
    json cells = json::array();
    for (const CellHistory& cell : history.cells) {
        json looks = json::array();
        for (const NumberedLook& look : cell.looks) {
            looks.push_back(toJson(look.numbers));
            looks.back()["position"] = look.position;
        }
        cells.push_back({{"metric", cell.metric},
                         {"treatment", cell.treatment},
                         {"looks", std::move(looks)},
                         {"planned", plannedToJson(cell.planned)},
                         {"strongest", cell.strongest ? toJson(*cell.strongest) : json(nullptr)},
                         {"crossed_at", cell.crossedAt ? json(toIso8601(*cell.crossedAt)) : json(nullptr)}});
    }
    return {{"rates", history.rates}, {"cells", std::move(cells)}};
}

std::optional<ReportHistory> reportHistoryFromJson(const json& body)
{
    if (!body.is_object() || !body.contains("rates") || !body["rates"].is_array() || !body.contains("cells") ||
        !body["cells"].is_array())
        return std::nullopt;
    ReportHistory history;
    for (const json& rate : body["rates"]) {
        if (!rate.is_number())
            return std::nullopt;
        history.rates.push_back(rate.get<double>());
    }
    for (const json& item : body["cells"]) {
        auto cell = cellFromJson(item);
        if (!cell)
            return std::nullopt;
        history.cells.push_back(std::move(*cell));
    }
    return history;
}

} // namespace xp
