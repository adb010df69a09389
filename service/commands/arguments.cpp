// SPDX-License-Identifier: Apache-2.0
#include "service/commands/arguments.h"

#include "core/domain/fieldreader.h"

#include <algorithm>

namespace xp::service {

namespace {

Failure bad(const std::string& text)
{
    return fail(ErrorCode::Invalid, "bad_option", text);
}

} // namespace

Result<Arguments> Arguments::parse(std::span<const std::string> words, std::span<const ArgumentRule> rules,
                                   std::size_t maxOthers)
{
    Arguments arguments;
    bool optionsEnded = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (!optionsEnded && word == "--") {
            optionsEnded = true;
            continue;
        }
        if (optionsEnded || !word.starts_with('-') || word == "-") {
            if (arguments.m_others.size() == maxOthers)
                return bad("There is one argument too many: " + shown(word));
            arguments.m_others.push_back(word);
            continue;
        }
        const std::size_t equals = word.find('=');
        const std::string name = word.substr(0, equals);
        const auto rule = std::ranges::find(rules, name, &ArgumentRule::name);
        if (rule == rules.end())
            return bad("There is no option " + shown(name) + "; --help lists all");
        std::vector<std::string>& values = arguments.m_values[name];
        if (rule->use != ArgumentRule::Use::Repeated && !values.empty())
            return bad(name + " can be given once");
        if (rule->use == ArgumentRule::Use::Flag) {
            if (equals != std::string::npos)
                return bad(name + " takes no value");
            values.emplace_back();
        } else if (equals != std::string::npos) {
            values.push_back(word.substr(equals + 1));
        } else if (i + 1 < words.size()) {
            values.push_back(words[++i]);
        } else {
            return bad(name + " needs a value");
        }
    }
    return arguments;
}

std::string Arguments::value(std::string_view name, std::string fallback) const
{
    return has(name) ? values(name).back() : std::move(fallback);
}

const std::vector<std::string>& Arguments::values(std::string_view name) const
{
    static const std::vector<std::string> s_none;
    const auto it = m_values.find(name);
    return it == m_values.end() ? s_none : it->second;
}

std::string describe(std::span<const ArgumentRule> rules)
{
    std::string text;
    for (const ArgumentRule& rule : rules) {
        std::string left = "  " + std::string(rule.name);
        if (!rule.value.empty())
            left.append(" ").append(rule.value);
        left.resize(std::max<std::size_t>(left.size() + 2, 36), ' ');
        text.append(left).append(rule.meaning).append("\n");
    }
    return text;
}

} // namespace xp::service
