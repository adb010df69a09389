// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/offline/fileanalysis.h"
#include "ui/data/columnrow.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QScrollArea;

namespace xp::ui {

class LinesModel;
class TableView;

/// A file of one's own: says what each column is, with a preview and guesses, and analyses it on this machine, a slice
/// at a time, so that the window stays alive and the analysis can be cancelled.
class DataPage : public QWidget
{
    Q_OBJECT

public:
    explicit DataPage(QWidget* parent = nullptr);

    void open(const DataFile& file);
    /// The file of another page, with what is being made of it.
    void continueFrom(DataPage& other);
    /// The choices on the page as the analysis takes them.
    ImportOptions options() const;
    bool isRunning() const { return m_analysis != nullptr; }
    /// What was made of the file, once analysed() has told; empties it.
    AnalysedFile take();
    const QString& fileName() const { return m_name; }

public Q_SLOTS:
    void analyse();
    void cancel();

Q_SIGNALS:
    void analysed();

private:
    QWidget* makeOptions();
    QWidget* makeColumns();
    QWidget* makeFooter();
    void load();
    std::optional<int> delimiter() const;
    void fillColumns(const ImportOptions& guess);
    void fillPreview();
    void fillControls();
    QStringList problems() const;
    void showState();
    void showFailure(const Error& error);
    void work();
    const ColumnRow* rowOf(ColumnRow::Use use) const;

    std::optional<DataFile> m_file;
    QString m_name;
    FilePreview m_preview;
    std::optional<std::pair<int, TextEncoding>> m_read; ///< delimiter and encoding that the preview was read with
    std::vector<ColumnRow*> m_columns;
    std::unique_ptr<FileAnalysis> m_analysis;
    std::optional<AnalysedFile> m_result;
    QTimer m_slices;

    QLabel* m_title;
    QLabel* m_about;
    QComboBox* m_delimiter;
    QComboBox* m_encoding;
    QComboBox* m_control;
    QLineEdit* m_experimentName;
    QScrollArea* m_columnArea;
    LinesModel* m_previewModel = nullptr;
    TableView* m_previewTable;
    QLabel* m_message;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
    QPushButton* m_analyse;
};

} // namespace xp::ui
