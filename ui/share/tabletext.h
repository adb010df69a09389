// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractItemModel>
#include <QStringList>

#include <vector>

namespace xp::ui {

/// A table as text, for elsewhere.
struct TableText
{
    QStringList headers;
    std::vector<QStringList> rows;
    std::vector<bool> rightAligned; ///< by column
};

/// What a person sees: cells as they are shown. Headings between the rows are left out.
TableText shownText(const QAbstractItemModel& model, const std::vector<int>& columns, const std::vector<int>& rows);

/// What a program wants: numbers unrounded, with a point; times in ISO 8601; an interval as a column for each of its
/// ends. `role::Exact` of a cell, or else what is shown.
TableText exactText(const QAbstractItemModel& model, const std::vector<int>& columns, const std::vector<int>& rows);

/// RFC 4180; what a spreadsheet would take for a formula is guarded (core/files/csvwriter.h).
QString toCsv(const TableText& table);
/// Tab-separated, as spreadsheets paste it; tabs and line ends within a cell become blanks.
QString toTabs(const TableText& table);
/// A table of GitHub's Markdown.
QString toMarkdown(const TableText& table);

} // namespace xp::ui
