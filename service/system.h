// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is asked of the operating system and the C library.

namespace xp::service {

/// Large bodies and batches come and go on several threads. By default the C library would keep their room for each of
/// them: a quarter of the memory of a busy service. To be called before threads start.
void giveMemoryBack();

/// The calling thread works only while others do not need the processor much. Elsewhere than on Linux it does nothing.
void workInBackground();

} // namespace xp::service
