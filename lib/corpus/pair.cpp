#include "corpus/pair.hpp"

#include <algorithm>
#include <tuple>

#include <duiqi/find_anchors.hpp>

#include "evidence/length.hpp"
#include "io/chosen.hpp"
#include "io/json_parts.hpp"

namespace duiqi::corpus {
namespace {

/// Where the anchors of each sentence begin among all; they stand in text order.
std::vector<std::uint32_t> first_anchors(const Analysis& side) {
  std::vector<std::uint32_t> first(side.document.size() + 1, 0);
  for (const Anchor& anchor : side.anchors) ++first[anchor.sentence + 1];
  for (std::size_t k = 1; k < first.size(); ++k) first[k] += first[k - 1];
  return first;
}

std::vector<std::uint32_t> anchors_of(const std::vector<std::uint32_t>& ids,
                                      const std::vector<std::uint32_t>& first) {
  std::vector<std::uint32_t> out;
  for (const std::uint32_t id : ids) {
    for (std::uint32_t k = first[id]; k < first[id + 1]; ++k) out.push_back(k);
  }
  return out;
}

bool tells_when_missed(AnchorKind kind) {
  return kind != AnchorKind::person && kind != AnchorKind::foreign_name;
}

/// One to one, the surest first.
void match_anchors(const Bitext& bitext, const std::vector<std::uint32_t>& zh,
                   const std::vector<std::uint32_t>& en, Pair& pair) {
  std::vector<std::tuple<double, std::uint32_t, std::uint32_t>> candidates;
  for (const std::uint32_t z : zh) {
    for (const std::uint32_t e : en) {
      const double strength = match(bitext.zh_anchors()[z], bitext.en_anchors()[e]);
      if (strength > 0) candidates.emplace_back(-strength, z, e);
    }
  }
  std::sort(candidates.begin(), candidates.end());
  std::vector<std::uint32_t> used_zh;
  std::vector<std::uint32_t> used_en;
  const auto holds = [](const std::vector<std::uint32_t>& ids, std::uint32_t id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  };
  for (const auto& [cost, z, e] : candidates) {
    if (holds(used_zh, z) || holds(used_en, e)) continue;
    pair.matched.emplace_back(z, e);
    used_zh.push_back(z);
    used_en.push_back(e);
  }
  std::sort(pair.matched.begin(), pair.matched.end());
  for (const std::uint32_t z : zh) {
    if (!holds(used_zh, z) && tells_when_missed(bitext.zh_anchors()[z].kind)) pair.missed_zh.push_back(z);
  }
  for (const std::uint32_t e : en) {
    if (!holds(used_en, e) && tells_when_missed(bitext.en_anchors()[e].kind)) pair.missed_en.push_back(e);
  }
}

}  // namespace

std::vector<Pair> make_pairs(const Bitext& bitext) {
  const std::vector<std::uint32_t> first_zh = first_anchors(bitext.zh_analysis());
  const std::vector<std::uint32_t> first_en = first_anchors(bitext.en_analysis());
  std::vector<Pair> pairs;
  for (model::TracedBead& traced : io::choose(bitext, false, {})) {
    Pair& pair = pairs.emplace_back();
    pair.bead = std::move(traced.bead);
    pair.zh = io::joined(bitext.zh(), pair.bead.zh);
    pair.en = io::joined(bitext.en(), pair.bead.en);
    pair.zh_span = io::span_of(bitext.zh(), pair.bead.zh);
    pair.en_span = io::span_of(bitext.en(), pair.bead.en);
    const double zh_length = evidence::length(pair.zh, Language::chinese);
    if (zh_length > 0) pair.length_ratio = evidence::length(pair.en, Language::english) / zh_length;
    match_anchors(bitext, anchors_of(pair.bead.zh, first_zh), anchors_of(pair.bead.en, first_en), pair);
  }
  return pairs;
}

}  // namespace duiqi::corpus
