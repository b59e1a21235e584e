#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <duiqi/error.hpp>

#include "data/built_in_tables.hpp"
#include "data/han_image.hpp"
#include "data/polyphones.hpp"
#include "unicode/han.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::data {
namespace {

class Readings {
 public:
  Readings() {
    const auto common = unicode::read_pinyin();
    const auto surnames = unicode::read_surname_pinyin();
    intern(common, surnames);
    for (const auto& reading : common) {
      HanRow& row = at(reading.character);
      if (row.first == 0) row.first = row.surname = ids_.at(reading.syllable);
    }
    // As parts of names these are read otherwise than as the particles that ICU takes them for.
    at(U'地').first = at(U'地').surname = ids_.at("di");
    at(U'都').first = at(U'都').surname = ids_.at("du");
    for (const auto& reading : surnames) {
      at(reading.character).surname = ids_.at(reading.syllable);
      more_[reading.character].push_back(ids_.at(reading.syllable));
    }
    for (const Polyphone& polyphone : polyphones()) add_polyphone(polyphone);
    const auto id_of = [&](std::string_view spelling) {
      const auto found = ids_.find(spelling);
      return found == ids_.end() ? Syllable{0} : found->second;
    };
    spelled_as_ = {{{id_of("lv"), id_of("lu")},
                    {id_of("lv"), id_of("lyu")},
                    {id_of("nv"), id_of("nu")},
                    {id_of("nv"), id_of("nyu")}}};
    for (char32_t c = first_han; c <= last_han; ++c) gather(c);
    simplify();
  }

  std::string image() const {
    std::vector<Spelling> spellings;
    for (const std::string& spelling : spellings_) {
      Spelling& out = spellings.emplace_back();
      if (spelling.size() > out.letters.size()) {
        throw Error(ErrorCode::io_failure,
                    "ICU's data hold a syllable of pinyin that is too long: " + spelling);
      }
      std::copy(spelling.begin(), spelling.end(), out.letters.begin());
      out.size = static_cast<std::uint8_t>(spelling.size());
    }
    std::string out;
    append_array(out, std::span<const HanRow>(rows_));
    append_array(out, std::span<const Syllable>(pool_));
    append_array(out, std::span<const Spelling>(spellings));
    return out;
  }

 private:
  HanRow& at(char32_t c) { return rows_[c - first_han]; }

  template <typename List>
  void intern(const List& common, const List& surnames) {
    std::unordered_set<std::string_view> distinct{"lu", "lyu", "nu", "nyu"};
    for (const auto* list : {&common, &surnames}) {
      for (const auto& reading : *list) distinct.insert(reading.syllable);
    }
    spellings_.insert(spellings_.end(), distinct.begin(), distinct.end());
    std::sort(spellings_.begin() + 1, spellings_.end());
    for (std::size_t i = 1; i < spellings_.size(); ++i) ids_.emplace(spellings_[i], static_cast<Syllable>(i));
  }

  void add_polyphone(const Polyphone& polyphone) {
    const auto id = ids_.find(polyphone.reading);
    if (id == ids_.end()) return;
    for (std::size_t i = 0; i < polyphone.characters.size();) {
      more_[unicode::next(polyphone.characters, i)].push_back(id->second);
    }
  }

  void gather(char32_t c) {
    HanRow& row = at(c);
    if (row.first == 0) return;
    row.begin = static_cast<std::uint32_t>(pool_.size());
    const auto has = [&](Syllable syllable) {
      return std::find(pool_.begin() + row.begin, pool_.end(), syllable) != pool_.end();
    };
    const auto add = [&](Syllable syllable) {
      if (!has(syllable)) pool_.push_back(syllable);
    };
    add(row.first);
    if (const auto found = more_.find(c); found != more_.end()) {
      for (const Syllable syllable : found->second) add(syllable);
    }
    for (const auto& [from, also] : spelled_as_) {
      if (from != 0 && has(from)) add(also);
    }
    row.size = static_cast<std::uint16_t>(pool_.size() - row.begin);
  }

  void simplify() {
    for (char32_t c = first_han; c <= last_han; ++c) at(c).simplified = static_cast<char16_t>(c);
    for (const auto& pair : unicode::read_simplified()) {
      char16_t& entry = at(pair.traditional).simplified;
      if (entry == pair.traditional) entry = pair.simplified;
    }
  }

  std::vector<std::string> spellings_{""};
  std::unordered_map<std::string_view, Syllable> ids_;
  std::vector<HanRow> rows_{last_han - first_han + 1};
  std::vector<Syllable> pool_;
  std::unordered_map<char32_t, std::vector<Syllable>> more_;
  /// A syllable of the pinyin table and another spelling of it; 0 where the table does not have it.
  std::array<std::pair<Syllable, Syllable>, 4> spelled_as_{};
};

}  // namespace

std::string make_han_image() {
  return Readings().image();
}

HanTables read_han_image(std::string_view image) {
  TakeArrays arrays(image);
  HanTables out;
  out.rows = arrays.take<HanRow>();
  out.pool = arrays.take<Syllable>();
  out.spellings = arrays.take<Spelling>();
  return out;
}

}  // namespace duiqi::data
