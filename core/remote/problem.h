// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"

#include <QByteArray>
#include <nlohmann/json.hpp>

namespace xp {

/// What an answer says; discarded where it is no JSON or nests deeper than any service's.
nlohmann::json answerJson(const QByteArray& body);

/// What an answer with a status of 400 or more says: the RFC 9457 body of our service, or, from anything else that
/// answers, the status alone.
Error errorFromAnswer(int status, const QByteArray& body);

/// Whether asking the same again in a moment may help.
bool isTransient(const Error& error);

} // namespace xp
