// What a lexicon covers: of running text, and of what stands in the aligned sentence. The tables of
// docs/lexicon.md.
//   lexicon_report [--lexicon FILE] [--against FILE [--misses]] SET…
//     SET         a folder of NNN.zh, NNN.en, NNN.gold
//     --lexicon   a .dqlex file instead of the built-in one
//     --against   a second lexicon: how many of the entries that both have agree in an equivalent
//     --misses    lists the entries that do not, with the first lexicon's equivalents alone: they are to be
//                 thought of again, not to be filled from the second
#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fmt/core.h>
#include <set>
#include <string>
#include <vector>

#include <duiqi/lexicon.hpp>

#include "lexicon/image.hpp"
#include "lexicon_agreement.hpp"
#include "quality/alignment_score.hpp"
#include "unicode/utf8.hpp"

using namespace duiqi;
using namespace duiqi::test;

namespace {

bool is_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF);
}

struct Coverage {
  std::size_t characters = 0;  ///< Chinese ones
  std::size_t covered = 0;     ///< inside a word of the lexicon, the longest from left to right
  std::size_t words = 0;       ///< such words
  std::size_t rendered = 0;    ///< an equivalent stands in the aligned English
  std::size_t chance = 0;      ///< one stands in the English of the next bead

  /// The words, and each character outside them.
  std::size_t tokens() const { return words + characters - covered; }
};

/// The longest words from left to right.
std::vector<LexiconHit> longest(const Lexicon& lexicon, std::u32string_view text) {
  std::vector<LexiconHit> all;
  lexicon.image().find_all(text, all);
  std::vector<LexiconHit> out;
  std::uint32_t end = 0;
  for (const LexiconHit& hit : all) {
    if (hit.begin < end) continue;
    out.push_back(hit);
    end = hit.end;
  }
  return out;
}

bool rendered(const Lexicon::Image& image, std::uint32_t entry, const std::set<std::uint32_t>& english) {
  for (const LexiconLink& link : image.links(entry)) {
    if (english.contains(link.stem)) return true;
  }
  return false;
}

std::set<std::uint32_t> stem_ids(const Lexicon::Image& image, const std::string& english) {
  std::set<std::uint32_t> out;
  for (const std::string& stem : stems(english)) out.insert(image.find_stem(stem));
  out.erase(Lexicon::Image::no_stem);
  return out;
}

void add_document(const Lexicon& lexicon, const std::filesystem::path& stem, Coverage& coverage) {
  SegmentOptions lines;
  lines.sentences = SentenceRules::lines;
  const Document zh = segment(quality::read_text(stem.string() + ".zh"), Language::chinese, lines);
  const Document en = segment(quality::read_text(stem.string() + ".en"), Language::english, lines);
  std::vector<std::string> zh_sides;
  std::vector<std::set<std::uint32_t>> en_sides;
  for (const IdBead& bead : read_alignment(quality::read_text(stem.string() + ".gold")).beads) {
    if (bead.null()) continue;
    std::string zh_side;
    std::string en_side;
    for (const std::uint32_t id : bead.zh) zh_side += zh.sentence(id);
    for (const std::uint32_t id : bead.en) en_side.append(en.sentence(id)).push_back(' ');
    zh_sides.push_back(std::move(zh_side));
    en_sides.push_back(stem_ids(lexicon.image(), en_side));
  }
  for (std::size_t k = 0; k < zh_sides.size(); ++k) {
    const std::u32string text = unicode::to_code_points(zh_sides[k]);
    for (const char32_t c : text) coverage.characters += is_han(c);
    for (const LexiconHit& hit : longest(lexicon, text)) {
      for (std::uint32_t at = hit.begin; at < hit.end; ++at) coverage.covered += is_han(text[at]);
      ++coverage.words;
      coverage.rendered += rendered(lexicon.image(), hit.entry, en_sides[k]);
      coverage.chance += rendered(lexicon.image(), hit.entry, en_sides[(k + 1) % en_sides.size()]);
    }
  }
}

void report_set(const Lexicon& lexicon, const std::filesystem::path& set) {
  Coverage coverage;
  for (const std::string& name : quality::document_names(set, ".gold"))
    add_document(lexicon, set / name, coverage);
  const auto share = [](std::size_t part, std::size_t all) {
    return static_cast<double>(part) / static_cast<double>(std::max<std::size_t>(all, 1));
  };
  fmt::print(
      "{:18} characters covered {:.4f}; of {} tokens {:.4f} with an entry, {:.4f} rendered in the aligned "
      "English; of those with an entry {:.4f}, in the next bead's {:.4f}\n",
      set.filename().string(), share(coverage.covered, coverage.characters), coverage.tokens(),
      share(coverage.words, coverage.tokens()), share(coverage.rendered, coverage.tokens()),
      share(coverage.rendered, coverage.words), share(coverage.chance, coverage.words));
}

void print_entry(const LexiconEntry& entry) {
  fmt::print("{}\t", entry.zh);
  for (std::size_t k = 0; k < entry.equivalents.size(); ++k)
    fmt::print("{}{}", k == 0 ? "" : "; ", entry.equivalents[k].en);
  fmt::print("\n");
}

void report_agreement(const Lexicon& lexicon, const Lexicon& other, bool misses) {
  const Agreement agreement = compare(lexicon, other);
  if (misses) std::for_each(agreement.misses.begin(), agreement.misses.end(), print_entry);
  fmt::print("{} entries in both; {:.4f} agree in an equivalent, {:.4f} in all words of one\n",
             agreement.both, agreement.share(), agreement.share_in_words());
}

}  // namespace

int main(int argc, char** argv) {
  Lexicon lexicon = Lexicon::built_in();
  std::vector<std::string> sets;
  std::string against;
  bool misses = false;
  for (int k = 1; k < argc; ++k) {
    if (std::strcmp(argv[k], "--lexicon") == 0 && k + 1 < argc) {
      lexicon = Lexicon::open(argv[++k]);
    } else if (std::strcmp(argv[k], "--against") == 0 && k + 1 < argc) {
      against = argv[++k];
    } else if (std::strcmp(argv[k], "--misses") == 0) {
      misses = true;
    } else {
      sets.emplace_back(argv[k]);
    }
  }
  for (const std::string& set : sets) report_set(lexicon, set);
  if (!against.empty()) report_agreement(lexicon, Lexicon::open(against), misses);
}
