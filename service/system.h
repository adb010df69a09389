// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is asked of the operating system and the C library.

#include <span>

namespace xp::service {

/// Large bodies and batches come and go on several threads. By default the C library would keep their room for each of
/// them: a quarter of the memory of a busy service. To be called before threads start.
void giveMemoryBack();

/// What was needed in a busy time and lies about since goes back to the system. Holds up whoever asks for memory
/// meanwhile, some 100 ms for 50 MB. Elsewhere than with the GNU C library it does nothing.
void giveFreeMemoryBack();

/// The calling thread works only while others do not need the processor much. Elsewhere than on Linux it does nothing.
void workInBackground();

/// Overwrites the secrets in what the process list shows of a command line: the values of options that end in `-token`
/// or
/// `-api-key`, and the passwords within URLs. To be called when the arguments have been copied; until then, for some
/// milliseconds, they are to be seen, so the environment is the better place.
void hideSecrets(std::span<char* const> arguments);

} // namespace xp::service
