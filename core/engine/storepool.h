// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/store.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace xp {

/// A few threads, each with a database connection of its own, for work that may take a moment: lists, reports,
/// lifecycle. Thread-safe. A connection that cannot be made fails the job at hand with Unavailable, and likewise those
/// of the next moment, at once: where packets are dropped every attempt takes seconds, and jobs would queue behind
/// them.
class StorePool
{
public:
    using Job = std::function<void(Result<Store*>)>;

    StorePool(DatabaseUrl url, std::size_t threads, std::size_t maxQueued = 1000);
    ~StorePool(); ///< stop()

    /// Runs `job` once, on one of the threads. Overloaded when too many wait; then it is not called.
    Result<void> run(Job job);

    /// Runs `work(store)` and hands its Result to `done`, both on a thread of the pool; every failure reaches `done`.
    template <typename Work, typename Done>
    void run(Work work, Done done)
    {
        using Answer = decltype(work(std::declval<Store&>()));
        auto shared = std::make_shared<Done>(std::move(done));
        auto accepted = run([work = std::move(work), shared](Result<Store*> store) mutable {
            (*shared)(store ? work(**store) : Answer(Failure(std::move(store.error()))));
        });
        if (!accepted)
            (*shared)(Answer(Failure(std::move(accepted.error()))));
    }

    std::size_t queued() const;
    /// Finishes what is queued, then ends the threads. With a patience, threads that are still at work after it are
    /// left behind: their jobs must hold all that they use. False: there are such.
    bool stop(std::optional<std::chrono::milliseconds> patience = {});

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

} // namespace xp
