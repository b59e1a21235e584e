#include <algorithm>
#include <bitset>
#include <iterator>
#include <span>
#include <unordered_map>

#include "anchor/name_parts.hpp"
#include "data/person_context.hpp"
#include "data/pinyin.hpp"
#include "data/surnames.hpp"
#include "data/transliteration.hpp"

namespace duiqi::anchor {
namespace {

bool is_han(char32_t c) {
  return data::pinyin(c) != 0;
}

/// Whether nothing of a word stands there: punctuation, a border of a sentence.
bool is_border(char32_t c) {
  return !is_han(c);
}

class PersonFinder {
 public:
  PersonFinder(const ChineseText& text, const std::vector<ChineseName>& known)
      : text_(text.characters), covered_(text_.size(), false) {
    for (const ChineseName& name : known) {
      for (std::uint32_t i = name.begin; i < name.end; ++i) covered_[i] = true;
    }
  }

  std::vector<ChineseName> find() {
    collect_surnames();
    for (const std::uint32_t at : surnames_) propose(at);
    accept();
    repeat_full_names();
    add_short_forms();
    std::sort(out_.begin(), out_.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
    return std::move(out_);
  }

 private:
  struct Proposal {
    std::uint32_t begin;
    std::uint32_t end;
    int score;
  };

  void collect_surnames() {
    const std::span<const bool> begins = data::surname_begins();
    surnames_.reserve(text_.size() / 8);  // more than are found in most news
    for (std::uint32_t at = 0; at < text_.size(); ++at) {
      const std::size_t place = text_[at] - data::first_of_surname_begins;
      if (place < begins.size() && begins[place]) surnames_.push_back(at);
    }
  }

  /// Two to four characters of the main block as one number.
  std::uint64_t packed(std::uint32_t begin, std::uint32_t end) const {
    std::uint64_t out = 0;
    for (std::uint32_t i = begin; i < end; ++i) out = out << 16 | (text_[i] & 0xFFFF);
    return out;
  }

  std::uint32_t surname_length(std::uint32_t at) const {
    if (covered_[at]) return 0;
    if (at + 1 < text_.size() && data::is_compound_surname(text_[at], text_[at + 1])) return 2;
    return data::surname_rank(text_[at]) == data::SurnameRank::none ? 0 : 1;
  }

  /// Scores both lengths of the given name; the better one is proposed.
  void propose(std::uint32_t at) {
    const std::uint32_t surname = surname_length(at);
    if (surname == 0 || data::plain_word_at(text_, at) > 1) return;
    Proposal best{at, at, 0};
    for (std::uint32_t given = 1; given <= 2; ++given) {
      const std::uint32_t end = at + surname + given;
      if (end >= text_.size() || !is_han(text_[end - 1]) || covered_[end - 1] ||
          data::never_in_given_name(text_[end - 1])) {
        break;
      }
      if (sounds_foreign(at, end)) continue;
      const int score = judge(at, end, surname);
      if (score > best.score || (score == best.score && given == 2)) best = {at, end, score};
    }
    if (best.end > at) proposals_.push_back(best);
  }

  /// 罗斯, and 韦斯 in 韦斯特: all characters are typical of transliterations.
  bool sounds_foreign(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin; i < end; ++i) {
      if (!data::is_transliteration(text_[i])) return false;
    }
    std::uint32_t typical = 0;
    for (std::uint32_t i = begin; i < end; ++i) typical += data::is_typical_transliteration(text_[i]) ? 1 : 0;
    return typical == end - begin || data::is_typical_transliteration(text_[end]) ||
           (begin > 0 && (data::is_typical_transliteration(text_[begin - 1]) || text_[begin - 1] == U'·'));
  }

  /// Points by what stands around: at least 4 make a name.
  int judge(std::uint32_t begin, std::uint32_t end, std::uint32_t surname) const {
    std::uint32_t gap = begin;  // （记者 王小明）
    while (gap > 0 && (text_[gap - 1] == U' ' || text_[gap - 1] == U'\u3000')) --gap;
    const bool title = data::title_before(text_, gap) > 0;
    const bool common = data::surname_rank(text_[begin]) == data::SurnameRank::common;
    int score = surname == 2 ? 2 : common ? 1 : title ? 0 : -1;
    const char32_t before = begin == 0 ? U'\n' : text_[begin - 1];
    const bool border_before = begin == 0 || is_border(before);
    if (title) score += 2;
    if (border_before) score += before == U'、' || before == U'：' ? 2 : 1;
    const char32_t after = text_[end];
    const bool border_after = is_border(after);
    if (border_after) {
      score += 1;
      if (after == U'、' && (title || before == U'、')) score += 1;
      if (title && end - begin - surname == 2) score += 1;
      if (after == U'）' || after == U')') score += title ? 1 : 0;
    } else if (data::title_at(text_, end) > 0) {
      score += 2;
    } else if (const std::size_t word = data::follows_person(text_, end)) {
      score += title || word > 1 ? 2 : 1;
    }
    return score;
  }

  void accept() {
    std::uint32_t free_from = 0;
    for (const Proposal& p : proposals_) {
      if (p.begin < free_from) continue;
      if (p.score < 3 || (p.score == 3 && !proposed_again(p))) continue;
      take(p.begin, p.end);
      free_from = p.end;
    }
  }

