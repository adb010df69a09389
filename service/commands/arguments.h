// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xp::service {

/// One option of a subcommand.
struct ArgumentRule
{
    enum class Use { Flag, Once, Repeated };

    std::string_view name; ///< with its hyphens: `--unit`
    Use use = Use::Once;
    std::string_view value; ///< what --help calls it
    std::string_view meaning;
};

/// The words after a subcommand, sorted into options and the rest.
class Arguments
{
public:
    /// `--name value` and `--name=value`; `--` ends the options. Invalid `bad_option`: one that is unknown, repeated
    /// when it may not be, or without its value; more than `maxOthers` other words.
    static Result<Arguments> parse(std::span<const std::string> words, std::span<const ArgumentRule> rules,
                                   std::size_t maxOthers);

    bool has(std::string_view name) const { return !values(name).empty(); }
    std::string value(std::string_view name, std::string fallback = {}) const;
    const std::vector<std::string>& values(std::string_view name) const;
    const std::vector<std::string>& others() const { return m_others; }

private:
    std::map<std::string, std::vector<std::string>, std::less<>> m_values;
    std::vector<std::string> m_others;
};

/// What --help says of the options.
std::string describe(std::span<const ArgumentRule> rules);

} // namespace xp::service
