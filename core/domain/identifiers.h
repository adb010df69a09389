// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace xp {

/// A random UUID (version 4) in lower case.
std::string newUuid();
bool isUuid(std::string_view text);

/// A readable key made from a name: lower case, accents and other characters to '-', at most 64 characters;
/// "experiment" when nothing remains.
std::string slugOf(std::string_view name);

/// Keys are used in URLs without escaping: 1 to 100 of [A-Za-z0-9._-], starting with a letter or digit.
bool isKey(std::string_view text);

/// Valid UTF-8 without U+0000, which PostgreSQL cannot store.
bool isStorableText(std::string_view text);

/// Whether U+FEFF comes first. Qt's database drivers drop it there, so that such an id would be read as another one.
bool beginsWithMark(std::string_view text);

/// Whether U+0000 to U+001F or U+007F is in it: an id is a name, not a text.
bool holdsControls(std::string_view text);

/// Whether something is in it that nobody sees or that ends a line, so that two names may look the same, or one like
/// two: U+0000 to U+001F, U+007F to U+009F, U+2028, U+2029, and formatting of no width, that which turns the direction
/// of writing included. U+200C and U+200D, of which Persian and emoji are made, are none.
bool holdsUnseen(std::string_view text);

/// Whether there is more than white space and such joiners.
bool isSeen(std::string_view text);

/// Whether white space of any kind, or such a joiner, comes first or last.
bool isPadded(std::string_view text);

/// Number of Unicode code points of valid UTF-8.
std::size_t codePoints(std::string_view utf8);

} // namespace xp
