// SPDX-License-Identifier: Apache-2.0
#include "core/domain/identifiers.h"
#include "core/files/csvreader.h"
#include "tests/support/sanitized.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <random>

using namespace xp;

namespace {

using Rows = std::vector<std::vector<std::string>>;

/// Gives a few bytes at a time, like a pipe.
class Trickle : public QIODevice
{
public:
    Trickle(std::string bytes, std::size_t step) : m_bytes(std::move(bytes)), m_step(step)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char* to, qint64 size) override
    {
        const std::size_t count = std::min({m_step, m_bytes.size() - m_at, static_cast<std::size_t>(size)});
        std::copy_n(m_bytes.data() + m_at, count, to);
        m_at += count;
        return static_cast<qint64>(count);
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    std::string m_bytes;
    std::size_t m_step;
    std::size_t m_at = 0;
};

CsvReader readerOf(std::string_view text, const CsvOptions& options = {})
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
    buffer->open(QIODevice::ReadOnly);
    return CsvReader(std::move(buffer), options);
}

Result<Rows> allOf(CsvReader reader)
{
    Rows rows;
    for (;;) {
        const auto more = reader.next();
        if (!more)
            return Failure(more.error());
        if (!*more)
            return rows;
        rows.emplace_back(reader.fields().begin(), reader.fields().end());
    }
}

Rows rowsOf(std::string_view text, const CsvOptions& options = {})
{
    const auto rows = allOf(readerOf(text, options));
    return rows ? *rows : Rows{{"error", rows.error().sentence.text}};
}

std::string utf16(std::u16string_view text, bool bigEndian)
{
    std::string bytes;
    for (const char16_t c : text) {
        const auto high = static_cast<char>(c >> 8);
        const auto low = static_cast<char>(c & 0xFF);
        bytes += bigEndian ? high : low;
        bytes += bigEndian ? low : high;
    }
    return bytes;
}

std::string quotedCell(std::string_view text)
{
    std::string cell = "\"";
    for (const char c : text)
        cell += c == '"' ? std::string("\"\"") : std::string(1, c);
    return cell + '"';
}

} // namespace

class TestCsvReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsPlainLines();
    void readsQuotedFields();
    void takesEveryLineEnd();
    void skipsEmptyLines();
    void guessesTheDelimiter();
    void readsEncodings();
    void tellsTheLine();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void endsAfterAnError();
    void saysThatAFileIsCompressed();
    void isTheSameInAnyPieces();
    void guessesTheDelimiterFromTheWholeFirstLine();
    void readsAFileAndSaysWhenThereIsNone();
    void survivesAnything();
    void boundsMemory();
    void isFast();
};

void TestCsvReader::readsPlainLines()
{
    QCOMPARE(rowsOf("a,b\n1,2\n3,4"), (Rows{{"a", "b"}, {"1", "2"}, {"3", "4"}}));
    QCOMPARE(rowsOf("a,b,\n,,\n"), (Rows{{"a", "b", ""}, {"", "", ""}}));
    QCOMPARE(rowsOf(""), Rows{});
    QCOMPARE(rowsOf("one"), (Rows{{"one"}}));
    QCOMPARE(rowsOf("a b, c \n"), (Rows{{"a b", " c "}})); // blanks are part of a field
}

void TestCsvReader::readsQuotedFields()
{
    QCOMPARE(rowsOf("\"a\",\"b,c\"\n\"\",\"say \"\"hi\"\"\"\n"), (Rows{{"a", "b,c"}, {"", "say \"hi\""}}));
    QCOMPARE(rowsOf("\"two\nlines\",x\r\n\"cr\rlf\r\n\",y"), (Rows{{"two\nlines", "x"}, {"cr\rlf\r\n", "y"}}));
    QCOMPARE(rowsOf("\"\"\"\"\n"), (Rows{{"\""}}));
    QCOMPARE(rowsOf("\"\"\n\"\""), (Rows{{""}, {""}})); // quoted, so not an empty line
}

void TestCsvReader::takesEveryLineEnd()
{
    const Rows expected{{"a", "b"}, {"1", "2"}, {"3", "4"}};
    QCOMPARE(rowsOf("a,b\r\n1,2\r\n3,4\r\n"), expected);
    QCOMPARE(rowsOf("a,b\r1,2\r3,4\r"), expected);
    QCOMPARE(rowsOf("a,b\r\n1,\"2\"\n3,\"4\"\r"), expected);
}

