// SPDX-License-Identifier: Apache-2.0
#include "core/files/importtable.h"

#include <algorithm>
#include <cstring>

namespace xp {

namespace {

constexpr std::size_t kBlockBytes = std::size_t{4} << 20;

constexpr std::size_t roundedUp(std::size_t bytes)
{
    return (bytes + 7) / 8 * 8;
}

template <typename T>
std::byte* put(std::byte* at, const T* from, std::size_t count)
{
    if (count > 0) // an empty span may have no address
        std::memcpy(at, from, count * sizeof(T));
    return at + count * sizeof(T);
}

} // namespace

ImportTable::ImportTable(std::size_t numbers, std::size_t labels, bool withTimes)
    : m_numbers(numbers), m_labels(labels), m_withTimes(withTimes)
{
}

/// Header, time, numbers, labels, unit; every row begins at a multiple of eight, so that numbers can be read in place.
std::size_t ImportTable::sizeOf(std::size_t unitBytes) const
{
    return roundedUp(sizeof(Header) + (m_withTimes ? sizeof(Timestamp) : 0) + m_numbers * sizeof(double) +
                     m_labels * sizeof(std::uint32_t) + unitBytes);
}

std::string_view ImportTable::unitOf(const std::byte* row) const
{
    Header header;
    std::memcpy(&header, row, sizeof header);
    const std::byte* const unit = row + sizeof header + (m_withTimes ? sizeof(Timestamp) : 0) +
                                  m_numbers * sizeof(double) + m_labels * sizeof(std::uint32_t);
    return {reinterpret_cast<const char*>(unit), header.unitBytes};
}

void ImportTable::add(const ImportRow& row)
{
    const std::size_t size = sizeOf(row.unit.size());
    if (m_blocks.empty() || kBlockBytes - m_blocks.back().used < size)
        m_blocks.push_back({std::make_unique_for_overwrite<std::byte[]>(kBlockBytes), 0});
    Block& block = m_blocks.back();
    std::byte* at = block.bytes.get() + block.used;
    block.used += size;

    const Header header{row.line, row.variant, static_cast<std::uint16_t>(row.unit.size())};
    at = put(at, &header, 1);
    if (m_withTimes)
        at = put(at, &row.exposedAt, 1);
    at = put(at, row.numbers.data(), m_numbers);
    at = put(at, row.labels.data(), m_labels);
    put(at, row.unit.data(), row.unit.size());

    if (m_rows++ == 0)
        m_commonStart = row.unit;
    const auto [common, unit] = std::ranges::mismatch(m_commonStart, row.unit);
    m_commonStart.erase(common, m_commonStart.end());
}

std::size_t ImportTable::bytes() const
{
    std::size_t bytes = m_rows * sizeof(Entry);
    for (const Block& block : m_blocks)
        bytes += block.used;
    return bytes;
}

/// The eight bytes after what all units have in common, as a number that orders like them.
std::uint64_t ImportTable::prefixOf(std::string_view unit) const
{
    unit.remove_prefix(m_commonStart.size());
    std::uint64_t prefix = 0;
    for (std::size_t i = 0; i < sizeof prefix; ++i)
        prefix = prefix << 8 | (i < unit.size() ? static_cast<unsigned char>(unit[i]) : 0u);
    return prefix;
}

void ImportTable::index()
{
    m_entries.reserve(m_rows);
    for (const Block& block : m_blocks) {
        for (std::size_t at = 0; at < block.used;) {
            const std::byte* const row = block.bytes.get() + at;
            const std::string_view unit = unitOf(row);
            m_entries.push_back({prefixOf(unit), row});
            at += sizeOf(unit.size());
        }
    }
}

std::vector<ImportTable::Duplicate> ImportTable::sortByUnit(std::size_t limit)
{
    index();
    std::ranges::sort(m_entries, [this](const Entry& a, const Entry& b) {
        return a.prefix != b.prefix ? a.prefix < b.prefix : unitOf(a.row) < unitOf(b.row);
    });
    std::vector<Duplicate> duplicates;
    for (std::size_t i = 1; i < m_entries.size() && duplicates.size() < limit; ++i) {
        const std::string_view unit = unitOf(m_entries[i].row);
        if (m_entries[i - 1].prefix != m_entries[i].prefix || unitOf(m_entries[i - 1].row) != unit)
            continue;
        const auto [first, second] = std::minmax({at(i - 1).line, at(i).line});
        duplicates.push_back({std::string(unit), first, second});
    }
    return duplicates;
}

ImportRow ImportTable::at(std::size_t position) const
{
    const std::byte* at = m_entries[position].row;
    Header header;
    std::memcpy(&header, at, sizeof header);
    ImportRow row{.line = header.line, .variant = header.variant, .unit = unitOf(at)};
    at += sizeof header;
    if (m_withTimes) {
        std::memcpy(&row.exposedAt, at, sizeof row.exposedAt);
        at += sizeof row.exposedAt;
    }
    row.numbers = {reinterpret_cast<const double*>(at), m_numbers};
    row.labels = {reinterpret_cast<const std::uint32_t*>(at + m_numbers * sizeof(double)), m_labels};
    return row;
}

} // namespace xp
