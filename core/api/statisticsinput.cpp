// SPDX-License-Identifier: Apache-2.0
#include "core/api/statisticsinput.h"

#include <cmath>
#include <functional>
#include <memory>

namespace xp {

namespace {
using nlohmann::json;
constexpr double kLargestWhole = 9007199254740992.0; // 2^53

/// Calls with every field of the input and its path, from the outside in.
void visit(const json& value, const std::string& path, const std::function<void(const json&, const std::string&)>& with)
{
    with(value, path);
    if (value.is_object()) {
        for (const auto& [key, member] : value.items())
            visit(member, path.empty() ? key : path + "." + key, with);
    } else if (value.is_array()) {
        for (std::size_t i = 0; i < value.size(); ++i)
            visit(value[i], path + "[" + std::to_string(i) + "]", with);
    }
}
} // namespace

StatisticsInput::StatisticsInput(const json& input) : StatisticsInput(std::make_shared<Shared>(), &input, "")
{
    if (!input.is_object()) {
        m_shared->errors.push_back({"", "type", "the input must be a JSON object"});
        m_known = nullptr;
    }
}

StatisticsInput::StatisticsInput(std::shared_ptr<Shared> shared, const json* object, std::string path)
    : m_shared(std::move(shared))
{
    if (object)
        m_known = &m_shared->objects.emplace_back(Known{object, std::move(path), {}});
}

std::string StatisticsInput::pathOf(const std::string& name) const
{
    return m_known->path.empty() ? name : m_known->path + "." + name;
}

void StatisticsInput::note(const std::string& name, const char* code, const std::string& what)
{
    const std::string path = pathOf(name);
    m_shared->errors.push_back({path, code, path + " " + what});
}

bool StatisticsInput::has(const char* name) const
{
    if (m_known)
        m_known->asked.insert(name);
    return m_known && m_known->object->contains(name);
}

const json* StatisticsInput::find(const char* name)
{
    if (!m_known)
        return nullptr;
    m_known->asked.insert(name);
    const auto field = m_known->object->find(name);
    if (field != m_known->object->end())
        return &*field;
    note(name, "required", "is missing");
    return nullptr;
}

double StatisticsInput::number(const char* name)
{
    const json* field = find(name);
    if (!field)
        return 0.5;
    if (!field->is_number()) {
        note(name, "type", "must be a number");
        return 0.5;
    }
    const double value = field->get<double>();
    if (std::isfinite(value))
        return value;
    note(name, "range", "must be a finite number");
    return 0.5;
}

double StatisticsInput::positive(const char* name)
{
    const double value = number(name);
    if (!(value > 0))
        note(name, "range", "is " + json(value).dump() + " and must be above 0");
    return value;
}

double StatisticsInput::notNegative(const char* name)
{
    return atLeast(name, 0);
}

double StatisticsInput::atLeast(const char* name, double minimum)
{
    const std::size_t before = m_shared->errors.size();
    const double value = number(name);
    if (m_shared->errors.size() == before && m_known && !(value >= minimum))
        note(name, "range", "is " + json(value).dump() + " and must be at least " + json(minimum).dump());
    return value;
}

double StatisticsInput::between(const char* name, double low, double high)
{
    const std::size_t before = m_shared->errors.size();
    const double value = number(name);
    if (m_shared->errors.size() == before && m_known && !(value > low && value < high))
        note(name, "range",
             "is " + json(value).dump() + " and must be above " + json(low).dump() + " and below " + json(high).dump());
    return value;
}

double StatisticsInput::rate(const char* name)
{
    const double value = number(name);
    if (!(value >= 0 && value <= 1))
        note(name, "range", "is " + json(value).dump() + " and must be from 0 to 1");
    return value;
}

double StatisticsInput::whole(const char* name, double minimum)
{
    const std::size_t before = m_shared->errors.size();
    const double value = number(name);
    if (m_shared->errors.size() == before && m_known &&
        !(value >= minimum && value <= kLargestWhole && std::floor(value) == value))
        note(name, "range",
             "is " + json(value).dump() + " and must be a whole number, at least " + json(minimum).dump());
    return value;
}

bool StatisticsInput::boolean(const char* name)
{
    const json* field = find(name);
    if (field && field->is_boolean())
        return field->get<bool>();
    if (field)
        note(name, "type", "must be true or false");
    return false;
}

std::vector<double> StatisticsInput::numbers(const char* name, std::size_t most)
{
    std::vector<double> values;
    const json* field = find(name);
    if (!field)
        return values;
    if (!field->is_array()) {
        note(name, "type", "must be a list of numbers");
        return values;
    }
    if (field->size() > most) {
        note(name, "range",
             "has " + std::to_string(field->size()) + " numbers; at most " + std::to_string(most) + " are allowed");
        return values;
    }
    for (std::size_t i = 0; i < field->size(); ++i) {
        const json& element = (*field)[i];
        if (!element.is_number() || !std::isfinite(element.get<double>()))
            note(std::string(name) + "[" + std::to_string(i) + "]", "type", "must be a finite number");
        else
            values.push_back(element.get<double>());
    }
    return values;
}

StatisticsInput StatisticsInput::object(const char* name)
{
    const json* field = find(name);
    if (field && !field->is_object()) {
        note(name, "type", "must be an object");
        field = nullptr;
    }
    return StatisticsInput(m_shared, field, field ? pathOf(name) : std::string());
}

std::vector<StatisticsInput> StatisticsInput::objects(const char* name)
{
    std::vector<StatisticsInput> list;
    const json* field = find(name);
    if (!field)
        return list;
    if (!field->is_array()) {
        note(name, "type", "must be a list of objects");
        return list;
    }
    for (std::size_t i = 0; i < field->size(); ++i) {
        const std::string path = std::string(name) + "[" + std::to_string(i) + "]";
        const json& element = (*field)[i];
        if (!element.is_object())
            note(path, "type", "must be an object");
        list.push_back(StatisticsInput(m_shared, element.is_object() ? &element : nullptr, pathOf(path)));
    }
    return list;
}

std::vector<FieldError> StatisticsInput::errors() const
{
    std::vector<FieldError> all = m_shared->errors;
    for (const Known& known : m_shared->objects) {
        if (!known.object->is_object())
            continue;
        for (const auto& [key, value] : known.object->items()) {
            if (known.asked.contains(key))
                continue;
            const std::string path = known.path.empty() ? key : known.path + "." + key;
            all.push_back({path, "unknown_field", path + " is not a field of this function"});
        }
    }
    return all;
}

StatisticsInput::Extreme StatisticsInput::extreme() const
{
    Extreme found;
    double farthest = -1;
    const auto compare = [&](const json& value, const std::string& path) {
        const double number = value.is_number() ? std::abs(value.get<double>()) : 0;
        if (number > 0 && std::abs(std::log(number)) > farthest) { // zeros have no size
            farthest = std::abs(std::log(number));
            found = {path, value.get<double>()};
        }
    };
    if (!m_shared->objects.empty())
        visit(*m_shared->objects.front().object, "", compare);
    return found;
}

bool StatisticsInput::hasPath(const std::string& path) const
{
    bool found = false;
    if (!m_shared->objects.empty())
        visit(*m_shared->objects.front().object, "",
              [&](const json&, const std::string& at) { found = found || (at == path && !at.empty()); });
    return found;
}

} // namespace xp
