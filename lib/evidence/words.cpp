#include "evidence/words.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/image.hpp"

namespace duiqi::evidence {
namespace {

/// The English words of the document by their ids in one lexicon: open addressing, behind a bit for each id,
/// since nearly all look-ups fail.
class StemTable {
 public:
  StemTable(const Lexicon::Image& image, const lexicon::EnglishIndex& english) {
    std::size_t size = 16;
    while (size < 4 * std::size_t{english.stems()}) size *= 2;
    slots_.resize(size);
    bits_.resize(image.stems() / 64 + 1);
    const std::vector<std::uint32_t> ids = english.ids_in(image);
    for (std::uint32_t id = 0; id < ids.size(); ++id) {
      const std::uint32_t stem = ids[id];
      if (stem == Lexicon::Image::no_stem) continue;
      bits_[stem / 64] |= std::uint64_t{1} << stem % 64;
      std::size_t at = place(stem);
      while (slots_[at].id != none) at = (at + 1) & (slots_.size() - 1);
      slots_[at] = {stem, id};
    }
  }

  static constexpr std::uint32_t none = 0xFFFFFFFF;
  /// Calls `visit` with each link whose stem the document has, and the stem's number there.
  template <class Visit>
  void for_each_known(std::span<const LexiconLink> links, Visit&& visit) const {
    const std::uint64_t* const bits = bits_.data();
    const std::size_t words = bits_.size();
    for (const LexiconLink link : links) {
      const std::size_t word = link.stem / 64;
      if (word < words && (bits[word] >> link.stem % 64 & 1U) != 0) visit(link, find(link.stem));
    }
  }

 private:
  /// Of a stem that has a bit.
  std::uint32_t find(std::uint32_t stem) const {
    for (std::size_t at = place(stem);; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at].stem == stem || slots_[at].id == none) return slots_[at].id;
    }
  }

  struct Slot {
    std::uint32_t stem = Lexicon::Image::no_stem;
    std::uint32_t id = none;
  };

  /// Fibonacci hashing (Knuth 6.4).
  std::size_t place(std::uint32_t stem) const { return (stem * 2654435769U >> 7) & (slots_.size() - 1); }

  std::vector<std::uint64_t> bits_;  ///< of each id in the lexicon: whether the document has it
  std::vector<Slot> slots_;
};

/// The Chinese types of a lexicon's entries that were met: open addressing, half empty at least. A slot holds
/// entry + 1 over the type + 1; the latter is 0 where the document has no equivalent.
class EntryTypes {
 public:
  /// The entry's type + 1, and whether the entry is new. Valid until the next call.
  std::pair<std::uint32_t*, bool> insert(std::uint32_t entry) {
    if (2 * (count_ + 1) > slots_.size()) grow();
    Slot& slot = slots_[find(entry + 1)];
    if (slot.entry == entry + 1) return {&slot.type, false};
    slot.entry = entry + 1;
    ++count_;
    return {&slot.type, true};
  }

 private:
  struct Slot {
    std::uint32_t entry;  ///< and 1; 0 for none
    std::uint32_t type;   ///< and 1
  };

  /// Where the entry stands or may be put.
  std::size_t find(std::uint32_t entry) const {
    std::size_t at = (entry * 2654435769U >> 7) & (slots_.size() - 1);
    while (slots_[at].entry != 0 && slots_[at].entry != entry) at = (at + 1) & (slots_.size() - 1);
    return at;
  }

  void grow() {
    std::vector<Slot> old(std::max<std::size_t>(1024, 2 * slots_.size()));
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.entry != 0) slots_[find(slot.entry)] = slot;
    }
  }

  std::vector<Slot> slots_;
  std::size_t count_ = 0;
};

class ChineseWords {
 public:
  ChineseWords(std::span<const Lexicon> lexicons, const lexicon::EnglishIndex& english,
               std::uint32_t first_en_type, const WordOptions& options, std::uint32_t& types, Units& units)
      : lexicons_(lexicons),
        first_en_type_(first_en_type),
        options_(options),
        types_(types),
        units_(units),
        strengths_(english.stems(), 0) {
    for (const Lexicon& lexicon : lexicons) stems_.emplace_back(lexicon.image(), english);
    known_.resize(lexicons.size());
    hits_.resize(lexicons.size());
    next_.resize(lexicons.size());
    large_.reserve(lexicons.size());
    for (const Lexicon& lexicon : lexicons) large_.push_back(is_large(lexicon));
  }

  void add(const anchor::ChineseText& text) {
    for (std::uint32_t id = 0; id + 1 < text.begins.size(); ++id) {
      for (std::size_t k = 0; k < lexicons_.size(); ++k) {
        hits_[k].clear();
        lexicons_[k].image().find_all(text.sentence(id), hits_[k]);
        next_[k] = Cursor(hits_[k]);
      }
      add_sentence(id, text);
    }
  }

 private:
  static constexpr std::uint64_t no_place = ~std::uint64_t{0};
  /// Ascending in the order of hits: by begin, the longest first.
  static std::uint64_t place_of(const LexiconHit& hit) {
    return std::uint64_t{hit.begin} << 32 | (0xFFFFFFFFU - hit.end);
  }