void TestCsvReader::skipsEmptyLines()
{
    QCOMPARE(rowsOf("\n\na,b\n\n1,2\n\r\n\n"), (Rows{{"a", "b"}, {"1", "2"}}));
}

void TestCsvReader::guessesTheDelimiter()
{
    QCOMPARE(rowsOf("a;b;c,d\n1;2;3"), (Rows{{"a", "b", "c,d"}, {"1", "2", "3"}}));
    QCOMPARE(rowsOf("a\tb\n1\t2,5"), (Rows{{"a", "b"}, {"1", "2,5"}}));
    QCOMPARE(rowsOf("a|b\n1|2"), (Rows{{"a", "b"}, {"1", "2"}}));
    QCOMPARE(rowsOf("\n\"x,y,z\";b\n1;2"), (Rows{{"x,y,z", "b"}, {"1", "2"}})); // quoted ones do not count
    QCOMPARE(rowsOf("a b\n1 2"), (Rows{{"a b"}, {"1 2"}}));
    QCOMPARE(rowsOf("a:b\n1:2,5", {.delimiter = ':'}), (Rows{{"a", "b"}, {"1", "2,5"}}));
}

void TestCsvReader::readsEncodings()
{
    const Rows expected{{"größe", "b"}, {"漢字", "😀"}};
    QCOMPARE(rowsOf("größe,b\n漢字,😀\n"), expected);
    QCOMPARE(rowsOf("\xEF\xBB\xBFgröße,b\n漢字,😀\n"), expected);
    QCOMPARE(rowsOf("\xFF\xFE" + utf16(u"größe,b\n漢字,😀\n", false)), expected);
    QCOMPARE(rowsOf("\xFE\xFF" + utf16(u"größe,b\n漢字,😀\n", true)), expected);
    QCOMPARE(rowsOf("gr\xF6\xDF"
                    "e,b\n",
                    {.encoding = TextEncoding::Latin1}),
             (Rows{{"größe", "b"}}));
    QCOMPARE(rowsOf("\xEF\xBB\xBF"), Rows{});
    QCOMPARE(rowsOf("\xFF\xFE"), Rows{});
}

void TestCsvReader::tellsTheLine()
{
    CsvReader reader = readerOf("a,b\n\n\"x\ny\r\nz\",1\r\n2,3\n");
    QVERIFY(*reader.next());
    QCOMPARE(reader.line(), 1);
    QVERIFY(*reader.next());
    QCOMPARE(reader.line(), 3);
    QVERIFY(*reader.next());
    QCOMPARE(reader.line(), 6);
    QCOMPARE(reader.fields()[0], "2");
    QVERIFY(!*reader.next());
}

void TestCsvReader::namesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, std::string_view text, int line, const char* reason) {
        QTest::newRow(name) << QByteArray(text.data(), static_cast<qsizetype>(text.size())) << line
                            << QString::fromLatin1(reason);
    };
    using namespace std::string_view_literals;
    row("too few", "a,b\n1,2\n3\n", 3, "csv_ragged");
    row("too many", "a,b\n1,2,3\n", 2, "csv_ragged");
    row("stray quote", "a,b\n1,2\n\n3,5\" pipe\n", 4, "csv_stray_quote");
    row("text after quote", "a,b\n\"1\"x,2\n", 2, "csv_text_after_quote");
    row("text after quote lines on", "a,b\n\"1\n\n\"x,2\n", 4, "csv_text_after_quote");
    row("open quote", "a,b\n1,\"2\n3,4\n", 2, "csv_open_quote");
    row("open quote at the very end", "a,b\n1,\"", 2, "csv_open_quote");
    row("nul", "a,b\n1,x\0y\n"sv, 2, "csv_nul");
    row("nul in quotes", "a,b\n1,\"x\n\0y\"\n"sv, 3, "csv_nul");
    row("nul at a start", "a,b\n\0,1\n"sv, 2, "csv_nul");
    row("nul alone at the end", "a\n\0"sv, 2, "csv_nul");
    row("nul after a quote", "a\n\"x\"\0"sv, 2, "csv_nul");
    row("latin-1", "a,b\n1,caf\xE9\n", 2, "csv_not_utf8");
    row("cut utf-8", "a,b\n1,\xE6\xBC", 2, "csv_not_utf8");
    row("surrogate", "a,b\n1,\xED\xA0\x80\n", 2, "csv_not_utf8");
    row("utf-16 lone surrogate",
        "\xFF\xFE"
        "a\0\n\0\x00\xD8,\0"sv,
        2, "csv_not_utf8");
    row("utf-16 odd length",
        "\xFF\xFE"
        "a\0\n\0b\0c"sv,
        2, "csv_not_utf8");
    row("utf-16 without mark", "a\0,\0b\0\n\0"sv, 1, "csv_nul");
}

