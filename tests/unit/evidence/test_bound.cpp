#include <catch2/catch.hpp>
#include <vector>

#include "unit/evidence/feature_tests.hpp"

using namespace duiqi;
using namespace duiqi::evidence;

TEST_CASE("no bead of a text scores more than its bound") {
  test::Texts texts = test::news();
  const std::uint32_t zh_end = texts.evidence.zh().document.size();
  const std::uint32_t en_end = texts.evidence.en().document.size();
  std::size_t tight = 0;
  std::size_t all = 0;
  for (std::uint32_t begin = 0; begin < zh_end; ++begin) {
    for (std::uint32_t zh_size = 0; zh_size <= std::min(5U, zh_end - begin); ++zh_size) {
      for (std::uint32_t en_size = zh_size == 0 ? 1 : 0; en_size <= 5; ++en_size) {
        const SentenceRange begins{0, en_end + 1 - en_size};
        std::vector<float> bounds(begins.size());
        texts.evidence.bound({begin, begin + zh_size}, en_size, begins, bounds);
        for (std::uint32_t en = 0; en < bounds.size(); ++en) {
          const RangePair pair{{begin, begin + zh_size}, {en, en + en_size}};
          double score = 0;
          texts.evidence.score({&pair, 1}, {&score, 1});
          CHECK(score <= static_cast<double>(bounds[en]) + 1e-3);
          tight += static_cast<double>(bounds[en]) - score < 5;
          ++all;
        }
      }
    }
  }
  CHECK(tight > all / 2);
}
