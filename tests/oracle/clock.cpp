// SPDX-License-Identifier: Apache-2.0
// Preloaded into xp-service: the wall clock stands where the file named by XP_TEST_CLOCK says (microseconds since 1970,
// eight bytes), so that a test can let units be exposed on any day and events fall on the very edge of a window. Clocks
// that measure durations run on.
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace {

using Original = int (*)(clockid_t, timespec*);

const volatile std::int64_t* openClock()
{
    const char* path = std::getenv("XP_TEST_CLOCK");
    const int file = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
    if (file < 0)
        return nullptr;
    void* mapped = mmap(nullptr, sizeof(std::int64_t), PROT_READ, MAP_SHARED, file, 0);
    close(file);
    return mapped == MAP_FAILED ? nullptr : static_cast<const volatile std::int64_t*>(mapped);
}

} // namespace

extern "C" __attribute__((visibility("default"))) int clock_gettime(clockid_t clock, timespec* time) noexcept
{
    static const auto original = reinterpret_cast<Original>(dlsym(RTLD_NEXT, "clock_gettime"));
    static const volatile std::int64_t* const place = openClock();
    if (!place || (clock != CLOCK_REALTIME && clock != CLOCK_REALTIME_COARSE))
        return original(clock, time);
    const std::int64_t now = *place;
    time->tv_sec = now / 1'000'000;
    time->tv_nsec = now % 1'000'000 * 1000;
    return 0;
}
