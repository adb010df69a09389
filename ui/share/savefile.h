// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <vector>

class QWidget;

namespace xp::ui {

/// A file to be handed to a person.
struct FileOffer
{
    QString title;  ///< of the dialog
    QString name;   ///< proposed, with its suffix
    QString filter; ///< `CSV (*.csv)`
    /// Made when the place is known: it may take a moment.
    std::function<QByteArray()> content;
};

/// Asks where to and writes it, whole or not at all; in a browser it is a download. What goes wrong is said in a box.
void saveFile(QWidget* parent, FileOffer offer);

struct NamedFile
{
    QString name;
    QByteArray content;
};

/// Several files into one folder, which is asked for; in a browser each is a download.
void saveFiles(QWidget* parent, const QString& title, std::vector<NamedFile> files);

/// Letters, digits and dashes of a title, for a file's name.
QString fileNameOf(const QString& title);

} // namespace xp::ui
