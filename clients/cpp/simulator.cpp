// SPDX-License-Identifier: Apache-2.0
// Visitors of known behaviour, sent to a running service through its front door: what its numbers then say can be held
// against the truth. An application of the client, with nothing of the service in it.
#include "clients/cpp/experimentation.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QTextStream>

namespace {

using experimentation::Assignment;
using experimentation::Client;

constexpr int kVisitorsAtOnce = 1000;

struct Truth
{
    QString experiment;
    QString event;
    QString prefix;              ///< of the visitors' ids
    QHash<QString, double> rate; ///< share of a variant's visitors who do it, by variant
    int visitors = 0;
};

/// What happened, by variant.
struct Told
{
    int visitors = 0;
    int events = 0;
};

/// Asks for the variants of some visitors, lets them act, waits until the service has it all, and goes on.
class Simulation : public QObject
{
    Q_OBJECT

public:
    Simulation(Client& client, Truth truth, quint32 seed) : m_client(client), m_truth(std::move(truth)), m_random(seed)
    {
        connect(&client, &Client::drained, this, &Simulation::next);
        connect(&client, &Client::failed, this, [](const QString& why) { QTextStream(stderr) << why << Qt::endl; });
    }

    void next()
    {
        QStringList visitors;
        for (; visitors.size() < kVisitorsAtOnce && m_sent < m_truth.visitors; ++m_sent)
            visitors.append(m_truth.prefix + QString::number(m_sent));
        if (visitors.isEmpty())
            return finish(0);
        m_client.variants(m_truth.experiment, visitors,
                          [this, visitors](const QList<Assignment>& assignments) { act(visitors, assignments); });
    }

private:
    void act(const QStringList& visitors, const QList<Assignment>& assignments)
    {
        for (qsizetype i = 0; i < assignments.size(); ++i) {
            const Assignment& assignment = assignments[i];
            if (!assignment.error.isEmpty()) {
                QTextStream(stderr) << assignment.error << Qt::endl;
                return finish(1);
            }
            if (!assignment.inExperiment)
                continue;
            Told& told = m_told[assignment.variant];
            ++told.visitors;
            if (std::generate_canonical<double, 53>(m_random) >= m_truth.rate.value(assignment.variant))
                continue;
            ++told.events;
            m_client.track(m_truth.experiment, visitors[i], m_truth.event);
        }
        m_client.pending() > 0 ? m_client.flush() : next();
    }

    void finish(int code)
    {
        QJsonObject variants;
        for (auto it = m_told.cbegin(); it != m_told.cend(); ++it)
            variants[it.key()] =
                QJsonObject{{QStringLiteral("visitors"), it->visitors}, {QStringLiteral("events"), it->events}};
        QTextStream(stdout) << QJsonDocument(variants).toJson(QJsonDocument::Compact) << Qt::endl;
        QCoreApplication::exit(code);
    }

    Client& m_client;
    const Truth m_truth;
    std::mt19937 m_random;
    int m_sent = 0;
    QHash<QString, Told> m_told;
};

/// `VARIANT=SHARE`; false for anything else.
bool readRate(const QString& text, QHash<QString, double>& to)
{
    bool isNumber = false;
    const double share = text.section(QLatin1Char('='), -1).toDouble(&isNumber);
    const QString variant = text.section(QLatin1Char('='), 0, -2);
    if (!isNumber || share < 0 || share > 1 || variant.isEmpty())
        return false;
    to[variant] = share;
    return true;
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Sends visitors of known behaviour to a running experiment. The token is EXPERIMENTATION_TOKEN of the "
        "environment. Prints what happened, by variant, as JSON."));
    parser.addHelpOption();
    const QCommandLineOption service(QStringLiteral("service"), QStringLiteral("root of the service"),
                                     QStringLiteral("URL"), QStringLiteral("http://127.0.0.1:8000"));
    const QCommandLineOption visitors(QStringLiteral("visitors"), QStringLiteral("how many come"),
                                      QStringLiteral("NUMBER"), QStringLiteral("1000"));
    const QCommandLineOption event(QStringLiteral("event"), QStringLiteral("what they do"), QStringLiteral("NAME"),
                                   QStringLiteral("conversion"));
    const QCommandLineOption rate(QStringLiteral("rate"), QStringLiteral("which share of a variant's visitors does it"),
                                  QStringLiteral("VARIANT=SHARE"));
    const QCommandLineOption seed(QStringLiteral("seed"), QStringLiteral("of who does it"), QStringLiteral("NUMBER"),
                                  QStringLiteral("1"));
    const QCommandLineOption prefix(QStringLiteral("prefix"), QStringLiteral("of their ids"), QStringLiteral("TEXT"),
                                    QStringLiteral("visitor-"));
    parser.addOptions({service, visitors, event, rate, seed, prefix});
    parser.addPositionalArgument(QStringLiteral("experiment"), QStringLiteral("its key"));
    parser.process(application);
    Truth truth{.experiment = parser.positionalArguments().value(0),
                .event = parser.value(event),
                .prefix = parser.value(prefix),
                .rate = {},
                .visitors = parser.value(visitors).toInt()};
    bool isRead = !truth.experiment.isEmpty() && truth.visitors > 0;
    for (const QString& text : parser.values(rate))
        isRead = readRate(text, truth.rate) && isRead;
    if (!isRead)
        parser.showHelp(2);
    Client client({.service = QUrl(parser.value(service)), .token = qgetenv("EXPERIMENTATION_TOKEN")});
    Simulation simulation(client, std::move(truth), parser.value(seed).toUInt());
    QTimer::singleShot(0, &simulation, &Simulation::next);
    return QCoreApplication::exec();
}

#include "simulator.moc"
