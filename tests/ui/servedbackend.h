// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/offline/offlinebackend.h"

namespace xp::test {

/// Experiments out of memory that count as a service's: what may be done to them is offered. (Tried, it is refused.)
class ServedBackend : public OfflineBackend
{
public:
    using OfflineBackend::OfflineBackend;
    bool isReadOnly() const override { return false; }
};

} // namespace xp::test
