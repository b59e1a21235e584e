#include "io/chosen.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "io/escape.hpp"

namespace duiqi::io {
namespace {

/// A feature has one weight in all beads.
void add(std::vector<Term>& terms, const Term& term) {
  const auto known =
      std::find_if(terms.begin(), terms.end(), [&](const Term& t) { return t.name == term.name; });
  if (known != terms.end()) {
    known->value += term.value;
  } else {
    terms.push_back(term);
  }
}

void add(std::vector<Rival>& rivals, const Rival& rival) {
  const bool known = std::any_of(rivals.begin(), rivals.end(),
                                 [&](const Rival& r) { return r.zh == rival.zh && r.en == rival.en; });
  if (!known) rivals.push_back(rival);
}

/// Whether a side of a bead has no text: no sentence, or none but blank lines of pre-split input.
bool without_text(const Document& document, const std::vector<std::uint32_t>& ids) {
  return std::all_of(ids.begin(), ids.end(), [&](std::uint32_t id) { return document.sentence(id).empty(); });
}

template <class T>
void append(std::vector<T>& to, const std::vector<T>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

}  // namespace

std::vector<model::TracedBead> choose_nulls(const Bitext& bitext, bool nulls, const WriteOptions& options) {
  auto beads = model::trace_beads(bitext, options.merge_links);
  if (!options.nulls.value_or(nulls)) {
    std::erase_if(beads, [&](const auto& t) {
      return without_text(bitext.zh(), t.bead.zh) || without_text(bitext.en(), t.bead.en);
    });
  }
  return beads;
}

std::vector<model::TracedBead> choose(const Bitext& bitext, bool nulls, const WriteOptions& options) {
  auto beads = choose_nulls(bitext, nulls, options);
  std::erase_if(beads, [&](const auto& t) { return *t.bead.probability < options.min_probability; });
  return beads;
}

std::string joined(const Document& document, const std::vector<std::uint32_t>& ids) {
  std::string out;
  for (const std::uint32_t id : ids) {
    const std::string_view sentence = document.sentence(id);
    if (document.language == Language::english && !out.empty() && !sentence.empty()) out += ' ';
    out += sentence;
  }
  return out;
}

std::string joined_line(const Document& document, const std::vector<std::uint32_t>& ids) {
  std::string out;
  append_one_line(out, joined(document, ids));
  return out;
}

std::string type_of(const IdBead& bead) {
  return fmt::format("{}-{}", bead.zh.size(), bead.en.size());
}

std::string_view id_of(const Bitext& bitext, const WriteOptions& options) {
  return options.id.empty() ? std::string_view(bitext.zh().text.name()) : std::string_view(options.id);
}

Reasons reasons(const model::TracedBead& traced, const Bitext& bitext, const WriteOptions& options) {
  Reasons out;
  bool of_links_alone = true;
  for (const std::uint32_t k : traced.beads) {
    const Explanation& why = options.explanations[k];
    // A null that a link has reached is no null any more: its terms explain nothing.
    if (traced.links.empty() || !bitext.beads()[k].null()) {
      for (const Term& term : why.terms) add(out.terms, term);
      of_links_alone = false;
    }
    append(out.matched, why.matched);
    append(out.missed_zh, why.missed_zh);
    append(out.missed_en, why.missed_en);
    append(out.words, why.words);
    append(out.lone_zh, why.lone_zh);
    append(out.lone_en, why.lone_en);
    append(out.links, why.links);
    for (const Rival& rival : why.rivals) add(out.rivals, rival);
  }
  append(out.links, traced.links);
  std::sort(out.links.begin(), out.links.end());
  out.links.erase(std::unique(out.links.begin(), out.links.end()), out.links.end());
  std::stable_sort(out.rivals.begin(), out.rivals.end(),
                   [](const Rival& a, const Rival& b) { return a.probability > b.probability; });
  if (of_links_alone) {
    for (const std::uint32_t k : traced.links) add(out.terms, {"link", bitext.links()[k].score, 1});
  }
  return out;
}

}  // namespace duiqi::io
