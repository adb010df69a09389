// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/http/transport.h"

#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>

namespace xp::service {

/// Without the type erasure of Asio's default executor: this is the hot path.
using Socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, boost::asio::io_context::executor_type>;

std::unique_ptr<Transport> makePlainTransport(Socket socket);
std::unique_ptr<Transport> makeTlsTransport(Socket socket, boost::asio::ssl::context& context);

} // namespace xp::service
