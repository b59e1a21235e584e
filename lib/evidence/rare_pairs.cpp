#include "evidence/rare_pairs.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string>

#include "anchor/buckets.hpp"
#include "lexicon/fold.hpp"
#include "lexicon/image.hpp"
#include "lexicon/stems.hpp"

namespace duiqi::evidence {
namespace {

/// A key counts as rare where the product of its two frequencies is at most this. (As for
/// Evidence::likely_pairs() it would be 64; the commoner ones become rare in a smaller part.)
constexpr std::uint32_t rare = 16;
/// Of a Chinese word's links so many, the strongest, make keys. (Judged: the others are rare senses.)
constexpr std::size_t strongest = 2;
/// Slots of the tables of frequencies, for each sentence: a sentence has some 25 keys, and most of a long
/// text's keys come again and again.
constexpr std::size_t slots_per_sentence = 32;
constexpr std::size_t most_slots = std::size_t{1} << 24;

/// The finaliser of splitmix64 (Steele, Lea & Flood 2014): near keys fall apart.
/// Half of its bits are kept: of a million different keys one in 4,000 shares its half with another, and then
/// some pairs more are found.
std::uint32_t mixed(std::uint64_t x) {
  x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9U;
  x = (x ^ x >> 27) * 0x94D049BB133111EBU;
  return static_cast<std::uint32_t>(x ^ x >> 31);
}

using Key = std::uint32_t;

/// Makes the keys of one sentence after the other of one side.
class Reader {
 public:
  Reader(const Analysis& side, std::span<const Lexicon> lexicons, SentenceRange range)
      : side_(side), lexicons_(lexicons), range_(range) {}

  /// `visit(sentence, keys)`, each key once.
  template <class Visit>
  void for_each(Visit&& visit) {
    auto anchor =
        std::lower_bound(side_.anchors.begin(), side_.anchors.end(), range_.begin,
                         [](const Anchor& at, std::uint32_t sentence) { return at.sentence < sentence; });
    for (std::uint32_t id = range_.begin; id < range_.end; ++id) {
      keys_.clear();
      buckets_.clear();
      for (; anchor != side_.anchors.end() && anchor->sentence == id; ++anchor)
        anchor::match_buckets(*anchor, buckets_);
      for (const std::uint64_t bucket : buckets_) keys_.push_back(mixed(bucket));
      const std::string_view sentence = side_.document.sentence(id);
      if (side_.document.language == Language::chinese) {
        add_chinese(sentence);
      } else {
        add_english(sentence);
      }
      std::sort(keys_.begin(), keys_.end());
      keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
      visit(id, std::span<const Key>(keys_));
    }
  }

 private:
  void add_word(std::size_t lexicon, std::uint32_t stem) {
    keys_.push_back(mixed(std::uint64_t{lexicon + 1} << 32 | stem));
  }

  /// The words that lie in no longer one.
  void add_chinese(std::string_view sentence) {
    if (lexicons_.empty()) return;
    const std::u32string text = lexicon::fold(sentence);
    for (std::size_t k = 0; k < lexicons_.size(); ++k) {
      const Lexicon::Image& image = lexicons_[k].image();
      hits_.clear();
      image.find_all(text, hits_);
      std::uint32_t furthest = 0;
      for (const LexiconHit& hit : hits_) {
        if (hit.end <= furthest) continue;
        furthest = hit.end;
        const auto links = image.links(hit.entry);
        for (const LexiconLink& link : links.first(std::min(strongest, links.size()))) add_word(k, link.stem);
      }
    }
  }

  void add_english(std::string_view sentence) {
    if (lexicons_.empty()) return;
    tokens_.clear();
    lexicon::tokenise_english(sentence, tokens_);
    for (std::size_t k = 0; k < lexicons_.size(); ++k) {
      for (const lexicon::EnglishToken& token : tokens_) {
        const std::uint32_t stem = lexicons_[k].image().find_stem(token.stem);
        if (stem != Lexicon::Image::no_stem) add_word(k, stem);
      }
    }
  }

