#include <algorithm>
#include <unordered_set>

#include "anchor/english_words.hpp"
#include "anchor/name_parts.hpp"
#include "data/common_words.hpp"
#include "data/pinyin.hpp"
#include "data/romanisation.hpp"
#include "data/surnames.hpp"

namespace duiqi::anchor {
namespace {

/// How surnames are spelled: pinyin, Wade–Giles, overseas.
bool is_surname_spelling(const std::string& folded) {
  static const auto set = [] {
    std::unordered_set<std::string> out;
    for (char32_t c = 0x4E00; c < 0xA000; ++c) {
      if (data::surname_rank(c) == data::SurnameRank::none) continue;
      const std::string pinyin(data::spelling(data::surname_pinyin(c)));
      out.insert(data::wade_giles(pinyin));
      if (pinyin == "lv") out.insert({"lu", "lyu"});
      out.insert(pinyin);
      std::string_view overseas = data::overseas_spellings(c);
      while (!overseas.empty()) {
        const std::size_t space = std::min(overseas.find(' '), overseas.size());
        out.emplace(overseas.substr(0, space));
        overseas.remove_prefix(std::min(space + 1, overseas.size()));
      }
    }
    for (const char* compound :
         {"ouyang", "sima", "zhuge", "shangguan", "situ", "murong", "dongfang", "huangfu", "xiahou"}) {
      out.insert(compound);
    }
    return out;
  }();
  return set.contains(folded);
}

/// Entries whose English name is an ordinary word unless it is written in capitals ("us", "who", "it").
bool needs_capitals(std::string_view folded) {
  static constexpr std::string_view words[] = {"us",  "is",  "who", "ice", "ap",  "aa",  "au",  "sec",
                                               "cas", "mit", "mp",  "ai",  "ms",  "ria", "cis", "efe",
                                               "ft",  "ec",  "sp",  "cd",  "gac", "cna", "pti"};
  return std::find(std::begin(words), std::end(words), folded) != std::end(words);
}

/// Entries that may stand in lower case.
bool may_be_lower(std::string_view folded) {
  static constexpr std::string_view words[] = {"lawmaker", "lawmakers", "coronavirus",
                                               "tweet",    "tweets",    "tweeted"};
  return std::find(std::begin(words), std::end(words), folded) != std::end(words);
}

std::string join(std::string_view one, std::string_view two) {
  std::string out(one);
  out += ' ';
  out += two;
  return out;
}

class EnglishFinder {
 public:
  EnglishFinder(const Document& document, std::uint32_t sentence, const std::vector<EnglishWord>& words,
                const std::unordered_set<std::string_view>& lower, std::vector<Anchor>& out)
      : sentence_(sentence), words_(words), text_(document.text.view()), lower_(lower), out_(out) {
    for (const EnglishWord& word : words_) folded_.push_back(word.folded);
  }

  void find() {
    for (std::size_t at = 0; at < words_.size();) at += find_at(at);
  }

 private:
  /// Number of words taken, at least one.
  std::size_t find_at(std::size_t at) {
    if (const std::size_t taken = find_known(at)) return taken;
    if (const std::size_t taken = find_person(at)) return taken;
    const EnglishWord& word = words_[at];
    if (word.capital && !word.digits && word.folded.size() >= 2 && !ordinary(word)) {
      add(AnchorKind::foreign_name, at, at + 1, word.folded, {});
    }
    return 1;
  }

  /// A capital that only says that a sentence begins here, or a word that is no name.
  bool ordinary(const EnglishWord& word) const {
    return data::is_common_english(word.folded) || (word.first && lower_.contains(word.folded));
  }

  std::size_t find_known(std::size_t at) {
    const data::Hit hit = data::find_en(folded_, at);
    if (hit.entry == nullptr) return 0;
    const EnglishWord& first = words_[at];
    if (hit.length == 1) {
      if (!first.capital && !may_be_lower(first.folded)) return 0;
      if (needs_capitals(first.folded) && !first.all_caps && first.span.size() == first.folded.size())
        return 0;
      if (first.first && !first.all_caps && data::is_common_english(first.folded) &&
          first.folded != "chinese")
        return 0;
    }
    std::vector<std::string> alternates;
    if (!hit.entry->alternate.empty()) alternates.push_back(hit.entry->alternate);
    if (hit.length == 1 && hit.entry->key != first.folded) alternates.push_back(first.folded);
    add(kind_of(hit.entry->kind), at, at + hit.length, hit.entry->key, std::move(alternates));
    return hit.length;
  }

