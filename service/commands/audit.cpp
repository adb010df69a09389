// SPDX-License-Identifier: Apache-2.0
#include "core/engine/opendatabase.h"
#include "core/storage/connection/databasefile.h"
#include "core/storage/control/auditchain.h"
#include "core/storage/store.h"
#include "service/commands/arguments.h"
#include "service/commands/commands.h"
#include "service/commands/terminal.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

namespace xp::service {

namespace {

using Use = ArgumentRule::Use;

constexpr std::array kRules{
    ArgumentRule{"--anchor", Use::Once, "NUMBER:HASH", "what an earlier run printed; the log must go through it"},
    ArgumentRule{"--help", Use::Flag, "", ""}};

std::string help()
{
    return "xp-service audit verify [--anchor NUMBER:HASH] [--database-url URL]\n\n"
           "Says whether every entry of the audit log is there and as it was written. Each entry's hash covers the "
           "one\n"
           "before, so nothing can be changed, left out or put in without all that follow changing too. Who may write "
           "to\n"
           "the database can take the newest entries away, or write all anew, and nothing in it would tell. Keep the "
           "line\n"
           "it prints elsewhere: with --anchor, later, it shows that as well, for all up to that entry.\n"
           "Exit code 0: all is well; 1: it is not, and where.\n\n" +
           describe(kRules);
}

int misuse(const std::string& text)
{
    std::fprintf(stderr, "xp-service audit: %s\n\n%s", text.c_str(), help().c_str());
    return 2;
}

std::optional<AuditAnchor> anchorOf(const std::string& text)
{
    AuditAnchor anchor;
    const char* const end = text.data() + text.size();
    const auto [after, ec] = std::from_chars(text.data(), end, anchor.number);
    if (ec != std::errc() || after == end || *after != ':' || anchor.number < 1)
        return std::nullopt; // any log goes through the beginning: that would show nothing
    anchor.hash.assign(after + 1, end);
    std::ranges::transform(anchor.hash, anchor.hash.begin(),
                           [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c | 0x20) : c; });
    return anchor.hash.empty() ? std::nullopt : std::optional(anchor);
}

void printFaults(const AuditProof& proof)
{
    if (proof.faults == 1) {
        std::fprintf(stderr, "The audit log has been tampered with: %s.\n", proof.told.front().c_str());
        return;
    }
    std::fprintf(stderr, "The audit log has been tampered with, %lld faults:\n", static_cast<long long>(proof.faults));
    for (const std::string& fault : proof.told)
        std::fprintf(stderr, "  %s\n", fault.c_str());
    if (proof.faults > static_cast<std::int64_t>(proof.told.size()))
        std::fprintf(stderr, "  ...\n");
}

} // namespace

int runAudit(const Options& options, std::span<const std::string> words)
{
    const auto arguments = Arguments::parse(words, kRules, 1);
    if (!arguments)
        return misuse(arguments.error().sentence.text);
    if (arguments->has("--help")) {
        std::fputs(help().c_str(), stdout);
        return 0;
    }
    if (arguments->others() != std::vector<std::string>{"verify"})
        return misuse("what it does is 'verify'");
    std::optional<AuditAnchor> anchor;
    if (arguments->has("--anchor")) {
        anchor = anchorOf(arguments->value("--anchor"));
        if (!anchor)
            return misuse("--anchor is like 12:5feceb66ffc8...");
    }
    const auto proof =
        requireDatabaseFile(options.database)
            .and_then([&] { return requireWholeFile(options.database); })
            .and_then([&] { return Store::open(options.database); })
            .and_then([&](const std::unique_ptr<Store>& store) -> Result<AuditProof> {
                if (const auto state = store->schemaState(); state && *state == SchemaState::Empty)
                    return fail(ErrorCode::NotFound, "no_tables", options.database.display + " holds no tables yet");
                return verifyAuditLog(store->connection(), anchor);
            });
    if (!proof) {
        printError(ofDatabase(options.database, proof.error()).value());
        return 1;
    }
    if (proof->faults > 0) {
        printFaults(*proof);
        return 1;
    }
    if (proof->head.number == 0) {
        std::printf("0 entries, so there is no anchor yet\n");
        return 0;
    }
    std::printf("%lld entries, all as they were written. Anchor: %lld:%s\n", static_cast<long long>(proof->head.number),
                static_cast<long long>(proof->head.number), proof->head.hash.c_str());
    return 0;
}

} // namespace xp::service
