// SPDX-License-Identifier: Apache-2.0
#include "service/system.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

#ifdef __GLIBC__
#include <malloc.h>
#endif
#ifdef __linux__
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace xp::service {

namespace {

/// Characters [from, to) of an argument.
void blank(char* argument, std::size_t from, std::size_t to)
{
    std::fill(argument + from, argument + to, 'x');
}

bool isSecret(std::string_view option)
{
    return option.starts_with("--") &&
           (option.ends_with("-token") || option.ends_with("-api-key") || option == "--pseudonymise");
}

/// Of `scheme://user:password@host/database?sslpassword=...`, whether its parts are escaped as they should be or not.
void hidePasswords(char* argument)
{
    const std::string_view text(argument);
    const std::size_t scheme = text.find("://");
    if (scheme == std::string_view::npos)
        return;
    const std::size_t colon = text.find(':', scheme + 1);
    const std::size_t at = text.rfind('@');
    if (at != std::string_view::npos && colon < at)
        blank(argument, colon + 1, at);
    constexpr std::string_view kParameter = "password=";
    for (std::size_t found = text.find(kParameter); found != std::string_view::npos;
         found = text.find(kParameter, found + 1))
        blank(argument, found + kParameter.size(), std::min(text.find('&', found), text.size()));
}

} // namespace

void giveMemoryBack()
{
#ifdef __GLIBC__
    mallopt(M_ARENA_MAX, 2);
    // What comes with every batch of events stays: a page that is given back costs a fault when it is asked for again.
    mallopt(M_MMAP_THRESHOLD, 2 * 1024 * 1024);
    mallopt(M_TRIM_THRESHOLD, 8 * 1024 * 1024);
#endif
}

void giveFreeMemoryBack()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

void workInBackground()
{
#ifdef __linux__
    constexpr int kNice = 10;
    setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), kNice); // there a thread's own; a refusal does no harm
#endif
}

void hideSecrets(std::span<char* const> arguments)
{
    bool isValue = false;
    for (char* const argument : arguments) {
        const std::string_view text(argument);
        const std::size_t sign = text.find('=');
        if (isValue)
            blank(argument, 0, text.size());
        else if (sign != std::string_view::npos && isSecret(text.substr(0, sign)))
            blank(argument, sign + 1, text.size());
        else
            hidePasswords(argument);
        isValue = !isValue && isSecret(text);
    }
}

} // namespace xp::service
