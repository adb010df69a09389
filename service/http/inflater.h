// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace xp::service {

/// Unpacks gzip as it arrives, never beyond a limit: what unpacks to gigabytes is refused after the limit's bytes.
class Inflater
{
public:
    enum class Outcome { Ok, TooLarge, Broken };

    Inflater();
    ~Inflater();

    Outcome append(std::string_view packed, std::string& unpacked, std::size_t limit);
    bool isComplete() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace xp::service
