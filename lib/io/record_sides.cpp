#include "io/record_sides.hpp"

#include <algorithm>
#include <array>

#include <duiqi/check.hpp>

#include "io/record_lines.hpp"

namespace duiqi::io {
namespace {

// One change of language in three lines or more: the sides alternate.
constexpr std::size_t lines_of_block = 3;

// Less is as often a name or a quotation in the other language.
constexpr std::size_t fewest_characters = 4;
constexpr std::size_t fewest_words = 4;

// Marks and characters that Chinese prose is full of, and Chinese names in an English text are not.
bool has_chinese_grammar(std::string_view text) {
  constexpr std::array<std::string_view, 8> grammar = {"的", "是", "在", "了", "，", "。", "、", "「"};
  return std::any_of(grammar.begin(), grammar.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

// Whether the language changes every few lines; where it does, a short line is no slip of its block.
bool alternates(const std::vector<Prose>& prose) {
  std::size_t lines = 0;
  std::size_t changes = 0;
  Side last = Side::unknown;
  for (const Prose& line : prose) {
    if (!line.plain) continue;
    changes += last != Side::unknown && line.side != last;
    last = line.side;
    ++lines;
  }
  return changes >= 3 && changes * lines_of_block >= lines;
}

Side side_beside(const std::vector<Prose>& prose, std::size_t from, bool backwards, bool plain_only) {
  for (std::size_t i = from; backwards ? i-- > 0 : ++i < prose.size();) {
    if (plain_only ? prose[i].plain : prose[i].side != Side::unknown) return prose[i].side;
  }
  return Side::unknown;
}

// The side of a line that has no letter and so no say: a quote that closes belongs to what stands before it.
Side side_of_punctuation(std::string_view text, const std::vector<Prose>& prose, std::size_t i) {
  constexpr std::array<std::string_view, 8> openers = {"“", "‘", "「", "『", "（", "(", "《", "["};
  const std::string_view line = slice(text, prose[i].span);
  const bool opens =
      std::any_of(openers.begin(), openers.end(), [&](std::string_view o) { return line == o; });
  return side_beside(prose, i, !opens, false);
}

}  // namespace

Prose weigh(std::string_view text, Span span, bool joined) {
  const std::string_view content = slice(text, span);
  const LanguageProfile profile = profile_language(content);
  Prose out;
  out.span = span;
  out.joined = joined;
  if (profile.letters() == 0) return out;
  // Three letters for a character, as in LanguageProfile::chinese(). Grammar tells prose from names: Latin
  // letters without the words that make up a quarter and more of English count half, characters with it
  // twice.
  const std::size_t zh = 3 * profile.han * (has_chinese_grammar(content) ? 2 : 1);
  const std::size_t grammatical = std::min(4 * profile.english_words, profile.words);
  const std::size_t en =
      profile.latin * (profile.words + grammatical) / std::max<std::size_t>(2 * profile.words, 1);
  const std::size_t foreign = 3 * (profile.kana + profile.hangul) + profile.other;
  out.weight = std::max(zh, en);
  const bool japanese = profile.kana * 6 > profile.kana + profile.han && profile.kana > 2;
  if (foreign > out.weight || (japanese && zh + foreign > en)) {
    out.side = Side::foreign;
    return out;
  }
  out.side = zh >= en ? Side::chinese : Side::english;
  const bool mixed = 3 * std::min(zh, en) > 2 * out.weight;
  const bool few = out.side == Side::chinese ? profile.han < fewest_characters
                                             : profile.words < fewest_words || profile.english_words == 0;
  out.doubtful = mixed || few;
  out.plain = !few && out.weight > 4 * std::min(zh, en);
  return out;
}

void settle(std::string_view text, std::vector<Prose>& prose) {
  const bool blocks = !alternates(prose);
  const std::vector<Prose> heard = prose;
  for (std::size_t i = 0; i < prose.size(); ++i) {
    Prose& line = prose[i];
    const bool silent = line.side == Side::unknown;
    if (silent && !has_digit(slice(text, line.span))) {
      line.side = side_of_punctuation(text, heard, i);
    } else if (blocks && (silent || line.doubtful)) {
      const Side before = side_beside(heard, i, true, !silent);
      const Side behind = side_beside(heard, i, false, !silent);
      if (before == behind && before != Side::unknown) line.side = before;
      if (line.side == Side::unknown && line.joined) line.side = prose[i - 1].side;
    }
  }
}

}  // namespace duiqi::io
