// SPDX-License-Identifier: Apache-2.0
#include "ui/share/tabletext.h"

#include "core/files/csvwriter.h"
#include "ui/models/cells.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace xp::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TableText)
};

bool isHeading(const QAbstractItemModel& model, int row)
{
    return model.index(row, 0).data(role::Kind).value<CellKind>() == CellKind::Section;
}

bool isRightAligned(const QAbstractItemModel& model, int column)
{
    const QVariant alignment = model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole);
    return alignment.value<Qt::Alignment>().testFlag(Qt::AlignRight);
}

/// The shortest text that reads back as the same number.
QString exactNumber(double value)
{
    return QLocale::c().toString(value, 'g', QLocale::FloatingPointShortest);
}

QString exactCell(const QModelIndex& cell)
{
    const QVariant exact = cell.data(role::Exact);
    if (exact.typeId() == QMetaType::Double)
        return exactNumber(exact.toDouble());
    // A cell may have an exact value that is empty: a number that is not known.
    return exact.isValid() ? exact.toString() : cell.data().toString();
}

bool hasIntervals(const QAbstractItemModel& model, int column, const std::vector<int>& rows)
{
    return std::ranges::any_of(rows, [&](int row) {
        return model.index(row, column).data(role::Kind).value<CellKind>() == CellKind::Interval;
    });
}

QString tabField(QString text)
{
    return text.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
}

QString markdownField(QString text)
{
    return text.replace(QLatin1Char('\\'), QLatin1String("\\\\"))
        .replace(QLatin1Char('|'), QLatin1String("\\|"))
        .replace(QLatin1Char('\n'), QLatin1String("<br>"));
}

} // namespace

TableText shownText(const QAbstractItemModel& model, const std::vector<int>& columns, const std::vector<int>& rows)
{
    TableText table;
    for (const int column : columns) {
        table.headers << model.headerData(column, Qt::Horizontal).toString();
        table.rightAligned.push_back(isRightAligned(model, column));
    }
    for (const int row : rows) {
        if (isHeading(model, row))
            continue;
        QStringList& cells = table.rows.emplace_back();
        for (const int column : columns)
            cells << model.index(row, column).data().toString();
    }
    return table;
}

TableText exactText(const QAbstractItemModel& model, const std::vector<int>& columns, const std::vector<int>& rows)
{
    TableText table;
    std::vector<int> intervals;
    for (const int column : columns) {
        const QString header = model.headerData(column, Qt::Horizontal).toString();
        const bool isInterval = hasIntervals(model, column, rows);
        if (isInterval)
            intervals.push_back(column);
        table.headers << (isInterval ? QStringList{Words::tr("%1: low").arg(header), Words::tr("%1: high").arg(header)}
                                     : QStringList{header});
        table.rightAligned.insert(table.rightAligned.end(), isInterval ? 2 : 1,
                                  isInterval || isRightAligned(model, column));
    }
    for (const int row : rows) {
        if (isHeading(model, row))
            continue;
        QStringList& cells = table.rows.emplace_back();
        for (const int column : columns) {
            const QModelIndex cell = model.index(row, column);
            if (std::ranges::find(intervals, column) == intervals.end()) {
                cells << exactCell(cell);
                continue;
            }
            const auto interval = cell.data(role::Mark).value<LiftMark>().interval;
            cells << (interval ? exactNumber((*interval)[0]) : QString())
                  << (interval ? exactNumber((*interval)[1]) : QString());
        }
    }
    return table;
}

QString toCsv(const TableText& table)
{
    std::string out;
    CsvWriter writer(out);
    const auto add = [&](const QStringList& cells) {
        for (const QString& cell : cells)
            writer.cell(cell.toStdString());
        writer.endRow();
    };
    add(table.headers);
    std::ranges::for_each(table.rows, add);
    return QString::fromStdString(out);
}

QString toTabs(const TableText& table)
{
    QString result;
    const auto add = [&](QStringList cells) {
        std::ranges::transform(cells, cells.begin(), tabField);
        result += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    };
    add(table.headers);
    std::ranges::for_each(table.rows, add);
    return result;
}

QString toMarkdown(const TableText& table)
{
    const auto line = [](const QStringList& cells) {
        return QString(QLatin1String("| ") + cells.join(QLatin1String(" | ")) + QLatin1String(" |\n"));
    };
    const auto fields = [](const QStringList& cells) {
        QStringList escaped;
        for (const QString& cell : cells)
            escaped << markdownField(cell);
        return escaped;
    };
    QStringList rule;
    for (const bool right : table.rightAligned)
        rule << (right ? QStringLiteral("---:") : QStringLiteral("---"));
    QString result = line(fields(table.headers)) + line(rule);
    for (const QStringList& row : table.rows)
        result += line(fields(row));
    return result;
}

} // namespace xp::ui
