// SPDX-License-Identifier: Apache-2.0
#include "core/files/csvreader.h"
#include "core/files/csvwriter.h"
#include "service/http/urltext.h"
#include "tests/fuzz/fuzzing.h"

#include <QBuffer>

using namespace xp;
using namespace xp::fuzz;

// A table in pieces of any size reads as it does whole, and what was read is written and read again as the same.

namespace {

/// Hands over so many bytes at a time, as a pipe may.
class Pieces : public QIODevice
{
public:
    Pieces(std::string_view text, qint64 most) : m_text(text), m_most(most) { open(QIODevice::ReadOnly | Unbuffered); }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char* to, qint64 size) override
    {
        const auto n = std::min({size, m_most, static_cast<qint64>(m_text.size())});
        m_text.copy(to, static_cast<std::size_t>(n));
        m_text.remove_prefix(static_cast<std::size_t>(n));
        return n > 0 ? n : -1;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    std::string_view m_text;
    qint64 m_most;
};

struct Reading
{
    std::vector<std::vector<std::string>> records;
    std::vector<std::int64_t> lines;
    std::string error; ///< its text; empty: read to the end

    bool operator==(const Reading&) const = default;
};

Reading readAll(std::unique_ptr<QIODevice> device, const CsvOptions& options)
{
    CsvReader reader(std::move(device), options);
    Reading reading;
    for (;;) {
        const auto more = reader.next();
        if (!more) {
            reading.error = more.error().sentence.text;
            require(!reading.error.empty(), "an error says what is wrong");
            const auto next = reader.next();
            require(!next || !*next, "after an error there is nothing to read");
            return reading;
        }
        if (!*more)
            return reading;
        reading.records.emplace_back(reader.fields().begin(), reader.fields().end());
        reading.lines.push_back(reader.line());
        require(reading.records.back().size() == reading.records.front().size(), "all lines have as many fields");
        for (const std::string& field : reading.records.back()) {
            require(field.size() <= options.maxField, "a field keeps its limit");
            require(xp::service::isUtf8(field) && field.find('\0') == std::string::npos, "a field is text");
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const Input input(data, size);
    CsvOptions options;
    options.maxField = 300;
    options.maxColumns = 40;
    if (input.choice & 1)
        options.delimiter = ",;\t|"[input.choice >> 1 & 3];
    if (input.choice & 8)
        options.encoding = TextEncoding::Latin1;

    auto whole = std::make_unique<QBuffer>();
    whole->setData(input.text.data(), static_cast<int>(input.text.size()));
    whole->open(QIODevice::ReadOnly);
    const Reading reading = readAll(std::move(whole), options);
    const Reading inPieces = readAll(std::make_unique<Pieces>(input.text, 1 + (input.choice >> 4)), options);
    require(inPieces == reading, "pieces read as the whole");

    std::string written;
    CsvWriter writer(written, {.delimiter = ',', .guardFormulas = false});
    for (const auto& record : reading.records) {
        for (const std::string& cell : record)
            writer.cell(cell);
        writer.endRow();
    }
    options.delimiter = ',';
    options.encoding = TextEncoding::Detect;
    const Reading again = readAll(std::make_unique<Pieces>(written, 4096), options);
    require(again.error.empty() && again.records == reading.records, "what was written reads as it was");
    return 0;
}
