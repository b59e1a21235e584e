#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <unordered_map>
#include <vector>

#include "data/person_context.hpp"
#include "data/pinyin.hpp"
#include "data/transliteration.hpp"
#include "evidence/name_candidates.hpp"

namespace duiqi::evidence {
namespace {

constexpr std::size_t shortest_run = 2;
constexpr std::size_t longest_run = 8;

/// A distinct string of transliteration characters.
struct Run {
  std::uint32_t length = 0;
  std::vector<std::uint32_t> positions;
  anchor::Sounds sounds;
  std::uint32_t consonants = 0;  ///< chinese_consonants()
  double shape = 1;  ///< how much it looks like a whole transliteration, by its characters and neighbours
};

/// By data::Syllable.
const std::vector<anchor::Sounds>& syllable_sounds() {
  static const auto sounds = [] {
    std::vector<anchor::Sounds> out;
    for (std::size_t k = 0; k < data::syllable_count(); ++k)
      out.push_back(anchor::chinese_sounds(data::spelling(static_cast<data::Syllable>(k))));
    return out;
  }();
  return sounds;
}

class SoundSearch {
 public:
  SoundSearch(const anchor::ChineseText& zh, const std::vector<EnglishItem>& items, double least)
      : zh_(zh), items_(items), least_(least) {}

  std::vector<Candidate> search(const std::vector<Candidate>& by_letters) {
    std::vector<bool> spelled(items_.size(), false);
    for (const Candidate& candidate : by_letters) {
      if (candidate.strength >= 0.6) spelled[candidate.item] = true;
    }
    const auto is_looked_for = [&](std::size_t i) { return !spelled[i] && items_[i].sounds.consonants >= 2; };
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (is_looked_for(i)) groups_ |= anchor::english_first_groups(items_[i].sounds);
    }
    std::vector<Candidate> out;
    if (groups_ == 0) return out;
    collect_runs();
    for (std::uint32_t i = 0; i < items_.size(); ++i) {
      if (is_looked_for(i)) search_item(i, out);
    }
    return out;
  }

 private:
  void collect_runs() {
    const auto& text = zh_.characters;
    std::unordered_map<std::u32string_view, std::size_t> known;
    for (std::size_t begin = 0; begin < text.size();) {
      if (!data::is_transliteration(text[begin])) {
        ++begin;
        continue;
      }
      std::size_t end = begin;
      while (end < text.size() && data::is_transliteration(text[end])) ++end;
      for (std::size_t at = begin; at < end; ++at) {
        if (!may_begin(text[at])) continue;
        for (std::size_t length = shortest_run; length <= longest_run && at + length <= end; ++length) {
          const auto run = std::u32string_view(text).substr(at, length);
          if (has_plain_word(run)) break;
          const auto [index, fresh] = known.try_emplace(run, runs_.size());
          if (fresh) runs_.push_back(make_run(run));
          Run& entry = runs_[index->second];
          entry.positions.push_back(static_cast<std::uint32_t>(at));
          entry.shape = std::max(entry.positions.size() == 1 ? 0 : entry.shape, shape(at, length));
        }
      }
      begin = end;
    }
    for (std::uint32_t i = 0; i < runs_.size(); ++i) {
      if (runs_[i].sounds.size > 0) by_group_[anchor::chinese_first_group(runs_[i].sounds)].push_back(i);
    }
  }

  /// Whether some item may begin like this character.
  bool may_begin(char32_t c) const {
    const anchor::Sounds& sounds = syllable_sounds()[data::pinyin(c)];
    return sounds.size == 0 || (groups_ >> anchor::chinese_first_group(sounds) & 1U) != 0;
  }

  /// 比赛, 明天: common words end runs.
  static bool has_plain_word(std::u32string_view run) {
    return data::plain_word_at(run, 0) > 0 ||
           (run.size() > 2 && data::plain_word_at(run, run.size() - 2) == 2);
  }

  static Run make_run(std::u32string_view characters) {
    Run run;
    run.length = static_cast<std::uint32_t>(characters.size());
    for (const char32_t c : characters)
      anchor::add_chinese_sounds(syllable_sounds()[data::pinyin(c)], run.sounds);
    run.consonants = anchor::chinese_consonants(run.sounds);
    return run;
  }

  /// Measured on the dev sets (docs/anchors-names.md): a run with few typical characters, or one that goes on
  /// in such characters, is seldom a name.
  double shape(std::size_t at, std::size_t length) const {
    std::size_t typical = 0;
    for (std::size_t i = at; i < at + length; ++i)
      typical += data::is_typical_transliteration(zh_.characters[i]);
    double value = 0.55 + 0.45 * static_cast<double>(typical) / static_cast<double>(length);
    const auto goes_on = [&](std::size_t i) {
      return i < zh_.characters.size() && data::is_typical_transliteration(zh_.characters[i]);
    };
    if (at > 0 && goes_on(at - 1)) value *= 0.88;
    if (goes_on(at + length)) value *= 0.88;
    return value;
  }

  void search_item(std::uint32_t index, std::vector<Candidate>& out) const {
    const EnglishItem& item = items_[index];
    const std::uint32_t renderings = anchor::english_renderings(item.sounds);
    const unsigned groups = anchor::english_first_groups(item.sounds);
    std::vector<std::pair<double, std::uint32_t>> found;
    double best = 0;
    for (unsigned group = 0; group < by_group_.size(); ++group) {
      if ((groups >> group & 1U) == 0) continue;
      for (const std::uint32_t run : by_group_[group]) {
        const double strength = judge(item, renderings, runs_[run]);
        if (strength < least_) continue;
        found.emplace_back(strength, run);
        best = std::max(best, strength);
      }
    }
    for (const auto& [strength, run] : found) {
      // A much better form makes the others unlikely.
      if (strength < 0.8 * best) continue;
      out.push_back({index, NameMatch::sound, strength, runs_[run].length, runs_[run].positions});
    }
  }

  double judge(const EnglishItem& item, std::uint32_t renderings, const Run& run) const {
    const int consonants = std::max<int>(item.sounds.consonants, run.sounds.consonants);
    if (2 * std::min(item.sounds.consonants, run.sounds.consonants) < consonants) return 0;
    double weight = run.shape;
    if (consonants == 2) weight *= 0.75;
    if (item.only_first) weight *= 0.85;
    if (item.pair) weight *= 0.85;
    if (weight <= least_) return 0;
    const int limit = anchor::sound_limit(least_ / weight, consonants);
    if (std::popcount(run.consonants & ~renderings) * anchor::unrendered_cost > limit) return 0;
    const int distance = anchor::sound_distance(run.sounds, item.sounds, limit);
    if (distance > limit) return 0;
    return anchor::sound_similarity(distance, run.sounds, item.sounds) * weight;
  }

  const anchor::ChineseText& zh_;
  const std::vector<EnglishItem>& items_;
  double least_;
  unsigned groups_ = 0;  ///< in which a form of some item may begin, as bits
  std::vector<Run> runs_;
  std::array<std::vector<std::uint32_t>, 16> by_group_;
};

}  // namespace

std::vector<Candidate> find_by_sound(const anchor::ChineseText& zh, const std::vector<EnglishItem>& items,
                                     const std::vector<Candidate>& by_letters, double least_strength) {
  return SoundSearch(zh, items, least_strength).search(by_letters);
}

}  // namespace duiqi::evidence
