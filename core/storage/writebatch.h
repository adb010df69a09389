// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/momentsums.h"
#include "core/storage/unitwriter.h"

#include <map>

namespace xp {

/// The work of one UnitWriter::apply(), step by step. Within the caller's transaction; refers to the commands.
class WriteBatch
{
public:
    /// `reread` keeps experiments that had to be read because a command's copy was out of date, by id.
    using Reread = std::map<std::string, LiveExperimentPtr, std::less<>>;

    WriteBatch(Connection& connection, std::int64_t writer, std::span<const Command> commands, Reread& reread)
        : m_connection(connection), m_writer(writer), m_commands(commands), m_reread(reread)
    {
    }

    Result<std::vector<Outcome>> run();

private:
    struct StoredExperiment
    {
        std::string_view id;
        LiveExperimentPtr live; ///< as stored; none: it is gone
    };
    struct Unit
    {
        std::size_t experiment = 0; ///< position in m_experiments
        std::string_view id;
        bool assigned = false;
        bool forced = false; ///< not analysed
        std::int16_t variant = 0;
        std::int32_t epoch = 0;
        Timestamp assignedAt{};
        std::size_t createdBy = kNobody; ///< the command that made the assignment
    };
    static constexpr std::size_t kNobody = static_cast<std::size_t>(-1);

    void collectUnits();
    Result<void> lockExperiments();
    Result<void> readAssignments(bool onlyNew);
    Result<void> makeAssignments();
    Result<void> insertAssignments();
    std::optional<std::int16_t> splitOf(const AssignCommand& command, const Unit& unit) const;
    bool assignedBefore(const Unit& unit, std::size_t command) const;
    void answerAssignments();
    Result<void> recordEventIds();
    Result<void> insertEvents();
    Result<void> addStatistics();

    Connection& m_connection;
    std::int64_t m_writer;
    std::span<const Command> m_commands;
    Reread& m_reread;
    std::vector<StoredExperiment> m_experiments; ///< sorted by id
    std::vector<Unit> m_units;                   ///< sorted by experiment and unit
    std::vector<std::size_t> m_unitOf;           ///< by command
    std::vector<Outcome> m_outcomes;             ///< by command
};

} // namespace xp
