// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace xp {

/// From now on SQLite, in this process, hands the operating system a transaction's pages in pieces of up to 120 KiB.
/// Left to itself it makes two calls for each page of its write-ahead log, and a batch of events touches thousands of
/// pages. What is on disk after a commit, in which order, and what a crash leaves are what they were: SQLite's own file
/// system does the writing, before it is asked to sync, to read, or to commit. Thread-safe; the first call counts.
void gatherLogWrites();

} // namespace xp
