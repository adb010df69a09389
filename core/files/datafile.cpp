// SPDX-License-Identifier: Apache-2.0
#include "core/files/datafile.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace xp {

DataFile DataFile::onDisk(const QString& path)
{
    DataFile file;
    file.m_name = QFileInfo(path).fileName();
    file.m_path = path;
    return file;
}

DataFile DataFile::inMemory(const QString& name, const QByteArray& content)
{
    DataFile file;
    file.m_name = QFileInfo(name).fileName();
    file.m_content = content;
    return file;
}

Result<CsvReader> DataFile::read(const CsvOptions& options) const
{
    if (!m_path.isEmpty())
        return CsvReader::open(m_path.toStdString(), options);
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(m_content); // shared, not copied
    buffer->open(QIODevice::ReadOnly);
    return CsvReader(std::move(buffer), options);
}

Result<QByteArray> DataFile::beginning(qint64 most) const
{
    if (m_path.isEmpty())
        return m_content.left(qsizetype(std::min(most, qint64(m_content.size()))));
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, "file_not_readable",
                    "cannot read " + m_path.toStdString() + ": " + file.errorString().toStdString(),
                    {{"file", m_path.toStdString()}});
    return file.read(most);
}

} // namespace xp
