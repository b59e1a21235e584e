// Links on texts in which sentences and clauses were moved, and on texts as they are.
#pragma once

#include <functional>
#include <utility>

#include "quality/alignment_score.hpp"
#include "train/cut.hpp"
#include "train/made_moves.hpp"

namespace duiqi::quality {

using train::MadeText;
using train::MoveMaker;
using train::MoveRates;

struct LinkCounts {
  std::size_t made = 0;           ///< links that the aligner made
  std::size_t right = 0;          ///< of them those between sentences of one gold bead
  std::size_t moved = 0;          ///< sentences that were moved
  std::size_t moved_found = 0;    ///< of them those that a link ties to their counterpart
  std::size_t clauses = 0;        ///< parts of beads that were moved
  std::size_t clauses_found = 0;  ///< of them those that a link ties to the rest

  double precision() const { return made == 0 ? 1 : double(right) / double(made); }
  double moved_recall() const { return moved == 0 ? 1 : double(moved_found) / double(moved); }
  double clause_recall() const { return clauses == 0 ? 1 : double(clauses_found) / double(clauses); }

  void add(const std::vector<Link>& links, const MadeText& text) {
    made += links.size();
    moved += text.moved.size();
    clauses += text.clause_count;
    for (const Link& link : links) {
      const std::pair<std::uint32_t, std::uint32_t> key(link.zh, link.en);
      right += text.together.contains(key);
      moved_found += text.moved.contains(key);
      clauses_found += text.clauses.contains(key);
    }
  }
};

enum class Made : std::uint8_t {
  as_it_is,
  moves,  ///< sentences and clauses were moved
  cuts,   ///< runs of sentences were left out
};

/// Each document of a set, as it is or with something made of it.
inline void each_text(const std::filesystem::path& set, Made made,
                      const std::function<void(const std::string& name, const MadeText&)>& visit) {
  MoveMaker maker(1);
  std::uint32_t seed = 0;
  for (const std::string& name : document_names(set, ".gold")) {
    std::string zh = read_file(set / (name + ".zh"));
    std::string en = read_file(set / (name + ".en"));
    auto gold = read_alignment(read_text(set / (name + ".gold")), AlignmentFormat::vecalign).beads;
    if (made == Made::cuts) {
      train::Lines cut =
          train::with_cuts({MoveMaker::split(zh), MoveMaker::split(en), std::move(gold)}, ++seed);
      zh = MoveMaker::join(cut.zh);
      en = MoveMaker::join(cut.en);
      gold = std::move(cut.gold);
    }
    visit(name, made == Made::moves ? maker.make(zh, en, gold) : MoveMaker::as_it_is(zh, en, gold));
  }
}

inline LinkCounts score_links(const std::filesystem::path& set, Made made, AlignerOptions options = {}) {
  const Aligner aligner(presplit(std::move(options)));
  LinkCounts counts;
  each_text(set, made, [&](const std::string&, const MadeText& text) {
    counts.add(aligner.align(text.zh, text.en).links(), text);
  });
  return counts;
}

}  // namespace duiqi::quality
