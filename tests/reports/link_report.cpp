// Candidates for links on texts made for it and on texts as they are: a line each with what is known of it.
// link_report LEXICON|- gold|own SET made|plain …
#include <filesystem>
#include <fmt/core.h>
#include <string>
#include <vector>

#include "aligner/find_links.hpp"
#include "evidence/evidence.hpp"
#include "quality/alignment_score.hpp"
#include "quality/made_moves.hpp"

using namespace duiqi;
using namespace duiqi::quality;

namespace {

void report(const Aligner& aligner, const std::string& set, bool made, bool gold_ladder) {
  MoveMaker maker(1);
  for (const std::string& name : document_names(set, ".gold")) {
    const std::filesystem::path base = std::filesystem::path(set) / name;
    MadeText text = MoveMaker(1, {0, 0}).make(
        read_file(base.string() + ".zh"), read_file(base.string() + ".en"),
        read_alignment(read_text(base.string() + ".gold"), AlignmentFormat::vecalign).beads);
    if (made)
      text = maker.make(read_file(base.string() + ".zh"), read_file(base.string() + ".en"),
                        read_alignment(read_text(base.string() + ".gold"), AlignmentFormat::vecalign).beads);
    if (!made) {
      text.zh = read_file(base.string() + ".zh");
      text.en = read_file(base.string() + ".en");
      text.together.clear();
      for (const IdBead& bead :
           read_alignment(read_text(base.string() + ".gold"), AlignmentFormat::vecalign).beads) {
        for (const auto i : bead.zh)
          for (const auto j : bead.en) text.together.emplace(i, j);
      }
    }
    const Bitext bitext = aligner.align(text.zh, text.en);
    evidence::Evidence evidence(bitext.zh_analysis(), bitext.en_analysis(), aligner.options().lexicons);
    const TieScores scores{
        [&](std::uint32_t i, std::uint32_t j) { return evidence.tie(i, j); },
        [&](RangePair bead, RangePair pair) { return evidence.addition(bead, pair); },
        !aligner.options().lexicons.empty()};
    fmt::print("gold\t{}\t{}\t{}\n", base.string(), text.moved.size(), text.clause_count);
    const auto& beads = gold_ladder ? text.ladder : bitext.beads();
    std::vector<double> zh_p(bitext.zh().size(), 1), en_p(bitext.en().size(), 1);
    for (const Bead& bead : beads) {
      for (auto i = bead.zh.begin; i < bead.zh.end; ++i) zh_p[i] = bead.probability;
      for (auto j = bead.en.begin; j < bead.en.end; ++j) en_p[j] = bead.probability;
    }
    const auto gold = [&](std::uint32_t i, std::uint32_t j) {
      const std::pair<std::uint32_t, std::uint32_t> key(i, j);
      return text.moved.contains(key)      ? "moved"
             : text.clauses.contains(key)  ? "clause"
             : text.together.contains(key) ? "other"
                                           : "wrong";
    };
    const auto kind = [&](std::uint32_t i, std::uint32_t j) {
      bool moved = true;
      for (const Bead& bead : beads)
        if (!bead.null() && ((bead.zh.begin <= i && i < bead.zh.end) || (bead.en.begin <= j && j < bead.en.end)))
          moved = false;
      return moved ? "M" : "C";
    };
    for (const LinkCandidate& c : link_candidates(beads, scores, {})) {
      fmt::print("{}\t{}\t{}\t{}\t{:.3f}\t{:.3f}\t{:.3f}\t{:.3f}\t{}\t{:.3f}\t{:.3f}\t{:.3f}\t{:.3f}\n",
                 c.kind == LinkKind::moved ? "M" : "C", base.string(), c.zh, c.en, c.tie.score, c.margin, zh_p[c.zh],
                 en_p[c.en], gold(c.zh, c.en), c.tie.share, c.tie.filled, c.probability, c.tie.apart);
    }
    for (const Link& c : find_links(beads, scores, {})) {
      fmt::print("link\t{}\t{}\t{}\t{}\t{:.3f}\t{:.3f}\t{}\n", kind(c.zh, c.en), base.string(), c.zh, c.en, c.score, c.probability, gold(c.zh, c.en));
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 5) return 2;
  AlignerOptions options;
  options.zh.sentences = options.en.sentences = SentenceRules::lines;
  if (argv[1] == std::string("0"))
    options.lexicons.clear();
  else if (argv[1] != std::string("-")) options.lexicons.push_back(Lexicon::open(argv[1]));
  const Aligner aligner(options);
  for (int k = 3; k + 1 < argc; k += 2)
    report(aligner, argv[k], argv[k + 1] == std::string("made"), argv[2] == std::string("gold"));
}
