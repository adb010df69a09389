// SPDX-License-Identifier: Apache-2.0
#include "core/domain/sentencecodec.h"

namespace xp {

nlohmann::json toJson(const Sentence& sentence)
{
    return {{"code", sentence.code}, {"arguments", sentence.arguments}, {"text", sentence.text}};
}

std::optional<Sentence> sentenceFromJson(const nlohmann::json& json)
{
    if (!json.is_object())
        return std::nullopt;
    const auto text = json.find("text");
    if (text == json.end() || !text->is_string())
        return std::nullopt;
    Sentence sentence{.text = text->get<std::string>()};
    if (const auto code = json.find("code"); code != json.end() && code->is_string())
        sentence.code = code->get<std::string>();
    if (const auto arguments = json.find("arguments"); arguments != json.end() && arguments->is_object())
        sentence.arguments = *arguments;
    return sentence;
}

} // namespace xp
