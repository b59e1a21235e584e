#include "cut.hpp"

#include <algorithm>
#include <utility>

#include "draw.hpp"

namespace duiqi::train {
namespace {

using Ids = std::vector<std::uint32_t>;

/// How a text is cut. (Judged, after what newsrooms do: lists of names and background paragraphs go in runs,
/// and the end goes first. docs/accuracy.md says what these texts give.)
constexpr double cut_rate = 0.04;      ///< of beads at which a run may begin
constexpr double longer = 0.5;         ///< that a run goes on with the next bead
constexpr double end_rate = 0.25;      ///< of documents whose end goes
constexpr double most_of_end = 0.4;    ///< of the beads
constexpr double from_english = 0.75;  ///< of cuts: those on the English side

/// Of each bead: 'z' or 'e' for the side that goes, ' ' for none.
std::string choose_sides(std::size_t beads, std::uint32_t seed) {
  Draw draw(seed);
  const auto draw_side = [&] { return draw() < from_english ? 'e' : 'z'; };
  std::string sides(beads, ' ');
  for (std::size_t k = 0; k < beads; ++k) {
    if (draw() >= cut_rate) continue;
    const char side = draw_side();
    do sides[k++] = side;
    while (k < beads && draw() < longer);
  }
  if (draw() < end_rate) {
    const auto length = static_cast<std::size_t>(draw() * most_of_end * static_cast<double>(beads));
    const char side = draw_side();
    std::fill(sides.end() - static_cast<std::ptrdiff_t>(length), sides.end(), side);
  }
  return sides;
}

/// The lines that are not `gone`, and the new number of each.
std::vector<std::string> keep(const std::vector<std::string>& lines, const std::vector<char>& gone,
                              Ids& numbers) {
  std::vector<std::string> kept;
  for (std::size_t k = 0; k < lines.size(); ++k) {
    numbers.push_back(static_cast<std::uint32_t>(kept.size()));
    if (!gone[k]) kept.push_back(lines[k]);
  }
  return kept;
}

}  // namespace

Lines with_cuts(const Lines& whole, std::uint32_t seed) {
  const std::string sides = choose_sides(whole.gold.size(), seed);
  std::vector<char> zh_gone(whole.zh.size(), 0);
  std::vector<char> en_gone(whole.en.size(), 0);
  for (std::size_t k = 0; k < whole.gold.size(); ++k) {
    if (whole.gold[k].null()) continue;
    if (sides[k] == 'z')
      for (const std::uint32_t id : whole.gold[k].zh) zh_gone[id] = 1;
    if (sides[k] == 'e')
      for (const std::uint32_t id : whole.gold[k].en) en_gone[id] = 1;
  }
  Lines out;
  Ids zh;
  Ids en;
  out.zh = keep(whole.zh, zh_gone, zh);
  out.en = keep(whole.en, en_gone, en);
  for (const IdBead& bead : whole.gold) {
    IdBead kept;
    for (const std::uint32_t id : bead.zh)
      if (!zh_gone[id]) kept.zh.push_back(zh[id]);
    for (const std::uint32_t id : bead.en)
      if (!en_gone[id]) kept.en.push_back(en[id]);
    if (!kept.zh.empty() || !kept.en.empty()) out.gold.push_back(std::move(kept));
  }
  return out;
}

}  // namespace duiqi::train
