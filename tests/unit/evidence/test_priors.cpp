#include <catch2/catch.hpp>
#include <cmath>

#include "evidence/paragraphs.hpp"
#include "evidence/prior.hpp"

using namespace duiqi;
using namespace duiqi::evidence;

namespace {

/// A document whose paragraphs hold so many sentences.
Document document(const std::vector<std::uint32_t>& paragraphs) {
  Document out;
  for (const std::uint32_t sentences : paragraphs) {
    const auto paragraph = static_cast<std::uint32_t>(out.paragraphs.size());
    out.paragraphs.push_back({{}, {out.size(), out.size() + sentences}});
    for (std::uint32_t k = 0; k < sentences; ++k) out.sentences.push_back({{}, paragraph});
  }
  return out;
}

}  // namespace

TEST_CASE("priors are probabilities, and larger beads are rarer") {
  double sum = 0;
  for (std::uint32_t zh = 0; zh <= 6; ++zh) {
    for (std::uint32_t en = 0; en <= 6; ++en) {
      const bool shape = zh + en == 1 || (zh >= 1 && en >= 1 && (zh == 1 || en == 1 || (zh <= 4 && en <= 4)));
      if (shape) sum += std::exp(log_prior(zh, en));
    }
  }
  CHECK(sum == Approx(1).margin(0.06));
  CHECK(log_prior(1, 1) > log_prior(1, 2));
  CHECK(log_prior(1, 2) > log_prior(1, 3));
  CHECK(log_prior(2, 2) > log_prior(3, 2));
  CHECK(log_prior(2, 1) == log_prior(1, 2));
}

TEST_CASE("paragraphs that begin together speak for a bead") {
  const Paragraphs paragraphs(document({3, 3, 3, 3}), document({3, 3, 3, 3}));
  CHECK(paragraphs.score({{3, 4}, {3, 4}}) > 0.5);
  CHECK(paragraphs.score({{3, 4}, {2, 3}}) < 0);
  CHECK(paragraphs.score({{4, 5}, {4, 5}}) > 0);
  CHECK(paragraphs.score({{2, 4}, {2, 3}}) < paragraphs.score({{1, 3}, {1, 2}}));
}

TEST_CASE("scores of paragraphs in a row are those of its beads one by one") {
  const Paragraphs paragraphs(document({3, 2, 4, 3}), document({2, 3, 3, 4}));
  std::vector<float> row(10, 1);
  paragraphs.add_to({2, 6}, 2, {1, 11}, row);
  for (std::uint32_t k = 0; k < row.size(); ++k)
    CHECK(static_cast<double>(row[k]) == Approx(1 + paragraphs.score({{2, 6}, {k + 1, k + 3}})));
}

TEST_CASE("texts without paragraphs, or with a sentence in each, say nothing") {
  const Document single = document({12});
  const Document each = document({1, 1, 1, 1, 1, 1});
  const Document some = document({3, 3});
  CHECK(Paragraphs(single, some).score({{3, 4}, {3, 4}}) == 0);
  CHECK(Paragraphs(each, some).score({{3, 4}, {3, 4}}) == 0);
  CHECK(Paragraphs(document({1}), document({1})).score({{0, 1}, {0, 1}}) == 0);
}
