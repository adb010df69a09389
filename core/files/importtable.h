// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/timestamp.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xp {

/// One row of a file, as ImportTable keeps it.
struct ImportRow
{
    std::uint32_t line = 0;   ///< of the file
    std::int16_t variant = 0; ///< by order of first appearance
    Timestamp exposedAt{};
    std::string_view unit;
    std::span<const double> numbers;       ///< metrics, then covariates
    std::span<const std::uint32_t> labels; ///< segments, as codes of the reader's
};

/// All rows of a file in memory, packed: 24 bytes a row for its place, order, line and variant, 8 more with times, 8 a
/// number, 4 a label, and the unit's text; ten million rows of one metric and ids of eight characters take 400 MB.
class ImportTable
{
public:
    ImportTable(std::size_t numbers, std::size_t labels, bool withTimes);

    void add(const ImportRow& row);
    std::size_t size() const { return m_rows; }
    std::size_t bytes() const; ///< what it takes once sorted

    struct Duplicate
    {
        std::string unit;
        std::uint32_t firstLine = 0;
        std::uint32_t secondLine = 0;
    };
    /// Orders the rows by the bytes of their units, as the databases do, and returns units that occur twice, `limit` at
    /// most. Call it once, after the last add().
    std::vector<Duplicate> sortByUnit(std::size_t limit);

    /// A row in the order of the units. Numbers and labels stay valid as long as the table.
    ImportRow at(std::size_t position) const;

    static constexpr std::size_t kMaxUnitBytes = 65535;

private:
    /// Where a row is, with the bytes of its unit that tell it from most others.
    struct Entry
    {
        std::uint64_t prefix;
        const std::byte* row;
    };
    struct Header
    {
        std::uint32_t line;
        std::int16_t variant;
        std::uint16_t unitBytes;
    };

    std::size_t sizeOf(std::size_t unitBytes) const;
    std::string_view unitOf(const std::byte* row) const;
    std::uint64_t prefixOf(std::string_view unit) const;
    void index();

    std::size_t m_numbers;
    std::size_t m_labels;
    bool m_withTimes;
    std::size_t m_rows = 0;

    struct Block
    {
        std::unique_ptr<std::byte[]> bytes;
        std::size_t used = 0;
    };
    std::vector<Block> m_blocks;
    std::string m_commonStart; ///< what all units begin with
    std::vector<Entry> m_entries;
};

} // namespace xp
