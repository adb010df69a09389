// SPDX-License-Identifier: Apache-2.0
#include "core/api/backend.h"

namespace xp {

void Backend::setConnection(Connection connection)
{
    if (!connection.lastAnswer)
        connection.lastAnswer = m_connection.lastAnswer;
    const bool changed = connection.state != m_connection.state;
    m_connection = std::move(connection);
    if (changed)
        Q_EMIT connectionChanged();
}

} // namespace xp
