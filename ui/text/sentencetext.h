// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/sentence.h"

#include <QString>

#include <optional>

namespace xp::ui {

/// What the core says, made anew from code and arguments in the words and with the numbers of the current language. In
/// English, and where a code is not known here, it is the core's own text.
QString sentenceText(const Sentence& sentence);

/// The sentence made from its code and arguments, whatever the language; nothing for a code that is not known, or where
/// an argument is missing.
std::optional<QString> renderedSentence(const Sentence& sentence);

/// Whether a code has a rendering.
bool isKnownSentence(const std::string& code);

} // namespace xp::ui
