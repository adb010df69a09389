// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/units/unittable.h"

#include <QVariantList>

#include <span>

namespace xp {

/// An event that was told without an experiment.
struct UserEvent
{
    std::string scope;
    StoredEvent event; ///< without a variant
};

/// Where events are that were told without an experiment; an empty one means all.
struct EventScopes
{
    std::string project;
    std::string environment;

    bool holds(std::string_view scope) const;
};

/// All rows about one person.
struct PersonRows
{
    struct InExperiment
    {
        std::string experimentId;
        Assignment assignment;
        std::vector<StoredEvent> events;
    };
    std::vector<InExperiment> experiments;
    std::vector<UserEvent> events;
    std::vector<std::string> aliases{}; ///< other ids that mean the same person
};

/// What a removal has removed.
struct ErasedRows
{
    std::int64_t assignments = 0; ///< that live on under random ids
    std::int64_t events = 0;
    std::vector<std::string> ids{};         ///< of the person
    std::vector<std::string> experiments{}; ///< where the person had an assignment
};

/// A person's rows across experiments. Events of an experiment stand in the order of their arrival, so each experiment
/// where the person is costs a look at all of its events.
class PersonTable
{
public:
    explicit PersonTable(Connection& connection) : m_connection(connection) {}

    /// `scopes`: of the events told without an experiment.
    Result<PersonRows> read(const std::string& unit, std::span<const std::string> experimentIds,
                            const EventScopes& scopes);
    /// Removes events, their ids and the context; assignment and totals stay, under an id that says nothing, so that no
    /// result changes. In the caller's transaction.
    Result<ErasedRows> erase(const std::string& unit, std::span<const std::string> experimentIds,
                             const EventScopes& scopes);

    /// What is left of the events under any of a person's ids, in experiments where the person was: there the id may
    /// have had an assignment before it was joined to another. Returns how many. In the caller's transaction.
    Result<std::int64_t> eraseEvents(std::span<const std::string> units, std::span<const std::string> experimentIds);

private:
    Result<std::vector<std::string>> within(const EventScopes& scopes);
    Result<std::int64_t> erase(const std::string& unit, const std::string& experimentId);
    Result<std::int64_t> change(std::string_view sql, const QVariantList& values);

    Connection& m_connection;
};

} // namespace xp
