// SPDX-License-Identifier: Apache-2.0
#include "ui/data/querydialog.h"

#include "core/domain/urlpassword.h"
#include "ui/secrets/secretstore.h"
#include "ui/text/errortext.h"
#include "ui/text/format.h"
#include "ui/theme/styled.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFontDatabase>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QUrl>

namespace xp::ui {

namespace {

constexpr int kMostRows = 1'000'000'000;
constexpr int kMostSeconds = 86'400;

QPlainTextEdit* sqlEdit(const QString& example)
{
    auto* edit = new QPlainTextEdit;
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(Theme::kText);
    edit->setFont(font);
    edit->setPlaceholderText(example);
    edit->setTabChangesFocus(true);
    edit->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    return edit;
}

QLabel* labelOf(const QString& text, const char* role)
{
    auto* label = new QLabel(text);
    setRole(label, role);
    label->setWordWrap(true);
    return label;
}

/// Without the password, which the keychain keeps under it.
QString secretName(const QString& database)
{
    return QString::fromStdString(withoutPassword(database.toStdString()));
}

} // namespace

QueryDialog::QueryDialog(RunQuery run, std::shared_ptr<SecretStore> secrets, QWidget* parent)
    : BuiltDialog(parent), m_run(std::move(run)), m_secrets(std::move(secrets))
{
    resize(760, 640);
    build();
    m_database->setFocus();
}

void QueryDialog::build()
{
    m_name = new QComboBox;
    m_remove = new QPushButton(tr("Remove"));
    m_database = new QLineEdit;
    m_password = new QLineEdit;
    m_keep = new QCheckBox(tr("Keep in the system's keychain"));
    m_exposures = sqlEdit(QStringLiteral("SELECT user_id, variant, first_seen, country FROM exposures"));
    m_facts = sqlEdit(QStringLiteral("SELECT user_id, 1 AS orders, amount AS revenue FROM orders"));
    m_rows = new QSpinBox;
    m_seconds = new QSpinBox;
    m_message = labelOf({}, "error");
    m_progress = new QProgressBar;
    m_stop = new QPushButton(tr("Stop"));
    m_go = new QPushButton(tr("Read"));
    m_fields.clear();
    setWindowTitle(tr("Open a query"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(28, 20, 28, 16);
    layout->setSpacing(8);
    layout->addWidget(labelOf(tr("A query of your own database"), "title"));
    layout->addWidget(
        labelOf(tr("It is read in a transaction that only reads, and analysed on this machine."), "secondary"));
    layout->addWidget(makeSources());
    layout->addWidget(makeDatabase());
    layout->addWidget(field(QStringLiteral("exposures"), tr("Exposures"),
                            tr("One row for each unit: its id and variant, the time, what was known of it before."),
                            m_exposures),
                      3);
    layout->addWidget(field(QStringLiteral("facts"), tr("Facts, if they lie elsewhere"),
                            tr("The unit under the same name, then numbers; the rows of a unit are added up."),
                            m_facts),
                      2);
    layout->addWidget(makeLimits());
    layout->addWidget(makeButtons());
    m_keep->setVisible(m_secrets != nullptr);
    m_keep->setChecked(m_secrets != nullptr);
    listSources();
    setRunning(m_answer.isPending());
}

QWidget* QueryDialog::field(const QString& name, const QString& title, const QString& note, QWidget* entry)
{
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    auto* head = new QHBoxLayout;
    auto* label = new QLabel(title);
    setRole(label, "label");
    label->setBuddy(entry);
    entry->setAccessibleName(title);
    head->addWidget(label);
    head->addWidget(labelOf(note, "note"), 1);
    layout->addLayout(head);
    layout->addWidget(entry);
    auto* problem = labelOf({}, "error");
    problem->setTextFormat(Qt::PlainText);
    problem->setObjectName(name + QStringLiteral("Problem"));
    problem->hide();
    layout->addWidget(problem);
    m_fields[name] = {entry, problem};
    return box;
}

QWidget* QueryDialog::makeSources()
{
    m_name->setEditable(true);
    m_name->setInsertPolicy(QComboBox::NoInsert);
    m_name->lineEdit()->setAccessibleName(tr("Source"));
    m_name->lineEdit()->setPlaceholderText(tr("a name, to find it again"));
    auto* save = new QPushButton(tr("Save"));
    for (QPushButton* button : {save, m_remove})
        button->setAutoDefault(false);
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins({});
    row->setSpacing(8);
    row->addWidget(field(QStringLiteral("name"), tr("Source"), {}, m_name), 1);
    row->addWidget(save, 0, Qt::AlignBottom);
    row->addWidget(m_remove, 0, Qt::AlignBottom);
    connect(m_name, &QComboBox::textActivated, this, &QueryDialog::chooseSource);
    connect(save, &QPushButton::clicked, this, &QueryDialog::save);
    connect(m_remove, &QPushButton::clicked, this, &QueryDialog::removeSource);
    return box;
}

QWidget* QueryDialog::makeDatabase()
{
    m_database->setPlaceholderText(QStringLiteral("postgresql://user@host/database"));
    m_password->setEchoMode(QLineEdit::Password);
    auto* file = new QPushButton(tr("SQLite file …"));
    file->setAutoDefault(false);
    auto* box = new QWidget;
    auto* rows = new QVBoxLayout(box);
    rows->setContentsMargins({});
    rows->setSpacing(4);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(field(QStringLiteral("database"), tr("Database"), {}, m_database), 3);
    row->addWidget(file, 0, Qt::AlignBottom);
    row->addWidget(field(QStringLiteral("password"), tr("Password"), {}, m_password), 1);
    rows->addLayout(row);
    // Under the whole row: it may be long.
    QLabel* problem = m_fields[QStringLiteral("database")].second;
    rows->addWidget(problem);
    rows->addWidget(m_keep, 0, Qt::AlignRight);
    connect(file, &QPushButton::clicked, this, &QueryDialog::chooseFile);
    return box;
}

QWidget* QueryDialog::makeLimits()
{
    m_rows->setRange(1, kMostRows);
    m_rows->setValue(int(QuerySource{}.rowLimit));
    m_rows->setGroupSeparatorShown(true);
    m_seconds->setRange(1, kMostSeconds);
    m_seconds->setValue(int(QuerySource{}.timeOut.count()));
    m_seconds->setSuffix(tr(" s"));
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins({});
    row->setSpacing(12);
    for (const auto& [title, spin] :
         {std::pair{tr("At most so many rows"), m_rows}, std::pair{tr("At most so long, each query"), m_seconds}}) {
        spin->setButtonSymbols(QAbstractSpinBox::NoButtons);
        spin->setFixedWidth(130);
        auto* label = labelOf(title, "label");
        label->setWordWrap(false);
        label->setBuddy(spin);
        spin->setAccessibleName(title);
        row->addWidget(label);
        row->addWidget(spin);
        row->addSpacing(12);
    }
    row->addStretch(1);
    return box;
}

QWidget* QueryDialog::makeButtons()
{
    auto* cancel = new QPushButton(tr("Close"));
    cancel->setAutoDefault(false);
    m_stop->setAutoDefault(false);
    m_go->setDefault(true);
    m_go->setProperty("primary", true);
    m_go->setMinimumWidth(120);
    m_go->setObjectName(QStringLiteral("readQuery"));
    m_progress->setRange(0, 0); // nobody knows how long
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(120);
    m_progress->setAccessibleName(tr("Reading"));
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 8, 0, 0);
    row->setSpacing(12);
    row->addWidget(cancel);
    row->addWidget(m_message, 1);
    row->addWidget(m_progress);
    row->addWidget(m_stop);
    row->addWidget(m_go);
    connect(cancel, &QPushButton::clicked, this, &QueryDialog::reject);
    connect(m_go, &QPushButton::clicked, this, &QueryDialog::runQuery);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_answer.cancel();
        setRunning(false);
    });
    return box;
}