  /// Whether the same name is also proposed elsewhere. Asked of few, so the proposals are sorted when first
  /// asked.
  bool proposed_again(const Proposal& proposal) {
    if (sorted_.empty()) {
      sorted_.reserve(proposals_.size());
      for (const Proposal& p : proposals_) sorted_.push_back(packed(p.begin, p.end));
      std::sort(sorted_.begin(), sorted_.end());
    }
    const std::uint64_t name = packed(proposal.begin, proposal.end);
    const auto first = std::lower_bound(sorted_.begin(), sorted_.end(), name);
    return sorted_.end() - first > 1 && *std::next(first) == name;
  }

  void take(std::uint32_t begin, std::uint32_t end) {
    const std::uint32_t surname = data::is_compound_surname(text_[begin], text_[begin + 1]) ? 2 : 1;
    ChineseName name{AnchorKind::person, begin, end, {}, {}};
    name.key = read(begin, begin + surname, true);
    name.key += ' ';
    name.key += read(begin + surname, end, false);
    add_readings(begin, surname, end, name);
    for (std::uint32_t i = begin; i < end; ++i) covered_[i] = true;
    full_.try_emplace(packed(begin, end), out_.size());
    out_.push_back(std::move(name));
  }

  std::string read(std::uint32_t begin, std::uint32_t end, bool as_surname) const {
    std::string out;
    for (std::uint32_t i = begin; i < end; ++i) {
      out += data::spelling(as_surname && end - begin == 1 ? data::surname_pinyin(text_[i])
                                                           : data::pinyin(text_[i]));
    }
    return out;
  }

  /// One character read otherwise at a time, and the surname's spellings overseas.
  void add_readings(std::uint32_t begin, std::uint32_t surname, std::uint32_t end, ChineseName& name) const {
    const auto add = [&](std::string alternate) {
      if (alternate != name.key && name.alternates.size() < most_alternates &&
          std::find(name.alternates.begin(), name.alternates.end(), alternate) == name.alternates.end()) {
        name.alternates.push_back(std::move(alternate));
      }
    };
    for (std::uint32_t changed = begin; changed < end; ++changed) {
      for (const data::Syllable reading : data::readings(text_[changed])) {
        std::string alternate;
        for (std::uint32_t i = begin; i < end; ++i) {
          if (i == begin + surname) alternate += ' ';
          const auto usual =
              surname == 1 && i == begin ? data::surname_pinyin(text_[i]) : data::pinyin(text_[i]);
          alternate += data::spelling(i == changed ? reading : usual);
        }
        add(std::move(alternate));
      }
    }
    std::string_view overseas = surname == 1 ? data::overseas_spellings(text_[begin]) : std::string_view{};
    while (!overseas.empty()) {
      const std::size_t space = std::min(overseas.find(' '), overseas.size());
      add(std::string(overseas.substr(0, space)));
      overseas.remove_prefix(std::min(space + 1, overseas.size()));
    }
  }

  bool same(const ChineseName& name, std::uint32_t at, std::uint32_t length) const {
    return text_.compare(name.begin, name.end - name.begin, text_, at, length) == 0;
  }

  /// A name that was found once is taken wherever it stands.
  void repeat_full_names() {
    if (full_.empty()) return;
    std::bitset<1024> firsts;  // by the low bits of the character
    for (const ChineseName& name : out_) firsts.set(text_[name.begin] % firsts.size());
    for (const std::uint32_t at : surnames_) {
      if (!firsts[text_[at] % firsts.size()] || surname_length(at) == 0) continue;
      for (std::uint32_t length = 4; length >= 2; --length) {
        if (at + length > text_.size()) continue;
        const auto found = full_.find(packed(at, at + length));
        if (found == full_.end() || covered_[at + length - 1] || !same(out_[found->second], at, length))
          continue;
        ChineseName name = out_[found->second];
        name.begin = at;
        name.end = at + length;
        for (std::uint32_t i = at; i < name.end; ++i) covered_[i] = true;
        out_.push_back(std::move(name));
        break;
      }
    }
  }

  /// 王主席, 赵某: a surname before a title, which itself begins no other name.
  void add_short_forms() {
    for (const std::uint32_t at : surnames_) {
      if (at + 1 >= text_.size() || covered_[at] ||
          data::surname_rank(text_[at]) != data::SurnameRank::common)
        continue;
      const bool some = text_[at + 1] == U'某';
      if (!some && (at > 0 && !is_border(text_[at - 1]) && !covered_[at - 1])) continue;
      if (!some && data::title_at(text_, at + 1) == 0) continue;
      ChineseName name{AnchorKind::person, at, at + 1, read(at, at + 1, true), {}};
      while (some && name.end < text_.size() && text_[name.end] == U'某') ++name.end;
      out_.push_back(std::move(name));
    }
  }

  const std::u32string& text_;
  std::vector<bool> covered_;
  std::vector<Proposal> proposals_;
  std::vector<std::uint32_t> surnames_;                  ///< where one may begin
  std::vector<std::uint64_t> sorted_;                    ///< proposals, packed
  std::unordered_map<std::uint64_t, std::size_t> full_;  ///< packed names by their first place in `out_`
  std::vector<ChineseName> out_;
};

}  // namespace

std::vector<ChineseName> find_chinese_persons(const ChineseText& text,
                                              const std::vector<ChineseName>& known) {
  return PersonFinder(text, known).find();
}

}  // namespace duiqi::anchor
