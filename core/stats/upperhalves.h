// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace xp::stats {

/// Clears the upper halves of the vector registers, where there are some. What a C library's AVX-512 functions leave in
/// them makes portable (SSE2) code wait for it at every step beside AVX code such as the library's own exp(): bounds of
/// 20 looks then take 40 ms rather than 4. To be called before something long is computed; costs a few cycles. The
/// numbers are the same. (Intel 64 and IA-32 Architectures Optimization Reference Manual, "Mixing AVX code with SSE
/// code".)
inline void clearUpperHalves()
{
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__AVX__)
    if (__builtin_cpu_supports("avx"))
        asm volatile("vzeroupper");
#endif
}

} // namespace xp::stats