void TestCsvReader::namesWhatIsWrong()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, line);
    QFETCH(const QString, reason);
    const auto rows = allOf(readerOf({text.data(), static_cast<std::size_t>(text.size())}));
    QVERIFY(!rows);
    QCOMPARE(rows.error().code, ErrorCode::Invalid);
    QCOMPARE(QString::fromStdString(rows.error().sentence.code), reason);
    QCOMPARE(rows.error().sentence.arguments.value("line", 0), line);
    QVERIFY(rows.error().sentence.text.starts_with("line " + std::to_string(line) + ":"));
}

/// Whatever encoding was told or guessed.
void TestCsvReader::saysThatAFileIsCompressed()
{
    using namespace std::string_view_literals;
    for (const TextEncoding encoding : {TextEncoding::Detect, TextEncoding::Latin1, TextEncoding::Utf16BigEndian}) {
        for (const auto& [start, said] :
             {std::pair{"\x1F\x8B\x08\0more"sv, "is compressed (gzip); unpack it first"},
              std::pair{"PK\x03\x04\x14\0"sv, "is a ZIP or Excel file; export it as CSV"}}) {
            const auto rows = allOf(readerOf(start, {.encoding = encoding}));
            QVERIFY(!rows);
            QCOMPARE(rows.error().sentence.code, "file_compressed");
            QVERIFY(rows.error().sentence.text.find(said) != std::string::npos);
        }
    }
    QCOMPARE(rowsOf("PK"), (Rows{{"PK"}}));
}

void TestCsvReader::endsAfterAnError()
{
    CsvReader reader = readerOf("a\n\"1\"x\nb\n");
    QVERIFY(*reader.next());
    QVERIFY(!reader.next());
    const auto after = reader.next();
    QVERIFY(after && !*after);
}

/// Any cells, written by the rules, come back the same, however the bytes arrive.
void TestCsvReader::isTheSameInAnyPieces()
{
    std::mt19937 random(7);
    const std::vector<std::string> pieces{"a", "\"", ",", "\n", "\r", "\r\n", "é", "漢", "😀", " ", "12"};
    const std::vector<std::string> ends{"\n", "\r\n", "\r"};
    Rows rows;
    std::string text;
    for (int r = 0; r < 4000; ++r) {
        std::vector<std::string> cells(3);
        for (std::size_t c = 0; c < cells.size(); ++c) {
            for (auto n = random() % 6; n > 0; --n)
                cells[c] += pieces[random() % pieces.size()];
            text += (c > 0 ? "," : "") + quotedCell(cells[c]);
        }
        text += ends[random() % ends.size()];
        rows.push_back(cells);
    }
    QCOMPARE(rowsOf(text), rows);
    for (const std::size_t step : {1, 2, 3, 7, 1000}) {
        const auto read = allOf(CsvReader(std::make_unique<Trickle>(text, step)));
        QVERIFY2(read, read ? "" : read.error().sentence.text.c_str());
        QVERIFY(*read == rows);
    }
    // The same in UTF-16, where a piece may end inside a character.
    const std::u16string wide = QString::fromStdString(text).toStdU16String();
    for (const std::size_t step : {1, 5, 4096}) {
        const auto read = allOf(CsvReader(std::make_unique<Trickle>("\xFE\xFF" + utf16(wide, true), step)));
        QVERIFY(read && *read == rows);
    }
}

void TestCsvReader::readsAFileAndSaysWhenThereIsNone()
{
    QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("dâta.csv")).toStdString();
    const auto missing = CsvReader::open(path);
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
    QVERIFY(missing.error().sentence.text.find(path) != std::string::npos);

    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("a,b\n1,2\n");
    file.close();
    auto reader = CsvReader::open(path);
    QVERIFY(reader);
    QCOMPARE(reader->size(), 8);
    QCOMPARE(allOf(std::move(*reader)), (Rows{{"a", "b"}, {"1", "2"}}));

    const auto folderItself = CsvReader::open(folder.path().toStdString());
    QVERIFY(!folderItself);
}

