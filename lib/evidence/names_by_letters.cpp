#include <algorithm>
#include <cmath>
#include <map>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "data/pinyin.hpp"
#include "data/surnames.hpp"
#include "evidence/name_candidates.hpp"

namespace duiqi::evidence {
namespace {

constexpr std::uint64_t hash_seed = 1469598103934665603ULL;

std::uint64_t carry_on(std::uint64_t hash, std::string_view letters) {
  for (const char c : letters) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

/// Words by the hash of the letters that they may be read as, behind a filter of bits, since nearly all
/// look-ups fail.
class LetterIndex {
 public:
  explicit LetterIndex(const std::vector<EnglishItem>& items)
      : bits_(1U << 16), begins_(1U << 16), firsts_(data::syllable_count(), false) {
    for (std::uint32_t i = 0; i < items.size(); ++i) {
      if (!items[i].spells_pinyin) continue;
      for (const std::string& letters : items[i].pinyin) {
        add_firsts(letters);
        const std::uint64_t hash = carry_on(hash_seed, letters);
        bits_[hash >> 48] = true;
        std::uint64_t begin = hash_seed;
        for (const char letter : letters) {
          begin = carry_on(begin, {&letter, 1});
          begins_[begin >> 48] = true;
        }
        auto& list = index_[hash];
        if (std::find(list.begin(), list.end(), i) == list.end()) list.push_back(i);
      }
    }
  }

  bool empty() const { return index_.empty(); }

  /// Whether some word begins with one of the syllables: seldom, so nothing else need be asked.
  bool begins(std::span<const data::Syllable> readings) const {
    return std::any_of(readings.begin(), readings.end(),
                       [&](data::Syllable reading) { return firsts_[reading]; });
  }

  /// Whether some word may begin with these letters.
  bool leads_on(std::uint64_t hash) const { return begins_[hash >> 48]; }

  const std::vector<std::uint32_t>* find(std::uint64_t hash) const {
    if (!bits_[hash >> 48]) return nullptr;
    const auto found = index_.find(hash);
    return found == index_.end() ? nullptr : &found->second;
  }

 private:
  void add_firsts(std::string_view letters) {
    constexpr std::size_t longest_syllable = 6;
    for (std::size_t size = 1; size <= std::min(letters.size(), longest_syllable); ++size)
      firsts_[data::find_syllable(letters.substr(0, size))] = true;
    firsts_[0] = false;
  }

  std::vector<bool> bits_;
  std::vector<bool> begins_;
  std::vector<std::uint8_t> firsts_;  ///< by syllable: whether some word begins with it
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> index_;
};

constexpr std::size_t longest_run = 4;
constexpr std::size_t most_hashes = 16;  // ways to read a run of characters

class LetterSearch {
 public:
  LetterSearch(const anchor::ChineseText& zh, const std::vector<EnglishItem>& items)
      : zh_(zh), items_(items), index_(items) {}

  std::vector<Candidate> search() {
    if (index_.empty()) return {};
    counts_.assign(data::syllable_count(), 0);
    for (std::size_t at = 0; at < zh_.characters.size(); ++at) {
      const auto readings = data::readings(zh_.characters[at]);
      if (readings.empty()) continue;
      ++counts_[readings.front()];  // its most common one
      ++total_;
      if (index_.begins(readings)) search_at(at);
    }
    for (Candidate& candidate : found_) judge(candidate);
    support_single_characters();
    std::erase_if(found_, [](const Candidate& candidate) { return candidate.strength <= 0; });
    return std::move(found_);
  }

 private:
  void search_at(std::size_t at) {
    std::uint64_t hashes[most_hashes] = {hash_seed};
    std::size_t count = 1;
    for (std::size_t n = 0; n < longest_run && at + n < zh_.characters.size(); ++n) {
      const auto readings = data::readings(zh_.characters[at + n]);
      if (readings.empty()) return;
      std::uint64_t next[most_hashes];
      std::size_t next_count = 0;
      for (const data::Syllable reading : readings) {
        for (std::size_t i = 0; i < count && next_count < most_hashes; ++i) {
          next[next_count++] = carry_on(hashes[i], data::spelling(reading));
        }
      }
      std::copy_n(next, next_count, hashes);
      count = next_count;
      bool goes_on = false;
      for (std::size_t i = 0; i < count; ++i) {
        if (!index_.leads_on(hashes[i])) continue;
        goes_on = true;
        if (const auto* items = index_.find(hashes[i])) record(*items, at, n + 1);
      }
      if (!goes_on) return;
    }
  }

  void record(const std::vector<std::uint32_t>& items, std::size_t at, std::size_t length) {
    for (const std::uint32_t item : items) {
      if (length == 1 && data::surname_rank(zh_.characters[at]) == data::SurnameRank::none) continue;
      const auto [known, fresh] =
          by_text_.try_emplace({item, zh_.characters.substr(at, length)}, found_.size());
      if (fresh) {
        found_.push_back({item, NameMatch::pinyin, 0, static_cast<std::uint32_t>(length), {}});
      }
      auto& positions = found_[known->second].positions;
      if (positions.empty() || positions.back() != at) positions.push_back(static_cast<std::uint32_t>(at));
    }
  }

  /// How surely the run stands for the word: what occurs oftener than its syllables would by chance.
  void judge(Candidate& candidate) const {
    const EnglishItem& item = items_[candidate.item];
    const double seen = static_cast<double>(candidate.positions.size());
    double chance = 1;
    for (std::uint32_t i = 0; i < candidate.length; ++i) {
      const data::Syllable syllable = data::pinyin(zh_.characters[candidate.positions[0] + i]);
      const double others = std::max(0.0, counts_[syllable] - seen);
      // Half an occurrence for each of some 400 syllables: the usual smoothing of unseen ones.
      chance *= (others + 0.5) / (total_ + 200.0);
    }
    const double expected = chance * total_ * static_cast<double>(item.pinyin.size());
    const double beyond_chance = seen / (seen + 2 * expected);
    candidate.strength = (candidate.length == 1 ? 0.0 : 0.95) * beyond_chance;
    if (candidate.length == 2 && item.folded.size() <= 4 && item.only_first) candidate.strength *= 0.6;
  }

  /// A surname alone ("Zhao", 赵) proves something only where its bearer's full name stands somewhere in both
  /// texts; then it holds wherever the character stands before that given name.
  void support_single_characters() {
    if (std::none_of(found_.begin(), found_.end(), [](const Candidate& c) { return c.length == 1; })) return;
    std::unordered_multimap<std::string_view, std::uint32_t> by_letters;
    for (std::uint32_t i = 0; i < items_.size(); ++i) {
      if (items_[i].pair) continue;
      for (const std::string& letters : items_[i].pinyin) by_letters.emplace(letters, i);
    }
    std::map<std::pair<std::uint32_t, char32_t>, double> support;
    for (const Candidate& full : found_) {
      if (!items_[full.item].pair || full.length < 2) continue;
      const char32_t surname = zh_.characters[full.positions[0]];
      const auto [begin, end] = by_letters.equal_range(data::spelling(data::surname_pinyin(surname)));
      for (auto at = begin; at != end; ++at) {
        double& best = support[{at->second, surname}];
        best = std::max(best, 0.8 * full.strength);
      }
    }
    for (Candidate& candidate : found_) {
      if (candidate.length != 1) continue;
      const auto found = support.find({candidate.item, zh_.characters[candidate.positions[0]]});
      if (found == support.end()) continue;
      candidate.strength = found->second;
    }
  }

  const anchor::ChineseText& zh_;
  const std::vector<EnglishItem>& items_;
  LetterIndex index_;
  std::vector<Candidate> found_;
  std::map<std::pair<std::uint32_t, std::u32string>, std::size_t> by_text_;
  std::vector<double> counts_;
  double total_ = 0;
};

}  // namespace

std::vector<Candidate> find_by_letters(const anchor::ChineseText& zh, const std::vector<EnglishItem>& items) {
  return LetterSearch(zh, items).search();
}

}  // namespace duiqi::evidence
