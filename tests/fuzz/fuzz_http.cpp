// SPDX-License-Identifier: Apache-2.0
#include "service/http/admission.h"
#include "service/http/responsewriter.h"
#include "service/http/urltext.h"

#include <cstdlib>
#include <nlohmann/json.hpp>

using namespace xp::service;

// What a client may send on a socket, through everything that reads it before a handler does. The first byte says in
// which pieces it arrives: whatever they are, the same requests must come out.

namespace {

using Event = RequestParser::Event;

const HttpLimits kLimits{.headBytes = 2048, .headerFields = 20, .bodyBytes = 4096, .batchBodyBytes = 8192};

const Router& router()
{
    static const Router kRouter = [] {
        Router made;
        for (const char* path : {"/", "/a", "/a/{id}", "/a/{id}/b", "/{kind}/c", "/files/{rest...}"})
            for (const Method method : {Method::Get, Method::Post})
                if (!made.add({.method = method,
                               .path = path,
                               .handler = [](const auto&) {},
                               .bodyType = BodyType::JsonOrNdjson}))
                    std::abort();
        return made;
    }();
    return kRouter;
}

void require(bool condition)
{
    if (!condition)
        std::abort();
}

/// Everything that a handler can ask of a request must be text that can be answered as JSON.
void use(Request& request, std::string& log)
{
    const auto json = [](std::string_view text) { return nlohmann::json(text).dump(); };
    log += std::string(methodName(request.method())) + json(request.target());
    for (const auto& [name, value] : request.queryItems())
        log += json(name) + json(value);
    for (const char* name : {"id", "kind", "rest"})
        log += json(request.parameter(name));
    for (const std::string_view segment : {request.parameter("rest")})
        require(segment != ".." && !segment.starts_with("../") && segment.find("/../") == std::string_view::npos);
    for (std::size_t i = 0; i < request.headerCount(); ++i) {
        const auto [name, value] = request.headerAt(i);
        require(!name.empty() && name.find_first_of(std::string_view(" \r\n\0:", 5)) == std::string_view::npos);
        require(value.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos);
        log += std::string(name) + '=' + std::string(value);
    }
    require(request.body().size() <= kLimits.batchBodyBytes);
    log += request.body();
}

/// All that happens to `bytes`, arriving `step` at a time.
std::string replay(std::string_view bytes, std::size_t step)
{
    static const Cors kCors({"https://a.example"});
    RequestParser parser(kLimits);
    Admission admission;
    std::string log;
    std::string buffer;
    const auto answer = [&](const Response& response) { log += '#' + std::to_string(response.status); };
    const auto finish = [&] {
        log += parser.keepAlive() ? '+' : '-';
        Request request = parser.take();
        if (admission.verdict)
            answer(*admission.verdict);
        else
            use(request, log);
    };
    for (std::size_t at = 0; at < bytes.size(); at += step) {
        buffer += bytes.substr(at, step);
        for (bool goOn = true; goOn && !buffer.empty();) {
            std::size_t consumed = 0;
            const Event event = parser.feed(buffer, consumed);
            require(consumed <= buffer.size());
            buffer.erase(0, consumed);
            if (event == Event::Failed) {
                answer(admission.verdict ? *admission.verdict : parser.failure());
                return log;
            }
            if (event == Event::Head) {
                admission = Admission::decide(parser, router(), kCors, kLimits);
                if (admission.mustClose) {
                    answer(*admission.verdict);
                    return log;
                }
                admission.verdict ? parser.dropBody(admission.bodyLimit)
                                  : parser.acceptBody(admission.bodyLimit, admission.isGzip);
                if (!parser.hasBody())
                    finish();
            } else if (event == Event::Done) {
                finish();
            }
            goOn = event != Event::NeedMore || consumed > 0;
            if (event == Event::NeedMore && consumed == 0)
                require(buffer.size() <= 64 * 1024); // what is kept waiting is bounded
        }
    }
    return log;
}

/// A body that breaks off may be seen to be wrong a few bytes sooner or later.
bool areAlike(const std::string& a, const std::string& b)
{
    const std::string& shorter = a.size() < b.size() ? a : b;
    const std::string& longer = a.size() < b.size() ? b : a;
    return longer.starts_with(shorter) &&
           (longer.size() == shorter.size() || (longer.size() == shorter.size() + 4 && longer[shorter.size()] == '#'));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 2)
        return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
    const std::string whole = replay(bytes, bytes.size());
    require(areAlike(replay(bytes, 1), whole));
    require(areAlike(replay(bytes, data[0] % 64 + 2u), whole));
    return 0;
}
