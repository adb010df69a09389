// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/text/sentencearguments.h"

#include <span>

namespace xp::ui {

/// How a sentence of one code is written.
struct SentenceWriter
{
    const char* code;
    QString (*write)(const SentenceArguments& a);
};

/// What to do and why.
std::span<const SentenceWriter> decisionSentences();
/// What was checked.
std::span<const SentenceWriter> checkSentences();
/// What to know when reading numbers.
std::span<const SentenceWriter> noteSentences();
/// What in an evidence bundle is not as it was written.
std::span<const SentenceWriter> bundleSentences();

} // namespace xp::ui
