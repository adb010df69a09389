// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <vector>

namespace xp::ui {

/// A word of statistics that the studio uses: two sentences for whoever meets it, and where the documents tell the
/// rest.
struct Term
{
    QString id; ///< stable, for links: `p-value`
    QString title;
    QString text;
    QString page;    ///< of docs/, without folder and suffix: `statistics`
    QString heading; ///< in that page
};

/// All of them, by title in the language of the studio.
std::vector<Term> glossary();

/// The sentences of one term, for tool tips; empty when there is no such id.
QString termText(const QString& id);

} // namespace xp::ui
