// Layer: tests. How far two lexicons say the same.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <duiqi/lexicon.hpp>

#include "lexicon/stems.hpp"

namespace duiqi::test {

inline std::set<std::string> stems(std::string_view english) {
  std::vector<lexicon::EnglishToken> tokens;
  lexicon::tokenise_english(english, tokens);
  std::set<std::string> out;
  for (lexicon::EnglishToken& token : tokens) out.insert(std::move(token.stem));
  return out;
}

/// The stems of an equivalent, without the article that some dictionaries write and others leave out.
inline std::set<std::string> content(std::string_view equivalent) {
  std::set<std::string> out = stems(equivalent);
  for (const char* const article : {"a", "an", "the"}) {
    if (out.size() > 1) out.erase(article);
  }
  return out;
}

/// Some equivalent of both has the same stems.
inline bool agree(const LexiconEntry& a, const LexiconEntry& b) {
  std::set<std::set<std::string>> known;
  for (const Equivalent& equivalent : a.equivalents) known.insert(content(equivalent.en));
  for (const Equivalent& equivalent : b.equivalents) {
    if (known.contains(content(equivalent.en))) return true;
  }
  return false;
}

/// All stems of some equivalent of `a` stand among those of one entry `b`.
inline bool agree_in_words(const LexiconEntry& a, const LexiconEntry& b) {
  std::set<std::string> all;
  for (const Equivalent& equivalent : b.equivalents) all.merge(stems(equivalent.en));
  for (const Equivalent& equivalent : a.equivalents) {
    bool whole = true;
    for (const std::string& stem : stems(equivalent.en))
      whole = whole && (all.contains(stem) || lexicon::is_empty_word(stem));
    if (whole) return true;
  }
  return false;
}

struct Agreement {
  std::size_t both = 0;              ///< entries of the first that the other has too
  std::size_t same = 0;              ///< of these, share an equivalent
  std::size_t words = 0;             ///< share one, or have one whose words all stand in the other's entry
  std::vector<LexiconEntry> misses;  ///< share no equivalent; as the first has them

  double share() const { return static_cast<double>(same) / static_cast<double>(both); }
  double share_in_words() const { return static_cast<double>(words) / static_cast<double>(both); }
};

inline Agreement compare(const Lexicon& lexicon, const Lexicon& other) {
  Agreement out;
  for (const LexiconEntry& entry : lexicon.data().entries) {
    const LexiconEntry match = other.find(entry.zh);
    if (match.equivalents.empty()) continue;
    ++out.both;
    const bool equal = agree(entry, match);
    out.same += equal;
    out.words += equal || agree_in_words(entry, match);
    if (!equal) out.misses.push_back(entry);
  }
  return out;
}

}  // namespace duiqi::test
