#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <utility>

#include "anchor/name_parts.hpp"
#include "data/pinyin.hpp"
#include "data/transliteration.hpp"
#include "unicode/latin.hpp"

namespace duiqi::anchor {
namespace {

bool opens_bracket(char32_t c) {
  return c == U'（' || c == U'(';
}
bool closes_bracket(char32_t c) {
  return c == U'）' || c == U')';
}

constexpr std::size_t longest_bracket = 40;  // code points

/// The Latin words inside a bracket that opens at `at`: letters and spaces alone, or nothing.
std::vector<std::string> bracketed_words(const std::u32string& text, std::size_t at) {
  std::vector<std::string> words(1);
  for (std::size_t i = at + 1; i < text.size() && i < at + longest_bracket; ++i) {
    const char32_t c = text[i];
    if (closes_bracket(c) || c == U'，' || c == U',' || c == U'、' || c == U'；') {
      std::erase_if(words, [](const std::string& word) { return word.size() < 2; });
      return words;
    }
    const auto plain = unicode::plain_latin(c);
    if (!plain.empty()) {
      words.back() += plain;
    } else if (c == U' ' || c == U'·' || c == U'-') {
      words.emplace_back();
    } else if (c != U'.' && c != U'\'' && c != U'’') {
      return {};
    }
  }
  return {};
}

void append(std::vector<ChineseName>& names, std::vector<ChineseName> more) {
  names.insert(names.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// Into text order; names don't overlap.
std::vector<ChineseName> sorted(std::vector<ChineseName> names) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> order;  // where a name begins, and its place
  order.reserve(names.size());
  for (const ChineseName& name : names)
    order.emplace_back(name.begin, static_cast<std::uint32_t>(order.size()));
  std::sort(order.begin(), order.end());
  std::vector<ChineseName> out;
  out.reserve(names.size());
  for (const auto& [begin, at] : order) out.push_back(std::move(names[at]));
  return out;
}

}  // namespace

void add_explanations(const ChineseText& text, std::vector<ChineseName>& names) {
  const std::u32string_view all = text.characters;
  std::unordered_map<std::u32string_view, std::vector<std::string>> explained;
  for (const ChineseName& name : names) {
    if (name.end >= all.size() || !opens_bracket(all[name.end])) continue;
    auto words = bracketed_words(text.characters, name.end);
    if (!words.empty())
      explained.try_emplace(all.substr(name.begin, name.end - name.begin), std::move(words));
  }
  if (explained.empty()) return;
  for (ChineseName& name : names) {
    const auto found = explained.find(all.substr(name.begin, name.end - name.begin));
    if (found == explained.end()) continue;
    for (const std::string& word : found->second) {
      if (name.alternates.size() < most_alternates) name.alternates.push_back(word);
    }
  }
}

void find_chinese_proper_names(const ChineseText& text, std::vector<Anchor>& out) {
  std::vector<ChineseName> names = find_known_names(text);
  append(names, find_chinese_persons(text, names));
  append(names, find_transliterations(text, names));
  names = sorted(std::move(names));
  add_explanations(text, names);
  for (ChineseName& name : names) {
    out.push_back({name.kind, text.span(name.begin, name.end), text.sentence_of(name.begin),
                   std::move(name.key), std::move(name.alternates), false});
  }
}

}  // namespace duiqi::anchor
