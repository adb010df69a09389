// SPDX-License-Identifier: Apache-2.0
#include "service/http/mailbox.h"

#include "service/http/connection.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

namespace xp::service {

namespace {

thread_local const Mailbox* t_ownMailbox = nullptr;

} // namespace

Mailbox::Mailbox(boost::asio::io_context& context) : m_context(&context) {}

void Mailbox::adoptThread()
{
    t_ownMailbox = this;
}
bool Mailbox::isOwnThread() const
{
    return t_ownMailbox == this;
}

void Mailbox::post(Delivery delivery)
{
    const std::lock_guard lock(m_mutex);
    if (m_context == nullptr)
        return;
    m_deliveries.push_back(std::move(delivery));
    if (m_isPosted)
        return;
    boost::asio::post(*m_context, [self = shared_from_this()] { self->drain(); });
    m_isPosted = true;
}

void Mailbox::close()
{
    std::vector<Delivery> undelivered;
    const std::lock_guard lock(m_mutex);
    m_context = nullptr;
    undelivered.swap(m_deliveries);
}

void Mailbox::drain()
{
    std::vector<Delivery> deliveries;
    {
        const std::lock_guard lock(m_mutex);
        deliveries.swap(m_deliveries);
        m_isPosted = false;
    }
    for (Delivery& delivery : deliveries) {
        const std::shared_ptr<Connection> connection = delivery.connection.lock();
        if (!connection)
            continue;
        if (auto* piece = std::get_if<Delivery::Piece>(&delivery.content))
            connection->deliverPiece(piece->serial, std::move(piece->piece));
        else
            connection->deliver(std::get<Response>(std::move(delivery.content)));
    }
}

} // namespace xp::service
