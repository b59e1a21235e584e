// What the summary says of documents as they are, of pairs that don't belong together, and of long texts a
// stretch of which was replaced on one side or is missing: the figures beside AlignerOptions::least_support
// and DriftOptions.
//   summary_report [none | built-in | LEXICON.dqlex]
#include <algorithm>
#include <fmt/core.h>

#include "quality/drifting_text.hpp"

using namespace duiqi;
using namespace duiqi::quality;

namespace {

struct Pairs {
  std::size_t pairs = 0;
  std::size_t not_parallel = 0;
  std::size_t drifting = 0;
  double least_support = 1e9;
  double most_support = -1e9;

  void add(const Bitext& bitext) {
    const Summary& summary = bitext.summary();
    if (std::min(bitext.zh().size(), bitext.en().size()) < 5) return;
    ++pairs;
    not_parallel += summary.parallel ? 0 : 1;
    drifting += summary.drifts.empty() ? 0 : 1;
    least_support = std::min(least_support, summary.support);
    most_support = std::max(most_support, summary.support);
  }
  void print(const std::string& set, const char* what) const {
    if (pairs == 0) return;
    fmt::print("{:18} {:12} {:4} pairs: {:4} not parallel, {:3} drift; support {:.2f} to {:.2f}\n", set, what,
               pairs, not_parallel, drifting, least_support, most_support);
  }
};

Text half(const std::filesystem::path& path, bool second) {
  const std::vector<std::string> lines = read_lines(path);
  const std::size_t middle = lines.size() / 2;
  std::string out;
  for (std::size_t k = second ? middle + 1 : 0; k < (second ? lines.size() : middle); ++k)
    out.append(lines[k]).append("\n");
  return Text::from_utf8(std::move(out));
}

void documents(const Aligner& aligner, const std::string& set) {
  const bool raw = set.starts_with("raw");
  const std::filesystem::path folder = eval_folder() / set;
  const std::vector<std::string> names = document_names(folder, raw ? ".spans" : ".gold");
  const std::string ending = raw ? ".txt" : "";
  Pairs own;
  Pairs others;
  Pairs halves;
  for (std::size_t k = 0; k < names.size(); ++k) {
    const Text zh = read_text(folder / (names[k] + ".zh" + ending));
    own.add(aligner.align(zh, read_text(folder / (names[k] + ".en" + ending))));
    for (std::size_t by = 1; by <= (set == "macdev" ? 5U : 2U); ++by) {
      const std::string& other = names[(k + by) % names.size()];
      others.add(aligner.align(zh, read_text(folder / (other + ".en" + ending))));
    }
    if (raw) continue;
    halves.add(
        aligner.align(half(folder / (names[k] + ".zh"), false), half(folder / (names[k] + ".en"), true)));
  }
  own.print(set, "own");
  others.print(set, "other");
  halves.print(set, "other half");
}

void stretches(const Aligner& aligner, const std::string& set) {
  const std::filesystem::path folder = eval_folder() / set;
  const LongText whole = join_documents(folder, 450);
  const LongText others = set == "macdev" ? join_documents(eval_folder() / "wmt21-enzh", 250)
                                          : join_documents(folder, 250, whole.documents.size() - 1);
  fmt::print("{:18} whole: {} drifts\n", set, drifts(aligner, whole).size());
  for (const std::size_t length : {10, 20, 50, 100, 200}) {
    Found sum;
    std::size_t missing = 0;
    std::size_t texts = 0;
    for (const double at : {0.0, .2, .55, 1.0}) {
      for (const Side side : {Side::zh, Side::en}) {
        const Block block = choose_block(whole, side, at, length);
        missing += drifts(aligner, without(whole, side, block)).size();
        const std::optional<Replaced> made =
            replaced(whole, side, block, side == Side::zh ? others.zh : others.en);
        if (!made) continue;
        const Found found = find(drifts(aligner, made->text), *made);
        sum.covered += found.covered;
        sum.least_covered = std::min(sum.least_covered, found.covered);
        sum.beyond = std::max(sum.beyond, found.beyond);
        ++texts;
      }
    }
    fmt::print(
        "{:18} {:3} replaced in {} texts: covered {:.2f}, least {:.2f}, beyond {} at most; missing: "
        "{} drifts\n",
        set, length, texts, sum.covered / static_cast<double>(texts), sum.least_covered, sum.beyond, missing);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::string lexicon = argc > 1 ? argv[1] : "built-in";
  AlignerOptions options;
  if (lexicon == "none")
    options.lexicons.clear();
  else if (lexicon != "built-in")
    options.lexicons.push_back(Lexicon::open(lexicon));
  AlignerOptions by_line = options;
  by_line.zh.sentences = by_line.en.sentences = SentenceRules::lines;
  const Aligner lines(std::move(by_line));
  const Aligner running(std::move(options));
  for (const char* set :
       {"macdev", "ntrex-cn", "wmt21-zhen", "wmt21-enzh", "ntrex-cn-omit", "wmt21-zhen-omit"})
    documents(lines, set);
  for (const char* set : {"raw-ntrex-cn", "raw-wmt21-zhen", "raw-ntrex-cn-omit"}) documents(running, set);
  for (const char* set : {"macdev", "ntrex-cn", "wmt21-zhen", "wmt21-enzh"}) stretches(lines, set);
}
