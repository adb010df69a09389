// SPDX-License-Identifier: Apache-2.0
#include "ui/data/datapage.h"

#include "core/domain/identifiers.h"
#include "ui/models/linesmodel.h"
#include "ui/text/errortext.h"
#include "ui/text/format.h"
#include "ui/theme/styled.h"
#include "ui/widgets/tableview.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

namespace xp::ui {

namespace {

using Use = ColumnRow::Use;
using namespace std::chrono_literals;

/// Of work between two looks at the window's events: about a frame.
constexpr auto kSlice = 15ms;
constexpr int kGuessed = 0;
constexpr int kLongestDelimiter = 16; ///< a word such as "semicolon", or one character

QLabel* labelOf(const QString& text, const char* role)
{
    auto* label = new QLabel(text);
    setRole(label, role);
    return label;
}

QBoxLayout* field(const QString& title, QWidget* entry)
{
    auto* layout = new QVBoxLayout;
    layout->setSpacing(4);
    auto* label = labelOf(title, "label");
    label->setBuddy(entry);
    entry->setAccessibleName(title);
    layout->addWidget(label);
    layout->addWidget(entry);
    return layout;
}

QFrame* cardOf(QLayout* content)
{
    auto* card = new QFrame;
    card->setProperty("card", true);
    card->setLayout(content);
    return card;
}

} // namespace

DataPage::DataPage(QWidget* parent)
    : QWidget(parent)
    , m_title(labelOf({}, "title"))
    , m_about(labelOf({}, "secondary"))
    , m_delimiter(new QComboBox)
    , m_encoding(new QComboBox)
    , m_control(new QComboBox)
    , m_experimentName(new QLineEdit)
    , m_columnArea(new QScrollArea)
    , m_previewTable(new TableView)
    , m_message(labelOf({}, "secondary"))
    , m_progress(new QProgressBar)
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_analyse(new QPushButton(tr("Analyse")))
{
    m_message->setWordWrap(true);
    m_analyse->setProperty("primary", true);
    m_analyse->setObjectName(QStringLiteral("analyse"));
    m_previewTable->setObjectName(QStringLiteral("preview"));
    m_previewTable->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); // the order is the file's
    m_previewTable->horizontalHeader()->setStretchLastSection(true);
    m_previewTable->setAccessibleName(tr("First rows of the file"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(m_about);
    layout->addWidget(makeOptions());
    layout->addWidget(makeColumns(), 3);
    auto* preview = new QVBoxLayout;
    preview->setContentsMargins(8, 4, 8, 8);
    preview->addWidget(m_previewTable);
    layout->addWidget(cardOf(preview), 2);
    layout->addWidget(makeFooter());

    connect(m_analyse, &QPushButton::clicked, this, &DataPage::analyse);
    connect(m_cancel, &QPushButton::clicked, this, &DataPage::cancel);
    connect(&m_slices, &QTimer::timeout, this, &DataPage::work);
    for (QComboBox* box : {m_delimiter, m_encoding})
        connect(box, &QComboBox::activated, this, &DataPage::load);
    connect(m_delimiter->lineEdit(), &QLineEdit::editingFinished, this, &DataPage::load);
    connect(m_experimentName, &QLineEdit::textEdited, this, &DataPage::showState);
    setFocusProxy(m_analyse);
}

QWidget* DataPage::makeOptions()
{
    m_delimiter->addItem(tr("guessed"), kGuessed);
    for (const auto& [title, character] :
         {std::pair{tr("comma"), ','}, std::pair{tr("semicolon"), ';'}, std::pair{tr("tab"), '\t'},
          std::pair{tr("bar |"), '|'}, std::pair{tr("blank"), ' '}, std::pair{tr("colon"), ':'}})
        m_delimiter->addItem(title, int(character));
    m_delimiter->setEditable(true); // any other character is typed
    m_delimiter->lineEdit()->setAccessibleName(tr("Delimiter"));
    m_delimiter->setInsertPolicy(QComboBox::NoInsert);
    m_delimiter->lineEdit()->setMaxLength(kLongestDelimiter);
    m_encoding->addItem(tr("guessed"), int(TextEncoding::Detect));
    m_encoding->addItem(tr("Windows-1252"), int(TextEncoding::Windows1252));
    m_encoding->addItem(tr("Latin-1 (ISO 8859-1)"), int(TextEncoding::Latin1));
    m_encoding->addItem(tr("UTF-16, little endian"), int(TextEncoding::Utf16LittleEndian));
    m_encoding->addItem(tr("UTF-16, big endian"), int(TextEncoding::Utf16BigEndian));
    m_experimentName->setMinimumWidth(160);
    auto* layout = new QHBoxLayout;
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(16);
    layout->addLayout(field(tr("Name"), m_experimentName), 1);
    layout->addLayout(field(tr("Control"), m_control));
    layout->addLayout(field(tr("Delimiter"), m_delimiter));
    layout->addLayout(field(tr("Encoding"), m_encoding));
    return cardOf(layout);
}

QWidget* DataPage::makeColumns()
{
    m_columnArea->setWidgetResizable(true);
    m_columnArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* layout = new QVBoxLayout;
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_columnArea);
    return cardOf(layout);
}

QWidget* DataPage::makeFooter()
{
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(220);
    m_progress->setAccessibleName(tr("Progress"));
    auto* footer = new QWidget;
    auto* layout = new QHBoxLayout(footer);
    layout->setContentsMargins({});
    layout->setSpacing(12);
    layout->addWidget(m_message, 1);
    layout->addWidget(m_progress);
    layout->addWidget(m_cancel);
    layout->addWidget(m_analyse);
    return footer;
}

void DataPage::open(const DataFile& file)
{
    cancel();
    m_file = file;
    m_name = file.name();
    m_title->setText(m_name);
    m_delimiter->setCurrentIndex(0);
    m_encoding->setCurrentIndex(0);
    m_read.reset();
    load();
}

/// One of the list, or a character that was typed; nothing where it is neither.
std::optional<int> DataPage::delimiter() const
{
    const QString typed = m_delimiter->currentText();
    if (const int row = m_delimiter->findText(typed); row >= 0)
        return m_delimiter->itemData(row).toInt();
    if (typed.size() != 1 || typed[0].unicode() >= 0x80 || QStringLiteral("\"\r\n").contains(typed[0]))
        return std::nullopt;
    return typed[0].unicode();
}

void DataPage::continueFrom(DataPage& other)
{
    if (!other.m_file)
        return;
    open(*other.m_file);
    const int chosen = other.m_delimiter->findText(other.m_delimiter->currentText());
    m_delimiter->setCurrentIndex(chosen);
    if (chosen < 0) // a character that was typed
        m_delimiter->setEditText(other.m_delimiter->currentText());
    m_encoding->setCurrentIndex(other.m_encoding->currentIndex());
    load();
    m_analysis = std::move(other.m_analysis);
    m_result = std::move(other.m_result);
    if (m_analysis)
        m_slices.start(0);
    showState();
}

/// Reads the beginning of the file anew, as the options say.
void DataPage::load()
{
    CsvOptions csv{.encoding = TextEncoding(m_encoding->currentData().toInt())};
    const auto chosen = delimiter();
    setStyled(m_delimiter, "invalid", !chosen);
    if (!chosen) {
        setRole(m_message, "error");
        m_message->setText(tr("The delimiter must be one character of ASCII other than a quote, or one of the list."));
        return;
    }
    if (!m_file || m_read == std::pair(*chosen, csv.encoding)) {
        showState();
        return;
    }
    m_read = {*chosen, csv.encoding};
    if (*chosen != kGuessed)
        csv.delimiter = char(*chosen);
    auto preview = previewOf(*m_file, csv);
    m_preview = preview ? std::move(*preview) : FilePreview{.csv = csv};
    const ImportOptions guess = guessedOptions(m_preview, m_name);
    m_experimentName->setText(text(guess.name));
    m_about->setText(
        m_preview.isWhole
            ? tr("%1 rows. What is each column? Nothing leaves this machine.").arg(count(m_preview.sampledRows))
            : tr("What is each column? Guessed from the first %1 rows. Nothing leaves this machine.")
                  .arg(count(m_preview.sampledRows)));
    fillColumns(guess);
    fillPreview();
    showState();
    if (!preview)
        showFailure(preview.error());
}

void DataPage::fillColumns(const ImportOptions& guess)
{
    m_columns.clear();
    auto* content = new QWidget;
    content->setObjectName(QStringLiteral("content"));
    auto* grid = new QGridLayout(content);
    grid->setContentsMargins(8, 4, 8, 4);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    for (const auto& [column, stretch] : {std::pair{0, 2}, {1, 4}, {2, 2}, {3, 4}, {4, 2}, {5, 1}})
        grid->setColumnStretch(column, stretch);
    int at = 0;
    for (const QString& title :
         {tr("Column"), tr("Looks like"), tr("Used as"), tr("Measured as"), tr("Role"), tr("Better is")})
        grid->addWidget(labelOf(title, "note"), 0, at++);
    const auto isIn = [](const std::vector<std::string>& names, const std::string& name) {
        return std::ranges::find(names, name) != names.end();
    };
    for (const ColumnLook& look : m_preview.columns) {
        auto* row = new ColumnRow(look, grid, int(m_columns.size()) + 1, content);
        const auto metric = std::ranges::find(guess.metrics, look.name, &ImportMetric::column);
        if (metric != guess.metrics.end())
            row->setMetric(*metric);
        row->setUse(look.name == guess.unitColumn             ? Use::Unit
                    : look.name == guess.variantColumn        ? Use::Variant
                    : look.name == guess.timeColumn           ? Use::Time
                    : metric != guess.metrics.end()           ? Use::Metric
                    : isIn(guess.covariateColumns, look.name) ? Use::Covariate
                    : isIn(guess.segmentColumns, look.name)   ? Use::Segment
                                                              : Use::Unused);
        m_columns.push_back(row);
        connect(row, &ColumnRow::edited, this, &DataPage::showState);
    }
    grid->setRowStretch(int(m_columns.size()) + 1, 1);
    m_columnArea->setWidget(content);
}

void DataPage::fillPreview()
{
    QStringList headers;
    for (const ColumnLook& look : m_preview.columns)
        headers << text(look.name);
    std::vector<LinesModel::Line> lines;
    for (const auto& row : m_preview.rows) {
        LinesModel::Line line{.id = QString::number(lines.size())};
        for (const std::string& cell : row)
            line.cells << text(cell);
        lines.push_back(std::move(line));
    }
    auto* model = new LinesModel(headers, this);
    model->setLines(std::move(lines));
    m_previewTable->setModel(model);
    m_previewTable->resizeColumnsToContents();
    constexpr int kRoom = 16; // or the widest value stands without its end
    QHeaderView* header = m_previewTable->horizontalHeader();
    for (int column = 0; column < model->columnCount(); ++column)
        header->resizeSection(column, header->sectionSize(column) + kRoom);
    header->setStretchLastSection(true);
    delete std::exchange(m_previewModel, model);
}

const ColumnRow* DataPage::rowOf(Use use) const
{
    const auto found = std::ranges::find(m_columns, use, &ColumnRow::use);
    return found == m_columns.end() ? nullptr : *found;
}

/// The values of the variant's column that the sample has seen.
void DataPage::fillControls()
{
    const ColumnRow* variant = rowOf(Use::Variant);
    QStringList names;
    if (variant && variant->look().values <= ColumnLook::kExamples) {
        for (const std::string& example : variant->look().examples)
            names << text(example);
    }
    QStringList shown;
    for (int i = 0; i < m_control->count(); ++i)
        shown << m_control->itemText(i);
    if (names == shown)
        return;
    m_control->clear();
    m_control->addItems(names);
    for (int i = 0; i < names.size(); ++i) {
        if (names[i].contains(QLatin1String("control"), Qt::CaseInsensitive))
            m_control->setCurrentIndex(i);
    }
}

QStringList DataPage::problems() const
{
    QStringList problems;
    const auto used = [&](Use use) { return std::ranges::count(m_columns, use, &ColumnRow::use); };
    for (const Use use : {Use::Unit, Use::Variant}) {
        if (used(use) == 0)
            problems << tr("Say which column is the %1.").arg(ColumnRow::word(use));
    }
    for (const Use use : {Use::Unit, Use::Variant, Use::Time, Use::Covariate}) {
        if (used(use) > 1)
            problems << tr("Only one column can be used as “%1”.").arg(ColumnRow::word(use));
    }
    if (used(Use::Metric) == 0)
        problems << tr("Say which columns are metrics.");
    if (m_experimentName->text().trimmed().isEmpty())
        problems << tr("Give it a name.");
    return problems;
}

void DataPage::showState()
{
    fillControls();
    const QStringList wrong = problems();
    m_progress->setVisible(isRunning());
    m_cancel->setVisible(isRunning());
    m_columnArea->setEnabled(!isRunning());
    m_analyse->setEnabled(!isRunning() && wrong.isEmpty() && m_file);
    if (isRunning())
        return;
    setRole(m_message, wrong.isEmpty() ? "secondary" : "error");
    const bool hasPrimary = std::ranges::any_of(m_columns, [](const ColumnRow* row) {
        return row->use() == Use::Metric && row->metric().role == MetricRole::Primary;
    });
    m_message->setText(!wrong.isEmpty() ? wrong.join(QLatin1Char(' '))
                       : hasPrimary     ? tr("One row for each unit; the primary metric decides.")
                                        : tr("One row for each unit. A metric of role primary would decide; without "
                                                 "one, all are looked at alike."));
}

void DataPage::showFailure(const Error& error)
{
    setRole(m_message, "error");
    m_message->setText(errorText(error));
}

ImportOptions DataPage::options() const
{
    ImportOptions options{.path = {}, .csv = m_preview.csv};
    options.name = m_experimentName->text().trimmed().toStdString();
    options.key = slugOf(options.name);
    options.control = m_control->currentText().toStdString();
    for (const ColumnRow* row : m_columns) {
        switch (row->use()) {
        case Use::Unit:
            options.unitColumn = row->name();
            break;
        case Use::Variant:
            options.variantColumn = row->name();
            break;
        case Use::Time:
            options.timeColumn = row->name();
            break;
        case Use::Metric:
            options.metrics.push_back(row->metric());
            break;
        case Use::Covariate:
            options.covariateColumns.push_back(row->name());
            break;
        case Use::Segment:
            options.segmentColumns.push_back(row->name());
            break;
        case Use::Unused:
            break;
        }
    }
    return options;
}

void DataPage::analyse()
{
    if (!m_analyse->isEnabled())
        return;
    m_analysis = std::make_unique<FileAnalysis>(*m_file, options(), now());
    m_progress->setValue(0);
    setRole(m_message, "secondary");
    m_message->clear();
    m_slices.start(0);
    showState();
}

void DataPage::cancel()
{
    m_slices.stop();
    m_analysis.reset();
    showState();
}

void DataPage::work()
{
    const auto done = m_analysis->advance(kSlice);
    if (!done) {
        cancel();
        showFailure(done.error());
        return;
    }
    const FileAnalysis::Progress progress = m_analysis->progress();
    m_progress->setValue(progress.size > 0 ? int(1000 * progress.bytes / progress.size) : 0);
    m_message->setText(tr("%1 rows read").arg(count(progress.rows)));
    if (!*done)
        return;
    m_result = m_analysis->take();
    cancel();
    Q_EMIT analysed();
}

AnalysedFile DataPage::take()
{
    AnalysedFile result = std::move(*m_result);
    m_result.reset();
    return result;
}

} // namespace xp::ui
