// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/evidence.h"
#include "core/files/datafile.h"
#include "core/files/importdesign.h"
#include "core/offline/unitfingerprints.h"
#include "core/offline/unittally.h"

#include <chrono>
#include <optional>

namespace xp {

/// What a file with one row a unit says: the experiment, and all that a report is computed from.
struct AnalysedFile
{
    Evidence evidence;
    std::vector<SegmentStatistics> segments; ///< one for each segment column
    std::vector<Sentence> notes;             ///< guessed kinds, rounded values, ...
    std::int64_t units = 0;
};

/// Reads a file and adds it up, a slice at a time on the thread that asks, so that a window without threads stays alive
/// in between; whoever stops asking has cancelled it. Rows are not kept: eight bytes a unit remain, to find those that
/// occur twice. The numbers and the errors are those of a service's import of the same file.
class FileAnalysis
{
public:
    /// `at`: the assignment of files without times.
    FileAnalysis(DataFile file, ImportOptions options, Timestamp at);

    /// Works for about `budget`; true when all is done. After an error there is nothing more to do.
    Result<bool> advance(std::chrono::milliseconds budget);

    struct Progress
    {
        std::int64_t rows = 0;
        std::int64_t bytes = 0; ///< of `size`
        std::int64_t size = 0;
    };
    Progress progress() const;

    /// Once advance() has said true.
    AnalysedFile take();

private:
    enum class Stage { Opening, Counting, Checking, Searching, Done };

    Result<void> open();
    Result<void> begin();
    Result<void> assume();
    Result<bool> readRow();
    Result<bool> countRow();
    Result<void> finishCounting();
    Result<void> startSearch();
    Result<bool> searchRow();
    template <typename Row>
    Result<bool> eachRow(std::chrono::steady_clock::time_point deadline, Row row);

    DataFile m_file;
    ImportOptions m_options;
    Timestamp m_at;
    Stage m_stage = Stage::Opening;
    std::optional<CsvReader> m_reader;
    std::optional<ImportColumns> m_columns;
    std::optional<UnitTally> m_tally;
    UnitFingerprints m_fingerprints;
    bool m_fingerprinted = false;                 ///< in an earlier reading
    std::optional<std::vector<Metric>> m_assumed; ///< how values are counted
    std::optional<ImportDesign> m_design;
    std::vector<ImportTable::Duplicate> m_seen; ///< suspects, with line 0 until they are seen again
    std::int64_t m_rows = 0;
};

} // namespace xp
