#include <array>
#include <unordered_map>

#include "anchor/english_words.hpp"
#include "data/common_words.hpp"
#include "data/gazetteer.hpp"
#include "data/romanisation.hpp"
#include "evidence/name_candidates.hpp"
#include "unicode/latin.hpp"

namespace duiqi::evidence {
namespace {

using anchor::EnglishWord;

constexpr std::size_t longest_item = 24;  // letters; names of two words fit

/// The word in lower case with its hyphens, which tell Wade–Giles syllables apart.
std::string hyphenated(std::string_view written) {
  std::string out;
  for (const char c : written) {
    if (c == '-') {
      out += c;
    } else if (c != '\'') {
      out += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
  }
  return out;
}

class Collector {
 public:
  explicit Collector(const Document& en) : en_(en) {}

  std::vector<EnglishItem> collect() {
    read_words();
    find_names();
    for (std::uint32_t id = 0; id < en_.size(); ++id) {
      const auto& words = words_[id];
      for (std::size_t i = 0; i < words.size(); ++i) {
        if (!may_be_name(words[i])) continue;
        add(words[i].folded, words[i].span, id, words[i].first);
        if (i + 1 < words.size() && words[i].joined && may_be_name(words[i + 1])) {
          add_pair(words[i], words[i + 1], id);
        }
      }
    }
    return std::move(items_);
  }

 private:
  void read_words() {
    words_.reserve(en_.size());
    for (std::uint32_t id = 0; id < en_.size(); ++id) {
      words_.push_back(anchor::english_words(en_.sentence(id), en_.sentences[id].span.begin));
    }
  }

  /// Capitalised words that are common ones or that stand somewhere in lower case are no names. They are few,
  /// so it is looked for them among the others and not the other way round.
  void find_names() {
    for (const auto& sentence : words_) {
      for (const EnglishWord& word : sentence) {
        if (!has_form_of_name(word)) continue;
        const auto [at, fresh] = is_name_.try_emplace(word.folded, true);
        if (!fresh) continue;
        at->second = !data::is_common_english(word.folded);
        if (at->second) begins_[begin_of(word)] = true;
      }
    }
    for (const auto& sentence : words_) {
      for (const EnglishWord& word : sentence) {
        if (word.capital || word.folded.size() < 2 || !begins_[begin_of(word)]) continue;
        if (const auto at = is_name_.find(word.folded); at != is_name_.end()) at->second = false;
      }
    }
  }

  static bool has_form_of_name(const EnglishWord& word) {
    return word.capital && !word.digits && word.folded.size() >= 2 && word.folded.size() <= longest_item;
  }

  /// Two letters and the length, as far as a table of 1,024 tells them apart.
  static std::size_t begin_of(const EnglishWord& word) {
    const auto letter = [&](std::size_t i) { return static_cast<unsigned char>(word.folded[i]); };
    return (letter(0) * 37U + letter(1) * 5U + word.folded.size() * 101U) % 1024;
  }

  bool may_be_name(const EnglishWord& word) const {
    if (!has_form_of_name(word)) return false;
    const auto at = is_name_.find(word.folded);
    return at != is_name_.end() && at->second;
  }

  EnglishItem& item(const std::string& folded) {
    const auto [at, fresh] = index_.try_emplace(folded, items_.size());
    if (fresh) {
      EnglishItem& made = items_.emplace_back();
      made.folded = folded;
      made.sounds = anchor::english_sounds(folded);
      made.spells_pinyin = data::is_pinyin(folded, 4);
      made.pinyin.push_back(folded);
      const std::string_view word(folded);
      if (const data::Hit hit = data::find_en({&word, 1}, 0); hit.entry != nullptr) {
        made.known = &hit.entry->key;
        if (!hit.entry->alternate.empty()) made.known_also = &hit.entry->alternate;
      }
    }
    return items_[at->second];
  }

  void add(const std::string& folded, Span span, std::uint32_t sentence, bool first) {
    EnglishItem& made = item(folded);
    if (made.occurrences.empty()) {
      data::read_wade_giles(hyphenated(en_.text.slice(span)), made.pinyin);
      if (made.pinyin.size() > 1) made.spells_pinyin = true;
    }
    made.occurrences.push_back({sentence, span});
    made.only_first = made.only_first && first;
  }

  void add_pair(const EnglishWord& one, const EnglishWord& two, std::uint32_t sentence) {
    const std::string folded = one.folded + two.folded;
    if (folded.size() > longest_item) return;
    EnglishItem& made = item(folded);
    made.pair = true;
    made.only_first = false;
    const std::string reversed = two.folded + one.folded;
    if (made.occurrences.empty()) made.pinyin.push_back(reversed);
    made.occurrences.push_back({sentence, {one.span.begin, two.span.end}});
  }

  const Document& en_;
  std::vector<std::vector<EnglishWord>> words_;         ///< of each sentence
  std::unordered_map<std::string_view, bool> is_name_;  ///< of capitalised words; views of words_
  std::array<bool, 1024> begins_{};                     ///< begin_of() some that may be names
  std::unordered_map<std::string, std::size_t> index_;
  std::vector<EnglishItem> items_;
};

}  // namespace

std::vector<EnglishItem> collect_english(const Document& en) {
  return Collector(en).collect();
}

}  // namespace duiqi::evidence
