#include "anchor/zh_text.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <numeric>
#include <span>
#include <vector>

#include "data/pinyin.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::anchor {
namespace {

using FoldTable = std::array<char16_t, 0x10000>;

std::unique_ptr<const FoldTable> make_fold_table() {
  auto out = std::make_unique<FoldTable>();
  FoldTable& table = *out;
  std::vector<char32_t> all(table.size());
  std::iota(all.begin(), all.end(), U'\0');
  data::simplify(all);
  std::transform(all.begin(), all.end(), table.begin(), [](char32_t c) { return static_cast<char16_t>(c); });
  for (char16_t c = 0xFF01; c <= 0xFF5E; ++c) table[c] = static_cast<char16_t>(c - 0xFF01 + 0x21);
  table[0xFF0C] = 0xFF0C;  // a full-width comma parts the items of a list, hardly ever the digits of a number
  for (const char16_t c : u"\u00A0\u2002\u2003\u2007\u2009\u200A\u202F\u3000") table[c] = u' ';
  for (const char16_t c : u"\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\uFE63") table[c] = u'-';
  for (const char16_t c : u"\u301C\u223C") table[c] = u'~';
  table[0] = 0;  // the literals end with one
  table[0xFFE5] = 0x00A5;
  table[0xFFE1] = 0x00A3;
  table[0x3007] = 0x96F6;  // 〇 as 零
  table[0x25CB] = 0x96F6;  // ○, often typed for 〇
  return out;
}

// 大写 numerals, as on cheques, are also common characters (大陆, 收拾, 队伍): they count only in a run.
constexpr std::u32string_view financial = U"壹贰貳叁叄參肆伍陆陸柒捌玖拾佰仟";
constexpr std::u32string_view financial_values = U"一二二三三三四五六六七八九十百千";

void fold_financial(std::span<char32_t> text) {
  const auto is_financial = [&](std::size_t i) { return financial.find(text[i]) != financial.npos; };
  for (std::size_t i = 0; i < text.size();) {
    if (!is_financial(i)) {
      ++i;
      continue;
    }
    std::size_t end = i, count = 0;
    while (end < text.size() &&
           (is_financial(end) ||
            (count > 0 && (text[end] == U'零' || text[end] == U'万' || text[end] == U'亿'))))
      count += is_financial(end++);
    for (; i < end; ++i)
      if (count >= 2 && is_financial(i)) text[i] = financial_values[financial.find(text[i])];
  }
}

const FoldTable& fold_table() {
  static const std::unique_ptr<const FoldTable> table = make_fold_table();
  return *table;
}

char32_t fold(const FoldTable& table, char32_t c) {
  return c < table.size() ? table[c] : c;
}

}  // namespace

void ZhText::read(const ChineseText& text, std::uint32_t sentence) {
  const FoldTable& table = fold_table();
  const std::u32string_view characters = text.sentence(sentence);
  offsets_ = text.offsets.data() + text.begins[sentence];
  size_ = characters.size();
  if (folded_.size() < size_) folded_.resize(size_);
  bool financial_seen = false;
  for (const char32_t c : characters)  // one look at each, many at once
    financial_seen |= (c == U'拾') | (c == U'佰') | (c == U'仟') | (c == U'壹') | (c == U'贰');
  char32_t* out = folded_.data();
  for (const char32_t c : characters) *out++ = fold(table, c);
  if (financial_seen) fold_financial(std::span(folded_).first(size_));
}

void ZhWords::add(std::string_view words, int value) {
  while (!words.empty()) {
    const std::size_t bar = std::min(words.find('|'), words.size());
    std::u32string word = unicode::to_code_points(words.substr(0, bar));
    words.remove_prefix(std::min(bar + 1, words.size()));
    for (char32_t& c : word) c = fold(fold_table(), c);
    if (word.empty()) continue;
    std::vector<Entry>& entries = by_first_[word.front()];
    if (std::any_of(entries.begin(), entries.end(), [&](const Entry& e) { return e.word == word; })) continue;
    const auto place = std::find_if(entries.begin(), entries.end(),
                                    [&](const Entry& e) { return e.word.size() < word.size(); });
    entries.insert(place, {std::move(word), value});
  }
}

const ZhWords::Entry* ZhWords::match(const ZhText& text, std::size_t at) const {
  const auto found = by_first_.find(text[at]);
  if (found == by_first_.end()) return nullptr;
  for (const Entry& entry : found->second)
    if (text.has(at, entry.word)) return &entry;
  return nullptr;
}

}  // namespace duiqi::anchor
