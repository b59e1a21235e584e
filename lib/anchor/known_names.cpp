#include <algorithm>
#include <array>
#include <span>

#include "anchor/name_parts.hpp"
#include "data/name_image.hpp"
#include "data/person_context.hpp"
#include "data/transliteration.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::anchor {
namespace {

struct Country {
  char32_t character;
  std::string_view key;
};

/// Countries by one character, as in 中美 and 日韩. Only two of them side by side are taken: alone they are
/// too often something else.
constexpr Country countries[] = {
    {U'中', "CN"}, {U'美', "US"}, {U'俄', "RU"}, {U'日', "JP"}, {U'韩', "KR"},     {U'英', "GB"},
    {U'法', "FR"}, {U'德', "DE"}, {U'印', "IN"}, {U'朝', "KP"}, {U'欧', "europe"}, {U'澳', "AU"},
    {U'加', "CA"}, {U'伊', "IR"}, {U'巴', "PK"}, {U'越', "VN"}, {U'乌', "UA"},     {U'意', "IT"}};

/// By the low bits of the character: nearly all others are told apart by them.
constexpr auto may_be_country = [] {
  std::array<bool, 256> out{};
  for (const Country& country : countries) out[country.character % out.size()] = true;
  return out;
}();

std::string_view country_of(char32_t c) {
  if (!may_be_country[c % may_be_country.size()]) return {};
  for (const Country& country : countries) {
    if (country.character == c) return country.key;
  }
  return {};
}

/// Pairs that are words themselves, or ends and begins of words.
bool is_other_word(char32_t one, char32_t two) {
  static constexpr std::u32string_view words[] = {U"中英", U"英美", U"朝日", U"中意", U"加意", U"日中",
                                                  U"英中", U"法中", U"意中", U"加中", U"法意", U"越加",
                                                  U"意法", U"中加", U"日加", U"美意"};
  for (const auto word : words) {
    if (word[0] == one && word[1] == two) return true;
  }
  return false;
}

/// 加德 in 拉加德: characters of transliterations stand beside the two.
bool in_transliteration(const std::u32string& text, std::size_t at) {
  return (at > 0 && data::is_typical_transliteration(text[at - 1])) ||
         (at + 2 < text.size() && data::is_typical_transliteration(text[at + 2]));
}

/// 阿曼 in 阿曼达 is no country: the transliteration goes on.
bool goes_on(const std::u32string& text, std::size_t begin, std::size_t end) {
  if (end >= text.size() || !data::is_typical_transliteration(text[end])) return false;
  for (std::size_t i = begin; i < end; ++i) {
    if (!data::is_transliteration(text[i])) return false;
  }
  return data::find_zh(text, end).entry == nullptr;
}

}  // namespace

AnchorKind kind_of(data::EntryKind kind) {
  switch (kind) {
    case data::EntryKind::place:
      return AnchorKind::place;
    case data::EntryKind::organisation:
      return AnchorKind::organisation;
    case data::EntryKind::agency:
      return AnchorKind::agency;
    case data::EntryKind::person:
      return AnchorKind::person;
  }
  return AnchorKind::place;
}

std::vector<ChineseName> find_known_names(const ChineseText& text) {
  return find_known_names(text, 0, static_cast<std::uint32_t>(text.characters.size()));
}

std::vector<ChineseName> find_known_names(const ChineseText& text, std::uint32_t begin, std::uint32_t stop) {
  std::vector<ChineseName> out;
  const std::u32string& all = text.characters;
  const std::span<const std::uint64_t> begins = data::zh_name_begins();
  for (std::uint32_t at = begin; at < stop;) {
    // A character stands behind each but the last, a line feed.
    const char32_t next = all[std::min<std::size_t>(at + 1, all.size() - 1)];
    const bool may_begin = data::may_begin_name(begins, data::filter_place(all[at], next));
    if (!may_begin && !may_be_country[all[at] % may_be_country.size()]) {
      ++at;
      continue;
    }
    const data::Hit hit = may_begin ? data::find_zh(all, at) : data::Hit{};
    if (hit.entry != nullptr && data::plain_word_at(all, at) > hit.length) {
      at += static_cast<std::uint32_t>(hit.length);
      continue;
    }
    const auto end = static_cast<std::uint32_t>(at + hit.length);
    if (hit.entry != nullptr && !goes_on(all, at, end)) {
      ChineseName name{kind_of(hit.entry->kind), at, end, hit.entry->key, {}};
      if (!hit.entry->alternate.empty()) name.alternates.push_back(hit.entry->alternate);
      out.push_back(std::move(name));
      at = end;
      continue;
    }
    const std::string_view one = country_of(all[at]);
    if (!one.empty() && at + 1 < all.size()) {
      const std::string_view two = country_of(all[at + 1]);
      if (!two.empty() && two != one && !is_other_word(all[at], all[at + 1]) &&
          data::find_zh(all, at + 1).entry == nullptr && !in_transliteration(all, at)) {
        out.push_back({AnchorKind::place, at, at + 1, std::string(one), {}});
        out.push_back({AnchorKind::place, at + 1, at + 2, std::string(two), {}});
        at += 2;
        continue;
      }
    }
    ++at;
  }
  return out;
}

}  // namespace duiqi::anchor
