// Long texts of which a stretch is replaced by others' sentences on one side, and what is found of it.
#pragma once

#include <optional>

#include "quality/broken_text.hpp"

namespace duiqi::quality {

struct Replaced {
  LongText text;
  Side kept = Side::zh;   ///< the side that has its own sentences still
  SentenceRange stretch;  ///< of that side
};

/// The block's sentences on `side` give way to as many of `others`; nothing where there are too few.
inline std::optional<Replaced> replaced(const LongText& text, Side side, Block block,
                                        const std::vector<std::string>& others) {
  std::size_t count = 0;
  Replaced out;
  out.kept = other(side);
  for (std::size_t k = block.first; k < block.last; ++k) {
    count += ids(text.gold[k], side).size();
    for (const std::uint32_t id : ids(text.gold[k], out.kept)) {
      if (out.stretch.empty()) out.stretch = {id, id};
      out.stretch.end = id + 1;
    }
  }
  if (others.size() < count) return std::nullopt;
  const std::vector<std::string> more(others.begin(), others.begin() + static_cast<std::ptrdiff_t>(count));
  out.text = with_inserted(without(text, side, block), side, block.last, more);
  return out;
}

inline Bitext align_whole(const Aligner& aligner, const LongText& text) {
  const auto joined = [](const std::vector<std::string>& lines) {
    std::string out;
    for (const std::string& line : lines) out.append(line).append("\n");
    return Text::from_utf8(std::move(out));
  };
  return aligner.align(joined(text.zh), joined(text.en));
}

inline std::vector<Drift> drifts(const Aligner& aligner, const LongText& text) {
  return align_whole(aligner, text).summary().drifts;
}

struct Found {
  double covered = 0;        ///< share of the replaced stretch's sentences, on the side that was kept
  double least_covered = 1;  ///< for sums
  std::uint32_t beyond = 0;  ///< sentences of that side that are reported and were not replaced
};

inline Found find(const std::vector<Drift>& drifts, const Replaced& made) {
  Found out;
  std::uint32_t inside = 0;
  for (const Drift& drift : drifts) {
    const SentenceRange range = made.kept == Side::zh ? drift.zh : drift.en;
    const std::uint32_t begin = std::max(range.begin, made.stretch.begin);
    const std::uint32_t end = std::max(begin, std::min(range.end, made.stretch.end));
    inside += end - begin;
    out.beyond += range.size() - (end - begin);
  }
  out.covered = static_cast<double>(inside) / made.stretch.size();
  return out;
}

}  // namespace duiqi::quality
