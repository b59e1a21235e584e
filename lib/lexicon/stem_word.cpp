#include "lexicon/stem_word.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <libstemmer.h>
#include <memory>
#include <new>
#include <unordered_map>
#include <utility>
#include <vector>

#include "data/english_forms.hpp"

namespace duiqi::lexicon {
namespace {

struct DeleteStemmer {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

/// Snowball's English stemmer (Porter2). A stemmer holds the word that it works on: not to be shared.
class Snowball {
 public:
  std::string operator()(std::string_view word) {
    const sb_symbol* stem = sb_stemmer_stem(stemmer_.get(), reinterpret_cast<const sb_symbol*>(word.data()),
                                            static_cast<int>(word.size()));
    if (stem == nullptr) throw std::bad_alloc();
    return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
  }

 private:
  static sb_stemmer* make() {
    sb_stemmer* stemmer = sb_stemmer_new("english", nullptr);
    if (stemmer == nullptr) throw std::bad_alloc();
    return stemmer;
  }

  std::unique_ptr<sb_stemmer, DeleteStemmer> stemmer_{make()};
};

bool starts_with_any(std::string_view word, const auto& roots) {
  return std::any_of(std::begin(roots), std::end(roots),
                     [&](std::string_view root) { return word.starts_with(root); });
}

/// "organisation" → "organization". Words that all English spells with -ise are listed up to the "is"; of
/// those with up to three letters before it, none has a spelling with z that matters.
void american_ise(std::string& word) {
  constexpr std::string_view endings[] = {"e",     "es",     "ed",   "ing",     "er",    "ers",
                                          "ation", "ations", "able", "ational", "ingly", "edly"};
  constexpr std::string_view always_s[] = {
      "advertis", "chastis",  "circumcis", "compromis", "disguis",    "enterpris",  "exercis",
      "expertis", "franchis", "improvis",  "liais",     "likewis",    "merchandis", "otherwis",
      "paradis",  "supervis", "surpris",   "televis",   "treatis",    "apprais",    "compris",
      "despis",   "promis",   "premis",    "surmis",    "turquois",   "tortois",    "malais",
      "porpois",  "unpromis", "reprais",   "clockwis",  "uncompromis"};
  for (std::size_t at = word.rfind("is"); at != std::string::npos && at >= 4; at = word.rfind("is", at - 1)) {
    const auto rest = std::string_view(word).substr(at + 2);
    if (std::find(std::begin(endings), std::end(endings), rest) == std::end(endings)) continue;
    if (!starts_with_any(word, always_s)) word[at + 1] = 'z';
    return;
  }
}

/// "colourful" → "colorful", "neighbours" → "neighbors".
void american_our(std::string& word) {
  constexpr std::string_view roots[] = {"arm",    "ard",  "behavi", "cand", "clam", "col", "demean", "endeav",
                                        "fav",    "ferv", "flav",   "glam", "harb", "hon", "hum",    "lab",
                                        "neighb", "od",   "parl",   "ranc", "rig",  "rum", "sav",    "savi",
                                        "splend", "tum",  "val",    "vap",  "vig"};
  constexpr std::string_view prefixes[] = {"", "dis", "mis", "multi", "un", "anti", "en"};
  const std::size_t at = word.find("our");
  if (at == std::string::npos || at == 0) return;
  const std::string_view before = std::string_view(word).substr(0, at);
  for (const std::string_view prefix : prefixes) {
    if (!before.starts_with(prefix)) continue;
    const auto root = before.substr(prefix.size());
    if (std::find(std::begin(roots), std::end(roots), root) == std::end(roots)) continue;
    word.erase(at + 1, 1);
    return;
  }
}

std::string american(std::string_view word) {
  std::string out(word);
  american_our(out);
  american_ise(out);
  return out;
}

/// Calls with the first word of each row of `table` and with each word of it.
template <class Use>
void each_form(std::string_view table, Use use) {
  while (!table.empty()) {
    const std::string_view row = table.substr(0, table.find('|'));
    table.remove_prefix(row.size() + 1);
    const std::string_view head = row.substr(0, row.find(' '));
    for (std::size_t at = 0; at < row.size();) {
      const std::size_t end = std::min(row.find(' ', at), row.size());
      use(head, row.substr(at, end - at));
      at = end + 1;
    }
  }
}

bool is_vowel(char c) {
  return std::string_view("aeiou").find(c) != std::string_view::npos;
}

/// "large" → "larg", "early" → "earli", "big" → "bigg": what -er and -est are put to.
std::string comparison_base(std::string_view adjective) {
  const std::size_t size = adjective.size();
  std::string base(adjective);
  const char last = base.back();
  const bool vowel_before = is_vowel(base[size - 2]);
  if (last == 'e') {
    base.pop_back();
  } else if (last == 'y' && !vowel_before) {
    base.back() = 'i';
  } else if (std::string_view("dgmnpt").find(last) != std::string_view::npos && vowel_before && size <= 4 &&
             !is_vowel(base[size - 3])) {
    base.push_back(last);
  }
  return base;
}

/// Words whose stem is looked up.
class Exceptions {
 public:
  Exceptions() {
    Snowball snowball;
    each_form(data::english_words_apart(), [&](std::string_view head, std::string_view form) {
      stems_.try_emplace(std::string(form), head);
    });
    each_form(data::english_irregulars(), [&](std::string_view head, std::string_view form) {
      stems_.try_emplace(std::string(form), snowball(american(head)));
    });
    for (std::string_view rest = data::english_adjectives(); !rest.empty();) {
      const std::string_view adjective = rest.substr(0, rest.find(' '));
      rest.remove_prefix(adjective.size() + 1);
      const std::string base = comparison_base(adjective);
      const std::string stem = snowball(adjective);
      stems_.try_emplace(base + "er", stem);
      stems_.try_emplace(base + "est", stem);
    }
  }

