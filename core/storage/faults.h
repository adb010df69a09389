// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"

#include <exception>
#include <functional>
#include <string>
#include <utility>

namespace xp {

// The program's own failures are Results. An exception is a mistake in it, or memory that is not there; on a thread's
// main loop it would end the process, and with it what all the others had asked for. So loops run what they are given
// under survives().

/// Hears the words of an exception that nobody caught.
using OnFault = std::function<void(const std::string& what)>;

/// What whoever waited for the work is told. The log has the words.
inline Error faultError()
{
    return {ErrorCode::Internal,
            {"fault", nlohmann::json::object(), "The service failed to do this; its log says why"},
            {}};
}

/// Runs `work`; what it throws goes to `onFault` and no further. Whether nothing was thrown.
template <typename Work>
bool survives(const OnFault& onFault, Work&& work)
{
    std::string what = "an exception of no known type";
    try {
        std::forward<Work>(work)();
        return true;
    } catch (const std::exception& exception) {
        what = exception.what();
    } catch (...) { // NOLINT(bugprone-empty-catch): it has no words of its own
    }
    if (onFault)
        onFault(what);
    return false;
}

/// The Result of `work()`; where that throws, an Internal one.
template <typename Work>
auto resultOf(const OnFault& onFault, Work&& work) -> decltype(work())
{
    decltype(work()) result = Failure(faultError());
    survives(onFault, [&] { result = work(); });
    return result;
}

} // namespace xp
