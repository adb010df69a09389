// SPDX-License-Identifier: Apache-2.0
#include "ui/text/sentencetext.h"

#include "ui/text/sentencetables.h"

namespace xp::ui {

namespace {

const SentenceWriter* writerOf(const std::string& code)
{
    for (const auto table : {decisionSentences(), checkSentences(), noteSentences(), bundleSentences()}) {
        for (const SentenceWriter& writer : table) {
            if (code == writer.code)
                return &writer;
        }
    }
    return nullptr;
}

} // namespace

bool isKnownSentence(const std::string& code)
{
    return writerOf(code) != nullptr;
}

std::optional<QString> renderedSentence(const Sentence& sentence)
{
    const SentenceWriter* writer = writerOf(sentence.code);
    if (!writer)
        return std::nullopt;
    const SentenceArguments arguments(sentence.arguments);
    const QString words = writer->write(arguments);
    return arguments.isComplete() ? std::optional(words) : std::nullopt;
}

QString sentenceText(const Sentence& sentence)
{
    return renderedSentence(sentence).value_or(QString::fromStdString(sentence.text));
}

} // namespace xp::ui
