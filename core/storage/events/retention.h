// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "core/domain/timestamp.h"

#include <atomic>

namespace xp {

class Connection;

// Raw events are kept for a time, in whole months of their arrival (UTC). What those that go counted for is sealed, so
// no result changes; event_ids stays, so that what comes again is known.

/// Of an event: it arrived at most so long before it happened, by the client's clock and those of replicas.
inline constexpr auto kTimesDiffer = std::chrono::hours(25);

/// The first moment that is kept: of the month that `days` ago falls into. days > 0.
Timestamp retainedSince(Timestamp now, int days);

/// Events that arrived before this moment may be sealed: a recomputation starts from the sealed sums. It never moves
/// back. The epoch (1970): none are.
Result<Timestamp> sealedUntil(Connection& connection);

/// All events that happened from this moment on are there: clients may be 24 h ahead, and replicas differ.
Timestamp completeSince(Timestamp sealedUntil);

/// Since when units have their covariates made anew: what these are made from is there in full. In a transaction, as
/// historyHorizon().
Result<Timestamp> covariatesSince(Connection& connection);

/// Seals and removes the events that arrived before `before`, a few thousand in a transaction, beside which events are
/// taken in as ever, until `stop` is set. Several processes may do so at once. Returns how many went. Outside of any
/// transaction.
Result<std::int64_t> sealEvents(Connection& connection, Timestamp before, const std::atomic<bool>* stop = nullptr);

struct Retained
{
    std::int64_t events = 0; ///< that were sealed
    int months = 0;          ///< of PostgreSQL that were dropped
};
/// What is to be done from time to time: makes the months to come, and with `days` > 0 seals what is older and drops
/// the months that are empty. Outside of any transaction.
Result<Retained> retainEvents(Connection& connection, Timestamp now, int days, const std::atomic<bool>* stop = nullptr);

} // namespace xp
