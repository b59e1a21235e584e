#include <algorithm>
#include <string>
#include <utility>

#include <duiqi/aligner.hpp>
#include <duiqi/check.hpp>
#include <duiqi/error.hpp>

#include "aligner/find_links.hpp"
#include "aligner/glue.hpp"
#include "aligner/pieces.hpp"
#include "aligner/rivals.hpp"
#include "aligner/summarise.hpp"

namespace duiqi {
namespace {

constexpr std::uint32_t largest_bead = 15;

void check_range(std::uint32_t value, const char* name) {
  if (value >= 1 && value <= largest_bead) return;
  throw Error(ErrorCode::invalid_option, std::string(name) + " is " + std::to_string(value) +
                                             "; it must be 1 to " + std::to_string(largest_bead));
}

/// Anchors of long documents are looked for in parts, since that takes memory for every word of the part.
/// What tells names from other words is gathered from the part then: in so long a one there is enough of it.
std::vector<Anchor> find_anchors_in_parts(const Document& document, const AnchorOptions& options) {
  constexpr std::uint32_t part = 2048;
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

SentenceRange shifted(SentenceRange range, std::int64_t by) {
  return {static_cast<std::uint32_t>(range.begin + by), static_cast<std::uint32_t>(range.end + by)};
}

/// From the ids of a window to those of the whole document, and back.
RangePair moved_out(const RangePair& pair, const RangePair& window) {
  return {shifted(pair.zh, window.zh.begin), shifted(pair.en, window.en.begin)};
}
Bead moved_out(Bead bead, const RangePair& window) {
  bead.zh = shifted(bead.zh, window.zh.begin);
  bead.en = shifted(bead.en, window.en.begin);
  return bead;
}
Bead moved_into(Bead bead, const RangePair& window) {
  bead.zh = shifted(bead.zh, -std::int64_t{window.zh.begin});
  bead.en = shifted(bead.en, -std::int64_t{window.en.begin});
  return bead;
}

/// Appends what was found in a piece.
void add(const Piece& piece, Found& found) {
  const std::vector<double> support = piece.model.evidence().support(piece.beads);
  found.support.insert(found.support.end(), support.begin(), support.end());
  for (const Bead& bead : piece.beads) found.beads.push_back(moved_out(bead, piece.window));
  const align::Graph& graph = piece.model.graph();
  const std::vector<double>& arcs = piece.decoded.posteriors.probabilities;
  const auto add_side = [&](align::Move move, SentenceRange window, std::uint32_t begin, std::uint32_t end,
                            std::vector<double>& out) {
    const std::vector<double> alone = null_probabilities(graph, arcs, move);
    out.insert(out.end(), alone.begin() + (begin - window.begin), alone.begin() + (end - window.begin));
  };
  add_side(align::Move::null_zh, piece.window.zh, piece.begin.zh, piece.end.zh, found.zh_alone);
  add_side(align::Move::null_en, piece.window.en, piece.begin.en, piece.end.en, found.en_alone);
}

/// Which links hold a sentence.
class LinksBySentence {
 public:
  explicit LinksBySentence(const std::vector<Link>& links) {
    for (std::uint32_t k = 0; k < links.size(); ++k) {
      zh_.emplace_back(links[k].zh, k);
      en_.emplace_back(links[k].en, k);
    }
    std::sort(zh_.begin(), zh_.end());
    std::sort(en_.begin(), en_.end());
  }

  /// Ascending.
  std::vector<std::uint32_t> of(const Bead& bead) const {
    std::vector<std::uint32_t> out;
    const auto add = [&](const Entries& entries, SentenceRange range) {
      auto at = std::lower_bound(entries.begin(), entries.end(), std::pair{range.begin, 0U});
      for (; at != entries.end() && at->first < range.end; ++at) out.push_back(at->second);
    };
    add(zh_, bead.zh);
    add(en_, bead.en);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

 private:
  using Entries = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

  Entries zh_;
  Entries en_;
};

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
Explanation explain_alone(const gluing::Glue& glue, const Bead& glued, const AlignerOptions& options) {
  const Excerpt zh = excerpt(glue.zh.analysis(), glued.zh);
  const Excerpt en = excerpt(glue.en.analysis(), glued.en);
  const Bead here = moved_into(glued, {glued.zh, glued.en});
  Explanation made = evidence::Evidence(zh.analysis, en.analysis, options.lexicons).explain(here);
  shift_anchors(made, zh.first_anchor, en.first_anchor);
  return made;
}

/// Of the beads that a piece holds.
class PieceExplainer {
 public:
  PieceExplainer(const Piece& piece, const gluing::Glue& glue, const AlignerOptions& options)
      : piece_(piece),
        glue_(glue),
        options_(options),
        rivals_(piece.model.graph(), piece.decoded.posteriors.probabilities, piece.decoded.posteriors.beads) {
  }

  /// `here`: in the ids of the piece. All but the bead itself and its links.
  Explanation explain(const Bead& here) const {
    Explanation why = piece_.model.evidence().explain(here);
    why.terms = piece_.model.terms(piece_.decoded, here, options_);
    shift_anchors(why, piece_.first_zh_anchor, piece_.first_en_anchor);
    for (Rival rival : rivals_.of(here)) {
      const RangePair all = given({rival.zh, rival.en});
      rival.zh = all.zh;
      rival.en = all.en;
      if (rival.crosses) rival.crosses = given(*rival.crosses);
      why.rivals.push_back(rival);
    }
    return why;
  }

 private:
  RangePair given(RangePair pair) const {
    const RangePair all = moved_out(pair, piece_.window);
    return {glue_.zh.given(all.zh), glue_.en.given(all.en)};
  }

  const Piece& piece_;
  const gluing::Glue& glue_;
  const AlignerOptions& options_;
  Rivals rivals_;
};

/// Appends why the beads of a piece's ladder were made, as given, but for their links.
void explain(const Piece& piece, const gluing::Glue& glue, const AlignerOptions& options,
             std::vector<Explanation>& why) {
  const PieceExplainer explainer(piece, glue, options);
  for (const Bead& bead : piece.beads) {
    const Explanation made = explainer.explain(bead);
    for (const Bead& given : glue.as_given(moved_out(bead, piece.window))) {
      why.push_back(made);
      why.back().bead = given;
    }
  }
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

Bitext Aligner::align(const Text& zh, const Text& en, std::vector<Explanation>* why) const {
  return align(analyse(zh, Language::chinese), analyse(en, Language::english), why);
}

Bitext Aligner::align(const Record& record, std::vector<Explanation>* why) const {
  AlignerOptions options = options_;
  if (!options.anchors.date) options.anchors.date = record.date;
  const Aligner dated(std::move(options));
  Bitext bitext = dated.align(dated.analyse(record.text, Language::chinese, record.zh),
                              dated.analyse(record.text, Language::english, record.en), why);
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

Bitext Aligner::align(Analysis zh, Analysis en, std::vector<Explanation>* why) const {
  if (why != nullptr) why->clear();
  gluing::Glue glue = gluing::Glue::taking(zh, en);
  const Analysis& glued_zh = glue.zh.analysis();
  const Analysis& glued_en = glue.en.analysis();
  Found found;
  std::vector<Link> links;
  for_each_piece(glued_zh, glued_en, options_, {}, [&](const Piece& piece) {
    if (options_.links.enabled && !options_.ladder.monotone) {
      const TieScores ties = tie_scores(piece.model.evidence(), !options_.lexicons.empty());
      for (Link link : find_links(piece.beads, ties, options_.links)) {
        link.zh += piece.window.zh.begin;
        link.en += piece.window.en.begin;
        links.push_back(link);
      }
    }
    add(piece, found);
    if (why != nullptr) duiqi::explain(piece, glue, options_, *why);
  });
  Summary summary = summarise(found, links, glue, options_);
  std::vector<Warning> warnings = check_languages(zh.document, en.document);
  for (Warning& warning : warnings_of(summary)) warnings.push_back(std::move(warning));
  Ladder given =
      glue.as_given(Ladder(std::move(found.beads), glued_zh.document.size(), glued_en.document.size()));
  links = glue.as_given(std::move(links));
  if (why != nullptr) {
    const LinksBySentence of_sentences(links);
    for (Explanation& one : *why) one.links = of_sentences.of(one.bead);
  }
  glue.zh.give_back(zh);
  glue.en.give_back(en);
  return Bitext(std::move(zh), std::move(en), std::move(given), std::move(links), std::move(warnings),
                std::move(summary));
}

std::vector<Explanation> Aligner::explain(const Bitext& bitext) const {
  const gluing::Glue glue(bitext.zh_analysis(), bitext.en_analysis());
  const LinksBySentence links(bitext.links());
  std::vector<Explanation> explanations;
  explanations.reserve(bitext.beads().size());
  auto next = bitext.beads().begin();
  for_each_piece(glue.zh.analysis(), glue.en.analysis(), options_, {}, [&](const Piece& piece) {
    const PieceExplainer explainer(piece, glue, options_);
    for (; next != bitext.beads().end(); ++next) {
      const Bead glued = glue.as_glued(*next);
      if (glued.zh.empty() ? glued.en.end > piece.end.en : glued.zh.end > piece.end.zh) break;
      Explanation& why = explanations.emplace_back(holds(piece.window, glued)
                                                       ? explainer.explain(moved_into(glued, piece.window))
                                                       : explain_alone(glue, glued, options_));
      why.bead = *next;
      why.links = links.of(*next);
    }
  });
  return explanations;
}

}  // namespace duiqi
