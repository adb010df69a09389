// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/history.h"

#include <algorithm>

namespace xp {

namespace {

using nlohmann::json;

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
