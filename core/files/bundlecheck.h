// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/files/bundle.h"

namespace xp {

/// A bundle as it was opened, and what in it is not what it should be.
struct CheckedBundle
{
    Bundle bundle;
    std::size_t numbers = 0; ///< that were computed again and compared
    /// In the order of the files; empty when every number is equal and every file is the one that was written. Codes:
    /// `bundle_differs` {file, path, said, expected}, `bundle_checksum` {file}, `bundle_missing` {file},
    /// `bundle_unknown_file` {file}.
    std::vector<Sentence> differences;
};

/// Opens a bundle, computes all of it again from its sufficient statistics and compares. Pure: no network, no database.
/// Invalid: not a zip file (see readZip), no or a broken manifest, or no sufficient statistics that can be read.
/// Unsupported: of a later format. A bundle that can be opened has a value, however much in it is wrong.
Result<CheckedBundle> checkBundle(std::string_view bytes);

} // namespace xp
