// Layer: data. What stands around the names of persons in Chinese.
#pragma once

#include <cstddef>
#include <string_view>

namespace duiqi::data {

/// Length in characters of the longest title of a person (主席, 副主任, 教授) that ends right before `at`,
/// else 0. `text` is simplified, here and below.
std::size_t title_before(std::u32string_view text, std::size_t at);
/// The same of one that begins at `at`.
std::size_t title_at(std::u32string_view text, std::size_t at);

/// The length of a word that begins at `at` and that people's names stand before (说, 表示, 介绍), else 0.
std::size_t follows_person(std::u32string_view text, std::size_t at);

/// Whether a character is in no given name: 的, 了, 是, 们 …
bool never_in_given_name(char32_t c);

/// A common word of two or more characters all of which also stand in transliterations (希望, 马上), which
/// begins at `at`: its length, else 0.
std::size_t plain_word_at(std::u32string_view text, std::size_t at);

}  // namespace duiqi::data
