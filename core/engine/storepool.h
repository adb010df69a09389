// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/faults.h"
#include "core/storage/store.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace xp {

/// A few threads, each with a database connection of its own, for work that may take a moment: lists, reports,
/// lifecycle. Thread-safe. A connection that cannot be made fails the job at hand with Unavailable, and likewise those
/// of the next moment, at once: where packets are dropped every attempt takes seconds, and jobs would queue behind
/// them. A job that throws costs itself and its connection, which may be within a transaction; what it holds goes, so
/// that a request that it was to answer is answered 500.
class StorePool
{
public:
    using Job = std::function<void(Result<Store*>)>;

    StorePool(DatabaseUrl url, std::size_t threads, OnFault onFault = {}, std::size_t maxQueued = 1000);
    ~StorePool(); ///< stop()

    /// Runs `job` once, on one of the threads. Overloaded when too many wait; then it is not called.
    Result<void> run(Job job);

    /// Runs `work(store)` and hands its Result to `done`, both on a thread of the pool; every failure reaches `done`,
    /// and so does an exception, as Internal.
    template <typename Work, typename Done>
    void run(Work work, Done done)
    {
        using Answer = decltype(work(std::declval<Store&>()));
        auto shared = std::make_shared<Done>(std::move(done));
        auto accepted = run([work = std::move(work), shared](Result<Store*> store) mutable {
            std::exception_ptr thrown;
            (*shared)(answerOf(work, std::move(store), thrown));
            if (thrown) // the loop has to know
                std::rethrow_exception(thrown);
        });
        if (!accepted)
            (*shared)(Answer(Failure(std::move(accepted.error()))));
    }

    /// What `work` makes of the store. What it throws is kept in `thrown`, to be thrown again once somebody is told.
    template <typename Work>
    static auto answerOf(Work& work, Result<Store*> store, std::exception_ptr& thrown)
        -> decltype(work(std::declval<Store&>()))
    {
        if (!store)
            return Failure(std::move(store.error()));
        try {
            return work(**store);
        } catch (...) {
            thrown = std::current_exception();
            return Failure(faultError());
        }
    }

    std::size_t queued() const;
    /// What waits is not run: what it holds goes.
    void drop();
    /// Finishes what is queued, then ends the threads. With a patience, threads that are still at work after it are
    /// left behind: their jobs must hold all that they use. False: there are such.
    bool stop(std::optional<std::chrono::milliseconds> patience = {});

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

} // namespace xp
