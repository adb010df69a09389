// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"

#include <string>
#include <string_view>
#include <vector>

namespace xp {

struct ZipEntry
{
    std::string name; ///< a relative path with forward slashes, such as `report.json`
    std::string content;

    bool operator==(const ZipEntry&) const = default;
};

/// What is unpacked at most, so that a small file cannot fill the memory.
struct ZipLimits
{
    std::size_t entries = 64;
    std::size_t bytes = std::size_t{256} << 20; ///< of all contents together
};

/// A zip file of the entries (APPNOTE 6.3, deflated), in their order. It holds no times and no attributes, so the same
/// entries give the same bytes. TooLarge: more than 65,535 entries, or one of 4 GiB.
Result<std::string> writeZip(const std::vector<ZipEntry>& entries);

/// The files in a zip, in the order of its directory; folders are left out. Invalid `bad_zip`: cut off or damaged (the
/// CRC-32 of each is checked), encrypted, in several parts, in the 64-bit form, packed by another method than
/// "deflated", names that are absolute, leave the archive or stand there twice, contents that overlap. TooLarge: over
/// the limits, judged by what is said before anything is unpacked.
Result<std::vector<ZipEntry>> readZip(std::string_view bytes, const ZipLimits& limits = {});

} // namespace xp
