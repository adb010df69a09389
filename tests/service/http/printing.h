// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTest>
#include <string>

/// So that a failed comparison says what the texts were.
template <>
inline char* QTest::toString(const std::string& text)
{
    return qstrdup(text.c_str());
}
