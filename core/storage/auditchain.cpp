// SPDX-License-Identifier: Apache-2.0
#include "core/storage/auditchain.h"

#include "core/storage/connection.h"

#include <QCryptographicHash>

namespace xp {

namespace {

constexpr std::int64_t kPageRows = 1000;

struct StoredEntry
{
    ChainedEntry entry;
    std::string hash;
};

Result<std::vector<StoredEntry>> entriesAfter(Connection& connection, std::int64_t number)
{
    std::vector<StoredEntry> page;
    auto read = connection.run("SELECT number, id, at, actor, action, experiment_id, changes, reason, hash"
                               " FROM audit_log WHERE number > ? ORDER BY number LIMIT ?",
                               {param(number), param(kPageRows)}, [&](const Row& row) {
                                   page.push_back({{row.integer(0), row.text(1), row.integer(2), row.text(3),
                                                    row.text(4), row.text(5), row.text(6), row.text(7)},
                                                   row.text(8)});
                               });
    return read.map([&](std::int64_t) { return std::move(page); });
}

/// What is wrong with an entry that follows `head`; empty: nothing.
std::string faultOf(const StoredEntry& stored, const AuditAnchor& head, const std::optional<AuditAnchor>& anchor)
{
    const std::string number = std::to_string(head.number + 1);
    if (stored.entry.number != head.number + 1)
        return "entry " + number + " is missing";
    if (stored.hash != chainedHash(head.hash, stored.entry))
        return "entry " + number + " (" + stored.entry.id + ") is not as it was written";
    if (anchor && anchor->number == stored.entry.number && anchor->hash != stored.hash)
        return "entry " + number + " has another hash than the one given: the log has been written anew";
    return {};
}

Result<AuditAnchor> storedHead(Connection& connection)
{
    AuditAnchor head;
    auto read = connection.run("SELECT number, hash FROM audit_head WHERE id = 1", {}, [&](const Row& row) {
        head = {row.integer(0), row.text(1)};
    });
    return read.map([&](std::int64_t) { return head; });
}

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
    const auto head = storedHead(connection);
    if (!head)
        return Failure(head.error());
    AuditProof proof;
    for (;;) {
        const auto page = entriesAfter(connection, proof.head.number);
        if (!page)
            return Failure(page.error());
        for (const StoredEntry& stored : *page) {
            if (auto fault = faultOf(stored, proof.head, anchor); !fault.empty()) {
                proof.broken = std::move(fault);
                return proof;
            }
            proof.head = {stored.entry.number, stored.hash};
            if (proof.head.number == head->number && proof.head.hash != head->hash) {
                proof.broken = "the newest entry is not the one that was written last";
                return proof;
            }
        }
        if (page->empty())
            break;
    }
    const auto headNow = storedHead(connection); // what is appended meanwhile raises it as well
    if (!headNow)
        return Failure(headNow.error());
    if (proof.head.number > headNow->number)
        proof.broken = "entry " + std::to_string(proof.head.number) + " was added by somebody else";
    else if (proof.head.number < head->number)
        proof.broken =
            "entries " + std::to_string(proof.head.number + 1) + " to " + std::to_string(head->number) + " are missing";
    else if (anchor && anchor->number > proof.head.number)
        proof.broken = "entry " + std::to_string(anchor->number) + ", whose hash was given, is missing";
    return proof;
}

} // namespace xp
