// SPDX-License-Identifier: Apache-2.0
#include "ui/report/pdfreport.h"

#include "ui/charts/plotview.h"
#include "ui/charts/rateschart.h"
#include "ui/charts/samplesizeview.h"
#include "ui/charts/seriesplots.h"
#include "ui/models/experimentlistmodel.h"
#include "ui/models/resultsmodel.h"
#include "ui/report/pageflow.h"
#include "ui/report/tablepainter.h"
#include "ui/share/picture.h"
#include "ui/text/cardtext.h"
#include "ui/text/format.h"
#include "ui/text/planlines.h"
#include "ui/text/sentencetext.h"
#include "ui/text/verdict.h"
#include "ui/widgets/painting.h"

#include <QCoreApplication>
#include <QGraphicsLayout>

namespace xp::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

constexpr int kGap = 12;
constexpr int kCardHeight = 88;
constexpr int kChartHeight = 210;

void drawTitle(PageFlow& pages, const QString& title, const QString& meta, const Verdict& status)
{
    QRect place = pages.take(30);
    QPainter& painter = pages.painter();
    painter.setFont(Theme::font(Theme::kTitle, QFont::Bold));
    painter.setPen(Theme::tokens().text);
    const int pill = status.word.isEmpty() ? 0 : pillWidth(status.word) + kGap;
    const QString shown = painter.fontMetrics().elidedText(title, Qt::ElideRight, place.width() - pill);
    painter.drawText(place, int(Qt::AlignLeft | Qt::AlignVCenter), shown);
    place.setLeft(place.left() + painter.fontMetrics().horizontalAdvance(shown) + kGap);
    drawPill(painter, place, status.word, status.tone);
    pages.paragraph(meta, Theme::font(Theme::kSmall), Theme::tokens().secondary);
    pages.space(kGap);
}

QString metaOf(const Experiment& experiment, Timestamp now)
{
    QStringList meta{text(experiment.key)};
    if (!experiment.owner.empty())
        meta << text(experiment.owner);
    if (experiment.startedAt)
        meta << Words::tr("started %1").arg(date(*experiment.startedAt));
    if (experiment.stoppedAt)
        meta << Words::tr("stopped %1").arg(date(*experiment.stoppedAt));
    meta << Words::tr("as of %1").arg(dateTime(now));
    return meta.join(QStringLiteral(" · "));
}

const ReportView* plannedOf(const ReportContent& content)
{
    return content.report ? &content.report->planned : nullptr;
}

/// The sentence on the ground of its tone.
void drawDecision(PageFlow& pages, const ReportContent& content)
{
    const Verdict verdict = decisionVerdict(content.stats);
    const auto [lead, rest] = leadOf(decisionText(content.stats, plannedOf(content)), verdict.word);
    const QFont bold = Theme::font(14, QFont::DemiBold);
    const int width = PageFlow::kContentWidth - 32;
    const auto flags = int(Qt::AlignLeft) | int(Qt::TextWordWrap);
    const int leadHeight = QFontMetrics(bold).boundingRect(0, 0, width, 500, flags, lead).height();
    const int restHeight =
        rest.isEmpty() ? 0 : QFontMetrics(Theme::font()).boundingRect(0, 0, width, 500, flags, rest).height() + 4;
    const QRect place = pages.take(leadHeight + restHeight + 26);
    QPainter& painter = pages.painter();
    painter.fillRect(place, Theme::tokens().softOf(verdict.tone));
    painter.fillRect(QRect(place.topLeft(), QSize(4, place.height())), Theme::tokens().of(verdict.tone));
    const QRect inside = place.adjusted(18, 12, -14, -12);
    painter.setFont(bold);
    painter.setPen(Theme::tokens().text);
    painter.drawText(inside, flags, lead);
    painter.setFont(Theme::font());
    painter.drawText(inside.adjusted(0, leadHeight + 4, 0, 0), flags, rest);
    pages.space(kGap);
}

void drawCard(QPainter& painter, const QRect& place, const Card::Content& card)
{
    const Tokens& tokens = Theme::tokens();
    painter.setPen(tokens.hairline);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(place), 6, 6);
    const QRect inside = place.adjusted(10, 8, -8, -8);
    const auto line = [&](int top, int height, const QFont& font, const QColor& color, const QString& words) {
        painter.setFont(font);
        painter.setPen(color);
        const QRect at(inside.left(), inside.top() + top, inside.width(), height);
        painter.drawText(at, int(Qt::AlignLeft | Qt::AlignVCenter),
                         painter.fontMetrics().elidedText(words, Qt::ElideRight, at.width()));
    };
    line(0, 14, Theme::font(10), tokens.secondary, card.label);
    line(17, 24, Theme::font(15, QFont::Bold), card.tone ? tokens.of(*card.tone) : tokens.text, card.value);
    painter.setFont(Theme::font(10));
    painter.setPen(tokens.secondary);
    painter.drawText(inside.adjusted(0, 44, 0, 0), int(Qt::AlignLeft | Qt::AlignTop) | int(Qt::TextWordWrap),
                     card.note.isEmpty() ? card.suffix : card.note);
}

