#include "corpus.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string_view>

namespace bench {
namespace {

namespace fs = std::filesystem;

std::string environment(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

std::size_t most_documents() {
  const std::string given = environment("DUIQI_BENCH_DOCUMENTS");
  return given.empty() ? 100 : std::max<std::size_t>(1, std::stoul(given));
}

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("can't open " + path.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The .zh files of a folder, in order.
std::vector<fs::path> chinese_files(const fs::path& folder) {
  std::vector<fs::path> out;
  if (!fs::is_directory(folder)) return out;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".zh") out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

Pair read_pair(const fs::path& zh) {
  fs::path en = zh;
  en.replace_extension(".en");
  return {duiqi::Text::from_utf8(read(zh), zh.filename().string()),
          duiqi::Text::from_utf8(read(en), en.filename().string())};
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    out.push_back(text.substr(at, end - at) + '\n');
    at = end + 1;
  }
  return out;
}

/// A translation's pieces: lines that one bead of the gold ties. Documents are made of such pieces, so that
/// they have the joined, split and missing sentences of real ones.
struct Piece {
  std::string zh;
  std::string en;
};

/// "[0, 1]" → the text of these lines.
std::string gather(std::string_view ids, const std::vector<std::string>& from) {
  std::string out;
  std::size_t number = 0;
  bool inside = false;
  for (const char c : ids) {
    if (c >= '0' && c <= '9') {
      number = number * 10 + static_cast<std::size_t>(c - '0');
      inside = true;
    } else if (inside) {
      out += from.at(number);
      number = 0;
      inside = false;
    }
  }
  return out;
}

std::vector<Piece> pieces(const fs::path& folder) {
  std::vector<Piece> out;
  for (const fs::path& zh : chinese_files(folder)) {
    fs::path other = zh;
    const std::vector<std::string> zh_lines = lines(read(zh));
    const std::vector<std::string> en_lines = lines(read(other.replace_extension(".en")));
    for (const std::string& bead : lines(read(other.replace_extension(".gold")))) {
      const std::size_t colon = bead.find("]:[");
      if (colon == std::string::npos) continue;
      const std::string_view all = bead;
      out.push_back({gather(all.substr(0, colon + 1), zh_lines), gather(all.substr(colon + 1), en_lines)});
    }
  }
  if (out.empty()) throw std::runtime_error("no documents in " + folder.string());
  return out;
}

std::vector<Pair> generate(std::size_t documents) {
  const std::vector<Piece> all = pieces(DUIQI_SOURCE_DIR "/tests/quality/data/news");
  std::uint64_t random = 20241124;
  // Knuth's MMIX generator: the same on every machine, which std::shuffle is not.
  const auto draw = [&](std::size_t below) {
    random = random * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>(random >> 33) % below;
  };
  std::vector<Pair> out;
  for (std::size_t k = 0; k < documents; ++k) {
    // 8 to 39 beads: 2 to 10 KB a side, as news has.
    const std::size_t size = 8 + draw(32);
    std::string zh;
    std::string en;
    for (std::size_t i = 0; i < size; ++i) {
      const Piece& piece = all[draw(all.size())];
      zh += piece.zh;
      en += piece.en;
    }
    out.push_back({duiqi::Text::from_utf8(zh), duiqi::Text::from_utf8(en)});
  }
  return out;
}

struct Corpus {
  std::vector<Pair> pairs;
  std::string source;
};

Corpus make() {
  Corpus out;
  const std::size_t most = most_documents();
  const std::string root = environment("DUIQI_EVAL");
  if (!root.empty()) {
    for (const char* set : {"wmt21-zhen", "ntrex-cn"}) {
      for (const fs::path& zh : chinese_files(fs::path(root) / set)) {
        if (out.pairs.size() < most) out.pairs.push_back(read_pair(zh));
      }
    }
  }
  out.source = "dev sets";
  if (out.pairs.empty()) {
    out.pairs = generate(most);
    out.source = "generated";
  }
  return out;
}

const Corpus& corpus() {
  static const Corpus made = make();
  return made;
}

}  // namespace

const std::vector<Pair>& news() {
  return corpus().pairs;
}

const std::string& source() {
  return corpus().source;
}

duiqi::AlignerOptions options(std::uint32_t passes) {
  duiqi::AlignerOptions out;
  out.passes = passes;
  const std::string lexicon = environment("DUIQI_BENCH_LEXICON");
  if (!lexicon.empty()) out.lexicons.push_back(duiqi::Lexicon::open(lexicon));
  return out;
}

const std::vector<Analysed>& analysed_news() {
  static const std::vector<Analysed> made = [] {
    const duiqi::Aligner aligner;
    std::vector<Analysed> out;
    for (const Pair& pair : news()) {
      out.push_back({aligner.analyse(pair.zh, duiqi::Language::chinese),
                     aligner.analyse(pair.en, duiqi::Language::english)});
    }
    return out;
  }();
  return made;
}

std::size_t bytes(const std::vector<Pair>& pairs) {
  std::size_t sum = 0;
  for (const Pair& pair : pairs) sum += pair.zh.size() + pair.en.size();
  return sum;
}

std::size_t sentences(const std::vector<Analysed>& pairs) {
  std::size_t sum = 0;
  for (const Analysed& pair : pairs) sum += pair.zh.document.size() + pair.en.document.size();
  return sum;
}

}  // namespace bench
