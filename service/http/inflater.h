// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace xp::service {

/// Unpacks gzip as it arrives, never beyond a limit: what unpacks to gigabytes is refused after the limit's bytes. What
/// costs its sender next to nothing is refused sooner: beyond a mebibyte, more than kMostTimes what was sent.
class Inflater
{
public:
    enum class Outcome { Ok, TooLarge, TooDense, Broken };
    static constexpr std::size_t kMostTimes = 100;

    Inflater();
    ~Inflater();

    Outcome append(std::string_view packed, std::string& unpacked, std::size_t limit);
    bool isComplete() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace xp::service
