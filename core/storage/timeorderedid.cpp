// SPDX-License-Identifier: Apache-2.0
#include "core/storage/timeorderedid.h"

#include "core/domain/identifiers.h"

#include <QRandomGenerator>
#include <QUuid>
#include <algorithm>
#include <atomic>
#include <charconv>
#include <chrono>

namespace xp {

namespace {

/// Milliseconds since 1970 and a counter of `Bits` bits beneath, growing with every call whatever the clock does.
template <int Bits>
std::uint64_t nextTick(std::atomic<std::uint64_t>& last)
{
    using namespace std::chrono;
    const auto ms =
        static_cast<std::uint64_t>(duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count());
    const std::uint64_t fresh = (ms << Bits) | QRandomGenerator::global()->bounded(1u << (Bits - 1));
    std::uint64_t was = last.load();
    std::uint64_t next = 0;
    do {
        next = (was >> Bits) >= ms ? was + 1 : fresh;
    } while (!last.compare_exchange_weak(was, next));
    return next;
}

} // namespace

std::string timeOrderedId()
{
    static std::atomic<std::uint64_t> s_last{0};
    const std::uint64_t tick = nextTick<12>(s_last); // 48 bits of time and the 12 of rand_a
    const std::uint64_t random = QRandomGenerator::system()->generate64();
    const QUuid id(static_cast<std::uint32_t>(tick >> 28), static_cast<std::uint16_t>(tick >> 12),
                   static_cast<std::uint16_t>(0x7000u | (tick & 0xFFFu)),
                   static_cast<std::uint8_t>(0x80u | (random >> 58)), static_cast<std::uint8_t>(random >> 48),
                   static_cast<std::uint8_t>(random >> 40), static_cast<std::uint8_t>(random >> 32),
                   static_cast<std::uint8_t>(random >> 24), static_cast<std::uint8_t>(random >> 16),
                   static_cast<std::uint8_t>(random >> 8), static_cast<std::uint8_t>(random));
    return id.toString(QUuid::WithoutBraces).toStdString();
}

std::optional<Timestamp> timeOfId(std::string_view id)
{
    if (!isUuid(id) || id[14] != '7')
        return std::nullopt;
    std::int64_t ms = 0;
    const std::string digits = std::string(id.substr(0, 8)) + std::string(id.substr(9, 4));
    std::from_chars(digits.data(), digits.data() + digits.size(), ms, 16);
    return Timestamp(std::chrono::milliseconds(ms));
}

std::int64_t timeOrderedNumber()
{
    static std::atomic<std::uint64_t> s_last{0};
    return static_cast<std::int64_t>(nextTick<21>(s_last));
}

} // namespace xp
