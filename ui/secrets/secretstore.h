// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"

#include <QString>

#include <functional>

class QObject;

namespace xp::ui {

/// Where tokens are kept between two runs: the system's keychain. Nothing here waits; answers come on the caller's
/// event loop, and not at all once `context` is gone. Errors are Unavailable `keychain_unavailable`.
class SecretStore
{
public:
    virtual ~SecretStore() = default;

    using OnRead = std::function<void(const Result<QString>& secret)>; ///< empty: none is kept
    using OnDone = std::function<void(const Result<void>& done)>;

    virtual void read(const QString& name, QObject* context, OnRead answer) = 0;
    virtual void write(const QString& name, const QString& secret, QObject* context, OnDone answer) = 0;
    virtual void remove(const QString& name, QObject* context, OnDone answer) = 0;
};

} // namespace xp::ui