  bool may_be_given(const EnglishWord& word) const {
    if (!word.capital || word.digits || word.folded.size() < 2) return false;
    if (data::is_pinyin(word.folded, 2)) return true;
    std::vector<std::string> pinyin;
    data::read_wade_giles(hyphenated(word), pinyin);
    return !pinyin.empty();
  }

  /// Lower case, hyphens kept.
  std::string hyphenated(const EnglishWord& word) const {
    std::string out;
    for (const char c : slice(text_, word.span)) {
      if (c == '-') out += c;
      if (c >= 'A' && c <= 'Z') out += static_cast<char>(c - 'A' + 'a');
      if (c >= 'a' && c <= 'z') out += c;
    }
    return out;
  }

  std::size_t find_person(std::size_t at) {
    const EnglishWord& one = words_[at];
    if (!one.capital || one.digits) return 0;
    const bool pair = at + 1 < words_.size() && one.joined;
    if (pair && is_surname_spelling(one.folded) && may_be_given(words_[at + 1]) &&
        !data::is_common_english(words_[at + 1].folded)) {
      return add_person(at, one, words_[at + 1], is_surname_spelling(words_[at + 1].folded)), 2;
    }
    if (pair && may_be_given(one) && !ordinary(one) && words_[at + 1].capital &&
        is_surname_spelling(words_[at + 1].folded)) {
      return add_person(at, words_[at + 1], one, false), 2;
    }
    if (is_surname_spelling(one.folded) && !ordinary(one)) {
      std::vector<std::string> alternates;
      data::read_wade_giles(one.folded, alternates);
      std::erase(alternates, one.folded);
      if (alternates.size() > 3) alternates.resize(3);
      return add(AnchorKind::person, at, at + 1, one.folded, std::move(alternates)), 1;
    }
    return 0;
  }

  void add_person(std::size_t at, const EnglishWord& surname, const EnglishWord& given, bool either) {
    const std::string key = join(surname.folded, given.folded);
    std::vector<std::string> alternates;
    if (either) alternates.push_back(join(given.folded, surname.folded));
    std::vector<std::string> surnames;
    std::vector<std::string> givens;
    data::read_wade_giles(surname.folded, surnames);
    data::read_wade_giles(hyphenated(given), givens);
    surnames.push_back(surname.folded);
    givens.push_back(given.folded);
    for (const std::string& s : surnames) {
      for (const std::string& g : givens) {
        std::string alternate = join(s, g);
        if (alternate != key && alternates.size() < most_alternates &&
            std::find(alternates.begin(), alternates.end(), alternate) == alternates.end()) {
          alternates.push_back(std::move(alternate));
        }
      }
    }
    add(AnchorKind::person, at, at + 2, key, std::move(alternates));
  }

  void add(AnchorKind kind, std::size_t begin, std::size_t end, std::string key,
           std::vector<std::string> alternates) {
    out_.push_back({kind,
                    {words_[begin].span.begin, words_[end - 1].span.end},
                    sentence_,
                    std::move(key),
                    std::move(alternates),
                    false});
  }

  std::uint32_t sentence_;
  const std::vector<EnglishWord>& words_;
  std::vector<std::string_view> folded_;
  std::string_view text_;
  const std::unordered_set<std::string_view>& lower_;
  std::vector<Anchor>& out_;
};

}  // namespace

void find_english_names(const Document& document, std::vector<Anchor>& out) {
  std::vector<std::vector<EnglishWord>> words;  // of each sentence
  for (std::uint32_t id = 0; id < document.size(); ++id)
    words.push_back(english_words(document.sentence(id), document.sentences[id].span.begin));
  std::unordered_set<std::string_view> lower;
  for (const auto& sentence : words) {
    for (const EnglishWord& word : sentence) {
      if (!word.capital) lower.insert(word.folded);
    }
  }
  for (std::uint32_t id = 0; id < document.size(); ++id)
    EnglishFinder(document, id, words[id], lower, out).find();
}

}  // namespace duiqi::anchor
