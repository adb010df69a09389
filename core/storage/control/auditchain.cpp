// SPDX-License-Identifier: Apache-2.0
#include "core/storage/control/auditchain.h"

#include "core/storage/connection/connection.h"

#include <QCryptographicHash>
#include <limits>

namespace xp {

namespace {

constexpr std::int64_t kPageRows = 1000;
constexpr std::int64_t kLargest = std::numeric_limits<std::int64_t>::max();

struct StoredEntry
{
    ChainedEntry entry;
    std::string hash;
};

using Head = std::optional<AuditAnchor>; ///< none: the row is gone

Result<std::vector<StoredEntry>> entriesFrom(Connection& connection, std::int64_t number)
{
    std::vector<StoredEntry> page;
    auto read = connection.run("SELECT number, id, at, actor, action, experiment_id, changes, reason, hash"
                               " FROM audit_log WHERE number BETWEEN ? AND ? ORDER BY number LIMIT ?",
                               {param(number), param(kLargest), param(kPageRows)}, [&](const Row& row) {
                                   page.push_back({{row.integer(0), row.text(1), row.integer(2), row.text(3),
                                                    row.text(4), row.text(5), row.text(6), row.text(7)},
                                                   row.text(8)});
                               });
    return read.map([&](std::int64_t) { return std::move(page); });
}

Result<Head> storedHead(Connection& connection)
{
    Head head;
    auto read = connection.run("SELECT number, hash FROM audit_head WHERE id = 1", {}, [&](const Row& row) {
        head = {row.integer(0), row.text(1)};
    });
    return read.map([&](std::int64_t) { return head; });
}

class AuditCheck
{
public:
    AuditCheck(Connection& connection, const std::optional<AuditAnchor>& anchor)
        : m_connection(connection), m_anchor(anchor)
    {
    }

    Result<AuditProof> run()
    {
        return lookForStrays().and_then([&] { return walk(); }).map([&] { return std::move(m_proof); });
    }

private:
    void found(std::string fault)
    {
        if (++m_proof.faults <= static_cast<std::int64_t>(AuditProof::kMostTold))
            m_proof.told.push_back(std::move(fault));
    }

    /// What no walk from 1 on would meet. SQLite keeps a text in a column of numbers, too.
    Result<void> lookForStrays()
    {
        return m_connection
            .run("SELECT id, number FROM audit_log WHERE NOT (number BETWEEN 1 AND ?) ORDER BY number, id",
                 {param(kLargest)},
                 [&](const Row& row) {
                     found("entry " + row.text(0) + " was added by somebody else: it has the number " + row.text(1));
                 })
            .map([](std::int64_t) {});
    }

    Result<void> walk()
    {
        for (std::int64_t next = 1;;) {
            const auto before = storedHead(m_connection);
            const auto page = before ? entriesFrom(m_connection, next) : Failure(before.error());
            // An entry and the head that tells of it are written at once, so this one tells of every entry read.
            const auto after = page ? storedHead(m_connection) : Failure(page.error());
            if (!after)
                return Failure(after.error());
            for (const StoredEntry& stored : *page)
                look(stored, *after);
            if (page->empty() || page->back().entry.number == kLargest) {
                lookAtEnd(*before);
                return {};
            }
            next = page->back().entry.number + 1;
        }
    }

    void look(const StoredEntry& stored, const Head& head)
    {
        AuditAnchor& last = m_proof.head;
        const std::string number = std::to_string(stored.entry.number);
        if ((head && stored.entry.number > head->number) || stored.entry.number <= last.number) {
            found("entry " + number + " was added by somebody else");
            return;
        }
        // What follows a gap has lost the hash that its own goes on from; the next one's covers it again.
        if (stored.entry.number != last.number + 1)
            foundMissing(last.number + 1, stored.entry.number - 1);
        else if (stored.hash != chainedHash(last.hash, stored.entry))
            found("entry " + number + " (" + stored.entry.id + ") is not as it was written");
        else if (m_anchor && m_anchor->number == stored.entry.number && m_anchor->hash != stored.hash)
            found("entry " + number + " has another hash than the one given: the log has been written anew");
        last = {stored.entry.number, stored.hash};
    }

    /// `head` was read before it was found that nothing follows.
    void lookAtEnd(const Head& head)
    {
        const AuditAnchor& last = m_proof.head;
        if (!head)
            found("the row of audit_head, which tells the newest entry, is missing");
        else if (last.number < head->number)
            foundMissing(last.number + 1, head->number);
        else if (last.number > head->number)
            found("audit_head tells of entry " + std::to_string(head->number) + " as the newest");
        else if (last.hash != head->hash)
            found("the newest entry is not the one that was written last");
        if (m_anchor && m_anchor->number > last.number)
            found("entry " + std::to_string(m_anchor->number) + ", whose hash was given, is missing");
    }

    void foundMissing(std::int64_t first, std::int64_t last)
    {
        found(first == last ? "entry " + std::to_string(first) + " is missing"
                            : "entries " + std::to_string(first) + " to " + std::to_string(last) + " are missing");
    }

    Connection& m_connection;
    const std::optional<AuditAnchor>& m_anchor;
    AuditProof m_proof;
};

} // namespace

std::string chainedHash(const std::string& before, const ChainedEntry& entry)
{
    const nlohmann::json fields{entry.number, entry.id,           entry.at,      entry.actor,
                                entry.action, entry.experimentId, entry.changes, entry.reason};
    const std::string text = before + '\n' + fields.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return QCryptographicHash::hash(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())),
                                    QCryptographicHash::Sha256)
        .toHex()
        .toStdString();
}

Result<AuditProof> verifyAuditLog(Connection& connection, const std::optional<AuditAnchor>& anchor)
{
    return AuditCheck(connection, anchor).run();
}

} // namespace xp
