// Measures a lexicon on running text: lexicon_speed FILE.dqlex ZH.txt EN.txt
// Opening with and without the checksum, words at every position, stems by their text. Each figure is the
// best of several runs.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <functional>
#include <limits>
#include <sstream>
#include <string>
#include <vector>

#include <duiqi/error.hpp>
#include <duiqi/text.hpp>

#include "lexicon/image.hpp"
#include "lexicon/stems.hpp"
#include "unicode/utf8.hpp"

namespace {

using namespace duiqi;

std::string read_file(const char* path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream out;
  out << in.rdbuf();
  return out.str();
}

double best_seconds(int runs, const std::function<void()>& work) {
  double best = std::numeric_limits<double>::infinity();
  for (int i = 0; i < runs; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
  }
  return best;
}

/// A sentence at a time, as the aligner looks.
std::vector<std::u32string> lines_of(const std::string& text) {
  std::vector<std::u32string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(unicode::to_code_points(line));
  return lines;
}

void measure_words(const Lexicon::Image& image, const std::string& zh) {
  const std::vector<std::u32string> lines = lines_of(zh);
  std::size_t positions = 0;
  for (const auto& line : lines) positions += line.size();
  std::vector<LexiconHit> hits;
  std::size_t found = 0;
  const double seconds = best_seconds(20, [&] {
    found = 0;
    for (const auto& line : lines) {
      hits.clear();
      image.find_all(line, hits);
      found += hits.size();
    }
  });
  std::printf("words: %zu positions, %zu found, %.1f million positions a second\n", positions, found,
              static_cast<double>(positions) / seconds / 1e6);
}

void measure_stems(const Lexicon::Image& image, const std::string& en) {
  std::vector<lexicon::EnglishToken> tokens;
  lexicon::tokenise_english(en, tokens);
  std::size_t found = 0;
  const double seconds = best_seconds(20, [&] {
    found = 0;
    for (const auto& token : tokens) found += image.find_stem(token.stem) != Lexicon::Image::no_stem;
  });
  std::printf("stems: %zu looked up, %zu found, %.1f million a second\n", tokens.size(), found,
              static_cast<double>(tokens.size()) / seconds / 1e6);
}

int run(int count, char** arguments) {
  if (count != 4) {
    std::fputs("usage: lexicon_speed FILE.dqlex ZH.txt EN.txt\n", stderr);
    return 2;
  }
  const std::string path = arguments[1];
  const auto open = [&](LexiconCheck check) { Lexicon::open(path, check); };
  const double full = best_seconds(50, [&] { open(LexiconCheck::full); });
  const double structure = best_seconds(50, [&] { open(LexiconCheck::structure); });
  const Lexicon lexicon = Lexicon::open(path);
  std::printf("%s: %zu entries, %u stems, %zu links; opened in %.0f µs, without the checksum in %.0f µs\n",
              path.c_str(), lexicon.size(), lexicon.image().stems(), lexicon.image().all_links.size(),
              full * 1e6, structure * 1e6);
  measure_words(lexicon.image(), read_file(arguments[2]));
  measure_stems(lexicon.image(), read_file(arguments[3]));
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  try {
    return run(count, arguments);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "lexicon_speed: %s\n", error.what());
    return 1;
  }
}
