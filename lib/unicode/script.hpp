// Layer: unicode. What a character is to a reader: a letter of which script, or white space.
#pragma once

#include <cstdint>
#include <string_view>

#include <duiqi/span.hpp>

namespace duiqi::unicode {

enum class Script : std::uint8_t { none, latin, han, kana, hangul, other };

/// The script of a letter (of a mark that belongs to one, too); `none` for everything else. Half- and
/// full-width forms count as what they are forms of.
Script script_of(char32_t c);

/// White space (Unicode White_Space) or invisible: U+FEFF, U+200B–U+200F, U+2060, U+00AD.
bool is_blank(char32_t c);

/// `span` without the blank characters at its ends; empty, at its begin, where there are only such.
/// Precondition: `text` is valid UTF-8 and `span` lies on boundaries.
Span trim(std::string_view text, Span span);

}  // namespace duiqi::unicode
