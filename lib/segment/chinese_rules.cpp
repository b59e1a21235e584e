#include <algorithm>
#include <array>
#include <string_view>

#include "segment/characters.hpp"
#include "segment/rules.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::segmenting {
namespace {

// A quotation before these is a part of the sentence: “……吗？”的问题, “加油！”等口号.
bool takes_quotation_in(char32_t c) {
  constexpr std::u32string_view particles = U"的等地之";
  return particles.find(c) != particles.npos;
}

// Blanks that a writer put there; a line end inside a hard-wrapped Chinese paragraph is none.
bool has_room(const Context& context, const Run& run, std::size_t next) {
  return next > run.end && context.text[run.end] != '\n' && context.text[run.end] != '\r';
}

bool ends_behind_quotation(const Context& context, const Run& run, std::size_t next) {
  const char32_t c = unicode::peek(context.text, next);
  const Mark mark = mark_of(c);
  if (takes_quotation_in(c) || (mark == Mark::dash && next == run.end)) return false;
  // A slogan or a title; but 。 before the closing quote, as American printers put it, ends the sentence
  // around it too.
  if (context.in_embedded_quote && !run.full_stop && !run.period) return false;
  return !is_chinese_attribution(context.text, next, context.end);
}

}  // namespace

bool is_chinese_attribution(std::string_view text, std::size_t at, std::size_t end) {
  constexpr std::size_t longest = 40;  // characters: 北京市发改委副主任赵振业在会上对记者说
  constexpr std::u32string_view verbs =
      U"说道问称示叹喊答叫释充到露诉评笑吼骂嚷劝叮嘱調說問稱嘆釋訴評罵勸囑出言";
  constexpr std::u32string_view particles = U"着著了起";
  constexpr auto endings = std::to_array<std::u32string_view>(
      {U"告诉记者", U"告訴記者", U"告诉我", U"告訴我", U"告诉我们", U"告訴我們", U"报道",
       U"報導",     U"报导",     U"報道",   U"介绍",   U"介紹",     U"强调",     U"強調",
       U"写",       U"寫",       U"呼吁",   U"呼籲",   U"如是说",   U"坦言"});
  std::u32string words;
  while (at < end && words.size() <= longest) {
    const char32_t c = unicode::next(text, at);
    const Mark mark = mark_of(c);
    if (mark == Mark::full_stop || mark == Mark::stop ||
        (mark == Mark::period && !words.empty() && !is_ascii_letter(words.back()))) {
      if (words.empty()) return false;
      if (particles.find(words.back()) != particles.npos && words.size() > 1) words.pop_back();
      return verbs.find(words.back()) != verbs.npos ||
             std::any_of(endings.begin(), endings.end(),
                         [&](auto ending) { return words.ends_with(ending); });
    }
    if (mark == Mark::comma || mark == Mark::semicolon || mark == Mark::ellipsis || is_opener(mark) ||
        mark == Mark::straight_quote) {
      if (mark == Mark::open_bracket || mark == Mark::open_title || c == U'、') continue;
      return false;
    }
    if (!is_blank(mark) && !is_closer(mark)) words.push_back(c);
  }
  return false;
}

bool ends_chinese(const Context& context, const Run& run, std::size_t next) {
  const Mark mark = mark_of(unicode::peek(context.text, next));
  if (mark == Mark::comma || mark == Mark::semicolon || is_closer(mark)) return false;
  const bool ends_by_mark = run.full_stop || run.stop || run.ellipsis;
  if (!ends_by_mark && run.period && !is_full_stop(context, run, next)) return false;
  if (!ends_by_mark && !run.period) return run.semicolon;
  if (is_inside_word(context, run, next)) return false;
  if (run.quote_closed) return ends_behind_quotation(context, run, next);
  if (run.bracket_closed && context.in_inner_bracket && !run.full_stop) return false;
  // …… mostly marks a pause; a writer who leaves room behind it begins anew.
  if (!run.full_stop && !run.stop && !run.period) return has_room(context, run, next);
  return true;
}

}  // namespace duiqi::segmenting
