// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"

#include <QCoreApplication>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace xp {

/// An answer that is still to come: what `Backend` returns at once instead of waiting.
///
/// The callback runs on the event loop of the thread that asked, never inside `then` itself, at most once, and not at
/// all once the reply was cancelled or the context is gone. Copies share one answer. Without threads, on purpose: a
/// backend that works in another thread comes back to the asking one before it finishes.
template <typename T>
class Reply
{
public:
    using Callback = std::function<void(const Result<T>&)>;

    Reply() : m_state(std::make_shared<State>()) {}

    /// An answer that is known already; it still arrives through the event loop.
    static Reply of(Result<T> result)
    {
        Reply reply;
        reply.finish(std::move(result));
        return reply;
    }

    /// `context` is the object the callback belongs to: when it dies, the answer is dropped.
    void then(QObject* context, Callback callback) const
    {
        m_state->context = context;
        m_state->callback = std::move(callback);
        if (m_state->result)
            deliver(m_state);
    }

    /// The answer is no longer wanted: nothing is delivered any more, and the work behind it is stopped.
    void cancel() const
    {
        if (m_state->cancelled)
            return;
        m_state->cancelled = true;
        m_state->callback = nullptr;
        if (const auto stop = std::exchange(m_state->stop, nullptr))
            stop();
    }

    bool isCancelled() const { return m_state->cancelled; }
    bool isFinished() const { return m_state->result.has_value(); }

    // For those who answer:

    /// The first answer counts; one after a cancel is dropped.
    void finish(Result<T> result) const
    {
        if (m_state->cancelled || m_state->result)
            return;
        m_state->stop = nullptr;
        m_state->result = std::move(result);
        if (m_state->callback)
            deliver(m_state);
    }

    /// Called once if the asker cancels before the answer is there.
    void onCancel(std::function<void()> stop) const
    {
        if (!m_state->result && !m_state->cancelled)
            m_state->stop = std::move(stop);
    }

private:
    struct State
    {
        std::optional<Result<T>> result;
        QPointer<QObject> context;
        Callback callback;
        std::function<void()> stop;
        bool cancelled = false;
    };

    static void deliver(const std::shared_ptr<State>& state)
    {
        // The callback leaves the state here: it may hold other replies, and must go even if the event never runs.
        auto callback = std::exchange(state->callback, nullptr);
        if (!state->context)
            return;
        QMetaObject::invokeMethod(
            state->context.data(),
            [state, callback = std::move(callback)] {
                if (!state->cancelled)
                    callback(*state->result);
            },
            Qt::QueuedConnection);
    }

    std::shared_ptr<State> m_state;
};

/// The newest of several questions about the same thing. Asking again cancels the one before, so that a late answer
/// never overwrites a newer one; so does going away.
template <typename T>
class LatestReply
{
public:
    LatestReply() = default;
    LatestReply(const LatestReply&) = delete;
    LatestReply& operator=(const LatestReply&) = delete;
    ~LatestReply() { cancel(); }

    void ask(Reply<T> reply, QObject* context, typename Reply<T>::Callback callback)
    {
        cancel();
        m_reply = std::move(reply);
        m_reply->then(context, std::move(callback));
    }

    void cancel()
    {
        if (m_reply)
            m_reply->cancel();
        m_reply.reset();
    }

    /// Whether an answer is still under way.
    bool isPending() const { return m_reply && !m_reply->isFinished(); }

private:
    std::optional<Reply<T>> m_reply;
};

} // namespace xp
