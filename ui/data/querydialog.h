// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/reply.h"
#include "core/files/datafile.h"
#include "core/files/querysource.h"
#include "ui/widgets/builtdialog.h"

#include <functional>
#include <map>
#include <memory>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace xp::ui {

class SecretStore;

/// Runs a query; see QueryRunner.
using RunQuery = std::function<Reply<DataFile>(const QuerySource& source, const QString& password)>;

/// A query of one's own database: where it is, the SQL of exposures and facts, limits. What is right is handed over as
/// a table, to be mapped like any other; what the database says is shown under the entry that it is about. Saved under
/// a name for the next time, and for `xp-service import --source`.
class QueryDialog : public BuiltDialog
{
    Q_OBJECT

public:
    explicit QueryDialog(RunQuery run, std::shared_ptr<SecretStore> secrets = {}, QWidget* parent = nullptr);

    QuerySource source() const;
    void fill(const QuerySource& source);

public Q_SLOTS:
    void runQuery();
    void save();

Q_SIGNALS:
    void ready(const xp::DataFile& table);

protected:
    void reject() override;

private:
    void build() override;
    QWidget* makeSources();
    QWidget* makeDatabase();
    QWidget* makeLimits();
    QWidget* makeButtons();
    /// An entry with its title above, and below it what is wrong with it.
    QWidget* field(const QString& name, const QString& title, const QString& note, QWidget* entry);
    void listSources();
    void chooseSource(const QString& name);
    void chooseFile();
    void removeSource();
    void clearProblems();
    void showProblem(const QString& field, const QString& words);
    void showFailure(const Error& error);
    void setRunning(bool on);
    void onAnswer(const Result<DataFile>& table);
    void keepPassword();

    RunQuery m_run;
    std::shared_ptr<SecretStore> m_secrets;
    LatestReply<DataFile> m_answer;
    std::map<QString, std::pair<QWidget*, QLabel*>> m_fields; ///< entry and problem, by the field's name
    QComboBox* m_name = nullptr;
    QPushButton* m_remove = nullptr;
    QLineEdit* m_database = nullptr;
    QLineEdit* m_password = nullptr;
    QCheckBox* m_keep = nullptr;
    QPlainTextEdit* m_exposures = nullptr;
    QPlainTextEdit* m_facts = nullptr;
    QSpinBox* m_rows = nullptr;
    QSpinBox* m_seconds = nullptr;
    QLabel* m_message = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_stop = nullptr;
    QPushButton* m_go = nullptr;
};

} // namespace xp::ui
