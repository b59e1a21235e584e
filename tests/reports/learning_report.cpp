// What lexicons learned from the evaluation sets give on them.
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fmt/core.h>
#include <string>
#include <vector>

#include <duiqi/learn_lexicon.hpp>

#include "eval_sets.hpp"
#include "quality/alignment_score.hpp"

using namespace duiqi;
using namespace duiqi::quality;

namespace {

struct Pass {
  Counts counts;
  std::vector<std::string> zh, en;
  std::vector<double> weights;
};

Pass align(const std::filesystem::path& set, const std::vector<Lexicon>& lexicons) {
  AlignerOptions options;
  options.zh.sentences = options.en.sentences = SentenceRules::lines;
  options.lexicons = lexicons;
  const Aligner aligner(options);
  const EvaluateOptions judging{std::filesystem::exists(set / "STRICT")};
  Pass pass;
  for (const std::string& name : document_names(set, ".gold")) {
    const Bitext bitext = aligner.align(read_text(set / (name + ".zh")), read_text(set / (name + ".en")));
    const IdAlignment gold = read_alignment(read_text(set / (name + ".gold")), AlignmentFormat::vecalign);
    pass.counts +=
        evaluate(merge_links(bitext), gold.beads, {bitext.zh().size(), bitext.en().size()}, judging);
    for (const Bead& bead : bitext.beads()) {
      if (bead.null()) continue;
      pass.zh.emplace_back(bitext.zh(bead));
      pass.en.emplace_back(bitext.en(bead));
      pass.weights.push_back(bead.probability);
    }
  }
  return pass;
}

double seconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

void report(const std::string& name, bool built_in, int passes) {
  const std::filesystem::path set = eval_folder() / name;
  std::vector<Lexicon> given;
  if (built_in) given.push_back(Lexicon::built_in());
  std::vector<Lexicon> lexicons = given;
  for (int k = 0;; ++k) {
    const auto start = std::chrono::steady_clock::now();
    const Pass pass = align(set, lexicons);
    const double aligning = seconds_since(start);
    fmt::print("{:14} {:9} pass {}  strict {:.4f}  segment {:.4f}  {} beads in {:.2f} s\n", name,
               built_in ? "built-in" : "none", k, pass.counts.strict().f1(), pass.counts.segment().f1(),
               pass.zh.size(), aligning);
    if (k == passes) return;
    std::vector<BeadText> beads;
    for (std::size_t i = 0; i < pass.zh.size(); ++i)
      beads.push_back({pass.zh[i], pass.en[i], pass.weights[i]});
    const auto learning = std::chrono::steady_clock::now();
    const LexiconData data = learn_lexicon(beads, given);
    const double seconds = seconds_since(learning);
    fmt::print("  {} entries in {:.2f} s, {:.0f} beads a second\n", data.entries.size(), seconds,
               static_cast<double>(beads.size()) / seconds);
    if (const char* out = std::getenv("LEARNED")) {
      std::FILE* file = std::fopen(out, "w");
      fmt::print(file, "{}", write_lexicon_tsv(data));
      std::fclose(file);
    }
    const std::string image = build_lexicon(data);
    lexicons = given;
    static std::vector<std::string> images;
    images.reserve(100);
    images.push_back(image);
    lexicons.push_back(Lexicon::from_image(images.back()));
  }
}

}  // namespace

int main(int argc, char** argv) {
  for (const std::string name : {"macdev", "ntrex-cn", "wmt21-zhen"}) {
    if (argc > 1 && name != argv[1]) continue;
    report(name, false, argc > 2 ? std::atoi(argv[2]) : 3);
    report(name, true, argc > 2 ? std::atoi(argv[2]) : 3);
  }
}
