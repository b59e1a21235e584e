// What lexicons give to the alignment: the table of docs/lexicon.md.
//   lexicon_gain [--without-cldr] [--built-in] [--lexicon FILE]… SET…
//     SET             a folder of NNN.zh, NNN.en, NNN.gold
//     --without-cldr  CLDR's names are no anchors
//     --built-in, --lexicon   what words are looked up in; by default nothing
#include <cstring>
#include <filesystem>
#include <fmt/core.h>
#include <string>
#include <vector>

#include "quality/alignment_score.hpp"
#include "unicode/locale_names.hpp"

using namespace duiqi;

int main(int argc, char** argv) {
  AlignerOptions options;
  options.lexicons.clear();
  std::vector<std::filesystem::path> sets;
  for (int k = 1; k < argc; ++k) {
    if (std::strcmp(argv[k], "--without-cldr") == 0) {
      unicode::leave_out_cldr();
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
