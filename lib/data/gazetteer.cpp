#include "data/gazetteer.hpp"

#include <algorithm>
#include <deque>
#include <unordered_map>

#include "data/gazetteer_rows.hpp"
#include "data/pinyin.hpp"
#include "unicode/latin.hpp"
#include "unicode/locale_names.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::data {
namespace {

/// Written before the first look-up or never.
NameTables used_tables;

/// FNV-1a, which can be carried on one unit after the other, so that the longest name is found in one walk.
constexpr std::uint64_t hash_seed = 1469598103934665603ULL;

constexpr std::uint64_t carry_on(std::uint64_t hash, std::uint64_t unit) {
  return (hash ^ unit) * 1099511628211ULL;
}

std::uint64_t carry_on(std::uint64_t hash, std::string_view word) {
  for (const char c : word) hash = carry_on(hash, static_cast<unsigned char>(c));
  return carry_on(hash, ' ');
}

std::u32string simplify(std::string_view name) {
  std::u32string out = unicode::to_code_points(name);
  for (char32_t& c : out) c = simplified(c);
  return out;
}

/// "St. Petersburg" → {"st", "petersburg"}.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find(' ', begin), name.size());
    std::string word = unicode::fold_latin(name.substr(begin, end - begin));
    if (!word.empty()) out.push_back(std::move(word));
    begin = end + 1;
  }
  return out;
}

template <typename Visit>
void for_each_part(std::string_view list, char separator, const Visit& visit) {
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find(separator, begin), list.size());
    if (end > begin) visit(list.substr(begin, end - begin));
    begin = end + 1;
  }
}

/// A prefix tree kept as hashes: a prefix that leads on has an entry without a name.
using Prefixes = std::unordered_map<std::uint64_t, const Entry*>;

class Gazetteer {
 public:
  Gazetteer() {
    // First come, first kept: own rows before CLDR's.
    if (used_tables.own) add_own_rows();
    for (const auto& region : unicode::read_region_names()) add_cldr(region, region.code, {});
    for (const auto& language : unicode::read_language_names()) {
      // Its English name is mostly that of a people too ("Greek"), which own rows know by the country.
      add_cldr(language, "lang " + language.code, own_key(language.en));
    }
    for (const auto& city : unicode::read_city_names()) add_cldr(city, unicode::fold_latin(city.en), {});
  }

  Hit find_zh(std::u32string_view text, std::size_t at) const {
    Hit hit;
    std::uint64_t hash = hash_seed;
    for (std::size_t i = at; i < text.size(); ++i) {
      hash = carry_on(hash, text[i]);
      if (!step(zh_, hash, i - at + 1, hit)) break;
    }
    return hit;
  }

  Hit find_en(std::span<const std::string_view> words, std::size_t at) const {
    Hit hit;
    std::uint64_t hash = hash_seed;
    for (std::size_t i = at; i < words.size(); ++i) {
      hash = carry_on(hash, words[i]);
      if (!step(en_, hash, i - at + 1, hit)) break;
    }
    return hit;
  }

 private:
  static bool step(const Prefixes& prefixes, std::uint64_t hash, std::size_t length, Hit& hit) {
    const auto found = prefixes.find(hash);
    if (found == prefixes.end()) return false;
    if (found->second != nullptr) hit = {found->second, length};
    return true;
  }

  static void put(Prefixes& prefixes, std::uint64_t hash, const Entry* entry, bool last) {
    const auto [at, fresh] = prefixes.try_emplace(hash, nullptr);
    if (last && at->second == nullptr) at->second = entry;
    (void)fresh;
  }

  void put_zh(std::string_view name, const Entry* entry) {
    const std::u32string characters = simplify(name);
    if (characters.size() < 2) return;  // a single character is too ambiguous
    std::uint64_t hash = hash_seed;
    for (std::size_t i = 0; i < characters.size(); ++i) {
      hash = carry_on(hash, characters[i]);
      put(zh_, hash, entry, i + 1 == characters.size());
    }
  }

