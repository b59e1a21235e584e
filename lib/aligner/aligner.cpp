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

/// Anchors of long documents are looked for in parts, since that takes memory for every word of the part.
/// What tells names from other words is gathered from the part then: enough, as parts are as long as the
/// longest documents that are taken whole.
std::vector<Anchor> find_anchors_in_parts(const Document& document, const AnchorOptions& options) {
  const std::uint32_t part = PieceOptions{}.whole;
  if (document.size() <= part) return find_anchors(document, options);
  std::vector<Anchor> out;
  for (std::uint32_t begin = 0; begin < document.size(); begin += part) {
    const std::uint32_t end = begin + std::min(part, document.size() - begin);
    std::vector<Anchor> found = find_anchors(excerpt(document, {begin, end}), options);
    // Doubling would for a moment hold three times as many; a tenth more than expected seldom falls short.
    if (out.capacity() < out.size() + found.size())
      out.reserve(static_cast<std::size_t>(1.1 * static_cast<double>(out.size() + found.size()) *
                                           document.size() / end));
    for (Anchor& anchor : found) {
      anchor.sentence += begin;
      out.push_back(std::move(anchor));
    }
  }
  return out;
}

/// In the ids of the whole document.
Bead moved(Bead bead, const RangePair& window) {
  bead.zh = {bead.zh.begin + window.zh.begin, bead.zh.end + window.zh.begin};
  bead.en = {bead.en.begin + window.en.begin, bead.en.end + window.en.begin};
  return bead;
}

bool holds(const RangePair& window, const Bead& bead) {
  return window.zh.begin <= bead.zh.begin && bead.zh.end <= window.zh.end &&
         window.en.begin <= bead.en.begin && bead.en.end <= window.en.end;
}

void shift_anchors(Explanation& explanation, std::size_t zh, std::size_t en) {
  const auto by_zh = static_cast<std::uint32_t>(zh);
  const auto by_en = static_cast<std::uint32_t>(en);
  for (AnchorMatch& match : explanation.matched) match = {match.zh + by_zh, match.en + by_en, match.weight};
  for (std::uint32_t& anchor : explanation.missed_zh) anchor += by_zh;
  for (std::uint32_t& anchor : explanation.missed_en) anchor += by_en;
}

/// Of a bead that no piece of this aligner would hold (another one made it): what its own sentences say.
Explanation explain_alone(const gluing::Glue& glue, const Bead& bead, const Bead& glued,
                          const AlignerOptions& options) {
  const Excerpt zh = excerpt(glue.zh.analysis(), glued.zh);
  const Excerpt en = excerpt(glue.en.analysis(), glued.en);
  Bead here = glued;
  here.zh = {0, glued.zh.size()};
  here.en = {0, glued.en.size()};
  Explanation made = evidence::Evidence(zh.analysis, en.analysis, options.lexicons).explain(here);
  made.bead = bead;
  shift_anchors(made, zh.first_anchor, en.first_anchor);
  return made;
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
  analysis.anchors = find_anchors_in_parts(analysis.document, options_.anchors);
  return analysis;
}

Bitext Aligner::align(Analysis zh, Analysis en) const {
  gluing::Glue glue = gluing::Glue::taking(zh, en);
  const Analysis& glued_zh = glue.zh.analysis();
  const Analysis& glued_en = glue.en.analysis();
  const std::uint32_t zh_size = glued_zh.document.size();
  const std::uint32_t en_size = glued_en.document.size();
  const bool judged = std::min(zh_size, en_size) >= least_judged;
  std::vector<Bead> beads;
  std::vector<Link> links;
  double support = 0;  // nats
  for_each_piece(glued_zh, glued_en, options_, {}, [&](const Piece& piece) {
    if (judged) support += piece.model.evidence().support(piece.beads);
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
    support /= std::min(zh_size, en_size);
    const double least =
        options_.lexicons.empty() ? options_.least_support_without_lexicon : options_.least_support;
    if (support < least) warnings.push_back(not_parallel(support));
  }
  glue.zh.give_back(zh);
  glue.en.give_back(en);
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
      if (!holds(piece.window, glued)) {
        explanations.push_back(explain_alone(glue, *next, glued, options_));
        continue;
      }
      Bead here = glued;
      here.zh = {glued.zh.begin - piece.window.zh.begin, glued.zh.end - piece.window.zh.begin};
      here.en = {glued.en.begin - piece.window.en.begin, glued.en.end - piece.window.en.begin};
      Explanation& made = explanations.emplace_back(piece.model.evidence().explain(here));
      made.bead = *next;
      made.terms = piece.model.terms(piece.decoded, here, options_);
      shift_anchors(made, piece.first_zh_anchor, piece.first_en_anchor);
    }
  });
  return explanations;
}

}  // namespace duiqi
