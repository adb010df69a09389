// SPDX-License-Identifier: Apache-2.0
#include "ui/share/savefile.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QRegularExpression>
#include <QSaveFile>
#include <QSettings>

namespace xp::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SaveFile)
};

#ifndef Q_OS_WASM
const QString kFolderKey = QStringLiteral("export/folder");

void remember(const QString& folder)
{
    QSettings().setValue(kFolderKey, folder);
}

/// False once it has said why not.
bool write(QWidget* parent, const QString& name, const QByteArray& content)
{
    QSaveFile file(name);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        return true;
    auto* box = new QMessageBox(QMessageBox::Warning, Words::tr("Not written"),
                                Words::tr("%1 could not be written: %2").arg(name, file.errorString()), QMessageBox::Ok,
                                parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
    return false;
}

QFileDialog* dialogOf(QWidget* parent, const QString& title, const QString& filter)
{
    auto* dialog = new QFileDialog(parent, title, QSettings().value(kFolderKey).toString(), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    return dialog;
}
#endif

} // namespace

void saveFile(QWidget* parent, FileOffer offer)
{
#ifdef Q_OS_WASM
    Q_UNUSED(parent)
    QFileDialog::saveFileContent(offer.content(), offer.name);
#else
    QFileDialog* dialog = dialogOf(parent, offer.title, offer.filter);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QFileInfo(offer.name).suffix());
    dialog->selectFile(offer.name);
    QObject::connect(
        dialog, &QFileDialog::fileSelected, parent,
        [parent, content = std::move(offer.content)](const QString& name) { write(parent, name, content()); });
    dialog->open();
#endif
}

void saveFiles(QWidget* parent, const QString& title, std::vector<NamedFile> files)
{
#ifdef Q_OS_WASM
    Q_UNUSED(parent)
    Q_UNUSED(title)
    for (const NamedFile& file : files)
        QFileDialog::saveFileContent(file.content, file.name);
#else
    QFileDialog* dialog = dialogOf(parent, title, {});
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                     [parent, files = std::move(files)](const QString& folder) {
                         remember(folder);
                         for (const NamedFile& file : files) {
                             if (!write(parent, folder + QLatin1Char('/') + file.name, file.content))
                                 return;
                         }
                     });
    dialog->open();
#endif
}

QString fileNameOf(const QString& title)
{
    static const QRegularExpression others(QStringLiteral("[^\\p{L}\\p{N}._]+"));
    QString name = title.trimmed();
    name.replace(others, QStringLiteral("-"));
    while (name.startsWith(QLatin1Char('-')) || name.startsWith(QLatin1Char('.')))
        name.remove(0, 1);
    while (name.endsWith(QLatin1Char('-')))
        name.chop(1);
    return name.isEmpty() ? QStringLiteral("table") : name.left(80);
}

} // namespace xp::ui
