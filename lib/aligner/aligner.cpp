#include <algorithm>
#include <string>
#include <utility>

#include <duiqi/aligner.hpp>
#include <duiqi/check.hpp>
#include <duiqi/error.hpp>

#include "aligner/document_model.hpp"
#include "aligner/find_links.hpp"
#include "aligner/glue.hpp"
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

bool holds(SentenceRange range, std::uint32_t id) {
  return range.begin <= id && id < range.end;
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
  DocumentModel model(glue.zh.analysis(), glue.en.analysis(), options_);
  const Decoded decoded = model.align(options_);
  std::vector<Link> links;
  if (options_.links.enabled && !options_.ladder.monotone) {
    const TieScores ties = tie_scores(model.evidence(), !options_.lexicons.empty());
    links = find_links(decoded.ladder.beads(), ties, options_.links);
  }
  Summary summary = summarise(model, decoded, links, glue, options_);
  std::vector<Warning> warnings = check_languages(zh.document, en.document);
  for (Warning& warning : warnings_of(summary)) warnings.push_back(std::move(warning));
  Ladder given = glue.as_given(decoded.ladder);
  links = glue.as_given(std::move(links));
  return Bitext(std::move(zh), std::move(en), std::move(given), std::move(links), std::move(warnings),
                std::move(summary));
}

std::vector<Explanation> Aligner::explain(const Bitext& bitext) const {
  const gluing::Glue glue(bitext.zh_analysis(), bitext.en_analysis());
  DocumentModel model(glue.zh.analysis(), glue.en.analysis(), options_);
  const Decoded decoded = model.align(options_);
  const Rivals rivals(model.graph(), decoded.posteriors.probabilities, decoded.posteriors.beads);
  std::vector<Explanation> explanations;
  explanations.reserve(bitext.beads().size());
  for (const Bead& bead : bitext.beads()) {
    const Bead glued = glue.as_glued(bead);
    Explanation& why = explanations.emplace_back(model.evidence().explain(glued));
    why.bead = bead;
    why.terms = model.terms(decoded, glued, options_);
    for (std::uint32_t k = 0; k < bitext.links().size(); ++k) {
      const Link& link = bitext.links()[k];
      if (holds(bead.zh, link.zh) || holds(bead.en, link.en)) why.links.push_back(k);
    }
    for (Rival rival : rivals.of(glued)) {
      rival.zh = glue.zh.given(rival.zh);
      rival.en = glue.en.given(rival.en);
      if (rival.crosses)
        rival.crosses = RangePair{glue.zh.given(rival.crosses->zh), glue.en.given(rival.crosses->en)};
      why.rivals.push_back(rival);
    }
  }
  return explanations;
}

}  // namespace duiqi
