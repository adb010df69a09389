// SPDX-License-Identifier: Apache-2.0
#include "service/http/inflater.h"

#include <algorithm>
#include <array>
#include <zlib.h>

namespace xp::service {

namespace {

/// Bytes that may come out however few went in.
constexpr std::size_t kAlways = 1024 * 1024;

} // namespace

struct Inflater::State
{
    z_stream stream{};
    bool isReady = false;
    bool isComplete = false;
    std::size_t sent = 0; ///< packed bytes

    State() { isReady = inflateInit2(&stream, 15 + 16) == Z_OK; } // 16: a gzip header, nothing else
    ~State()
    {
        if (isReady)
            inflateEnd(&stream);
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
};

Inflater::Inflater() : m_state(std::make_unique<State>()) {}
Inflater::~Inflater() = default;

bool Inflater::isComplete() const
{
    return m_state->isComplete;
}

Inflater::Outcome Inflater::append(std::string_view packed, std::string& unpacked, std::size_t limit)
{
    if (!m_state->isReady)
        return Outcome::Broken;
    z_stream& stream = m_state->stream;
    // zlib's interface takes a pointer to non-const, and does not write through it.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    m_state->sent += packed.size();
    const std::size_t allowed = kAlways + kMostTimes * m_state->sent;
    std::array<char, 32 * 1024> piece;
    bool isPieceFull = false;
    while (stream.avail_in > 0 || isPieceFull) {
        if (m_state->isComplete) // gzip may consist of several members, one behind the other
            m_state->isComplete = inflateReset(&stream) != Z_OK;
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        const int result = inflate(&stream, Z_NO_FLUSH);
        const std::size_t count = piece.size() - stream.avail_out;
        if (unpacked.size() + count > limit)
            return Outcome::TooLarge;
        if (unpacked.size() + count > allowed)
            return Outcome::TooDense;
        unpacked.append(piece.data(), count);
        m_state->isComplete = result == Z_STREAM_END;
        isPieceFull = stream.avail_out == 0 && result == Z_OK;
        if (result == Z_BUF_ERROR && count == 0)
            break; // needs more input
        if (result != Z_OK && result != Z_STREAM_END)
            return Outcome::Broken;
    }
    return Outcome::Ok;
}

} // namespace xp::service
