#include "data/pinyin.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "data/polyphones.hpp"
#include "unicode/han.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::data {
namespace {

constexpr char32_t first_han = 0x3400;
constexpr char32_t last_han = 0x9FFF;

bool is_han(char32_t c) {
  return c >= first_han && c <= last_han;
}

struct Readings {
  std::vector<std::string> spellings{""};
  std::unordered_map<std::string_view, Syllable> ids;
  /// First reading, and the begin and number of all of them in `pool` (0 of them where the first is all).
  struct Entry {
    Syllable first = 0;
    Syllable surname = 0;
    std::uint32_t begin = 0;
    std::uint8_t size = 0;
  };
  std::vector<Entry> entries{last_han - first_han + 1};
  std::vector<Syllable> pool;

  Readings() {
    const auto common = unicode::read_pinyin();
    const auto surnames = unicode::read_surname_pinyin();
    intern(common, surnames);
    for (const auto& reading : common) {
      Entry& entry = at(reading.character);
      if (entry.first == 0) entry.first = entry.surname = ids.at(reading.syllable);
    }
    // As parts of names these are read otherwise than as the particles that ICU takes them for.
    at(U'地').first = at(U'地').surname = ids.at("di");
    at(U'都').first = at(U'都').surname = ids.at("du");
    std::unordered_map<char32_t, std::vector<Syllable>> more;
    for (const auto& reading : surnames) {
      at(reading.character).surname = ids.at(reading.syllable);
      more[reading.character].push_back(ids.at(reading.syllable));
    }
    for (const Polyphone& polyphone : polyphones()) add_polyphone(polyphone, more);
    const auto id_of = [&](std::string_view spelling) {
      const auto found = ids.find(spelling);
      return found == ids.end() ? Syllable{0} : found->second;
    };
    spelled_as = {{{id_of("lv"), id_of("lu")},
                   {id_of("lv"), id_of("lyu")},
                   {id_of("nv"), id_of("nu")},
                   {id_of("nv"), id_of("nyu")}}};
    for (char32_t c = first_han; c <= last_han; ++c) {
      const auto found = more.find(c);
      gather(c, found == more.end() ? std::span<const Syllable>() : found->second);
    }
  }

  Entry& at(char32_t c) { return entries[c - first_han]; }

 private:
  /// A syllable of the pinyin table and another spelling of it; 0 where the table does not have it.
  std::array<std::pair<Syllable, Syllable>, 4> spelled_as{};

  template <typename List>
  void intern(const List& common, const List& surnames) {
    // First the distinct ones, some 400 of 27,000: sorting all took a third of the start-up.
    std::unordered_set<std::string_view> distinct{"lu", "lyu", "nu", "nyu"};
    for (const auto* list : {&common, &surnames}) {
      for (const auto& reading : *list) distinct.insert(reading.syllable);
    }
    spellings.insert(spellings.end(), distinct.begin(), distinct.end());
    std::sort(spellings.begin() + 1, spellings.end());
    for (std::size_t i = 1; i < spellings.size(); ++i) ids.emplace(spellings[i], static_cast<Syllable>(i));
  }

  void add_polyphone(const Polyphone& polyphone, std::unordered_map<char32_t, std::vector<Syllable>>& more) {
    const auto id = ids.find(polyphone.reading);
    if (id == ids.end()) return;
    for (std::size_t i = 0; i < polyphone.characters.size();) {
      more[unicode::next(polyphone.characters, i)].push_back(id->second);
    }
  }

  void gather(char32_t c, std::span<const Syllable> more) {
    Entry& entry = at(c);
    if (entry.first == 0) return;
    entry.begin = static_cast<std::uint32_t>(pool.size());
    const auto has = [&](Syllable syllable) {
      return std::find(pool.begin() + entry.begin, pool.end(), syllable) != pool.end();
    };
    const auto add = [&](Syllable syllable) {
      if (!has(syllable)) pool.push_back(syllable);
    };
    add(entry.first);
    for (const Syllable syllable : more) add(syllable);
    for (const auto& [from, also] : spelled_as) {
      if (from != 0 && has(from)) add(also);
    }
    entry.size = static_cast<std::uint8_t>(pool.size() - entry.begin);
  }
};

const Readings& tables() {
  static const Readings tables;
  return tables;
}

}  // namespace

Syllable pinyin(char32_t c) {
  return is_han(c) ? tables().entries[c - first_han].first : Syllable{0};
}

std::span<const Syllable> readings(char32_t c) {
  if (!is_han(c)) return {};
  const auto& entry = tables().entries[c - first_han];
  return {tables().pool.data() + entry.begin, entry.size};
}

Syllable surname_pinyin(char32_t c) {
  return is_han(c) ? tables().entries[c - first_han].surname : Syllable{0};
}

std::string_view spelling(Syllable syllable) {
  return tables().spellings[syllable];
}

Syllable find_syllable(std::string_view spelling) {
  const auto found = tables().ids.find(spelling);
  return found == tables().ids.end() ? Syllable{0} : found->second;
}

std::size_t syllable_count() {
  return tables().spellings.size();
}

char32_t simplified(char32_t c) {
  static const auto table = [] {
    std::vector<char16_t> out(last_han - first_han + 1);
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<char16_t>(first_han + i);
    for (const auto& pair : unicode::read_simplified()) {
      char16_t& entry = out[pair.traditional - first_han];
      if (entry == pair.traditional) entry = pair.simplified;
    }
    return out;
  }();
  return is_han(c) ? table[c - first_han] : c;
}

}  // namespace duiqi::data
