// SPDX-License-Identifier: Apache-2.0
// A file of each encoding and delimiter says the same: what it is written in is guessed, or told.
#include "core/files/filepreview.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace xp;

namespace {

/// Eight users, with letters that every one of the encodings has, and a sign that Latin-1 lacks.
QString tableWith(QChar delimiter, bool withEuro)
{
    QString text = QStringLiteral("größe\tvariant\tkäufe\n");
    for (int i = 0; i < 8; ++i)
        text += QStringLiteral("über-%1\t%2\t%3\n")
                    .arg(i)
                    .arg(i % 2 ? QStringLiteral("grün") : QStringLiteral("alt"))
                    .arg(i % 3);
    if (withEuro)
        text.replace(QStringLiteral("grün"), QStringLiteral("5 €"));
    return text.replace(QLatin1Char('\t'), delimiter);
}

QByteArray utf16(const QString& text, bool bigEndian, bool marked)
{
    QByteArray bytes;
    const QString whole = (marked ? QString(QChar(0xFEFF)) : QString()) + text;
    for (const QChar c : whole) {
        const char high = char(c.unicode() >> 8);
        const char low = char(c.unicode() & 0xFF);
        bytes += bigEndian ? high : low;
        bytes += bigEndian ? low : high;
    }
    return bytes;
}

} // namespace

class TestFilePreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encodings_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("told");
        QTest::addColumn<bool>("euro");
        const auto plain = tableWith(u',', false);
        const auto euro = tableWith(u',', true);
        const auto guessed = int(TextEncoding::Detect);
        QByteArray windows = QString(euro).replace(QChar(0x20AC), QChar(0x80)).toLatin1();
        QTest::newRow("UTF-8") << euro.toUtf8() << guessed << true;
        QTest::newRow("UTF-8 with a mark") << "\xEF\xBB\xBF" + euro.toUtf8() << guessed << true;
        QTest::newRow("UTF-16 little endian with a mark") << utf16(euro, false, true) << guessed << true;
        QTest::newRow("UTF-16 big endian with a mark") << utf16(euro, true, true) << guessed << true;
        QTest::newRow("UTF-16 little endian") << utf16(euro, false, false) << guessed << true;
        QTest::newRow("UTF-16 big endian") << utf16(euro, true, false) << guessed << true;
        QTest::newRow("UTF-16 told, with a mark")
            << utf16(euro, true, true) << int(TextEncoding::Utf16BigEndian) << true;
        QTest::newRow("Windows-1252") << windows << guessed << true;
        QTest::newRow("Windows-1252 told") << windows << int(TextEncoding::Windows1252) << true;
        QTest::newRow("Latin-1") << plain.toLatin1() << guessed << false;
        QTest::newRow("Latin-1 told") << plain.toLatin1() << int(TextEncoding::Latin1) << false;
    }

    void encodings()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, told);
        QFETCH(bool, euro);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("table.csv"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        const auto preview = previewOf(DataFile::onDisk(path), {.encoding = TextEncoding(told)});
        QVERIFY2(preview, preview ? "" : preview.error().sentence.text.c_str());
        QCOMPARE(preview->columns.size(), 3U);
        QCOMPARE(preview->columns[0].name, "größe");
        QCOMPARE(preview->columns[2].name, "käufe");
        QCOMPARE(preview->sampledRows, 8);
        QCOMPARE(preview->rows[1][0], "über-1");
        QCOMPARE(preview->rows[1][1], euro ? "5 €" : "grün");
        // And read with what was found, as the analysis does.
        auto reader = DataFile::onDisk(path).read(preview->csv);
        QVERIFY(reader && reader->next() && reader->next());
        QCOMPARE(std::string(reader->fields()[1]), "alt");
    }

    /// As an import reads them, so that what is guessed is found there.
    void blanksAreNotPartOfNames()
    {
        const auto file = DataFile::inMemory(QStringLiteral("table"), "user, group\nu1,a\nu2, b\nu3, a\n");
        const auto preview = previewOf(file, {});
        QVERIFY2(preview, preview ? "" : preview.error().sentence.text.c_str());
        QCOMPARE(preview->columns[1].name, "group");
        QCOMPARE(preview->columns[1].examples, (std::vector<std::string>{"a", "b"}));
        QVERIFY(!previewOf(DataFile::inMemory(QStringLiteral("table"), "m, m\n1,2\n"), {}));
    }

    void delimiters_data()
    {
        QTest::addColumn<QChar>("delimiter");
        QTest::addColumn<bool>("isGuessed");
        for (const char c : {',', ';', '\t', '|'})
            QTest::addRow("%d guessed", c) << QChar(QLatin1Char(c)) << true;
        for (const char c : {',', ';', '\t', '|', ' ', ':', '~', '^', '#', '/', '\x1f', '\x01'})
            QTest::addRow("%d told", c) << QChar(QLatin1Char(c)) << false;
    }

    void delimiters()
    {
        QFETCH(QChar, delimiter);
        QFETCH(bool, isGuessed);
        const auto file = DataFile::inMemory(QStringLiteral("table"), tableWith(delimiter, false).toUtf8());
        CsvOptions options;
        if (!isGuessed)
            options.delimiter = delimiter.toLatin1();
        const auto preview = previewOf(file, options);
        QVERIFY2(preview, preview ? "" : preview.error().sentence.text.c_str());
        QCOMPARE(preview->csv.delimiter, std::optional(delimiter.toLatin1()));
        QCOMPARE(preview->columns.size(), 3U);
        QCOMPARE(preview->rows[7], (std::vector<std::string>{"über-7", "grün", "1"}));
    }
};

QTEST_GUILESS_MAIN(TestFilePreview)
#include "tst_filepreview.moc"
