#include "unicode/han.hpp"

#include <algorithm>
#include <memory>
#include <string_view>
#include <unicode/ures.h>

#include <duiqi/error.hpp>

namespace duiqi::unicode {
namespace {

struct CloseBundle {
  void operator()(UResourceBundle* bundle) const { ures_close(bundle); }
};
using Bundle = std::unique_ptr<UResourceBundle, CloseBundle>;

/// The rules of a transliterator as ICU's data hold them: statements that end in ';', in UTF-16.
std::u16string read_rules(const char* id) {
  UErrorCode status = U_ZERO_ERROR;
  const Bundle root(ures_openDirect(U_ICUDATA_NAME "-translit", "root", &status));
  const Bundle ids(ures_getByKey(root.get(), "RuleBasedTransliteratorIDs", nullptr, &status));
  const Bundle entry(ures_getByKey(ids.get(), id, nullptr, &status));
  const Bundle rule_set(ures_getByIndex(entry.get(), 0, nullptr, &status));
  std::int32_t length = 0;
  const char16_t* rules = ures_getStringByKey(rule_set.get(), "resource", &length, &status);
  if (U_FAILURE(status)) {
    throw Error(ErrorCode::io_failure, std::string("ICU's data hold no transliteration rules ") + id + " (" +
                                           u_errorName(status) + "); install ICU with its full data");
  }
  return std::u16string(rules, static_cast<std::size_t>(length));
}

bool is_han(char16_t c) {
  return (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF);
}

/// "zhǎng" → "zhang", "lǜ" → "lv"; empty where it is no syllable.
std::string without_tone(std::u16string_view syllable) {
  static constexpr std::u16string_view marked = u"āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿê";
  static constexpr std::string_view plain = "aaaaeeeeiiiioooouuuuvvvvvnnnme";
  std::string out;
  for (const char16_t c : syllable) {
    if (c == u' ' || (c >= 0x300 && c <= 0x36F)) continue;
    if (c >= u'a' && c <= u'z') {
      out += static_cast<char>(c);
    } else if (const auto at = marked.find(c); at != marked.npos) {
      out += plain[at];
    } else {
      return {};
    }
  }
  return out;
}

template <typename Visit>
void for_each_rule(std::u16string_view rules, const Visit& visit) {
  for (std::size_t begin = 0; begin < rules.size();) {
    const std::size_t end = std::min(rules.find(u';', begin), rules.size());
    visit(rules.substr(begin, end - begin));
    begin = end + 1;
  }
}

std::u16string_view trimmed(std::u16string_view text) {
  while (!text.empty() && (text.front() == u' ' || text.front() == u'\n')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == u' ' || text.back() == u'\n')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::vector<HanReading> read_pinyin() {
  std::vector<HanReading> out;
  out.reserve(28000);
  for_each_rule(read_rules("Hani-Latn"), [&](std::u16string_view rule) {
    const std::size_t arrow = rule.find(u'→');
    if (arrow == rule.npos) return;
    std::u16string_view left = trimmed(rule.substr(0, arrow));
    if (left.empty() || left.find_first_of(u"{}") != left.npos) return;
    const bool set = left.front() == u'[';
    if (!set && left.size() > 1) return;
    const std::string syllable = without_tone(trimmed(rule.substr(arrow + 1)));
    if (syllable.empty()) return;
    for (const char16_t c : left) {
      if (is_han(c)) out.push_back({c, syllable});
    }
  });
  return out;
}

std::vector<HanReading> read_surname_pinyin() {
  std::vector<HanReading> out;
  for_each_rule(read_rules("Han-Latin/Names"), [&](std::u16string_view rule) {
    const std::size_t arrow = rule.find(u'→');
    if (arrow == rule.npos || rule.find(u'}') != rule.npos) return;
    std::u16string_view left = rule.substr(0, arrow);
    if (const auto context = left.find(u'{'); context != left.npos) left.remove_prefix(context + 1);
    left = trimmed(left);
    const std::string syllable = without_tone(trimmed(rule.substr(arrow + 1)));
    if (left.size() == 1 && is_han(left[0]) && !syllable.empty()) out.push_back({left[0], syllable});
  });
  return out;
}

std::vector<HanPair> read_simplified() {
  std::vector<HanPair> out;
  for_each_rule(read_rules("Hant-Hans"), [&](std::u16string_view rule) {
    std::size_t arrow = rule.find(u'↔');
    if (arrow == rule.npos) arrow = rule.find(u'←');
    if (arrow == rule.npos) return;
    const auto left = trimmed(rule.substr(0, arrow));
    const auto right = trimmed(rule.substr(arrow + 1));
    if (left.size() == 1 && right.size() == 1 && is_han(left[0]) && is_han(right[0])) {
      out.push_back({right[0], left[0]});
    }
  });
  return out;
}

}  // namespace duiqi::unicode
