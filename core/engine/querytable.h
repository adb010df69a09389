// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/files/querysource.h"
#include "core/storage/external/externalreader.h"

#include <QIODevice>

namespace xp {

/// Both answers as one table with a row for each unit, as CSV in UTF-8: the columns of the exposures, then those of the
/// facts, 0 where a unit has none. Returns the number of rows. The errors are those of ExternalReader, and Invalid
/// where the facts do not begin with a column of the exposures, or hold something else than numbers.
Result<std::int64_t> writeTable(ExternalReader& reader, const QuerySource& source, const std::string& since,
                                QIODevice& out);

} // namespace xp
