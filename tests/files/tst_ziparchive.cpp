// SPDX-License-Identifier: Apache-2.0
#include "core/files/ziparchive.h"

#include <QTest>
#include <array>

using namespace xp;

namespace {

/// A zip of stored files, as simple as can be, so that tests can damage it where they like.
struct RawFile
{
    std::string name;
    std::string content;
    std::uint32_t crc = 0;
    std::uint16_t method = 0;
    std::uint16_t flags = 0;
    std::optional<std::uint32_t> size = {}; ///< that the headers say it has, unpacked
    std::string localName = {};             ///< empty: the same
};

void put(std::string& out, std::uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; ++i)
        out.push_back(i < 8 ? static_cast<char>(value >> 8 * i & 0xFF) : '\0');
}

void putFields(std::string& out, const RawFile& file, const std::string& name)
{
    put(out, 20, 2);
    put(out, file.flags, 2);
    put(out, file.method, 2);
    put(out, 0, 4);
    put(out, file.crc, 4);
    put(out, file.content.size(), 4);
    put(out, file.size.value_or(static_cast<std::uint32_t>(file.content.size())), 4);
    put(out, name.size(), 2);
    put(out, 0, 2);
}

std::string rawZip(const std::vector<RawFile>& files, std::optional<std::uint32_t> secondOffset = {})
{
    std::string out;
    std::string directory;
    for (const RawFile& file : files) {
        const bool moved = secondOffset && !directory.empty();
        const std::uint64_t offset = moved ? *secondOffset : out.size();
        put(out, 0x04034b50, 4);
        const std::string local = file.localName.empty() ? file.name : file.localName;
        putFields(out, file, local);
        out += local + file.content;
        put(directory, 0x02014b50, 4);
        put(directory, 20, 2);
        putFields(directory, file, file.name);
        put(directory, 0, 2 + 2 + 2 + 4);
        put(directory, offset, 4);
        directory += file.name;
    }
    const std::size_t offset = out.size();
    out += directory;
    put(out, 0x06054b50, 4);
    put(out, 0, 4);
    put(out, files.size(), 2);
    put(out, files.size(), 2);
    put(out, directory.size(), 4);
    put(out, offset, 4);
    put(out, 0, 2);
    return out;
}

constexpr std::uint32_t kCrcOfHello = 0x3610A686; // of "hello", as published for CRC-32

std::string problem(const std::string& bytes, const ZipLimits& limits = {})
{
    const auto read = readZip(bytes, limits);
    return read ? "read" : read.error().sentence.code + ": " + read.error().sentence.text;
}

} // namespace

class TestZipArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsRead()
    {
        std::vector<ZipEntry> entries{{"a.txt", "hello"}, {"folder/empty", ""}, {"b", std::string(300'000, 'x')}};
        std::string noise;
        std::uint32_t state = 1;
        for (int i = 0; i < 100'000; ++i) {
            state = state * 1664525u + 1013904223u;
            noise.push_back(static_cast<char>(state >> 24));
        }
        entries.push_back({"noise", noise});
        const auto written = writeZip(entries);
        QVERIFY(written);
        QVERIFY(written->size() < 110'000);
        QCOMPARE(*writeZip(entries), *written); // no time, no chance
        const auto read = readZip(*written);
        QVERIFY2(read, problem(*written).c_str());
        QVERIFY(*read == entries);
        QVERIFY(readZip(*writeZip({}))->empty());
    }

    void otherProgramsZipsAreRead()
    {
        const auto read = readZip(rawZip({{"folder/", ""}, {"folder/a", "hello", kCrcOfHello}}));
        QVERIFY(read);
        QVERIFY((*read == std::vector<ZipEntry>{{"folder/a", "hello"}}));
    }

    void everyCutIsNoticed()
    {
        const std::string whole = *writeZip({{"a", "hello"}, {"b", "and more"}});
        for (std::size_t length = 0; length < whole.size(); ++length)
            QVERIFY(problem(whole.substr(0, length)).starts_with("bad_zip"));
    }

    void everyFlippedBitOfContentIsNoticed()
    {
        const std::string whole = *writeZip({{"a", "what is written here is not changed unseen"}});
        for (std::size_t i = 30 + 1; i < 60; ++i) {
            for (int bit = 0; bit < 8; ++bit) {
                std::string changed = whole;
                changed[i] = static_cast<char>(changed[i] ^ (1 << bit));
                QVERIFY(problem(changed).starts_with("bad_zip")); // the CRC tells
            }
        }
    }

    void anyBytesAreSurvived()
    {
        const std::string whole = *writeZip({{"a", "hello"}, {"b/c", std::string(500, 'y')}});
        std::uint32_t state = 7;
        int refused = 0;
        for (int round = 0; round < 20'000; ++round) {
            std::string changed = whole;
            for (int i = 0; i < 3; ++i) {
                state = state * 1664525u + 1013904223u;
                changed[(state >> 8) % changed.size()] = static_cast<char>(state >> 24);
            }
            refused += !readZip(changed); // an error or a value; sanitizers watch
        }
        QVERIFY(refused > 0);
    }

    void namesStayInside_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name :
             {"../a", "/etc/passwd", "a/../../b", "..", ".", "a/./b", "C:/a", "a\\..\\b", "a//b", "", "a\nb", "..\\a"})
            QTest::newRow(*name ? name : "empty") << QString::fromLatin1(name);
    }
    void namesStayInside()
    {
        QFETCH(QString, name);
        const std::string said = problem(rawZip({{name.toStdString(), "hello", kCrcOfHello}}));
        QVERIFY2(said.starts_with("bad_zip: This is not a zip file that can be read: the name "), said.c_str());
    }

    void bombsAreNotUnpacked()
    {
        // 256 MiB of zeros are some 260 kB packed.
        const std::string large(std::size_t{20} << 20, '\0');
        std::vector<ZipEntry> entries;
        for (int i = 0; i < 13; ++i)
            entries.push_back({"zeros" + std::to_string(i), large});
        const std::string bomb = *writeZip(entries);
        QVERIFY(bomb.size() < 400'000);
        QVERIFY(problem(bomb).starts_with("zip_too_large"));
        // A size that is not true: a few bytes said to be 200 MB, or said to be less than they are.
        const std::string liar = problem(rawZip({{"a", "xyz", 0, 8, 0, 200'000'000}}));
        QVERIFY2(liar.starts_with("zip_too_large"), liar.c_str());
        std::string packed = *writeZip({{"a", std::string(1000, 'z')}});
        const std::size_t at = packed.find(std::string("\xE8\x03\0\0", 4)); // 1000, in the header before the content
        const std::size_t again = packed.find(std::string("\xE8\x03\0\0", 4), at + 4);
        packed[at] = packed[again] = '\x10';
        QVERIFY(problem(packed).starts_with("bad_zip"));
        QVERIFY(problem(rawZip(std::vector<RawFile>(5, {"a"})), {.entries = 4}).starts_with("zip_too_large"));
    }

    void filesDoNotOverlap()
    {
        // Both entries of the directory name the first file's content, as bombs do.
        const std::string said = problem(rawZip({{"a", "hello", kCrcOfHello}, {"a2", "hello", kCrcOfHello}}, 0));
        QVERIFY2(said.starts_with("bad_zip"), said.c_str());
        std::string sameName = rawZip({{"a", "hello", kCrcOfHello}, {"b", "hello", kCrcOfHello, 0, 0, {}, "a"}}, 0);
        QVERIFY(problem(sameName).find("two names") != std::string::npos);
    }

    void whatCannotBeReadIsNamed()
    {
        const auto says = [](const std::string& bytes, const char* words) {
            const std::string said = problem(bytes);
            return said.find(words) != std::string::npos;
        };
        QVERIFY(says(rawZip({{"a", "hello", kCrcOfHello, 0, 1}}), "a is encrypted"));
        QVERIFY(says(rawZip({{"a", "hello", kCrcOfHello, 12}}), "packed by method 12"));
        QVERIFY(says(rawZip({{"a", "hello", kCrcOfHello + 1}}), "a is damaged"));
        QVERIFY(says(rawZip({{"a", "hello", kCrcOfHello}, {"a", "hello", kCrcOfHello}}), "holds a twice"));
        QVERIFY(says(rawZip({{"a", "hello", kCrcOfHello, 0, 0, 0xFFFFFFFF}}), "64-bit"));
        QVERIFY(says("", "too short"));
        QVERIFY(says(std::string(1000, 'x'), "its end is missing"));
    }
};

QTEST_APPLESS_MAIN(TestZipArchive)
#include "tst_ziparchive.moc"
