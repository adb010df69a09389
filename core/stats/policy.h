// SPDX-License-Identifier: Apache-2.0
#pragma once

// The portable Lanczos sum instead of the SSE2 one: the browser has no SSE2, and must get the same numbers.
#define BOOST_MATH_SPECIAL_FUNCTIONS_LANCZOS_SSE2

// Boost's own log1p and expm1 wherever it uses them itself: see elementary.h.
#include <boost/math/tools/config.hpp>
#undef BOOST_HAS_LOG1P
#undef BOOST_HAS_EXPM1

#include <boost/math/policies/policy.hpp>

namespace xp::stats {

/// The one policy every call into Boost.Math uses. No promotion to long double (it is another type in WebAssembly), and
/// failures are returned as infinity, NaN or the best value instead of thrown: inputs are checked before the call, and
/// results are checked before they leave the kernel. Included by sources only, never by a public header.
using Policy = boost::math::policies::policy<
    boost::math::policies::promote_double<false>, boost::math::policies::promote_float<false>,
    boost::math::policies::domain_error<boost::math::policies::ignore_error>,
    boost::math::policies::pole_error<boost::math::policies::ignore_error>,
    boost::math::policies::overflow_error<boost::math::policies::ignore_error>,
    boost::math::policies::underflow_error<boost::math::policies::ignore_error>,
    boost::math::policies::denorm_error<boost::math::policies::ignore_error>,
    boost::math::policies::rounding_error<boost::math::policies::ignore_error>,
    boost::math::policies::evaluation_error<boost::math::policies::ignore_error>,
    boost::math::policies::indeterminate_result_error<boost::math::policies::ignore_error>>;

} // namespace xp::stats
