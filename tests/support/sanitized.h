// SPDX-License-Identifier: Apache-2.0
// Bounds on time and memory are of what is delivered: a build with sanitizers is several times as slow and as large.
#pragma once

namespace xp::test {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

} // namespace xp::test
