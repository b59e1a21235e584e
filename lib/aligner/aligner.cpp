#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include <duiqi/aligner.hpp>
#include <duiqi/check.hpp>
#include <duiqi/error.hpp>

#include "aligner/find_links.hpp"
#include "aligner/glue.hpp"
#include "aligner/pieces.hpp"

namespace duiqi {
namespace {

constexpr std::uint32_t largest_bead = 15;

void check_range(std::uint32_t value, const char* name) {
  if (value >= 1 && value <= largest_bead) return;
  throw Error(ErrorCode::invalid_option, std::string(name) + " is " + std::to_string(value) +
                                             "; it must be 1 to " + std::to_string(largest_bead));
}

/// Shorter texts hold too little to judge.
constexpr std::uint32_t least_judged = 5;

Warning not_parallel(double support) {
  // By hand: std::snprintf would ask the host's locale for the decimal point.
  const auto hundredths = static_cast<int>(std::lround(std::abs(support) * 100));
  std::string nats = support < 0 ? "-" : "";
  nats.append(std::to_string(hundredths / 100)).append(hundredths % 100 < 10 ? ".0" : ".");
  nats.append(std::to_string(hundredths % 100));
  std::string message =
      "these texts may be no translations of each other: what their sentences share speaks for the alignment "
      "with only ";
  message.append(nats).append(" nats a sentence");
  return {WarningCode::not_parallel, std::move(message)};
}

double model_support(const Piece& piece) {
  return piece.model.evidence().support(piece.beads);
}

/// In the ids of the whole document.
Bead moved(Bead bead, const RangePair& window) {
  bead.zh = {bead.zh.begin + window.zh.begin, bead.zh.end + window.zh.begin};
  bead.en = {bead.en.begin + window.en.begin, bead.en.end + window.en.begin};
  return bead;
}

}  // namespace

Aligner::Aligner(AlignerOptions options) : options_(std::move(options)) {
  check_range(options_.ladder.max_one_to_many, "max_one_to_many");
  check_range(options_.ladder.max_many_to_many, "max_many_to_many");
  if (options_.passes < 1 || options_.passes > 2)
    throw Error(ErrorCode::invalid_option,
                "passes is " + std::to_string(options_.passes) + "; it must be 1 or 2");
  const double least = options_.links.least_probability;
  if (!(least >= 0 && least <= 1))
    throw Error(ErrorCode::invalid_option, "least_probability of links is not in 0 to 1");
}

Bitext Aligner::align(std::string_view zh, std::string_view en) const {
  return align(Text::from_utf8(std::string(zh)), Text::from_utf8(std::string(en)));
}

Bitext Aligner::align(const Text& zh, const Text& en) const {
  return align(analyse(zh, Language::chinese), analyse(en, Language::english));
}

Bitext Aligner::align(const Record& record) const {
  AlignerOptions options = options_;
  if (!options.anchors.date) options.anchors.date = record.date;
  const Aligner dated(std::move(options));
  Bitext bitext = dated.align(dated.analyse(record.text, Language::chinese, record.zh),
                              dated.analyse(record.text, Language::english, record.en));
  for (Warning& warning : check_record(record)) bitext.warn(std::move(warning));
  bitext.record = record;
  return bitext;
}

Analysis Aligner::analyse(const Text& text, Language language, const std::vector<Span>& regions) const {
  const SegmentOptions& rules = language == Language::chinese ? options_.zh : options_.en;
  Analysis analysis{segment(text, language, rules, regions), {}};
  analysis.anchors = find_anchors(analysis.document, options_.anchors);
  return analysis;
}

Bitext Aligner::align(Analysis zh, Analysis en) const {
  const gluing::Glue glue(zh, en);
  const Analysis& glued_zh = glue.zh.analysis();
  const Analysis& glued_en = glue.en.analysis();
  const std::uint32_t zh_size = glued_zh.document.size();
  const std::uint32_t en_size = glued_en.document.size();
  const bool judged = std::min(zh_size, en_size) >= least_judged;
  std::vector<Bead> beads;
  std::vector<Link> links;
  double support = 0;  // nats, but for a single piece: nats a sentence
  for_each_piece(glued_zh, glued_en, options_, {}, [&](const Piece& piece) {
    const bool whole = piece.window.zh.size() == zh_size && piece.window.en.size() == en_size;
    if (judged) {
      const double of_piece = model_support(piece);
      support += whole ? of_piece : of_piece * std::min(piece.window.zh.size(), piece.window.en.size());
      if (!whole && piece.end == align::Node{zh_size, en_size}) support /= std::min(zh_size, en_size);
    }
    if (options_.links.enabled && !options_.ladder.monotone) {
      const TieScores ties = tie_scores(piece.model.evidence(), !options_.lexicons.empty());
      for (Link link : find_links(piece.beads, ties, options_.links)) {
        link.zh += piece.window.zh.begin;
        link.en += piece.window.en.begin;
        links.push_back(link);
      }
    }
    for (Bead bead : piece.beads) beads.push_back(moved(bead, piece.window));
  });
  std::vector<Warning> warnings = check_languages(zh.document, en.document);
  if (judged) {
    const double least =
        options_.lexicons.empty() ? options_.least_support_without_lexicon : options_.least_support;
    if (support < least) warnings.push_back(not_parallel(support));
  }
  Ladder given = glue.as_given(Ladder(std::move(beads), zh_size, en_size));
  return Bitext(std::move(zh), std::move(en), std::move(given), glue.as_given(std::move(links)),
                std::move(warnings));
}

std::vector<Explanation> Aligner::explain(const Bitext& bitext) const {
  const gluing::Glue glue(bitext.zh_analysis(), bitext.en_analysis());
  std::vector<Explanation> explanations;
  explanations.reserve(bitext.beads().size());
  auto next = bitext.beads().begin();
  for_each_piece(glue.zh.analysis(), glue.en.analysis(), options_, {}, [&](const Piece& piece) {
    for (; next != bitext.beads().end(); ++next) {
      const Bead glued = glue.as_glued(*next);
      if (glued.zh.empty() ? glued.en.end > piece.end.en : glued.zh.end > piece.end.zh) break;
      Bead here = glued;
      here.zh = {glued.zh.begin - piece.window.zh.begin, glued.zh.end - piece.window.zh.begin};
      here.en = {glued.en.begin - piece.window.en.begin, glued.en.end - piece.window.en.begin};
      Explanation& made = explanations.emplace_back(piece.model.evidence().explain(here));
      made.bead = *next;
      made.terms = piece.model.terms(piece.decoded, here, options_);
      const auto zh_anchor = static_cast<std::uint32_t>(piece.first_zh_anchor);
      const auto en_anchor = static_cast<std::uint32_t>(piece.first_en_anchor);
      for (AnchorMatch& match : made.matched) match = {match.zh + zh_anchor, match.en + en_anchor, match.weight};
      for (std::uint32_t& anchor : made.missed_zh) anchor += zh_anchor;
      for (std::uint32_t& anchor : made.missed_en) anchor += en_anchor;
    }
  });
  return explanations;
}

}  // namespace duiqi