void drawCards(PageFlow& pages, const ReportContent& content)
{
    const std::array cards{unitsCard(content.experiment, content.stats), liftCard(content.stats),
                           pValueCard(content.experiment, content.stats), ratioCard(content.experiment, content.stats),
                           guardrailCard(content.stats, plannedOf(content))};
    const QRect row = pages.take(kCardHeight);
    const int width = (row.width() - kGap * int(cards.size() - 1)) / int(cards.size());
    for (std::size_t i = 0; i < cards.size(); ++i)
        drawCard(pages.painter(), QRect(row.left() + int(i) * (width + kGap), row.top(), width, row.height()),
                 cards[i]);
    pages.space(kGap);
}

void drawResults(PageFlow& pages, const ReportContent& content)
{
    ResultsModel model;
    model.setStats(content.stats, plannedOf(content));
    if (model.rowCount() == 0)
        return;
    pages.heading(Words::tr("Results"));
    using M = ResultsModel;
    std::vector<PrintedColumn> columns{{M::Metric, 120}};
    if (model.hasSeveralTreatments())
        columns.push_back({M::Treatment, 88});
    columns.insert(columns.end(), {{M::Control, model.hasSeveralTreatments() ? 64 : 84},
                                   {M::Treated, 84},
                                   {M::Lift, 0},
                                   {M::LiftText, 62},
                                   {M::P, 58},
                                   {M::Verdict, 92}});
    printTable(pages, model, columns);
    for (const QString& note : readingNotes(content.stats, plannedOf(content)))
        pages.paragraph(QStringLiteral("!  ") + note, Theme::font(11), Theme::tokens().secondary);
}

/// A chart of its own size at a place of the page.
void drawChart(QPainter& painter, const QRect& place, const QString& title, const QString& note, QWidget& chart)
{
    const Picture picture{title, note, &chart};
    chart.resize(place.size() - (picture.size() - chart.size()));
    if (auto* view = qobject_cast<QChartView*>(&chart)) {
        view->ensurePolished();
        view->chart()->layout()->activate();
    }
    painter.save();
    painter.translate(place.topLeft());
    picture.paint(painter);
    painter.restore();
}

void drawVariants(PageFlow& pages, const ReportContent& content)
{
    const Stats& stats = content.stats;
    const std::size_t shown = stats.headline.metrics.empty() ? 0 : stats.headline.metrics.front();
    if (shown >= stats.metrics.size())
        return;
    const MetricStats& metric = stats.metrics[shown];
    const bool rate = isRate(metric.kind);
    const QRect row = pages.take(std::min(kChartHeight, 90 + 40 * int(stats.variants.size())));
    const int width = (row.width() - kGap) / 2;
    RatesChart rates;
    rates.show(variantPoints(metric, stats.confidenceLevel), rate);
    drawChart(pages.painter(), QRect(row.left(), row.top(), width, row.height()),
              rate ? Words::tr("Conversion rate") : Words::tr("Mean"), text(metric.name), rates);
    SampleSizeView sizes;
    sizes.show(stats.variants, content.experiment.imported ? 0 : stats.progress.target);
    drawChart(pages.painter(), QRect(row.left() + width + kGap, row.top(), width, row.height()),
              Words::tr("Sample size"), {}, sizes);
}

void drawSeries(PageFlow& pages, const ReportContent& content)
{
    const Experiment& experiment = content.experiment;
    if (content.series.empty() || experiment.variants.size() < 2 || experiment.metrics.empty())
        return;
    const Headline headline = headlineOf(experiment);
    const std::size_t metric = headline.metrics.empty() ? 0 : headline.metrics.front();
    SeriesChoice choice{.experiment = &experiment,
                        .rows = content.series,
                        .metric = experiment.metrics[metric].name,
                        .treatment = experiment.variants[1].name,
                        .marks = marksOf(experiment, content.audit, content.notes)};
    const bool live = experiment.status == Status::Running || experiment.status == Status::Paused;
    if (live && content.report) {
        const auto present = seriesRowsOf(*content.report);
        choice.rows.insert(choice.rows.end(), present.begin(), present.end());
    }
    pages.heading(Words::tr("Over time: %1, %2").arg(text(choice.metric), text(choice.treatment)));
    const std::array plots{
        std::pair{Words::tr("Lift"), liftPlot(choice)}, std::pair{Words::tr("Evidence"), evidencePlot(choice)},
        std::pair{Words::tr("Bounds"), boundsPlot(choice)}, std::pair{Words::tr("Units"), unitsPlot(choice)}};
    const int width = (PageFlow::kContentWidth - kGap) / 2;
    QRect row;
    for (std::size_t i = 0; i < plots.size(); ++i) {
        if (i % 2 == 0)
            row = pages.take(kChartHeight);
        PlotView view;
        view.resize(width, kChartHeight);
        view.show(plots[i].second);
        drawChart(pages.painter(), QRect(row.left() + int(i % 2) * (width + kGap), row.top(), width, row.height()),
                  plots[i].first, {}, view);
    }
}

