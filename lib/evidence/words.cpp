#include "evidence/words.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "lexicon/fold.hpp"
#include "lexicon/image.hpp"
#include "lexicon/stems.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::evidence {
namespace {

/// The English words of the document, one type for each stem.
class EnglishWords {
 public:
  EnglishWords(const Document& document, std::uint32_t first_type, UnitSide& side) : first_type_(first_type) {
    std::vector<lexicon::EnglishToken> tokens;
    for (std::uint32_t id = 0; id < document.size(); ++id) {
      tokens.clear();
      lexicon::tokenise_english(document.sentence(id), tokens);
      const std::size_t begin = document.sentences[id].span.begin;
      for (const lexicon::EnglishToken& token : tokens) {
        const std::uint32_t type = first_type + stem_id(token.stem);
        side.units.push_back(
            {type, id, {begin + token.span.begin, begin + token.span.end}, UnitClass::word, no_anchor});
      }
    }
  }

  std::uint32_t first_type() const { return first_type_; }
  const std::vector<std::string_view>& stems() const { return stems_; }

 private:
  std::uint32_t stem_id(const std::string& stem) {
    const auto [place, added] = ids_.try_emplace(stem, static_cast<std::uint32_t>(stems_.size()));
    if (added) stems_.push_back(place->first);
    return place->second;
  }

  std::uint32_t first_type_;
  std::unordered_map<std::string, std::uint32_t> ids_;
  std::vector<std::string_view> stems_;
};

/// A sentence as code points, simplified, with the byte at which each begins.
struct Folded {
  std::u32string text;
  std::vector<std::uint32_t> bytes;

  void assign(std::string_view sentence) {
    text.clear();
    bytes.clear();
    for (std::size_t at = 0; at < sentence.size();) {
      bytes.push_back(static_cast<std::uint32_t>(at));
      text.push_back(lexicon::fold(unicode::next(sentence, at)));
    }
    bytes.push_back(static_cast<std::uint32_t>(sentence.size()));
  }
};

/// A Chinese type and the English ones that it may link to.
struct WordType {
  std::uint32_t type = no_anchor;  ///< none where the document has no equivalent
  std::uint32_t nested_type = no_anchor;
};

class ChineseWords {
 public:
  ChineseWords(std::span<const Lexicon> lexicons, const EnglishWords& english, const WordOptions& options,
               std::uint32_t& types, Units& units)
      : lexicons_(lexicons), english_(english), options_(options), types_(types), units_(units) {
    stem_types_.resize(lexicons.size());
    for (std::size_t k = 0; k < lexicons.size(); ++k) {
      const Lexicon::Image& image = lexicons[k].image();
      for (std::uint32_t id = 0; id < english.stems().size(); ++id) {
        const std::uint32_t stem = image.find_stem(english.stems()[id]);
        if (stem != Lexicon::Image::no_stem) stem_types_[k].emplace(stem, english.first_type() + id);
      }
    }
  }

  void add(const Document& document) {
    Folded folded;
    std::vector<Found> found;
    for (std::uint32_t id = 0; id < document.size(); ++id) {
      folded.assign(document.sentence(id));
      find(folded.text, found);
      add_sentence(id, document.sentences[id].span.begin, folded, found);
    }
  }

 private:
  struct Found {
    std::uint32_t begin;
    std::uint32_t end;
    friend auto operator<=>(const Found&, const Found&) = default;
  };

  /// All words that any lexicon knows, by begin, the longest first.
  void find(std::u32string_view text, std::vector<Found>& found) {
    found.clear();
    for (const Lexicon& lexicon : lexicons_) {
      hits_.clear();
      lexicon.image().find_all(text, hits_);
      for (const LexiconHit& hit : hits_) found.push_back({hit.begin, hit.end});
    }
    std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
      return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    found.erase(std::unique(found.begin(), found.end()), found.end());
  }

  void add_sentence(std::uint32_t id, std::size_t begin, const Folded& folded,
                    const std::vector<Found>& found) {
    std::uint32_t furthest =
        0;  // the end of the longest reaching word so far: what ends before it lies inside a longer one
    for (const Found& word : found) {
      const bool nested = word.end <= furthest;
      furthest = std::max(furthest, word.end);
      const WordType& type =
          type_of(std::u32string_view(folded.text).substr(word.begin, word.end - word.begin));
      if (type.type == no_anchor) continue;
      units_.zh.units.push_back({nested ? type.nested_type : type.type,
                                 id,
                                 {begin + folded.bytes[word.begin], begin + folded.bytes[word.end]},
                                 UnitClass::word,
                                 no_anchor});
    }
  }

  const WordType& type_of(std::u32string_view word) {
    const auto [place, added] = known_.try_emplace(std::u32string(word));
    if (!added) return place->second;
    links_.clear();
    bool known_well = false;
    for (std::size_t k = 0; k < lexicons_.size(); ++k) {
      if (!is_large(lexicons_[k])) known_well = add_links(k, word, 1) || known_well;
    }
    for (std::size_t k = 0; k < lexicons_.size(); ++k) {
      if (is_large(lexicons_[k])) add_links(k, word, known_well ? options_.rare_senses : 1);
    }
    if (links_.empty()) return place->second;
    place->second = {types_, types_ + 1};
    types_ += 2;
    for (const auto& [en, strength] : links_) {
      units_.links.push_back({place->second.type, en, strength});
      units_.links.push_back({place->second.nested_type, en, strength * options_.nested});
    }
    return place->second;
  }

  /// Adds the links that lexicon number `k` knows for the word and the English document has, with `share` of
  /// their strength; of two lexicons' strengths the greater counts. Returns whether it has the word.
  bool add_links(std::size_t k, std::u32string_view word, double share) {
    const Lexicon::Image& image = lexicons_[k].image();
    bool known = false;
    hits_.clear();
    image.find_all(word, hits_);
    for (const LexiconHit& hit : hits_) {
      if (hit.begin != 0 || hit.end != word.size()) continue;
      known = true;
      for (const LexiconLink& link : image.links(hit.entry)) {
        const auto found = stem_types_[k].find(link.stem);
        if (found == stem_types_[k].end()) continue;
        double& strength = links_[found->second];
        strength = std::max(strength, share * static_cast<double>(link.strength()));
      }
    }
    return known;
  }

  std::span<const Lexicon> lexicons_;
  const EnglishWords& english_;
  const WordOptions& options_;
  std::uint32_t& types_;
  Units& units_;
  std::vector<std::unordered_map<std::uint32_t, std::uint32_t>>
      stem_types_;  ///< of each lexicon: stem id → English type
  std::unordered_map<std::u32string, WordType> known_;
  std::vector<LexiconHit> hits_;
  std::unordered_map<std::uint32_t, double> links_;
};

}  // namespace

void add_words(const Analysis& zh, const Analysis& en, std::span<const Lexicon> lexicons,
               const WordOptions& options, std::uint32_t& zh_types, std::uint32_t& en_types, Units& units) {
  if (lexicons.empty()) return;
  const EnglishWords english(en.document, en_types, units.en);
  en_types += static_cast<std::uint32_t>(english.stems().size());
  ChineseWords(lexicons, english, options, zh_types, units).add(zh.document);
}

}  // namespace duiqi::evidence
