#include <algorithm>
#include <array>
#include <iterator>
#include <span>

#include "anchor/name_parts.hpp"
#include "data/person_context.hpp"
#include "data/pinyin.hpp"
#include "data/surnames.hpp"
#include "data/transliteration.hpp"
#include "unicode/latin.hpp"

namespace duiqi::anchor {
namespace {

bool is_dot(char32_t c) {
  return c == U'·' || c == U'•' || c == U'‧' || c == U'・' || c == U'．';
}

class TransliterationFinder {
 public:
  TransliterationFinder(const ChineseText& text, const std::vector<ChineseName>& taken)
      : text_(text.characters), covered_(text_.size() + 1, false) {
    for (const ChineseName& name : taken) {
      for (std::uint32_t i = name.begin; i < name.end; ++i) covered_[i] = true;
    }
  }

  std::vector<ChineseName> find() {
    for (std::uint32_t at = 0; at < text_.size();) {
      if (!usable(at)) {
        ++at;
        continue;
      }
      std::uint32_t end = at;
      while (end < text_.size() && usable(end)) ++end;
      // Of one character nothing is kept without a dot, and most runs have one.
      if (end - at > 1 || dotted_before(at) || dotted_after(end)) trim_and_keep(at, end);
      at = end;
    }
    std::vector<ChineseName> out;
    for (const Run& run : runs_) {
      if (is_name(run)) out.push_back(make(run));
    }
    return out;
  }

 private:
  struct Run {
    std::uint32_t begin;
    std::uint32_t end;
  };

  bool usable(std::uint32_t at) const {
    const std::size_t place = text_[at] - data::first_of_transliteration_marks;
    return place < marks_.size() && marks_[place] != 0 && !covered_[at];
  }

  /// Common words inside split the run; characters at its ends that are usual but not typical go, as long as
  /// the rest stands.
  void trim_and_keep(std::uint32_t begin, std::uint32_t end) {
    std::uint32_t part = begin;
    for (std::uint32_t at = begin; at < end;) {
      const std::size_t word = data::plain_word_at(text_, at);
      if (word == 0) {
        ++at;
        continue;
      }
      keep(part, at);
      at = std::min<std::uint32_t>(end, at + static_cast<std::uint32_t>(word));
      part = at;
    }
    keep(part, end);
  }

  void keep(std::uint32_t begin, std::uint32_t end) {
    while (begin < end && loose(begin) && !dotted_before(begin)) ++begin;
    while (end > begin && loose(end - 1) && !dotted_after(end)) --end;
    if (end - begin >= 2 || (end - begin == 1 && (dotted_before(begin) || dotted_after(end)))) {
      runs_.push_back({begin, end});
    }
  }

  /// 从, 州 and the like at an end are rather words of their own.
  bool loose(std::uint32_t at) const {
    static constexpr std::u32string_view words = U"从于得当之中上下地道重高果天日州市县省区";
    static constexpr auto some = [] {  // by the low bits: nearly all others are told apart by them
      std::array<bool, 256> out{};
      for (const char32_t c : words) out[c % out.size()] = true;
      return out;
    }();
    return some[text_[at] % some.size()] && words.find(text_[at]) != words.npos;
  }
  bool dotted_before(std::uint32_t at) const { return at > 0 && is_dot(text_[at - 1]); }
  bool dotted_after(std::uint32_t end) const { return end < text_.size() && is_dot(text_[end]); }

  /// Whether the same run stands elsewhere. Asked of some, so the runs are sorted when first asked.
  bool stands_again(const Run& run) {
    const auto less = [&](const Run& a, const Run& b) { return view(a) < view(b); };
    if (sorted_.empty()) {
      sorted_ = runs_;
      std::sort(sorted_.begin(), sorted_.end(), less);
    }
    const auto first = std::lower_bound(sorted_.begin(), sorted_.end(), run, less);
    return sorted_.end() - first > 1 && view(*std::next(first)) == view(run);
  }

  std::u32string_view view(const Run& run) const {
    return std::u32string_view(text_).substr(run.begin, run.end - run.begin);
  }

  /// Points: typical characters, length, a dot, a title before, a verb of saying after, being there again.
  bool is_name(const Run& run) {
    const std::uint32_t length = run.end - run.begin;
    if (length > 10) return false;
    int typical = 0;
    for (std::uint32_t i = run.begin; i < run.end; ++i)
      typical += data::is_typical_transliteration(text_[i]) ? 1 : 0;
    const bool dotted = dotted_before(run.begin) || dotted_after(run.end);
    if (dotted) return true;
    int score = 0;
    const int untypical = static_cast<int>(length) - typical;
    if (untypical == 0) score += 2;
    if (untypical > 1) score -= 1;
    score += length == 3 ? 1 : length >= 4 ? 2 : 0;
    if (data::title_before(text_, run.begin) > 0) score += 2;
    if (run.end < text_.size() &&
        (data::title_at(text_, run.end) > 0 || data::follows_person(text_, run.end)))
      score += 1;
    if (bracketed_latin(run.end)) score += 3;
    return score >= 3 || (score == 2 && stands_again(run));
  }

  /// （Joe Biden）
  bool bracketed_latin(std::uint32_t end) const {
    return end + 1 < text_.size() && (text_[end] == U'（' || text_[end] == U'(') &&
           unicode::is_upper_latin(text_[end + 1]);
  }

  ChineseName make(const Run& run) const {
    ChineseName name{AnchorKind::foreign_name, run.begin, run.end, {}, {}};
    for (std::uint32_t i = run.begin; i < run.end; ++i) {
      if (i > run.begin) name.key += ' ';
      name.key += data::spelling(data::pinyin(text_[i]));
    }
    // It may be a Chinese name all the same (柯文哲).
    const std::uint32_t length = run.end - run.begin;
    if (length <= 3 && length >= 2 && data::surname_rank(text_[run.begin]) != data::SurnameRank::none) {
      std::string person(data::spelling(data::surname_pinyin(text_[run.begin])));
      person += ' ';
      for (std::uint32_t i = run.begin + 1; i < run.end; ++i)
        person += data::spelling(data::pinyin(text_[i]));
      name.alternates.push_back(std::move(person));
    }
    return name;
  }

  const std::u32string& text_;
  std::span<const unsigned char> marks_ = data::transliteration_marks();
  std::vector<bool> covered_;
  std::vector<Run> runs_;
  std::vector<Run> sorted_;  ///< the same by what they say
};

}  // namespace

std::vector<ChineseName> find_transliterations(const ChineseText& text,
                                               const std::vector<ChineseName>& taken) {
  return TransliterationFinder(text, taken).find();
}

}  // namespace duiqi::anchor
