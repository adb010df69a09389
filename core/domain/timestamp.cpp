// SPDX-License-Identifier: Apache-2.0
#include "core/domain/timestamp.h"

#include <array>
#include <charconv>

namespace xp {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

void putDigits(char* at, unsigned value, int digits)
{
    for (int i = digits - 1; i >= 0; --i) {
        at[i] = static_cast<char>('0' + value % 10);
        value /= 10;
    }
}

/// A cursor over the text that takes fixed-width numbers and single characters.
class Reader
{
public:
    explicit Reader(std::string_view text) : m_rest(text) {}

    bool atEnd() const { return m_rest.empty(); }

    bool take(char c)
    {
        if (m_rest.empty() || m_rest.front() != c)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }

    std::optional<int> number(std::size_t digits)
    {
        if (m_rest.size() < digits)
            return std::nullopt;
        int value = 0;
        for (std::size_t i = 0; i < digits; ++i) {
            const char c = m_rest[i];
            if (c < '0' || c > '9')
                return std::nullopt;
            value = value * 10 + (c - '0');
        }
        m_rest.remove_prefix(digits);
        return value;
    }

    /// Decimals after a point, as microseconds.
    std::optional<int> fraction()
    {
        int value = 0;
        int digits = 0;
        while (!m_rest.empty() && m_rest.front() >= '0' && m_rest.front() <= '9') {
            if (digits < 6)
                value = value * 10 + (m_rest.front() - '0');
            ++digits;
            m_rest.remove_prefix(1);
        }
        if (digits == 0 || digits > 9)
            return std::nullopt;
        for (int i = digits; i < 6; ++i)
            value *= 10;
        return value;
    }

private:
    std::string_view m_rest;
};

std::optional<Timestamp> readDate(Reader& in)
{
    const auto y = in.number(4);
    if (!y || !in.take('-'))
        return std::nullopt;
    const auto m = in.number(2);
    if (!m || !in.take('-'))
        return std::nullopt;
    const auto d = in.number(2);
    if (!d)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(*y), std::chrono::month(static_cast<unsigned>(*m)),
                                           std::chrono::day(static_cast<unsigned>(*d))};
    if (!date.ok() || *y < 1)
        return std::nullopt;
    return Timestamp(std::chrono::sys_days(date));
}

std::optional<Duration> readTime(Reader& in)
{
    const auto h = in.number(2);
    if (!h || *h > 23 || !in.take(':'))
        return std::nullopt;
    const auto m = in.number(2);
    if (!m || *m > 59)
        return std::nullopt;
    Duration time = hours(*h) + minutes(*m);
    if (in.take(':')) {
        const auto s = in.number(2);
        if (!s || *s > 60) // a leap second counts as the next second
            return std::nullopt;
        time += seconds(*s);
        if (in.take('.') || in.take(',')) {
            const auto f = in.fraction();
            if (!f)
                return std::nullopt;
            time += Duration(*f);
        }
    }
    return time;
}

std::optional<Duration> readZone(Reader& in)
{
    if (in.atEnd() || in.take('Z') || in.take('z'))
        return Duration(0);
    int sign = 0;
    if (in.take('+'))
        sign = 1;
    else if (in.take('-'))
        sign = -1;
    else
        return std::nullopt;
    const auto h = in.number(2);
    if (!h || *h > 23)
        return std::nullopt;
    in.take(':');
    const auto m = in.atEnd() ? std::optional<int>(0) : in.number(2);
    if (!m || *m > 59)
        return std::nullopt;
    return sign * Duration(hours(*h) + minutes(*m));
}

} // namespace

Timestamp now()
{
    return std::chrono::floor<Duration>(std::chrono::system_clock::now());
}

std::int32_t dayOf(Timestamp t)
{
    return static_cast<std::int32_t>(std::chrono::floor<days>(t).time_since_epoch().count());
}

void appendIso8601(std::string& out, Timestamp t)
{
    const auto day = std::chrono::floor<days>(t);
    const std::chrono::year_month_day date(day);
    const auto micros = (t - day).count();
    const auto second = static_cast<unsigned>(micros / 1000000);
    std::array<char, 27> text{};
    putDigits(&text[0], static_cast<unsigned>(static_cast<int>(date.year())), 4);
    text[4] = '-';
    putDigits(&text[5], static_cast<unsigned>(date.month()), 2);
    text[7] = '-';
    putDigits(&text[8], static_cast<unsigned>(date.day()), 2);
    text[10] = 'T';
    putDigits(&text[11], second / 3600, 2);
    text[13] = ':';
    putDigits(&text[14], second / 60 % 60, 2);
    text[16] = ':';
    putDigits(&text[17], second % 60, 2);
    text[19] = '.';
    putDigits(&text[20], static_cast<unsigned>(micros % 1000000), 6);
    text[26] = 'Z';
    out.append(text.data(), text.size());
}

std::string toIso8601(Timestamp t)
{
    std::string out;
    appendIso8601(out, t);
    return out;
}

std::optional<Timestamp> parseIso8601(std::string_view text)
{
    Reader in(text);
    const auto date = readDate(in);
    if (!date)
        return std::nullopt;
    if (in.atEnd())
        return date;
    if (!in.take('T') && !in.take('t') && !in.take(' '))
        return std::nullopt;
    const auto time = readTime(in);
    if (!time)
        return std::nullopt;
    const auto zone = readZone(in);
    if (!zone || !in.atEnd())
        return std::nullopt;
    return *date + *time - *zone;
}

std::string toDurationText(Duration d)
{
    const auto s = std::chrono::duration_cast<seconds>(d).count();
    if (s % 86400 == 0)
        return std::to_string(s / 86400) + "d";
    if (s % 3600 == 0)
        return std::to_string(s / 3600) + "h";
    if (s % 60 == 0)
        return std::to_string(s / 60) + "m";
    return std::to_string(s) + "s";
}

std::optional<Duration> parseDuration(std::string_view text)
{
    std::int64_t count = 0;
    const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (ec != std::errc() || end + 1 != text.data() + text.size() || count <= 0 || count > 100'000'000)
        return std::nullopt;
    switch (*end) {
    case 'd':
        return days(count);
    case 'h':
        return hours(count);
    case 'm':
        return minutes(count);
    case 's':
        return seconds(count);
    default:
        return std::nullopt;
    }
}

} // namespace xp