  void put_en(std::string_view name, const Entry* entry) {
    const auto words = words_of(name);
    std::uint64_t hash = hash_seed;
    for (std::size_t i = 0; i < words.size(); ++i) {
      hash = carry_on(hash, words[i]);
      put(en_, hash, entry, i + 1 == words.size());
    }
  }

  void add_own_rows() {
    for (const auto rows : {region_rows(), place_rows(), organisation_rows(), person_rows()}) {
      for (const Row& row : rows) add_row(row);
    }
    add_pinyin_places();
  }

  void add_row(const Row& row) {
    const Entry* entry =
        &entries_.emplace_back(Entry{row.kind, std::string(row.key), std::string(row.alternate)});
    for_each_part(row.zh, '|', [&](std::string_view name) { put_zh(name, entry); });
    for_each_part(row.en, '|', [&](std::string_view name) { put_en(name, entry); });
  }

  void add_pinyin_places() {
    for_each_part(pinyin_places(), ' ', [&](std::string_view name) {
      std::string key;
      for (const char32_t c : unicode::to_code_points(name)) {
        if (c != U'市' && c != U'区') key += spelling(pinyin(c));
      }
      key = place_spelling(name, std::move(key));
      const Entry* entry = &entries_.emplace_back(Entry{EntryKind::place, key, {}});
      put_zh(name, entry);
      put_en(key, entry);
    });
  }

  /// Names whose characters are not read as usual.
  static std::string place_spelling(std::string_view name, std::string usual) {
    struct Exception {
      std::string_view name;
      std::string_view spelling;
    };
    static constexpr Exception exceptions[] = {
        {"重庆", "chongqing"},  {"长春", "changchun"}, {"长沙", "changsha"}, {"长治", "changzhi"},
        {"沈阳", "shenyang"},   {"厦门", "xiamen"},    {"六安", "luan"},     {"亳州", "bozhou"},
        {"长白山", "changbai"}, {"台州", "taizhou"},   {"吕梁", "luliang"},  {"蚌埠", "bengbu"},
        {"乐山", "leshan"},     {"朝阳区", "chaoyang"}};
    for (const Exception& exception : exceptions) {
      if (exception.name == name) return std::string(exception.spelling);
    }
    return usual;
  }

  /// The key of a whole English name; empty where it has none.
  std::string own_key(std::string_view en) const {
    const std::vector<std::string> words = words_of(en);
    const std::vector<std::string_view> views(words.begin(), words.end());
    const Hit hit = find_en(views, 0);
    return hit.entry != nullptr && hit.length == words.size() ? hit.entry->key : std::string();
  }

  void add_cldr(const unicode::LocaleName& name, std::string key, std::string alternate) {
    // A name that own rows know lends its key, so that both languages keep one.
    const std::u32string zh = simplify(name.zh_hans);
    const Hit own_zh = find_zh(zh, 0);
    const Entry* entry = own_zh.length == zh.size() ? own_zh.entry : nullptr;
    if (entry == nullptr) {
      entry = &entries_.emplace_back(Entry{EntryKind::place, std::move(key), std::move(alternate)});
    }
    put_zh(name.zh_hans, entry);
    put_zh(name.zh_hant, entry);
    put_en(name.en, entry);
  }

  std::deque<Entry> entries_;
  Prefixes zh_;
  Prefixes en_;
};

const Gazetteer& gazetteer() {
  static const Gazetteer gazetteer;
  return gazetteer;
}

}  // namespace

void use_name_tables(NameTables tables) noexcept {
  used_tables = tables;
  if (!tables.cldr) unicode::leave_out_cldr();
}

Hit find_zh(std::u32string_view text, std::size_t at) {
  return gazetteer().find_zh(text, at);
}

Hit find_en(std::span<const std::string_view> words, std::size_t at) {
  return gazetteer().find_en(words, at);
}

}  // namespace duiqi::data
