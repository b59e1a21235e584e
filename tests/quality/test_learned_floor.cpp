// What a lexicon gives that was learned from the very set, with no other dictionary.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fmt/core.h>
#include <string>
#include <vector>

#include <duiqi/learn_lexicon.hpp>

#include "quality/alignment_score.hpp"

using namespace duiqi;
using namespace duiqi::quality;

namespace {

/// Learned from the beads that `options` find.
LexiconData learn_from(const std::filesystem::path& set, AlignerOptions options) {
  options.zh.sentences = options.en.sentences = SentenceRules::lines;
  const Aligner aligner(options);
  std::vector<Bitext> bitexts;
  for (const std::string& name : document_names(set, ".gold"))
    bitexts.push_back(aligner.align(read_text(set / (name + ".zh")), read_text(set / (name + ".en"))));
  std::vector<std::string> texts;
  std::vector<double> weights;
  for (const Bitext& bitext : bitexts) {
    for (const Bead& bead : bitext.beads()) {
      if (bead.null()) continue;
      texts.emplace_back(bitext.zh(bead));
      texts.emplace_back(bitext.en(bead));
      weights.push_back(bead.probability);
    }
  }
  std::vector<BeadText> beads;
  for (std::size_t k = 0; k < weights.size(); ++k)
    beads.push_back({texts[2 * k], texts[2 * k + 1], weights[k]});
  return learn_lexicon(beads);
}

}  // namespace

TEST_CASE("a lexicon learned from macdev itself is worth most of a dictionary") {
  const std::filesystem::path set = eval_folder() / "macdev";
  if (!std::filesystem::is_directory(set)) {
    fmt::print("skipped: there is no {}\n", set.string());
    return;
  }
  AlignerOptions options;
  options.lexicons.clear();
  std::string image;
  for (int pass = 0; pass < 2; ++pass) {
    std::string next = build_lexicon(learn_from(set, options));
    options.lexicons.clear();
    image.swap(next);
    options.lexicons.push_back(Lexicon::from_image(image));
  }
  const double strict = score(set, options).strict().f1();
  fmt::print("macdev, learned from itself: {:.4f}\n", strict);
  CHECK(strict >= 0.86);  // .868 measured, less noise
}
