// How work and memory grow with the length of a document; counted, since seconds depend on the machine.
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <sys/resource.h>
#include <vector>

#include "aligner/pieces.hpp"

using namespace duiqi;

namespace {

struct LongPair {
  std::string zh;
  std::string en;
  std::vector<std::uint32_t> en_of;  ///< of each Chinese sentence; none where its counterpart is left out
};

constexpr std::uint32_t none = 0xFFFFFFFF;

/// One sentence in fifty has no counterpart, and each side lacks a block of 2,000.
LongPair make(std::uint32_t size) {
  std::mt19937 random(size);
  LongPair out;
  std::uint32_t zh = 0;
  std::uint32_t en = 0;
  for (std::uint32_t k = 0; k < size + 2000; ++k) {
    const std::uint32_t number = 1000 + static_cast<std::uint32_t>(random() % (4 * size));
    const bool in_zh = (k < 1000 || k >= 3000) && random() % 100 != 0;
    const bool in_en = (k < size - 2000 || k >= size) && random() % 100 != 0;
    if (in_en) out.en += "In that year the factory made " + std::to_string(number) + " new machines.\n";
    if (in_zh) {
      out.zh += "那一年，工厂生产了" + std::to_string(number) + "台新机器。\n";
      out.en_of.push_back(in_en ? en : none);
    }
    zh += in_zh;
    en += in_en;
  }
  return out;
}

struct Work {
  std::size_t aligned = 0;  ///< sentences of all pieces, their overlaps included
  std::size_t arcs = 0;
  std::uint32_t longest = 0;
  std::size_t pairs = 0;  ///< that belong together
  std::size_t found = 0;
  long peak = 0;  ///< KiB, of the process until now
};

Work measure(std::uint32_t size) {
  const LongPair pair = make(size);
  AlignerOptions options;
  options.zh.sentences = options.en.sentences = SentenceRules::lines;
  const Aligner aligner(options);
  const Analysis zh = aligner.analyse(Text::from_utf8(pair.zh), Language::chinese);
  const Analysis en = aligner.analyse(Text::from_utf8(pair.en), Language::english);
  Work work;
  for (const std::uint32_t other : pair.en_of) work.pairs += other != none;
  for_each_piece(zh, en, options, {}, [&](const Piece& piece) {
    work.aligned += piece.window.zh.size() + piece.window.en.size();
    work.arcs += piece.model.graph().arcs().size();
    work.longest = std::max({work.longest, piece.window.zh.size(), piece.window.en.size()});
    for (const Bead& bead : piece.beads) {
      if (bead.zh.size() != 1 || bead.en.size() != 1) continue;
      work.found +=
          pair.en_of[piece.window.zh.begin + bead.zh.begin] == piece.window.en.begin + bead.en.begin;
    }
  });
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  work.peak = used.ru_maxrss;
  return work;
}

}  // namespace

TEST_CASE("work and memory grow with a document's length, and what is missing on a side stands alone") {
  const Work small = measure(5000);
  const Work large = measure(20000);
  for (const Work& work : {small, large}) {
    CHECK(static_cast<double>(work.found) >= 0.99 * static_cast<double>(work.pairs));
    CHECK(work.longest < 4096);
  }
  // Four times the sentences: 1.1 as an exponent would be 4.6 times the work.
  CHECK(static_cast<double>(large.aligned) < 4.6 * static_cast<double>(small.aligned));
  CHECK(static_cast<double>(large.arcs) < 4.6 * static_cast<double>(small.arcs));
  // Less than 3 KiB for each further sentence pair (some 1.5 were measured on news).
  CHECK(large.peak - small.peak < 3 * 15000);
}
