#include "aligner/scrap.hpp"

#include <algorithm>
#include <cstddef>

#include "segment/characters.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::gluing {
namespace {

using segmenting::Mark;
using segmenting::mark_of;

/// Longer sentences are no scraps: six wide characters, or eight and a few blanks. (Judged.)
constexpr std::size_t longest_scrap = 24;
/// A quotation that was opened farther back than this many sentences is taken for one that was never closed.
/// (Judged: quotations in the dev sets end within five.)
constexpr std::uint32_t longest_quotation = 8;

constexpr bool is_han_numeral(char32_t c) {
  return std::u32string_view(U"一二三四五六七八九十").find(c) != std::u32string_view::npos;
}

/// ① ⑴ ⒈ ⒜ Ⓐ ❶ Ⅳ ㈠ ㊀: numbers that need no mark.
constexpr bool is_enclosed(char32_t c) {
  return (c >= 0x2460 && c <= 0x24FF) || (c >= 0x2776 && c <= 0x2793) || (c >= 0x2160 && c <= 0x217F) ||
         (c >= 0x3220 && c <= 0x3229) || (c >= 0x3280 && c <= 0x3289);
}

constexpr bool is_roman(char32_t c) {
  return std::u32string_view(U"ivxIVX").find(c) != std::u32string_view::npos;
}

constexpr bool is_straight(char32_t c) {
  return c == U'"' || c == U'＂' || c == U'\'';
}

/// Bullets that mark_of leaves to other uses.
constexpr bool is_shape(char32_t c) {
  return c == U'·' || (c >= 0x25A0 && c <= 0x25FF) || c == U'※' || c == U'➢' || c == U'➤';
}

/// `text` from `at` on reads as one kind of label; moves `at` behind it.
bool read_label(std::string_view text, std::size_t& at) {
  const auto run = [&](auto&& accepts, std::size_t most) {
    std::size_t end = at;
    std::size_t count = 0;
    while (end < text.size() && count <= most && accepts(unicode::peek(text, end))) {
      unicode::next(text, end);
      ++count;
    }
    if (count == 0 || count > most) return false;
    at = end;
    return true;
  };
  // 100 items, or 二十一: more is a year or an amount.
  return run(segmenting::is_digit, 2) || run(is_han_numeral, 3) || run(is_roman, 4) ||
         run(segmenting::is_ascii_letter, 1);
}

bool is_list_number(std::string_view text) {
  std::size_t at = 0;
  const bool bracketed = mark_of(unicode::peek(text, at)) == Mark::open_bracket;
  if (bracketed) unicode::next(text, at);
  if (at == text.size()) return false;
  const bool enclosed = !bracketed && is_enclosed(unicode::peek(text, at));
  if (enclosed) {
    unicode::next(text, at);
  } else if (!read_label(text, at)) {
    return false;
  }
  std::size_t marks = 0;
  for (; at < text.size(); ++marks) {
    const Mark mark = mark_of(unicode::next(text, at));
    const bool ends = mark == Mark::period || mark == Mark::comma || mark == Mark::close_bracket;
    if (!ends || marks == 2) return false;
  }
  // A bare 1 may be anything: a score, a cell of a table.
  return enclosed || marks > 0;
}

/// What marks alone make up.
Scrap scrap_of_marks(std::string_view text) {
  bool quote = false, bracket = false, stop = false, dots = false;
  std::size_t periods = 0;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = unicode::next(text, at);
    const Mark mark = mark_of(c);
    if (segmenting::is_blank(mark)) continue;
    ++count;
    if (mark == Mark::bullet || is_shape(c))
      return count == 1 && at == text.size() ? Scrap::bullet : Scrap::none;
    if (mark == Mark::open_quote || mark == Mark::close_quote || is_straight(c)) {
      quote = true;
    } else if (segmenting::is_opener(mark) || segmenting::is_closer(mark)) {
      bracket = true;
    } else if (mark == Mark::ellipsis) {
      dots = true;
    } else if (mark == Mark::period) {
      ++periods;
    } else if (segmenting::is_stop(mark) || mark == Mark::comma || mark == Mark::semicolon) {
      stop = true;
    } else {
      return Scrap::none;
    }
  }
  if (quote) return Scrap::quote;
  if (bracket) return Scrap::bracket;
  if (dots || periods > 1) return Scrap::ellipsis;
  return stop || periods == 1 ? Scrap::stop : Scrap::none;
}

/// Whether a quotation is open where sentence `id` begins.
bool inside_quotation(const Document& document, std::uint32_t id) {
  bool open = false;
  for (std::uint32_t k = id - std::min(id, longest_quotation); k < id; ++k) {
    const std::string_view sentence = document.sentence(k);
    for (std::size_t at = 0; at < sentence.size();) {
      const Mark mark = mark_of(unicode::next(sentence, at));
      if (mark == Mark::close_quote) open = false;
      // A second “ closes: nobody opens twice.
      if (mark == Mark::open_quote || mark == Mark::straight_quote) open = !open;
    }
  }
  return open;
}

/// Whether the first quote behind sentence `id` closes something.
bool closed_behind(const Document& document, std::uint32_t id) {
  for (std::uint32_t k = id + 1; k < document.size() && k <= id + longest_quotation; ++k) {
    const std::string_view sentence = document.sentence(k);
    for (std::size_t at = 0; at < sentence.size();) {
      const bool begins = at == 0;
      const Mark mark = mark_of(unicode::next(sentence, at));
      if (mark == Mark::open_quote) return false;
      if (mark == Mark::straight_quote) return !begins;
      if (mark == Mark::close_quote) return true;
    }
  }
  return false;
}

}  // namespace

Scrap scrap_of(std::string_view sentence) {
  if (sentence.empty() || sentence.size() > longest_scrap) return Scrap::none;
  if (is_list_number(sentence)) return Scrap::list_number;
  return scrap_of_marks(sentence);
}

bool belongs_to_next(const Document& document, std::uint32_t id, Scrap scrap) {
  if (scrap == Scrap::list_number || scrap == Scrap::bullet) return true;
  if (scrap == Scrap::ellipsis || scrap == Scrap::stop) return false;
  const std::string_view text = document.sentence(id);
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = unicode::next(text, at);
    const Mark mark = mark_of(c);
    // 。“ ends something, whatever the quote looks like.
    if (!segmenting::is_opener(mark) && !is_straight(c) && !segmenting::is_blank(mark)) return false;
  }
  return scrap == Scrap::bracket || (!inside_quotation(document, id) && closed_behind(document, id));
}

}  // namespace duiqi::gluing