void QueryDialog::listSources()
{
    const QString typed = m_name->currentText();
    m_name->clear();
    m_name->addItems(querySourceNames());
    m_name->setCurrentIndex(-1);
    m_name->setEditText(typed);
    m_remove->setEnabled(m_name->count() > 0);
}

void QueryDialog::chooseSource(const QString& name)
{
    const auto source = readQuerySource(name);
    if (source)
        fill(*source);
    else
        showFailure(source.error());
}

void QueryDialog::fill(const QuerySource& source)
{
    clearProblems();
    m_name->setEditText(text(source.name));
    m_database->setText(text(source.database));
    m_exposures->setPlainText(text(source.exposures));
    m_facts->setPlainText(text(source.facts));
    m_rows->setValue(int(std::min<std::int64_t>(source.rowLimit, kMostRows)));
    m_seconds->setValue(int(source.timeOut.count()));
    m_password->clear();
    if (!m_secrets)
        return;
    m_secrets->read(secretName(m_database->text()), this, [this](const Result<QString>& secret) {
        if (secret && m_password->text().isEmpty())
            m_password->setText(*secret);
    });
}

QuerySource QueryDialog::source() const
{
    return {.name = m_name->currentText().trimmed().toStdString(),
            .database = m_database->text().trimmed().toStdString(),
            .exposures = m_exposures->toPlainText().toStdString(),
            .facts = m_facts->toPlainText().trimmed().toStdString(),
            .rowLimit = m_rows->value(),
            .timeOut = std::chrono::seconds(m_seconds->value())};
}

