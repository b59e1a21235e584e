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

// 他说, 项目负责人李明表示, 她笑着说道; but not 他不知道 and 没有人回答.
bool ends_with_saying(std::u32string_view words) {
  constexpr std::u32string_view verbs = U"说說道问問称稱喊答叹嘆吼骂罵嚷劝勸";
  constexpr auto endings = std::to_array<std::u32string_view>(
      {U"表示",     U"暗示",     U"指出",     U"提出", U"强调", U"強調", U"补充",   U"補充",   U"解释",
       U"解釋",     U"透露",     U"介绍",     U"介紹", U"告诉", U"告訴", U"告诉我", U"告訴我", U"告诉我们",
       U"告訴我們", U"告诉记者", U"告訴記者", U"报导", U"報導", U"提到", U"谈到",   U"談到",   U"写到",
       U"寫到",     U"坦言",     U"直言",     U"呼吁", U"呼籲", U"评论", U"評論",   U"评价",   U"評價",
       U"点评",     U"點評",     U"抱怨",     U"感慨", U"感叹", U"建议", U"建議",   U"警告",   U"承认",
       U"承認",     U"回忆",     U"回憶",     U"叮嘱", U"叮囑", U"大叫", U"尖叫",   U"写",     U"寫"});
  constexpr auto others = std::to_array<std::u32string_view>(
      {U"知道", U"街道", U"频道", U"頻道", U"渠道", U"通道", U"轨道", U"軌道", U"味道", U"隧道", U"跑道",
       U"车道", U"車道", U"管道", U"大道", U"铁道", U"鐵道", U"小说", U"演说", U"演說", U"传说", U"傳說",
       U"解说", U"解說", U"小說", U"学说", U"學說", U"名称", U"名稱", U"职称", U"職稱", U"访问", U"訪問",
       U"顾问", U"顧問", U"疑问", U"疑問", U"学问", U"學問", U"慰问", U"慰問"});
  constexpr auto denials = std::to_array<std::u32string_view>(
      {U"没", U"沒", U"无人", U"無人", U"不再", U"不肯", U"不愿", U"不願", U"未"});
  if (words.ends_with(U'着') || words.ends_with(U'著')) words.remove_suffix(1);
  if (words.empty()) return false;
  const auto ends = [&](std::u32string_view ending) { return words.ends_with(ending); };
  const auto holds = [&](std::u32string_view part) { return words.find(part) != words.npos; };
  if (std::any_of(others.begin(), others.end(), ends) || std::any_of(denials.begin(), denials.end(), holds)) {
    return false;
  }
  return verbs.find(words.back()) != verbs.npos || std::any_of(endings.begin(), endings.end(), ends);
}

}  // namespace

bool is_chinese_attribution(std::string_view text, std::size_t at, std::size_t end) {
  constexpr std::size_t longest = 40;  // characters: 某某博物馆馆长 Caroline Smith 教授在会上对记者说
  std::u32string words;
  while (at < end && words.size() <= longest) {
    const char32_t c = unicode::next(text, at);
    const Mark mark = mark_of(c);
    const bool initial = mark == Mark::period && !words.empty() && is_ascii_letter(words.back());
    if (is_blank(mark) || is_closer(mark) || initial || c == U'、') continue;
    if (mark == Mark::open_bracket || mark == Mark::open_title) continue;
    if (mark == Mark::full_stop || mark == Mark::stop || mark == Mark::period) return ends_with_saying(words);
    if (c == U'，' || c == U',') {  // “……。”他说，“……。”
      const Mark next = mark_of(peek_before(text, skip_blank(text, at, end), end));
      return (next == Mark::open_quote || next == Mark::straight_quote) && ends_with_saying(words);
    }
    if (mark != Mark::other && mark != Mark::dash) return false;
    words.push_back(c);
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
  // …… mostly marks a pause, in speech always; a writer who leaves room behind it begins anew.
  if (!run.full_stop && !run.stop && !run.period) return has_room(context, run, next) && !context.in_quote;
  return true;
}

}  // namespace duiqi::segmenting
