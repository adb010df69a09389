// SPDX-License-Identifier: Apache-2.0
#include "core/targeting/pattern.h"

#include <re2/re2.h>

namespace xp {

namespace {

constexpr std::int64_t kMostMemory = 1 << 20;

re2::StringPiece piece(std::string_view text)
{
    return {text.data(), text.size()};
}

} // namespace

tl::expected<Pattern, std::string> Pattern::compile(std::string_view text, bool ignoresCase)
{
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_case_sensitive(!ignoresCase);
    options.set_max_mem(kMostMemory);
    auto compiled = std::make_shared<const re2::RE2>(piece(text), options);
    if (!compiled->ok())
        return tl::unexpected(compiled->error());
    return Pattern(std::move(compiled));
}

bool Pattern::isFoundIn(std::string_view text) const
{
    return re2::RE2::PartialMatch(piece(text), *m_compiled);
}

} // namespace xp