  /// An entry of one of the lexicons.
  struct Found {
    std::uint32_t lexicon;
    std::uint32_t entry;
  };
  struct Cursor {
    const LexiconHit* at;
    const LexiconHit* end;
    std::uint64_t place;  ///< of the hit at `at`

    Cursor() = default;
    explicit Cursor(const std::vector<LexiconHit>& hits)
        : at(hits.data()), end(at + hits.size()), place(at == end ? no_place : place_of(*at)) {}
    void move_on() { place = ++at == end ? no_place : place_of(*at); }
  };

  /// The hits of all lexicons, which stand in order each.
  void add_sentence(std::uint32_t id, const anchor::ChineseText& text) {
    const std::uint32_t origin = text.begins[id];
    // The end of the longest reaching word so far: what ends before it lies inside a longer one.
    std::uint32_t furthest = 0;
    while (true) {
      std::uint64_t place = no_place;
      for (const Cursor& next : next_) place = std::min(place, next.place);
      if (place == no_place) return;
      word_.clear();
      for (std::uint32_t k = 0; k < next_.size(); ++k) {
        Cursor& next = next_[k];
        if (next.place != place) continue;
        word_.push_back({k, next.at->entry});
        next.move_on();
      }
      const auto begin = static_cast<std::uint32_t>(place >> 32);
      const std::uint32_t end = 0xFFFFFFFFU - static_cast<std::uint32_t>(place);
      const bool nested = end <= furthest;
      furthest = std::max(furthest, end);
      const std::uint32_t type = type_of(word_);
      if (type == 0) continue;
      units_.zh.units.push_back({nested ? type : type - 1, id, text.span(origin + begin, origin + end),
                                 UnitClass::word, no_anchor});
    }
  }

  /// `word`: its entries in all lexicons that know it, at least one. The first stands for the word. Returns
  /// its type + 1, which is also the type that it has inside a longer word; 0 where the document has no
  /// equivalent.
  std::uint32_t type_of(std::span<const Found> word) {
    const auto [type, added] = known_[word[0].lexicon].insert(word[0].entry);
    if (!added) return *type;
    const bool known_well =
        std::any_of(word.begin(), word.end(), [&](const Found& at) { return !large_[at.lexicon]; });
    for (const Found& at : word) add_links(at, large_[at.lexicon] && known_well ? options_.rare_senses : 1);
    if (linked_.empty()) return 0;
    // In the order of links: those of the type, then those of the next one.
    std::sort(linked_.begin(), linked_.end());
    for (const std::uint32_t id : linked_)
      units_.links.push_back({types_, first_en_type_ + id, strengths_[id]});
    for (const std::uint32_t id : linked_) {
      units_.links.push_back({types_ + 1, first_en_type_ + id, strengths_[id] * options_.nested});
      strengths_[id] = 0;
    }
    linked_.clear();
    *type = types_ + 1;
    types_ += 2;
    return *type;
  }

  /// Adds the links of an entry that the English document has, with `share` of their strength; of two
  /// lexicons' strengths the greater counts.
  void add_links(const Found& word, double share) {
    const auto links = lexicons_[word.lexicon].image().links(word.entry);
    stems_[word.lexicon].for_each_known(links, [&](LexiconLink link, std::uint32_t id) {
      if (strengths_[id] == 0) linked_.push_back(id);
      strengths_[id] = std::max(strengths_[id], share * static_cast<double>(link.strength()));
    });
  }

  std::span<const Lexicon> lexicons_;
  std::uint32_t first_en_type_;
  const WordOptions& options_;
  std::uint32_t& types_;
  Units& units_;
  std::vector<bool> large_;                    ///< of each lexicon
  std::vector<StemTable> stems_;               ///< of each lexicon
  std::vector<EntryTypes> known_;              ///< of each lexicon
  std::vector<std::vector<LexiconHit>> hits_;  ///< of each lexicon, in the sentence at hand
  std::vector<Cursor> next_;                   ///< of each lexicon: the hits that come next
  std::vector<Found> word_;
  std::vector<double> strengths_;      ///< of the word at hand: of each English stem, 0 for none
  std::vector<std::uint32_t> linked_;  ///< of the word at hand: the stems that have one
};

}  // namespace

void add_words(const anchor::ChineseText& zh, const lexicon::EnglishIndex& english,
               std::span<const Lexicon> lexicons, const WordOptions& options, std::uint32_t& zh_types,
               std::uint32_t& en_types, Units& units) {
  if (lexicons.empty()) return;
  const std::uint32_t first = en_types;
  units.en.units.reserve(units.en.units.size() + english.words().size());
  for (std::uint32_t id = 0; id < english.sentences(); ++id) {
    for (const lexicon::EnglishIndex::Word& word : english.sentence(id))
      units.en.units.push_back({first + word.stem, id, word.span, UnitClass::word, no_anchor});
  }
  en_types += english.stems();
  ChineseWords(lexicons, english, first, options, zh_types, units).add(zh);
}

}  // namespace duiqi::evidence