  const Analysis& side_;
  std::span<const Lexicon> lexicons_;
  SentenceRange range_;
  std::vector<std::uint64_t> buckets_;
  std::vector<Key> keys_;
  std::vector<LexiconHit> hits_;
  std::vector<lexicon::EnglishToken> tokens_;
};

/// The same, of what is kept where it is.
template <class Visit>
void for_each_sentence(const RarePairs::Side& side, SentenceRange range, Visit&& visit) {
  if (range.begin < side.kept.begin || range.end > side.kept.end) {
    Reader(*side.analysis, side.lexicons, range).for_each(visit);
    return;
  }
  for (std::uint32_t id = range.begin; id < range.end; ++id) {
    const std::uint32_t k = id - side.kept.begin;
    const std::size_t begin = k == 0 ? 0 : side.ends[k - 1];
    visit(id, std::span<const Key>(side.keys.data() + begin, side.ends[k] - begin));
  }
}

void keep_keys(RarePairs::Side& side, SentenceRange range) {
  side.keys.clear();
  side.ends.clear();
  side.kept = range;
  Reader(*side.analysis, side.lexicons, range).for_each([&](std::uint32_t, std::span<const Key> keys) {
    side.keys.insert(side.keys.end(), keys.begin(), keys.end());
    side.ends.push_back(side.keys.size());
  });
}

/// How many sentences have a key, up to 255; more where two keys share a slot, which only loses one that is
/// rare.
class Frequencies {
 public:
  explicit Frequencies(std::size_t sentences)
      : counts_(
            std::bit_ceil(std::min(most_slots, std::max<std::size_t>(1, sentences) * slots_per_sentence))) {}

  void add(Key key) {
    std::uint8_t& count = counts_[place(key)];
    if (count < 255) ++count;
  }
  std::uint32_t of(Key key) const { return counts_[place(key)]; }

 private:
  std::size_t place(Key key) const { return key & (counts_.size() - 1); }

  std::vector<std::uint8_t> counts_;
};

struct Occurrence {
  Key key;
  std::uint32_t sentence;

  friend auto operator<=>(const Occurrence&, const Occurrence&) = default;
};

std::vector<Occurrence> rare_ones(const RarePairs::Side& side, SentenceRange range, const Frequencies& zh,
                                  const Frequencies& en) {
  std::vector<Occurrence> out;
  for_each_sentence(side, range, [&](std::uint32_t sentence, std::span<const Key> own) {
    for (const Key key : own) {
      const std::uint32_t pairs = zh.of(key) * en.of(key);
      if (pairs > 0 && pairs <= rare) out.push_back({key, sentence});
    }
  });
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

void RarePairs::keep(RangePair part) {
  keep_keys(zh_, part.zh);
  keep_keys(en_, part.en);
}

std::vector<LikelyPair> RarePairs::of(RangePair part) const {
  Frequencies zh_counts(part.zh.size());
  Frequencies en_counts(part.en.size());
  const auto count_into = [](Frequencies& counts) {
    return [&counts](std::uint32_t, std::span<const Key> keys) {
      for (const Key key : keys) counts.add(key);
    };
  };
  for_each_sentence(zh_, part.zh, count_into(zh_counts));
  for_each_sentence(en_, part.en, count_into(en_counts));
  const std::vector<Occurrence> zh_rare = rare_ones(zh_, part.zh, zh_counts, en_counts);
  const std::vector<Occurrence> en_rare = rare_ones(en_, part.en, zh_counts, en_counts);

  std::vector<LikelyPair> pairs;
  auto en_at = en_rare.begin();
  for (auto at = zh_rare.begin(); at != zh_rare.end();) {
    const Key key = at->key;
    const auto end = std::find_if(at, zh_rare.end(), [&](const Occurrence& o) { return o.key != key; });
    while (en_at != en_rare.end() && en_at->key < key) ++en_at;
    const auto en_end = std::find_if(en_at, en_rare.end(), [&](const Occurrence& o) { return o.key != key; });
    const auto most = std::max(end - at, en_end - en_at);
    for (; at != end; ++at) {
      for (auto other = en_at; other != en_end; ++other)
        pairs.push_back({at->sentence, other->sentence, 1 / static_cast<double>(most)});
    }
    en_at = en_end;
  }
  std::stable_sort(pairs.begin(), pairs.end(), [](const LikelyPair& a, const LikelyPair& b) {
    return a.zh != b.zh ? a.zh < b.zh : a.en < b.en;
  });
  std::size_t kept = 0;
  for (const LikelyPair& pair : pairs) {
    if (kept > 0 && pairs[kept - 1].zh == pair.zh && pairs[kept - 1].en == pair.en) {
      pairs[kept - 1].weight += pair.weight;
    } else {
      pairs[kept++] = pair;
    }
  }
  pairs.resize(kept);
  return pairs;
}

}  // namespace duiqi::evidence