void drawLine(PageFlow& pages, const QString& word, Tone tone, const QString& sentence)
{
    constexpr int kWord = 110;
    const QFontMetrics metrics(Theme::font(Theme::kSmall));
    const QRect needed =
        metrics.boundingRect(0, 0, PageFlow::kContentWidth - kWord, 2000, int(Qt::TextWordWrap), sentence);
    const QRect place = pages.take(std::max(20, needed.height()) + 8);
    drawPill(pages.painter(), QRect(place.left(), place.top(), kWord - 12, 20), word, tone);
    pages.painter().setFont(Theme::font(Theme::kSmall));
    pages.painter().setPen(Theme::tokens().text);
    pages.painter().drawText(place.adjusted(kWord, 2, 0, 0), int(Qt::TextWordWrap), sentence);
}

void drawHealth(PageFlow& pages, const Report& report)
{
    pages.heading(Words::tr("Health"));
    for (const HealthCheck& check : report.health)
        drawLine(pages, healthWord(check.state), healthTone(check.state), sentenceText(check.sentence));
    for (const Sentence& departure : report.departures)
        drawLine(pages, Words::tr("! Departure"), Tone::Warning, sentenceText(departure));
}

void drawNotes(PageFlow& pages, const std::vector<Note>& notes)
{
    if (notes.empty())
        return;
    pages.heading(Words::tr("Notes"));
    for (const Note& note : notes) {
        const bool conclusion = note.kind == NoteKind::Conclusion;
        drawLine(pages, conclusion ? Words::tr("Conclusion") : Words::tr("Note"),
                 conclusion ? Tone::Good : Tone::Neutral,
                 Words::tr("%1, %2: %3").arg(dateTime(note.at), text(note.author), text(note.text)));
    }
}

void drawPlan(PageFlow& pages, const ReportContent& content)
{
    constexpr int kName = 130;
    pages.heading(Words::tr("Plan"));
    auto lines = planLines(content.experiment);
    if (content.report)
        lines.emplace_back(Words::tr("Fingerprint"), text(content.report->fingerprint));
    const QFont font = Theme::font(Theme::kSmall);
    for (const auto& [name, words] : lines) {
        const auto flags = int(Qt::AlignLeft) | int(Qt::TextWrapAnywhere) | int(Qt::TextWordWrap);
        const int height =
            QFontMetrics(font).boundingRect(0, 0, PageFlow::kContentWidth - kName, 4000, flags, words).height();
        const QRect place = pages.take(height + 6);
        pages.painter().setFont(font);
        pages.painter().setPen(Theme::tokens().secondary);
        pages.painter().drawText(place, int(Qt::AlignLeft | Qt::AlignTop), name);
        pages.painter().setPen(Theme::tokens().text);
        pages.painter().drawText(place.adjusted(kName, 0, 0, 0), flags, words);
    }
}

void drawNumbers(PageFlow& pages, const ReportContent& content, Timestamp now)
{
    const Experiment& experiment = content.experiment;
    drawTitle(pages, text(experiment.name), metaOf(experiment, now),
              {statusWord(experiment.status), statusTone(experiment.status), {}});
    drawDecision(pages, content);
    drawCards(pages, content);
    drawResults(pages, content);
    pages.space(kGap);
    drawVariants(pages, content);
}

/// How many experiments lead to each decision, and the table.
void drawPortfolio(PageFlow& pages, const QAbstractItemModel& portfolio, Timestamp now)
{
    using M = ExperimentListModel;
    drawTitle(pages, Words::tr("Portfolio"),
              Words::tr("Experiments: %1, as of %2").arg(count(portfolio.rowCount()), dateTime(now)), {});
    printTable(pages, portfolio,
               {{M::Name, 190},
                {M::State, 84},
                {M::Age, 48},
                {M::Sample, 92},
                {M::Lift, 0},
                {M::LiftText, 62},
                {M::Decision, 108}});
}

template <typename Draw>
QByteArray pdf(const QString& title, const QString& footer, Draw draw)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        PageFlow pages(buffer, title, footer);
        draw(pages);
    }
    return bytes;
}

} // namespace

QByteArray experimentPdf(const ReportContent& content, Timestamp now)
{
    const QString title = text(content.experiment.name);
    const QString footer =
        content.report ? Words::tr("plan %1").arg(text(content.report->fingerprint).left(12)) : QString();
    return pdf(title, footer, [&](PageFlow& pages) {
        drawNumbers(pages, content, now);
        drawSeries(pages, content);
        if (content.report)
            drawHealth(pages, *content.report);
        drawNotes(pages, content.notes);
        drawPlan(pages, content);
    });
}

QByteArray portfolioPdf(const QAbstractItemModel& portfolio, const std::vector<ReportContent>& contents, Timestamp now)
{
    return pdf(Words::tr("Portfolio"), dateTime(now), [&](PageFlow& pages) {
        drawPortfolio(pages, portfolio, now);
        for (const ReportContent& content : contents) {
            pages.newPage();
            drawNumbers(pages, content, now);
        }
    });
}

} // namespace xp::ui
