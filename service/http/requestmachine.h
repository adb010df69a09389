// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/http/requestparser.h"

#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

namespace xp::service {

/// Beast's parser, filling a Request without a container of its own.
class RequestMachine final : public boost::beast::http::basic_parser<true>
{
public:
    using ErrorCode = boost::beast::error_code;
    using Text = boost::beast::string_view;

    explicit RequestMachine(RequestParser& parser);

    int version() const { return m_version; }
    Text methodName() const { return m_methodName; }

private:
    void on_request_impl(boost::beast::http::verb, Text method, Text target, int version, ErrorCode&) override;
    void on_response_impl(int, Text, int, ErrorCode&) override {}
    void on_field_impl(boost::beast::http::field, Text name, Text value, ErrorCode& ec) override;
    void on_header_impl(ErrorCode&) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t>&, ErrorCode&) override {}
    std::size_t on_body_impl(Text body, ErrorCode& ec) override;
    void on_chunk_header_impl(std::uint64_t, Text, ErrorCode&) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, Text body, ErrorCode& ec) override { return on_body_impl(body, ec); }
    void on_finish_impl(ErrorCode&) override {}

    Request::Span spanOf(Text text) const;

    RequestParser& m_parser;
    Text m_methodName;
    int m_version = 11;
};

} // namespace xp::service
