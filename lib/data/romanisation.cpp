#include "data/romanisation.hpp"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "data/letter_trie.hpp"
#include "data/pinyin.hpp"

namespace duiqi::data {
namespace {

struct Rewrite {
  std::string_view pinyin;
  std::string_view wade_giles;
};

/// Whole syllables that the rules for initials and finals don't give.
constexpr Rewrite whole[] = {{"zi", "tzu"},    {"ci", "tzu"},   {"si", "szu"},   {"zhi", "chih"},
                             {"chi", "chih"},  {"shi", "shih"}, {"ri", "jih"},   {"ge", "ko"},
                             {"ke", "ko"},     {"he", "ho"},    {"e", "o"},      {"er", "erh"},
                             {"yi", "i"},      {"ye", "yeh"},   {"yan", "yen"},  {"you", "yu"},
                             {"yong", "yung"}, {"yue", "yueh"}, {"gui", "kuei"}, {"kui", "kuei"}};

constexpr Rewrite initials[] = {{"zh", "ch"}, {"ch", "ch"}, {"sh", "sh"}, {"b", "p"},
                                {"d", "t"},   {"g", "k"},   {"j", "ch"},  {"q", "ch"},
                                {"x", "hs"},  {"z", "ts"},  {"c", "ts"},  {"r", "j"}};

constexpr Rewrite finals[] = {{"ong", "ung"}, {"iong", "iung"}, {"ian", "ien"}, {"ie", "ieh"},
                              {"ve", "ueh"},  {"ue", "ueh"},    {"v", "u"}};

/// Taiwan's personal spellings that are neither: 英 Ing, 久 Jeou, 哲 Je, 义 Yi, 思 Ssu, 友 Yu, 国 Kuo.
constexpr Rewrite personal[] = {{"ying", "ing"}, {"jiu", "jeou"},    {"zhe", "je"},    {"si", "ssu"},
                                {"yi", "yi"},    {"e", "e"},         {"ge", "ke"},     {"yong", "yong"},
                                {"you", "yo"},   {"zhong", "jong"},  {"xu", "hsu"},    {"shi", "shi"},
                                {"zhi", "chi"},  {"xue", "hsueh"},   {"rong", "jung"}, {"ke", "ke"},
                                {"he", "he"},    {"guang", "kwang"}, {"hua", "hwa"},   {"zhu", "chu"}};

/// After these initials Wade–Giles writes -o where pinyin writes -uo.
bool drops_u(std::string_view initial) {
  static constexpr std::string_view initials_with_o[] = {"t", "n", "l", "ts", "s", "j", "ch"};
  return std::find(std::begin(initials_with_o), std::end(initials_with_o), initial) !=
         std::end(initials_with_o);
}

/// Pinyin by what is written for it.
struct WadeGiles {
  LetterTrie spelled;  ///< leads to one of `pinyin`
  std::vector<std::vector<std::string_view>> pinyin;
};

const WadeGiles& by_wade_giles() {
  static const auto table = [] {
    WadeGiles out;
    std::unordered_map<std::string, std::uint16_t> ids;
    const auto add = [&](std::string spelled, std::string_view pinyin) {
      const auto [at, fresh] =
          ids.try_emplace(std::move(spelled), static_cast<std::uint16_t>(out.pinyin.size()));
      if (fresh) {
        out.pinyin.emplace_back();
        out.spelled.add(at->first, at->second);
      }
      auto& list = out.pinyin[at->second];
      if (std::find(list.begin(), list.end(), pinyin) == list.end()) list.push_back(pinyin);
    };
    for (std::size_t i = 1; i < syllable_count(); ++i) {
      const std::string_view pinyin = spelling(static_cast<Syllable>(i));
      add(wade_giles(pinyin), pinyin);
    }
    for (const Rewrite& entry : personal) add(std::string(entry.wade_giles), entry.pinyin);
    return out;
  }();
  return table;
}

const LetterTrie& by_pinyin() {
  static const auto table = [] {
    LetterTrie out;
    for (std::size_t i = 1; i < syllable_count(); ++i)
      out.add(spelling(static_cast<Syllable>(i)), static_cast<std::uint16_t>(i));
    return out;
  }();
  return table;
}

constexpr std::size_t most_strings = 16;

/// All ways to read `part`, appended to each of `prefixes`.
void read_part(std::string_view part, const std::vector<std::string>& prefixes,
               std::vector<std::string>& out) {
  if (out.size() >= most_strings) return;
  if (part.empty()) {
    for (const std::string& prefix : prefixes) {
      if (out.size() < most_strings) out.push_back(prefix);
    }
    return;
  }
  const LetterTrie::Found found = by_wade_giles().spelled.find(part);
  for (std::size_t length = found.size() - 1; length > 0; --length) {
    if (found[length] == 0) continue;
    const auto& syllables = by_wade_giles().pinyin[found[length] - 1U];
    std::vector<std::string> longer;
    for (const std::string& prefix : prefixes) {
      for (const std::string_view syllable : syllables) longer.push_back(prefix + std::string(syllable));
    }
    if (longer.size() > most_strings) longer.resize(most_strings);
    read_part(part.substr(length), longer, out);
  }
}

}  // namespace

std::string wade_giles(std::string_view pinyin) {
  for (const Rewrite& entry : whole) {
    if (entry.pinyin == pinyin) return std::string(entry.wade_giles);
  }
  std::string initial;
  std::string_view final = pinyin;
  for (const Rewrite& entry : initials) {
    if (!pinyin.starts_with(entry.pinyin)) continue;
    initial = entry.wade_giles;
    final.remove_prefix(entry.pinyin.size());
    break;
  }
  if (initial.empty() && !pinyin.empty() &&
      std::string_view("pmftnlkhswy").find(pinyin[0]) != std::string_view::npos) {
    initial = pinyin[0];
    final.remove_prefix(1);
  }
  for (const Rewrite& entry : finals) {
    if (final == entry.pinyin) return initial + std::string(entry.wade_giles);
  }
  if (final == "uo" && drops_u(initial)) return initial + "o";
  return initial + std::string(final);
}

void read_wade_giles(std::string_view word, std::vector<std::string>& out) {
  std::vector<std::string> strings{""};
  while (!word.empty()) {
    const std::size_t hyphen = std::min(word.find('-'), word.size());
    std::vector<std::string> next;
    read_part(word.substr(0, hyphen), strings, next);
    if (next.empty()) return;
    strings = std::move(next);
    word.remove_prefix(std::min(hyphen + 1, word.size()));
  }
  out.insert(out.end(), strings.begin(), strings.end());
}

bool is_pinyin(std::string_view letters, int most) {
  if (letters.empty()) return false;
  if (most == 0) return false;
  const LetterTrie::Found found = by_pinyin().find(letters);
  for (std::size_t length = found.size() - 1; length > 0; --length) {
    if (found[length] == 0) continue;
    if (length == letters.size() || is_pinyin(letters.substr(length), most - 1)) return true;
  }
  return false;
}

}  // namespace duiqi::data
