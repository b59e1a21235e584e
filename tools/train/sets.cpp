#include "sets.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <utility>

#include <duiqi/error.hpp>
#include <duiqi/evaluate.hpp>
#include <duiqi/read_alignment.hpp>

#include "cut.hpp"
#include "made_moves.hpp"

namespace duiqi::train {
namespace {

namespace fs = std::filesystem;

/// Of 1-1 beads and of 1-n and n-1 ones. (Judged: more than real news moves, so that there is something to
/// learn.)
constexpr MoveRates move_rates{0.03, 0.15};

Text read_text(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  if (!in) throw Error(ErrorCode::io_failure, path.string() + ": can't be read");
  return Text::from_utf8(bytes.str(), path.string());
}

std::vector<Span> spans(const Document& document) {
  std::vector<Span> out;
  for (const Sentence& sentence : document.sentences) out.push_back(sentence.span);
  return out;
}

std::vector<IdBead> gold_of_spans(const Text& text, const Example& example) {
  std::vector<Span> zh;
  std::vector<Span> en;
  for (const SpanPair& pair : read_span_pairs(text)) {
    zh.push_back(pair.zh);
    en.push_back(pair.en);
  }
  const auto zh_ids = overlapping(spans(example.zh.document), zh);
  const auto en_ids = overlapping(spans(example.en.document), en);
  std::vector<IdBead> gold(zh.size());
  for (std::size_t k = 0; k < gold.size(); ++k) gold[k] = {zh_ids[k], en_ids[k], {}, {}};
  return gold;
}

Text text_of(const std::string& text) {
  return Text::from_utf8(std::string(text), "made");
}

std::vector<IdBead> in_ids(const std::vector<Bead>& beads) {
  std::vector<IdBead> out;
  for (const Bead& bead : beads) {
    out.emplace_back();
    for (std::uint32_t id = bead.zh.begin; id < bead.zh.end; ++id) out.back().zh.push_back(id);
    for (std::uint32_t id = bead.en.begin; id < bead.en.end; ++id) out.back().en.push_back(id);
  }
  return out;
}

/// Documents are numbered; of another name the letters decide.
std::uint32_t fold_of(const std::string& name, std::uint32_t folds) {
  std::uint32_t number = 0;
  for (const char c : name)
    number = c >= '0' && c <= '9' ? number * 10 + static_cast<std::uint32_t>(c - '0')
                                  : number * 31 + static_cast<unsigned char>(c);
  return number % folds;
}

}  // namespace

Set read_set(const std::string& argument) {
  const std::size_t colon = argument.rfind(':');
  std::string folder = argument.substr(0, colon);
  Set set;
  const std::array<std::pair<std::string_view, Variant>, 2> variants{
      {{"+cuts", Variant::cuts}, {"+moves", Variant::moves}}};
  for (const auto& [ending, variant] : variants) {
    if (!folder.ends_with(ending)) continue;
    folder.resize(folder.size() - ending.size());
    set.variant = variant;
    set.name = ending;
  }
  set.folder = folder;
  set.name = set.folder.filename().string() + set.name;
  if (colon != std::string::npos) {
    std::istringstream in(argument.substr(colon + 1));
    in.imbue(std::locale::classic());
    if (!(in >> set.weight) || set.weight <= 0)
      throw Error(ErrorCode::invalid_option,
                  "'" + argument + "': behind the colon must stand a weight above 0");
  }
  if (!fs::is_directory(set.folder))
    throw Error(ErrorCode::invalid_option, "'" + set.folder.string() + "' is no folder");
  return set;
}

std::vector<Example> read_examples(const Set& set, const AlignerOptions& options, std::uint32_t folds) {
  AlignerOptions lines = options;
  lines.zh.sentences = lines.en.sentences = SentenceRules::lines;
  const Aligner line_aligner(lines);
  const Aligner running_aligner(options);
  std::vector<fs::path> golds;
  for (const auto& entry : fs::directory_iterator(set.folder)) {
    if (entry.path().extension() == ".gold" || entry.path().extension() == ".spans")
      golds.push_back(entry.path());
  }
  std::sort(golds.begin(), golds.end());
  std::vector<Example> examples;
  for (const fs::path& path : golds) {
    const bool running = path.extension() == ".spans";
    const Aligner& aligner = running ? running_aligner : line_aligner;
    const auto side = [&](const char* ending) {
      return read_text(fs::path(path).replace_extension(std::string(ending) + (running ? ".txt" : "")));
    };
    Example example;
    example.set = set.name;
    example.fold = fold_of(path.stem().string(), folds);
    example.weight = set.weight;
    example.strict = fs::exists(set.folder / "STRICT");
    Text zh = side(".zh");
    Text en = side(".en");
    if (!running) example.gold = read_alignment(read_text(path), AlignmentFormat::vecalign).beads;
    const std::uint32_t seed = fold_of(path.stem().string(), 1U << 30);
    if (set.variant == Variant::cuts) {
      Lines cut = with_cuts({MoveMaker::split(std::string(zh.view())),
                             MoveMaker::split(std::string(en.view())), std::move(example.gold)},
                            seed);
      zh = text_of(MoveMaker::join(cut.zh));
      en = text_of(MoveMaker::join(cut.en));
      example.gold = std::move(cut.gold);
    } else if (set.variant == Variant::moves) {
      const MadeText made =
          MoveMaker(seed, move_rates).make(std::string(zh.view()), std::string(en.view()), example.gold);
      zh = text_of(made.zh);
      en = text_of(made.en);
      example.gold = in_ids(made.ladder);
    }
    example.zh = aligner.analyse(zh, Language::chinese);
    example.en = aligner.analyse(en, Language::english);
    if (running) example.gold = gold_of_spans(read_text(path), example);
    examples.push_back(std::move(example));
  }
  if (examples.empty())
    throw Error(ErrorCode::io_failure, set.folder.string() + ": holds neither NNN.gold nor NNN.spans");
  return examples;
}

}  // namespace duiqi::train
