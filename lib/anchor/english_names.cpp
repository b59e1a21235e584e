#include <algorithm>
#include <bit>
#include <cstdint>
#include <span>
#include <unordered_set>

#include "anchor/english_words.hpp"
#include "anchor/name_parts.hpp"
#include "data/common_words.hpp"
#include "data/name_image.hpp"
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

/// Which capitalised words are no names. A word at the begin of a sentence is none where it is also written
/// small: only such words are looked for among the small ones, as they are few.
class OrdinaryWords {
 public:
  /// `hashes`: short_hash() of each word.
  OrdinaryWords(const std::vector<EnglishWord>& words, const std::vector<std::uint64_t>& hashes)
      : ordinary_(words.size()) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      const EnglishWord& word = words[i];
      if (!word.capital) continue;
      ordinary_[i] = data::is_common_english(word.folded);
      if (!ordinary_[i] && word.first) asked_.push_back(i);
    }
    if (asked_.empty()) return;
    slots_.assign(std::bit_ceil(4 * asked_.size()), {});
    seen_.resize(asked_.size());
    for (std::uint32_t k = 0; k < asked_.size(); ++k) {
      const std::size_t i = asked_[k];
      Slot& slot = find(words, words[i].folded, hashes[i]);
      if (slot.asked == 0) slot = {hashes[i], k + 1};
    }
    for (std::size_t i = 0; i < words.size(); ++i)
      if (!words[i].capital)
        if (const Slot& slot = find(words, words[i].folded, hashes[i]); slot.asked != 0)
          seen_[slot.asked - 1] = true;
    for (const std::size_t i : asked_)
      ordinary_[i] = seen_[find(words, words[i].folded, hashes[i]).asked - 1];
  }

  bool operator[](std::size_t word) const { return ordinary_[word] != 0; }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t asked = 0;  ///< place in `asked_` and one; 0 where the slot is free
  };

  Slot& find(const std::vector<EnglishWord>& words, std::string_view word, std::uint64_t wanted) {
    for (std::size_t at = (wanted >> 16 ^ wanted) & (slots_.size() - 1);;
         at = (at + 1) & (slots_.size() - 1)) {
      Slot& slot = slots_[at];
      if (slot.asked == 0 || (slot.hash == wanted && words[asked_[slot.asked - 1]].folded == word))
        return slot;
    }
  }

  std::vector<unsigned char> ordinary_;
  std::vector<std::size_t> asked_;
  std::vector<unsigned char> seen_;
  std::vector<Slot> slots_;
};

class EnglishFinder {
 public:
  EnglishFinder(const Document& document, const std::vector<EnglishWord>& words, std::vector<Anchor>& out)
      : words_(words),
        hashes_(hashes_of(words)),
        ordinary_(words, hashes_),
        text_(document.text.view()),
        out_(out) {
    folded_.reserve(words.size());
    for (const EnglishWord& word : words_) folded_.push_back(word.folded);
  }

  /// In the words `[begin, end)`, a sentence.
  void find(std::uint32_t sentence, std::size_t begin, std::size_t end) {
    sentence_ = sentence;
    end_ = end;
    for (std::size_t at = begin; at < end;) at += find_at(at);
  }

 private:
  /// Number of words taken, at least one.
  std::size_t find_at(std::size_t at) {
    if (const std::size_t taken = find_known(at)) return taken;
    const EnglishWord& word = words_[at];
    if (!word.capital || word.digits) return 1;
    if (const std::size_t taken = find_person(at)) return taken;
    if (word.folded.size() >= 2 && !ordinary_[at]) {
      add(AnchorKind::foreign_name, at, at + 1, word.folded, {});
    }
    return 1;
  }

  static std::vector<std::uint64_t> hashes_of(const std::vector<EnglishWord>& words) {
    std::vector<std::uint64_t> out;
    out.reserve(words.size());
    for (const EnglishWord& word : words) out.push_back(data::short_hash(word.folded));
    return out;
  }

  std::size_t find_known(std::size_t at) {
    if (!data::may_begin_name(begins_, data::filter_place(hashes_[at]))) return 0;
    const data::Hit hit = data::find_en(std::span(folded_).first(end_), at);
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

  /// Precondition: the word is capitalised and has no digits.
  std::size_t find_person(std::size_t at) {
    const EnglishWord& one = words_[at];
    const bool surname = is_surname_spelling(one.folded);
    const bool pair = at + 1 < end_ && one.joined && words_[at + 1].capital;
    const bool surname_behind = pair && is_surname_spelling(words_[at + 1].folded);
    if (pair && surname && !data::is_common_english(words_[at + 1].folded) && may_be_given(words_[at + 1])) {
      return add_person(at, one, words_[at + 1], surname_behind), 2;
    }
    if (surname_behind && !ordinary_[at] && may_be_given(one)) {
      return add_person(at, words_[at + 1], one, false), 2;
    }
    if (surname && !ordinary_[at]) {
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

  const std::vector<EnglishWord>& words_;    ///< of the document
  const std::vector<std::uint64_t> hashes_;  ///< short_hash() of each
  const std::span<const std::uint64_t> begins_ = data::en_name_begins();
  const OrdinaryWords ordinary_;
  std::vector<std::string_view> folded_;
  std::string_view text_;
  std::vector<Anchor>& out_;
  std::uint32_t sentence_ = 0;
  std::size_t end_ = 0;  ///< of the sentence's words
};

}  // namespace

EnglishText::EnglishText(const Document& document) {
  words.reserve(document.text.size() / 5);  // words of news take six bytes with their space
  begins.reserve(document.size() + 1);
  for (std::uint32_t id = 0; id < document.size(); ++id) {
    begins.push_back(words.size());
    add_english_words(document.sentence(id), document.sentences[id].span.begin, words);
  }
  begins.push_back(words.size());
}

void find_english_proper_names(const Document& document, const EnglishText& text, std::vector<Anchor>& out) {
  EnglishFinder finder(document, text.words, out);
  for (std::uint32_t id = 0; id < document.size(); ++id)
    finder.find(id, text.begins[id], text.begins[id + 1]);
}

}  // namespace duiqi::anchor
