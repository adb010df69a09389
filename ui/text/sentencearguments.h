// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/sentence.h"

#include <QCoreApplication>
#include <QString>

namespace xp::ui {

/// The arguments of a sentence as words and numbers of the current language. What is missing makes the rendering as a
/// whole unusable (`isComplete`), not a hole in it.
class SentenceArguments
{
    Q_DECLARE_TR_FUNCTIONS(Sentences)

public:
    explicit SentenceArguments(const nlohmann::json& arguments) : m_json(arguments) {}

    bool isComplete() const { return m_complete; }

    QString name(const char* field) const;   ///< as it is
    QString quoted(const char* field) const; ///< 'treatment'
    QString count(const char* field) const;  ///< 1,234
    QString units(const char* field) const;  ///< 1 unit, 1,234 units
    QString percent(const char* field) const;
    QString signedPercent(const char* field) const;
    QString number(const char* field) const;
    QString plain(const char* field) const; ///< as short as it can be: 7, 6.5
    QString pEquation(const char* field) const;
    std::int64_t integer(const char* field) const;
    double real(const char* field) const;
    bool flag(const char* field) const;
    bool has(const char* field) const; ///< and is not null
    const nlohmann::json& at(const char* field) const;

    /// The part of the sentence that is about an effect: `purchase is 5.5 % against 5 %, +10 % (95 % interval ...)`.
    QString effect() const;
    QString effect(const char* field) const; ///< of a nested one
    /// `'control' has 10 of 12 expected, ...`
    QString split() const;
    /// `only 10 of the planned 1,000 units per variant`
    QString ofPlanned() const;
    /// A sentence within the sentence.
    QString sentence(const char* field) const;
    void fail() const { m_complete = false; }

private:
    const nlohmann::json& m_json;
    mutable bool m_complete = true;
};

/// `+10.2 %` and the like as the core writes them, with the current language's separators.
QString localNumber(const std::string& text);
QString quotedName(const std::string& name);

} // namespace xp::ui
