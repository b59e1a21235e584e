// duiqi-train: learns the weights of the log-linear model.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <thread>

#include <duiqi/duiqi.hpp>
#include <duiqi/evaluate.hpp>
#include <duiqi/read_alignment.hpp>

#include "training.hpp"

namespace {

namespace fs = std::filesystem;
using namespace duiqi;
using duiqi::train::Example;
using duiqi::train::TrainOptions;

Text read_text(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return Text::from_utf8(bytes.str(), path.string());
}

struct SetFlag {
  fs::path folder;
  double weight = 1;
};

std::vector<Example> load(const SetFlag& set, const Aligner& lines, const Aligner& running, std::uint32_t folds) {
  std::vector<Example> out;
  const bool strict = fs::exists(set.folder / "STRICT");
  std::vector<std::string> names;
  bool raw = false;
  for (const auto& entry : fs::directory_iterator(set.folder)) {
    if (entry.path().extension() == ".gold") names.push_back(entry.path().stem().string());
    if (entry.path().extension() == ".spans") {
      names.push_back(entry.path().stem().string());
      raw = true;
    }
  }
  std::sort(names.begin(), names.end());
  for (const std::string& name : names) {
    Example example;
    example.set = set.folder.filename().string();
    example.name = name;
    example.fold = static_cast<std::uint32_t>(std::stoul(name)) % folds;
    example.weight = set.weight;
    example.strict = strict;
    const Aligner& aligner = raw ? running : lines;
    const std::string ending = raw ? ".txt" : "";
    example.zh = aligner.analyse(read_text(set.folder / (name + ".zh" + ending)), Language::chinese);
    example.en = aligner.analyse(read_text(set.folder / (name + ".en" + ending)), Language::english);
    if (raw) {
      std::vector<Span> zh, en, zs, es;
      for (const SpanPair& pair : read_span_pairs(read_text(set.folder / (name + ".spans")))) {
        zs.push_back(pair.zh);
        es.push_back(pair.en);
      }
      for (const Sentence& s : example.zh.document.sentences) zh.push_back(s.span);
      for (const Sentence& s : example.en.document.sentences) en.push_back(s.span);
      const auto zh_ids = overlapping(zh, zs);
      const auto en_ids = overlapping(en, es);
      for (std::size_t k = 0; k < zs.size(); ++k) example.gold.push_back({zh_ids[k], en_ids[k], {}, {}});
    } else {
      example.gold = read_alignment(read_text(set.folder / (name + ".gold")), AlignmentFormat::vecalign).beads;
    }
    out.push_back(std::move(example));
  }
  return out;
}

template <class Work>
void in_parallel(std::size_t count, std::uint32_t threads, Work&& work) {
  std::vector<std::thread> workers;
  for (std::uint32_t t = 0; t < threads; ++t) {
    workers.emplace_back([&, t] {
      for (std::size_t k = t; k < count; k += threads) work(k);
    });
  }
  for (std::thread& worker : workers) worker.join();
}

void print_table(const std::vector<Example>& examples, const std::vector<std::vector<float>>& weights, double threshold, double null_gain) {
  std::map<std::string, Counts> sets;
  std::map<std::string, bool> strict;
  for (const Example& example : examples) {
    const auto beads = train::find_beads(example, weights[example.fold], threshold, null_gain);
    sets[example.set] += evaluate(beads, example.gold, {example.zh.document.size(), example.en.document.size()}, {example.strict});
    strict[example.set] = example.strict;
  }
  for (const auto& [name, counts] : sets) {
    fmt::print("{:20} strict {:.4f} segment {:.4f} (P {:.4f} R {:.4f})", name, counts.strict().f1(), counts.segment().f1(), counts.segment().precision, counts.segment().recall);
    if (const auto null = counts.null()) fmt::print(" null {:.4f} (P {:.3f} R {:.3f})", null->f1(), null->precision, null->recall);
    if (const auto ece = counts.calibration_error()) fmt::print(" ece {:.4f}", *ece);
    fmt::print("\n");
  }
}

std::vector<std::vector<float>> cross_validate(const std::vector<Example>& examples, std::uint32_t folds, const TrainOptions& options) {
  std::vector<std::vector<float>> weights;
  for (std::uint32_t fold = 0; fold < folds; ++fold) {
    std::vector<const Example*> rest;
    for (const Example& example : examples) {
      if (example.fold != fold) rest.push_back(&example);
    }
    weights.push_back(train::learn(rest, options));
  }
  return weights;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"Learns the weights of duiqi's log-linear model from aligned documents."};
  std::vector<std::string> sets;
  std::vector<std::string> lexicons;
  std::vector<std::string> without;
  bool no_built_in = false;
  std::uint32_t folds = 6;
  TrainOptions options;
  double threshold = 0.1, null_gain = 0.5;
  app.add_option("sets", sets, "SET[:WEIGHT]")->required();
  app.add_option("--lexicon", lexicons, "");
  app.add_flag("--no-built-in", no_built_in, "");
  app.add_option("--folds", folds, "");
  app.add_option("--l2", options.l2, "");
  app.add_option("--without", without, "group or feature");
  app.add_option("--threshold", threshold, "");
  app.add_option("--null-gain", null_gain, "");
  bool one = false;
  app.add_flag("--one", one, "");
  bool show = false;
  app.add_flag("--show", show, "");
  CLI11_PARSE(app, argc, argv);
  AlignerOptions running;
  if (no_built_in) running.lexicons.clear();
  for (const std::string& path : lexicons) running.lexicons.push_back(Lexicon::open(path));
  AlignerOptions lines = running;
  lines.zh.sentences = lines.en.sentences = SentenceRules::lines;
  const Aligner line_aligner(lines);
  const Aligner running_aligner(running);
  std::vector<Example> examples;
  for (const std::string& set : sets) {
    const std::size_t colon = set.find(':');
    SetFlag flag{set.substr(0, colon), colon == std::string::npos ? 1 : std::stod(set.substr(colon + 1))};
    for (Example& e : load(flag, line_aligner, running_aligner, folds)) examples.push_back(std::move(e));
  }
  in_parallel(examples.size(), options.threads, [&](std::size_t k) {
    Example& e = examples[k];
    e.model = std::make_unique<DocumentModel>(e.zh, e.en, running);
    train::mark_agreement(e);
  });
  std::size_t arcs = 0, sentences = 0;
  for (const Example& e : examples) arcs += e.agrees.size(), sentences += e.zh.document.size();
  fmt::print("{} documents, {} Chinese sentences, {:.1f} arcs a sentence\n", examples.size(), sentences, static_cast<double>(arcs) / static_cast<double>(sentences));
  // Oracle: how much of the gold is in the lattice.
  {
    std::map<std::string, std::pair<double, double>> lost;
    for (const Example& e : examples) {
      std::vector<double> s(e.agrees.size()), p(s.size());
      for (std::size_t k = 0; k < s.size(); ++k) s[k] = e.agrees[k] ? 0 : -1000;
      e.model->graph().posteriors(s, p);
      for (std::size_t k = 0; k < s.size(); ++k) lost[e.set].first += e.agrees[k] ? 0 : p[k];
      lost[e.set].second += e.gold.size();
    }
    for (const auto& [set, l] : lost) fmt::print("  {}: {:.1f} arcs outside gold of {}\n", set, l.first, l.second);
  }
  options.disabled.assign(evidence::feature_count, 0);
  for (std::size_t k = 0; k < evidence::feature_count; ++k) {
    const auto& info = evidence::feature_infos[k];
    for (const std::string& w : without) if (w == info.name || w == info.group) options.disabled[k] = 1;
  }
  const auto first = cross_validate(examples, folds, options);
  fmt::print("first pass\n");
  print_table(examples, first, threshold, null_gain);
  if (show) for (std::size_t k = 0; k < evidence::feature_count; ++k) fmt::print("{}\t{:.3f}\t{:.3f}\n", evidence::feature_infos[k].name, first[0][k], first[1][k]);
  if (one) return 0;
  in_parallel(examples.size(), options.threads, [&](std::size_t k) {
    Example& e = examples[k];
    e.model->add_rates(e.model->rates(e.model->posteriors(first[e.fold])));
  });
  if (show) { std::map<std::string, std::pair<evidence::DocumentRates, int>> m;
    for (const Example& e : examples) { auto r = e.model->rates(e.model->posteriors(first[e.fold])); auto& [q, n] = m[e.set]; q.null_zh += r.null_zh; q.null_en += r.null_en; q.beyond += r.beyond; q.normal_gain += r.normal_gain; q.swap += r.swap; ++n; }
    for (auto& [k, v] : m) fmt::print("{} null {:.3f} {:.3f} beyond {:.3f} gain {:.3f} swap {:.4f}\n", k, v.first.null_zh / v.second, v.first.null_en / v.second, v.first.beyond / v.second, v.first.normal_gain / v.second, v.first.swap / v.second); }
  const auto second = cross_validate(examples, folds, options);
  if (getenv("DQ_ERR")) for (const Example& e : examples) {
    if (e.set != getenv("DQ_ERR")) continue;
    const auto beads = train::find_beads(e, second[e.fold], threshold, null_gain);
    std::set<std::pair<std::vector<std::uint32_t>, std::vector<std::uint32_t>>> g, q;
    for (auto& b : e.gold) g.emplace(b.zh, b.en);
    for (auto& b : beads) q.emplace(b.zh, b.en);
    auto put = [&](const char* sign, const IdBead& b) {
      fmt::print("{} {} {:.2f} ", sign, e.name, b.probability.value_or(0));
      for (auto i : b.zh) fmt::print("[{}]{} ", i, e.zh.document.sentence(i));
      fmt::print("||| ");
      for (auto j : b.en) fmt::print("[{}]{} ", j, e.en.document.sentence(j));
      fmt::print("\n");
    };
    for (auto& b : beads) if (!g.contains({b.zh, b.en})) put("-", b);
    for (auto& b : e.gold) if (!q.contains({b.zh, b.en})) put("+", b);
  }
  fmt::print("second pass\n");
  print_table(examples, second, threshold, null_gain);
  if (show) for (std::size_t k = 0; k < evidence::feature_count; ++k) fmt::print("{}\t{:.3f}\t{:.3f}\n", evidence::feature_infos[k].name, second[0][k], second[1][k]);
}
