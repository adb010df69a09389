// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/files/csvreader.h"

#include <QByteArray>
#include <QString>

namespace xp {

/// A table that can be read from its beginning as often as needed: a file, or what a browser handed over of one.
class DataFile
{
public:
    static DataFile onDisk(const QString& path);
    static DataFile inMemory(const QString& name, const QByteArray& content);

    const QString& name() const { return m_name; } ///< without folders
    const QString& path() const { return m_path; } ///< empty in memory

    /// NotFound when the file cannot be opened.
    Result<CsvReader> read(const CsvOptions& options) const;
    /// The first bytes, `most` of them if there are so many.
    Result<QByteArray> beginning(qint64 most) const;

private:
    QString m_name;
    QString m_path;
    QByteArray m_content;
};

} // namespace xp
