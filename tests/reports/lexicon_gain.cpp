// What lexicons give to the alignment: the table of docs/lexicon.md.
//   lexicon_gain [--names all|own|cldr|none] [--built-in] [--lexicon FILE]… SET…
//     SET       a folder of NNN.zh, NNN.en, NNN.gold
//     --names   which tables of names find anchors: our own, CLDR's, both, none
//     --built-in, --lexicon   what words are looked up in; by default nothing
#include <cstring>
#include <filesystem>
#include <fmt/core.h>
#include <string>
#include <vector>

#include "data/gazetteer.hpp"
#include "quality/alignment_score.hpp"

using namespace duiqi;

int main(int argc, char** argv) {
  AlignerOptions options;
  options.lexicons.clear();
  std::vector<std::filesystem::path> sets;
  for (int k = 1; k < argc; ++k) {
    if (std::strcmp(argv[k], "--names") == 0 && k + 1 < argc) {
      const std::string names = argv[++k];
      data::use_name_tables({names == "all" || names == "own", names == "all" || names == "cldr"});
    } else if (std::strcmp(argv[k], "--built-in") == 0) {
      options.lexicons.push_back(Lexicon::built_in());
    } else if (std::strcmp(argv[k], "--lexicon") == 0 && k + 1 < argc) {
      options.lexicons.push_back(Lexicon::open(argv[++k]));
    } else {
      sets.emplace_back(argv[k]);
    }
  }
  for (const std::filesystem::path& set : sets) {
    const Counts counts = quality::score(set, options);
    const bool strict = std::filesystem::exists(set / "STRICT");
    const auto null = counts.null();
    fmt::print("{:18} {} {:.4f}  null {:.4f}\n", set.filename().string(), strict ? "strict " : "segment",
               (strict ? counts.strict() : counts.segment()).f1(), null ? null->f1() : 0.0);
  }
}
