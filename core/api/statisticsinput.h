// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/enumtext.h"
#include "core/domain/error.h"
#include "core/stats/error.h"

#include <deque>
#include <limits>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace xp {

/// One object of a statistics function's input. What is missing, of the wrong type or out of range is noted under its
/// dotted path, and a harmless value returned in its place, so that one pass finds every wrong field. Fields that
/// nobody asked for are unknown.
class StatisticsInput
{
public:
    explicit StatisticsInput(const nlohmann::json& input);

    double number(const char* name);
    double positive(const char* name);
    double notNegative(const char* name);
    double atLeast(const char* name, double minimum);
    /// low < value < high
    double between(const char* name, double low, double high);
    double probability(const char* name) { return between(name, 0, 1); }
    /// 0 <= value <= 1
    double rate(const char* name);
    /// A whole number from `minimum` to 2^53; it may be written with a fraction of 0.
    double whole(const char* name, double minimum);
    bool boolean(const char* name);
    /// At most `most` of them.
    std::vector<double> numbers(const char* name, std::size_t most = std::numeric_limits<std::size_t>::max());

    template <typename E, std::size_t N>
    E oneOf(const char* name, const EnumText<E, N>& names)
    {
        const nlohmann::json* field = find(name);
        if (field && field->is_string()) {
            if (const auto value = names.parse(field->get_ref<const std::string&>()))
                return *value;
        }
        if (field)
            note(name, field->is_string() ? "range" : "type", "is not one of the names that are known");
        return E{};
    }

    StatisticsInput object(const char* name);
    std::vector<StatisticsInput> objects(const char* name);
    bool has(const char* name) const;

    /// Everything noted so far, and the fields that nobody asked for, of all objects of this input.
    std::vector<FieldError> errors() const;

    /// The number of the whole input whose size is farthest from 1: what makes a result too large for a number.
    struct Extreme
    {
        std::string path;
        double value = 1;
    };
    Extreme extreme() const;
    /// Whether the input has this field, by its dotted path.
    bool hasPath(const std::string& path) const;

private:
    struct Known
    {
        const nlohmann::json* object;
        std::string path;
        std::set<std::string> asked;
    };
    struct Shared
    {
        std::vector<FieldError> errors;
        std::deque<Known> objects;
    };

    StatisticsInput(std::shared_ptr<Shared> shared, const nlohmann::json* object, std::string path);
    /// The field; noted as missing when it is not there.
    const nlohmann::json* find(const char* name);
    void note(const std::string& name, const char* code, const std::string& what);
    std::string pathOf(const std::string& name) const;

    std::shared_ptr<Shared> m_shared;
    Known* m_known = nullptr; ///< null when the object itself is missing: then nothing more is noted of it
};

} // namespace xp
