// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/connection/databaseurl.h"
#include "core/storage/control/audittable.h"
#include "core/storage/control/experimenttable.h"
#include "core/storage/control/keytable.h"
#include "core/storage/control/notetable.h"
#include "core/storage/control/reporttable.h"
#include "core/storage/control/webhooktable.h"
#include "core/storage/schema/migrations.h"
#include "core/storage/units/momentstable.h"
#include "core/storage/units/unittable.h"

#include <memory>

namespace xp {

class Connection;

/// The database, seen from one thread: one connection, opened and used on the thread that made it. A lost connection
/// makes the call at hand fail with ErrorCode::Unavailable; the next call connects again.
class Store
{
public:
    static Result<std::unique_ptr<Store>> open(const DatabaseUrl& url);
    ~Store();

    Result<SchemaState> schemaState();
    /// Of the present schema: tables that are not there, or that nothing can be read from. Takes a statement for each.
    Result<std::vector<std::string>> unreadableTables();
    /// Runs the numbered migrations that are missing, under a lock: replicas may start together.
    Result<void> migrate();
    Result<void> ping();
    /// False from the moment that a loss is noticed until the next call has connected again.
    bool isConnected() const;
    /// After a bulk load, and before all is read: PostgreSQL's planner learns how much there is, which it would else
    /// guess for a minute or so. Not within a transaction that others wait for.
    Result<void> analyze();

    ExperimentTable& experiments() { return m_experiments; }
    AuditTable& audit() { return m_audit; }
    KeyTable& keys() { return m_keys; }
    UnitTable& units() { return m_units; }
    MomentsTable& moments() { return m_moments; }
    ReportTable& reports() { return m_reports; }
    WebhookTable& webhooks() { return m_webhooks; }
    NoteTable& notes() { return m_notes; }
    Connection& connection() { return *m_connection; }

    /// Runs `work` (returning a Result) in one transaction: committed when it has a value, rolled back when it failed.
    /// Within another it is a part of that one, whose work must then fail with it.
    template <typename F>
    auto transaction(F&& work) -> decltype(work())
    {
        if (inTransaction())
            return work();
        if (auto begun = begin(); !begun)
            return Failure(std::move(begun.error()));
        auto result = work();
        if (!result) {
            rollback();
            return result;
        }
        if (auto done = commit(); !done)
            return Failure(std::move(done.error()));
        return result;
    }

private:
    explicit Store(std::unique_ptr<Connection> connection);
    bool inTransaction() const;
    Result<void> begin();
    Result<void> commit();
    void rollback();

    std::unique_ptr<Connection> m_connection;
    ExperimentTable m_experiments;
    AuditTable m_audit;
    KeyTable m_keys;
    UnitTable m_units;
    MomentsTable m_moments;
    ReportTable m_reports;
    WebhookTable m_webhooks;
    NoteTable m_notes;
};

} // namespace xp
