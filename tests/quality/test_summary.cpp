// Texts that belong together, texts that don't, and long ones of which a stretch was replaced.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fmt/core.h>

#include "quality/drifting_text.hpp"

using namespace duiqi;
using namespace duiqi::quality;

namespace {

/// No document may be called anything; of other pairs at least `found` must be.
void check_pairs(const std::filesystem::path& set, bool lexicon, double found) {
  const Aligner aligner = by_lines(lexicon);
  const std::vector<std::string> names = document_names(set, ".gold");
  double others = 0;
  double not_parallel = 0;
  for (std::size_t k = 0; k < names.size(); ++k) {
    INFO(names[k]);
    const Text zh = read_text(set / (names[k] + ".zh"));
    const Bitext own = aligner.align(zh, read_text(set / (names[k] + ".en")));
    CHECK(own.summary().parallel);
    CHECK(own.summary().drifts.empty());
    const std::string& next = names[(k + 1) % names.size()];
    const Bitext other = aligner.align(zh, read_text(set / (next + ".en")));
    if (std::min(other.zh().size(), other.en().size()) < 5) continue;
    others += 1;
    not_parallel += other.summary().parallel ? 0 : 1;
  }
  fmt::print("{:16} {} {:.3f} of the other pairs found\n", set.filename().string(),
             lexicon ? "with lexicon" : "without     ", not_parallel / others);
  CHECK(not_parallel / others >= found);
}

/// `least`: of a stretch's sentences, on the mean of the places.
void check_drifts(const std::filesystem::path& set, bool lexicon, double least) {
  const LongText whole = join_documents(set, 350);
  const LongText others = join_documents(set, 120, whole.documents.size() - 1);
  const Aligner aligner = by_lines(lexicon);
  CHECK(drifts(aligner, whole).empty());
  for (const std::size_t length : {20, 100}) {
    double covered = 0;
    double texts = 0;
    for (const double at : {0.0, .4, 1.0}) {
      for (const Side side : {Side::zh, Side::en}) {
        INFO((side == Side::zh ? "Chinese " : "English ") << length << " at " << at);
        const Block block = choose_block(whole, side, at, length);
        CHECK(drifts(aligner, without(whole, side, block)).empty());
        const auto made = replaced(whole, side, block, side == Side::zh ? others.zh : others.en);
        REQUIRE(made);
        const Found found = find(drifts(aligner, made->text), *made);
        CHECK(found.beyond <= 4);
        covered += found.covered;
        texts += 1;
      }
    }
    fmt::print("{:16} {} {:4} replaced: {:.3f} reported\n", set.filename().string(),
               lexicon ? "with lexicon" : "without     ", length, covered / texts);
    CHECK(covered / texts >= least);
  }
}

}  // namespace

TEST_CASE("our own news is parallel and does not drift; other pairs are found out") {
  check_pairs(own_news, true, .95);
  check_pairs(own_news, false, .7);
}

TEST_CASE("stretches of our own news that were replaced are reported, and no others") {
  check_drifts(own_news, true, .85);
  check_drifts(own_news, false, .8);
}

TEST_CASE("documents of the evaluation sets are parallel; other pairs are found out") {
  const std::string set = GENERATE("macdev", "ntrex-cn-omit", "wmt21-enzh");
  if (skip_without(eval_folder() / set)) return;
  check_pairs(eval_folder() / set, true, .98);
  check_pairs(eval_folder() / set, false, .9);
}