/// The first line goes on within quotes, and a pipe has not given all of it yet.
void TestCsvReader::guessesTheDelimiterFromTheWholeFirstLine()
{
    const std::string text = "\"x;\ny\";b;c\n1;2;3\n";
    for (const std::size_t step : {1, 4, 100}) {
        const auto read = allOf(CsvReader(std::make_unique<Trickle>(text, step)));
        QVERIFY2(read, read ? "" : read.error().sentence.text.c_str());
        QCOMPARE(*read, (Rows{{"x;\ny", "b", "c"}, {"1", "2", "3"}}));
    }
}

/// Whatever the bytes are, there are rows of one width and then the end or an error with a line.
void TestCsvReader::survivesAnything()
{
    std::mt19937 random(99);
    using namespace std::string_view_literals;
    constexpr std::string_view likely = "\"\",;\t\n\r\0ab1\xC3\xA9\xFF\xFE\xD8"sv;
    int errors = 0;
    const int rounds = test::kSanitized ? 2'000 : 20'000; // there a reader's buffers are slow to come by
    for (int round = 0; round < rounds; ++round) {
        std::string text(random() % 40, ' ');
        for (char& c : text)
            c = random() % 8 == 0 ? static_cast<char>(random()) : likely[random() % likely.size()];
        if (random() % 4 == 0)
            text.insert(0, random() % 2 == 0 ? "\xFF\xFE" : "\xFE\xFF");
        CsvReader reader(std::make_unique<Trickle>(text, 1 + random() % 5));
        std::size_t width = 0;
        for (;;) {
            const auto more = reader.next();
            if (!more) {
                ++errors;
                const auto line = more.error().sentence.arguments.value("line", std::int64_t{0});
                QVERIFY(line >= 1 && line <= 41);
                break;
            }
            if (!*more)
                break;
            QVERIFY(width == 0 || reader.fields().size() == width);
            width = reader.fields().size();
            for (const std::string_view field : reader.fields())
                QVERIFY(isStorableText(field));
        }
    }
    QVERIFY(errors > rounds / 20 && errors < rounds);
}

void TestCsvReader::boundsMemory()
{
    // A quote that never closes is given up at the limit, not at the end of the file.
    const std::string open = "a,b\n1,\"" + std::string(5'000'000, 'x');
    auto rows = allOf(readerOf(open));
    QVERIFY(!rows);
    QCOMPARE(rows.error().sentence.code, "csv_field_too_long");
    QCOMPARE(rows.error().sentence.arguments.value("line", 0), 2);

    const std::string longField = "a,b\n1," + std::string(101, 'x');
    QCOMPARE(allOf(readerOf(longField, {.maxField = 100})).error().sentence.code, "csv_field_too_long");
    QVERIFY(allOf(readerOf(longField, {.maxField = 101})));

    std::string manyColumns;
    for (int i = 0; i < 20'000; ++i)
        manyColumns += "x,";
    QCOMPARE(allOf(readerOf(manyColumns)).error().sentence.code, "csv_too_many_columns");

    std::string longLine;
    for (int i = 0; i < 9'000; ++i)
        longLine += std::string(4'000, 'x') + ',';
    QCOMPARE(allOf(readerOf(longLine)).error().sentence.code, "csv_line_too_long");

    // A field larger than a block, and one that ends exactly at its end, are read whole.
    for (const std::size_t size : {1'048'570, 1'048'573, 1'048'574, 1'048'575, 1'048'576}) {
        const std::string big(size, 'y');
        QCOMPARE(rowsOf("a\n" + big + "\nb\n"), (Rows{{"a"}, {big}, {"b"}}));
        QCOMPARE(rowsOf("a\n\"" + big + "\"\r\nb\n"), (Rows{{"a"}, {big}, {"b"}}));
    }
}

void TestCsvReader::isFast()
{
    std::string text = "userid,version,sum_gamerounds,retention_1,retention_7\n";
    for (int i = 0; i < 1'000'000; ++i)
        text += std::to_string(i * 97) + ",gate_30,38,TRUE,FALSE\n";
    CsvReader reader = readerOf(text);
    QElapsedTimer timer;
    timer.start();
    int rows = 0;
    while (reader.next().value_or(false))
        ++rows;
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    QCOMPARE(rows, 1'000'001);
    const double rate = static_cast<double>(text.size()) / seconds / 1e6;
    qInfo("%.0f MB/s", rate);
    // Far below the figure of an optimised build, so that a busy machine does not fail: a quadratic reader would.
    QVERIFY2(rate > 15 || test::kSanitized, "slower than 15 MB/s");
}

QTEST_APPLESS_MAIN(TestCsvReader)
#include "tst_csvreader.moc"
