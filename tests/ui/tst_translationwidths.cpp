// SPDX-License-Identifier: Apache-2.0
// No translation is so much longer than its English that it would burst what the English fits in.
#include "ui/theme/theme.h"

#include <QDir>
#include <QFile>
#include <QFontMetrics>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace xp::ui;

namespace {

/// Of the width of the English, and room on top for what is short.
constexpr double kLongest = 1.6;
constexpr int kRoom = 40; ///< px, five letters

struct Text
{
    QString source;
    QStringList forms; ///< of its translation
};

std::vector<Text> textsOf(QIODevice& file)
{
    std::vector<Text> texts;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("message"))
            texts.push_back({});
        else if (xml.name() == QLatin1String("source"))
            texts.back().source = xml.readElementText();
        else if (xml.name() == QLatin1String("numerusform"))
            texts.back().forms << xml.readElementText();
        else if (xml.name() == QLatin1String("translation"))
            texts.back().forms << xml.readElementText(QXmlStreamReader::IncludeChildElements);
    }
    return texts;
}

/// Of the widest line as it is seen: without tags, accelerators, and with numbers in its places.
int widthOf(QString text, const QFontMetrics& metrics)
{
    static const QRegularExpression tags(QStringLiteral("<[^>]*>|&(?=\\w)"));
    static const QRegularExpression places(QStringLiteral("%L?(\\d+|n)"));
    text.remove(tags).replace(places, QStringLiteral("1234"));
    int widest = 0;
    for (const QString& line : text.split(u'\n'))
        widest = std::max(widest, metrics.horizontalAdvance(line));
    return widest;
}

} // namespace

class TestTranslationWidths : public QObject
{
    Q_OBJECT

private:
    const QDir m_folder{qEnvironmentVariable("XP_SOURCE_DIR") + QLatin1String("/resources/translations")};

private Q_SLOTS:
    void noTextIsOverlong_data()
    {
        QTest::addColumn<QString>("file");
        for (const QString& file : m_folder.entryList({QStringLiteral("studio_*.ts")}))
            QTest::newRow(qPrintable(file)) << file;
    }

    void noTextIsOverlong()
    {
        QFETCH(const QString, file);
        QFile ts(m_folder.filePath(file));
        QVERIFY(ts.open(QIODevice::ReadOnly));
        const std::vector<Text> texts = textsOf(ts);
        QVERIFY(!texts.empty());
        const QFontMetrics metrics(Theme::font());
        QStringList overlong;
        for (const Text& text : texts) {
            const double most = kLongest * widthOf(text.source, metrics) + kRoom;
            for (const QString& form : text.forms) {
                if (widthOf(form, metrics) > most)
                    overlong << QStringLiteral("“%1” -> “%2”").arg(text.source, form);
            }
        }
        QVERIFY2(overlong.isEmpty(), qPrintable(overlong.join(u'\n')));
    }

    void anOverlongOneWouldBeFound()
    {
        const QFontMetrics metrics(Theme::font());
        const QString english = QStringLiteral("&Save %1");
        QVERIFY(widthOf(QStringLiteral("&Speichern unter dem Namen %1"), metrics) >
                kLongest * widthOf(english, metrics) + kRoom);
        QVERIFY(widthOf(QStringLiteral("%1 &speichern"), metrics) < kLongest * widthOf(english, metrics) + kRoom);
    }
};

QTEST_MAIN(TestTranslationWidths)
#include "tst_translationwidths.moc"
