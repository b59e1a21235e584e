// Features of what each sentence of a bead beyond 1-1 adds to it.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "feature_tests.hpp"

using namespace duiqi;
using namespace duiqi::evidence;
using namespace duiqi::evidence::test;
using enum duiqi::evidence::Feature;

namespace {

double lack(double x, double bound) {
  return x < bound ? (bound - x) / 5 : 0;
}

/// The weakest sentence of one side: what it adds, by links alone and with its length, and its own gain.
struct Weakest {
  double adds = 1e9;
  double with_length = 1e9;
  double gain = 1e9;
  double normal = 1;
};

Weakest weakest(Texts& texts, RangePair bead, bool zh) {
  const LengthModel& length = texts.evidence.length();
  Linker& linker = texts.evidence.linker();
  const SentenceRange range = zh ? bead.zh : bead.en;
  const double g = texts.g(bead);
  PairLinks links;
  linker.score(bead, links);
  Weakest out;
  for (std::uint32_t k = range.begin; k < range.end; ++k) {
    // The bead without the sentence; where that is in the middle, no range is, but the sums are.
    WithoutSentence without;
    (zh ? without.zh : without.en) = k;
    const double adds = g - texts.evidence.weigh(linker.score(bead, without));
    const double zh_length = length.zh_length(bead.zh) - (zh ? length.zh_length({k, k + 1}) : 0);
    const double en_length = length.en_length(bead.en) - (zh ? 0 : length.en_length({k, k + 1}));
    const double by_length =
        length.score(bead) - length.score(zh_length, en_length, bead.en.size() - (zh ? 0 : 1));
    const SentenceLinks& own = (zh ? links.zh : links.en)[k - range.begin];
    out.adds = std::min(out.adds, adds);
    out.with_length = std::min(out.with_length, adds + by_length);
    out.gain = std::min(out.gain, own.gain);
    out.normal = std::min(out.normal, (own.gain + own.loss) / (1 + std::abs(own.gain) - own.loss));
  }
  return out;
}

/// All features of parts.
void expect_parts(Texts& texts, RangePair bead) {
  INFO(bead.zh.begin << '+' << bead.zh.size() << ", " << bead.en.begin << '+' << bead.en.size());
  std::vector<Expected> expected;
  if (bead.zh.size() > 1) {
    const Weakest zh = weakest(texts, bead, true);
    expected = {{loo_zh_0, lack(zh.adds, 0)},
                {loo_zh_3, lack(zh.adds, 3)},
                {loo_zh_8, lack(zh.adds, 8)},
                {loo_length_zh_0, lack(zh.with_length, 0)},
                {loo_length_zh_5, lack(zh.with_length, 5)},
                {weak_zh_gain, lack(zh.gain, 5)},
                {weak_zh_normal, zh.normal}};
  }
  if (bead.en.size() > 1) {
    const Weakest en = weakest(texts, bead, false);
    expected.insert(expected.end(), {{loo_en_0, lack(en.adds, 0)},
                                     {loo_en_3, lack(en.adds, 3)},
                                     {loo_en_8, lack(en.adds, 8)},
                                     {loo_length_en_0, lack(en.with_length, 0)},
                                     {loo_length_en_5, lack(en.with_length, 5)},
                                     {weak_en_gain, lack(en.gain, 5)},
                                     {weak_en_normal, en.normal}});
  }
  expect_group(texts.features.bead(bead), "part", expected);
}

}  // namespace

DUIQI_FEATURE_TEST("features of what the weakest sentence of a bead adds") {
  Texts texts = news();
  for (const RangePair bead : {pair(1, 1), pair(0, 0, 2, 1), pair(0, 0, 1, 2), pair(0, 0, 2, 2),
                               pair(3, 3, 2, 1), pair(3, 4, 1, 2), pair(6, 6, 2, 1), pair(4, 4, 3, 3),
                               pair(1, 1, 3, 1), pair(1, 1, 1, 3), pair(8, 8, 2, 1), pair(7, 7, 1, 3)}) {
    expect_parts(texts, bead);
  }
}

DUIQI_FEATURE_TEST("a sentence whose units belong elsewhere shows on its side alone") {
  Texts texts("甲有5300个\n乙有4600个\n天", "There are 5300\nThere are 4600\nsky");
  // What the second Chinese sentence takes: its lone number; and among two sentences the first one's link is
  // worth ln 2 less.
  const double rival = 0.7 * std::log(2) / 5;
  const FeatureVector zh = texts.features.bead(pair(0, 0, 2, 1));
  CHECK(zh[loo_zh_0] > 0);
  expect_feature(zh, loo_zh_0, rival - 0.7 * zh[loss_zh]);
  expect_feature(zh, loo_zh_3, 3 / 5.0 + rival - 0.7 * zh[loss_zh]);
  expect_feature(zh, loo_zh_8, 8 / 5.0 + rival - 0.7 * zh[loss_zh]);
  expect_feature(zh, loo_en_0, 0);
  expect_feature(zh, loo_en_8, 0);
  expect_feature(zh, weak_zh_gain, 1);
  expect_feature(zh, weak_en_gain, 0);
  const FeatureVector en = texts.features.bead(pair(0, 0, 1, 2));
  CHECK(en[loo_en_0] > 0);
  expect_feature(en, loo_en_0, rival - 0.7 * en[loss_en]);
  expect_feature(en, loo_en_3, 3 / 5.0 + rival - 0.7 * en[loss_en]);
  expect_feature(en, loo_en_8, 8 / 5.0 + rival - 0.7 * en[loss_en]);
  expect_feature(en, loo_zh_0, 0);
  expect_feature(en, weak_en_gain, 1);
  expect_feature(en, weak_zh_gain, 0);
  // Nothing to say for or against: the third sentence.
  const FeatureVector idle = texts.features.bead(pair(1, 1, 2, 2));
  expect_feature(idle, weak_zh_normal, 0);
  expect_feature(idle, loo_zh_0, rival);
  expect_feature(idle, loo_zh_3, 0.6 + rival);
}