void QueryDialog::save()
{
    clearProblems();
    if (const auto written = writeQuerySource(source()); !written)
        return showFailure(written.error());
    keepPassword();
    listSources();
    setRole(m_message, "secondary");
    m_message->setText(tr("Saved as “%1”.").arg(m_name->currentText().trimmed()));
}

void QueryDialog::removeSource()
{
    clearProblems();
    if (const auto removed = removeQuerySource(m_name->currentText().trimmed()); !removed)
        return showFailure(removed.error());
    m_name->clearEditText();
    listSources();
}

void QueryDialog::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("A database to read"), QString(),
                                   tr("Databases (*.sqlite *.sqlite3 *.db);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        m_database->setText(QLatin1String("sqlite:///") + QString::fromLatin1(QUrl::toPercentEncoding(path, "/")));
    });
    dialog->open();
}

void QueryDialog::clearProblems()
{
    for (const auto& [name, entry] : m_fields) {
        setStyled(entry.first, "invalid", false);
        entry.second->hide();
    }
    setRole(m_message, "error");
    m_message->clear();
}

void QueryDialog::showProblem(const QString& field, const QString& words)
{
    const auto found = m_fields.find(field);
    if (found == m_fields.end()) {
        m_message->setText(words);
        return;
    }
    setStyled(found->second.first, "invalid", true);
    found->second.second->setText(words);
    found->second.second->show();
}

void QueryDialog::showFailure(const Error& error)
{
    if (error.errors.empty())
        m_message->setText(errorText(error));
    for (const FieldError& wrong : error.errors)
        showProblem(text(wrong.field), text(wrong.message));
}

void QueryDialog::runQuery()
{
    clearProblems();
    if (m_database->text().trimmed().isEmpty())
        return showProblem(QStringLiteral("database"), tr("Say which database, such as postgresql://user@host/name."));
    if (m_exposures->toPlainText().trimmed().isEmpty())
        return showProblem(QStringLiteral("exposures"), tr("Say what is read: one row for each unit."));
    setRunning(true);
    m_answer.ask(m_run(source(), m_password->text()), this, [this](const Result<DataFile>& table) { onAnswer(table); });
}

void QueryDialog::onAnswer(const Result<DataFile>& table)
{
    setRunning(false);
    if (!table)
        return showFailure(table.error());
    keepPassword();
    Q_EMIT ready(*table);
    accept();
}

void QueryDialog::keepPassword()
{
    if (!m_secrets || m_password->text().isEmpty())
        return;
    const QString name = secretName(m_database->text().trimmed());
    const auto done = [](const Result<void>&) {}; // one types it again where no keychain answers
    if (m_keep->isChecked())
        m_secrets->write(name, m_password->text(), this, done);
    else
        m_secrets->remove(name, this, done);
}

void QueryDialog::setRunning(bool on)
{
    m_progress->setVisible(on);
    m_stop->setVisible(on);
    m_go->setEnabled(!on);
}

void QueryDialog::reject()
{
    m_answer.cancel();
    QDialog::reject();
}

} // namespace xp::ui