  const std::string* find(const std::string& word) const {
    const auto found = stems_.find(word);
    return found == stems_.end() ? nullptr : &found->second;
  }

 private:
  std::unordered_map<std::string, std::string> stems_;
};

std::string make_stem(std::string_view folded) {
  static const Exceptions exceptions;
  thread_local Snowball snowball;
  const std::string word = american(folded);
  const std::string* known = exceptions.find(word);
  return known != nullptr ? *known : snowball(word);
}

/// The stems of words met lately: a slot for each value of the hash's low bits, overwritten by the next
/// word that falls there. 8,192 slots hold nine tenths of running news.
class Memory {
 public:
  static constexpr std::size_t most = 23;  // bytes of a word that is remembered

  void stem(std::string_view word, std::string& out) {
    Slot& slot = slots_[hash(word) % slots_.size()];
    if (slot.word() != word) slot.set(word, make_stem(word));
    out.assign(slot.stem());
  }

 private:
  struct Slot {
    std::array<char, most> word_bytes;
    std::uint8_t word_size = 0;
    std::array<char, most> stem_bytes;
    std::uint8_t stem_size = 0;

    std::string_view word() const { return {word_bytes.data(), word_size}; }
    std::string_view stem() const { return {stem_bytes.data(), stem_size}; }
    void set(std::string_view word, std::string_view stem) {
      if (stem.size() > most) stem = stem.substr(0, most);
      std::copy(word.begin(), word.end(), word_bytes.begin());
      word_size = static_cast<std::uint8_t>(word.size());
      std::copy(stem.begin(), stem.end(), stem_bytes.begin());
      stem_size = static_cast<std::uint8_t>(stem.size());
    }
  };

  /// FNV-1a.
  static std::size_t hash(std::string_view word) {
    std::uint32_t h = 2166136261U;
    for (const char c : word) h = (h ^ static_cast<unsigned char>(c)) * 16777619U;
    return h ^ h >> 15;
  }

  std::vector<Slot> slots_ = std::vector<Slot>(8192);
};

}  // namespace

void stem_folded(std::string_view folded, std::string& out) {
  thread_local Memory memory;
  if (folded.size() <= Memory::most) {
    memory.stem(folded, out);
  } else {
    out = make_stem(folded);
  }
}

}  // namespace duiqi::lexicon
