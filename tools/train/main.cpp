// duiqi-train: learns the weights of the log-linear model from aligned documents.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <fstream>
#include <map>
#include <thread>
#include <utility>

#include <duiqi/duiqi.hpp>
#include <duiqi/evaluate.hpp>

#include "evidence/weight_table.hpp"
#include "sets.hpp"
#include "training.hpp"

namespace {

using namespace duiqi;
using duiqi::evidence::LexiconKind;
using duiqi::train::Example;
using duiqi::train::TrainOptions;

using WeightVector = std::vector<float>;

struct Flags {
  std::vector<std::string> sets;
  std::vector<std::string> lexicons;
  std::string output;
  std::vector<std::string> without;
  std::vector<std::string> kinds{"none", "usual", "large"};
  std::uint32_t folds = 6;
  bool ablation = false;
  bool only_first = false;
  TrainOptions training;
};

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

bool is_strict(const std::vector<Example>& examples, const std::string& set) {
  return std::any_of(examples.begin(), examples.end(),
                     [&](const Example& example) { return example.set == set && example.strict; });
}

/// The figures of each set, in the order of the sets.
std::map<std::string, Counts> measure(const std::vector<Example>& examples,
                                      const std::vector<WeightVector>& by_fold) {
  std::map<std::string, Counts> sets;
  for (const Example& example : examples) {
    const auto beads = train::find_beads(example, by_fold[example.fold]);
    sets[example.set] += evaluate(beads, example.gold,
                                  {example.zh.document.size(), example.en.document.size()}, {example.strict});
  }
  return sets;
}

/// Strict F1 where the set's gold is exact, else segment F1.
double headline(const std::vector<Example>& examples, const std::string& set, const Counts& counts) {
  return is_strict(examples, set) ? counts.strict().f1() : counts.segment().f1();
}

/// Mean probability of the beads less the share that is right.
double overconfidence(const Counts& counts) {
  double sum = 0;
  for (const Judgement& judgement : counts.judged) sum += judgement.probability - (judgement.right ? 1 : 0);
  return counts.judged.empty() ? 0 : sum / static_cast<double>(counts.judged.size());
}

void print_table(const std::vector<Example>& examples, const std::map<std::string, Counts>& sets) {
  fmt::print("{:22} {:>7} {:>7} {:>7} {:>7} {:>7}\n", "set", "strict", "segment", "null", "ece", "over");
  for (const auto& [name, counts] : sets) {
    const auto null = counts.null();
    const auto error = counts.calibration_error();
    fmt::print("{:22} {:7.4f} {:7.4f} {:>7} {:>7} {:7.4f}{}\n", name, counts.strict().f1(),
               counts.segment().f1(), null ? fmt::format("{:.4f}", null->f1()) : "–",
               error ? fmt::format("{:.4f}", *error) : "–", overconfidence(counts),
               is_strict(examples, name) ? " (strict)" : "");
  }
}

/// `without_fold`: a fold that is left out; from the number of folds on, none is.
WeightVector learn(const std::vector<Example>& examples, std::uint32_t without_fold,
                   const TrainOptions& options) {
  std::vector<const Example*> rest;
  for (const Example& example : examples) {
    if (example.fold != without_fold) rest.push_back(&example);
  }
  return train::learn(rest, options);
}

std::vector<WeightVector> cross_validate(const std::vector<Example>& examples, std::uint32_t folds,
                                         const TrainOptions& options) {
  std::vector<WeightVector> by_fold;
  for (std::uint32_t fold = 0; fold < folds; ++fold) by_fold.push_back(learn(examples, fold, options));
  return by_fold;
}

WeightVector scaled(WeightVector weights, float scale) {
  for (float& weight : weights) weight *= scale;
  return weights;
}

/// The scale of all weights at which the probabilities of documents that they were not learned on keep best
/// what they promise: the least mean calibration error of the sets. Without it the likely beads are a little
/// too unsure: weights are drawn to 0, and where gold is of segments, several ladders share what is right.
float best_scale(const std::vector<Example>& examples, const std::vector<WeightVector>& by_fold) {
  float best = 1;
  double least = std::numeric_limits<double>::infinity();
  for (int step = 0; step <= 12; ++step) {
    const float scale = 0.9F + 0.05F * static_cast<float>(step);
    std::vector<WeightVector> weights;
    for (const WeightVector& learned : by_fold) weights.push_back(scaled(learned, scale));
    double sum = 0;
    const auto sets = measure(examples, weights);
    for (const auto& [name, counts] : sets) sum += counts.calibration_error().value_or(0);
    if (sum < least) least = sum, best = scale;
  }
  fmt::print("\nall weights times {:.2f}\n", best);
  return best;
}

std::vector<char> disabled(const std::vector<std::string>& names) {
  std::vector<char> out(evidence::feature_count, 0);
  for (const std::string& name : names) {
    bool any = false;
    for (std::size_t k = 0; k < evidence::feature_count; ++k) {
      const evidence::FeatureInfo& info = evidence::feature_infos[k];
      if (name == info.name || name == info.group) out[k] = any = true;
    }
    if (!any) throw Error(ErrorCode::invalid_option, "there is no feature or group '" + name + "'");
  }
  return out;
}

double mean_headline(const std::vector<Example>& examples, const std::map<std::string, Counts>& sets) {
  double sum = 0;
  for (const auto& [name, counts] : sets) sum += headline(examples, name, counts);
  return sum / static_cast<double>(sets.size());
}

/// The gain of each feature group: the cross-validated figures of the last pass without it.
void print_ablation(const std::vector<Example>& examples, const Flags& flags) {
  std::vector<std::string> groups;
  for (const evidence::FeatureInfo& info : evidence::feature_infos) {
    if (std::find(groups.begin(), groups.end(), info.group) == groups.end()) groups.emplace_back(info.group);
  }
  fmt::print("\n{:12} {:>7}", "without", "mean");
  const auto whole = measure(examples, cross_validate(examples, flags.folds, flags.training));
  for (const auto& [name, counts] : whole) fmt::print(" {:>16}", name);
  const auto print_row = [&](const std::string& label, const std::map<std::string, Counts>& sets) {
    fmt::print("\n{:12} {:7.4f}", label, mean_headline(examples, sets));
    for (const auto& [name, counts] : sets) fmt::print(" {:16.4f}", headline(examples, name, counts));
  };
  print_row("nothing", whole);
  for (const std::string& group : groups) {
    TrainOptions options = flags.training;
    auto names = flags.without;
    names.push_back(group);
    options.disabled = disabled(names);
    print_row(group, measure(examples, cross_validate(examples, flags.folds, options)));
  }
  fmt::print("\n");
}

/// Both passes with one kind of lexicon: prints the cross-validated tables, returns the weights learned on
/// everything.
std::array<WeightVector, 2> train_kind(const Flags& flags, const std::vector<Lexicon>& lexicons) {
  AlignerOptions options;
  options.lexicons = lexicons;
  std::vector<Example> examples;
  for (const std::string& argument : flags.sets) {
    for (Example& example : train::read_examples(train::read_set(argument), options, flags.folds))
      examples.push_back(std::move(example));
  }
  const std::uint32_t threads = flags.training.threads;
  in_parallel(examples.size(), threads, [&](std::size_t k) { train::prepare(examples[k], options); });
  double arcs = 0;
  double sentences = 0;
  for (const Example& example : examples) {
    arcs += static_cast<double>(example.agrees.size());
    sentences += example.zh.document.size();
  }
  fmt::print("{} documents, {} Chinese sentences, {:.1f} arcs a sentence\n\nfirst pass, cross-validated\n",
             examples.size(), sentences, arcs / sentences);
  std::vector<WeightVector> first = cross_validate(examples, flags.folds, flags.training);
  const float first_scale = best_scale(examples, first);
  for (WeightVector& weights : first) weights = scaled(std::move(weights), first_scale);
  print_table(examples, measure(examples, first));
  if (flags.only_first) return {};
  std::array<WeightVector, 2> weights;
  if (!flags.output.empty()) weights[0] = scaled(learn(examples, flags.folds, flags.training), first_scale);
  // A document's rates come from weights that have not seen it.
  in_parallel(examples.size(), threads, [&](std::size_t k) {
    DocumentModel& model = *examples[k].model;
    model.add_second_pass(model.posteriors(first[examples[k].fold]), options);
  });
  fmt::print("\nsecond pass, cross-validated\n");
  auto second = cross_validate(examples, flags.folds, flags.training);
  const float scale = best_scale(examples, second);
  for (WeightVector& column : second) column = scaled(std::move(column), scale);
  print_table(examples, measure(examples, second));
  if (flags.ablation) print_ablation(examples, flags);
  if (!flags.output.empty()) weights[1] = scaled(learn(examples, flags.folds, flags.training), scale);
  return weights;
}

void write_weights(const Flags& flags, const std::vector<std::array<WeightVector, 2>>& columns) {
  std::string out =
      "# The weights of duiqi's log-linear model: nats a unit of the feature (lib/evidence/feature.hpp says "
      "what each is).\n";
  out += "# Columns: lexicon (none; usual: the built-in one; large: with CC-CEDICT besides) and pass.\n";
  out += fmt::format("# Learned {:%Y-%m-%d}: duiqi-train --l2 {}", fmt::gmtime(std::time(nullptr)),
                     flags.training.l2);
  for (const std::string& name : flags.without) out += " --without " + name;
  for (const std::string& argument : flags.sets)
    out.append(" ").append(std::filesystem::path(argument).filename().string());
  out += "\nfeature";
  for (std::size_t kind = 0; kind < evidence::lexicon_kinds; ++kind) {
    for (std::size_t pass = 0; pass < evidence::passes; ++pass)
      out += fmt::format("\t{}", evidence::column_name(static_cast<LexiconKind>(kind), pass));
  }
  out += '\n';
  for (std::size_t k = 0; k < evidence::feature_count; ++k) {
    out += evidence::feature_infos[k].name;
    for (const auto& passes : columns) {
      for (const WeightVector& weights : passes)
        out += fmt::format("\t{:.4f}", weights.empty() ? 0.0F : weights[k]);
    }
    out += '\n';
  }
  std::ofstream file(flags.output, std::ios::binary);
  if (!(file << out << std::flush)) throw Error(ErrorCode::io_failure, flags.output + ": can't be written");
}

void run(Flags& flags) {
  flags.training.disabled = disabled(flags.without);
  std::vector<Lexicon> large{Lexicon::built_in()};
  for (const std::string& path : flags.lexicons) large.push_back(Lexicon::open(path));
  const std::array<std::vector<Lexicon>, evidence::lexicon_kinds> lexicons{
      {{}, {Lexicon::built_in()}, std::move(large)}};
  std::vector<std::array<WeightVector, 2>> columns(evidence::lexicon_kinds);
  const std::array<std::string, evidence::lexicon_kinds> names{"none", "usual", "large"};
  for (std::size_t kind = 0; kind < columns.size(); ++kind) {
    if (std::find(flags.kinds.begin(), flags.kinds.end(), names[kind]) == flags.kinds.end()) continue;
    fmt::print("\n== lexicon: {}\n", names[kind]);
    if (names[kind] == "large" && flags.lexicons.empty()) {
      fmt::print("no --lexicon was given: the weights of 'usual' are taken\n");
      columns[kind] = columns[kind - 1];
      continue;
    }
    columns[kind] = train_kind(flags, lexicons[kind]);
  }
  if (!flags.output.empty()) write_weights(flags, columns);
}

}  // namespace

int main(int argc, char** argv) {
  Flags flags;
  CLI::App app{
      "Learns the weights of duiqi's log-linear model from documents with gold, for each kind of lexicon and "
      "each pass, "
      "and prints what they reach, cross-validated by document."};
  app.footer(
      "Example:\n  duiqi-train eval/macdev eval/ntrex-cn:0.5 --lexicon cedict.dqlex -o weights.tsv\n  duiqi "
      "align --weights "
      "weights.tsv …");
  app.add_option("sets", flags.sets,
                 "FOLDER[+cuts|+moves][:WEIGHT], as `duiqi eval` reads them; +cuts: with runs of sentences "
                 "left out, +moves: with sentences and clauses moved")
      ->required();
  app.add_option("-o,--output", flags.output, "write the weights, learned on everything");
  app.add_option("--lexicon", flags.lexicons, "a large .dqlex, for the columns 'large'");
  app.add_option("--kinds", flags.kinds, "the kinds of lexicon to learn for: none, usual, large")
      ->delimiter(',');
  app.add_option("--without", flags.without, "features or groups whose weights stay 0")->delimiter(',');
  app.add_option("--folds", flags.folds, "parts of the cross-validation")->check(CLI::Range(2, 100));
  app.add_option("--l2", flags.training.l2, "weight of the squared weights in the loss")
      ->check(CLI::NonNegativeNumber);
  app.add_option("--iterations", flags.training.iterations, "most steps of L-BFGS");
  app.add_option("--threads", flags.training.threads, "workers; the result is the same for any number")
      ->check(CLI::Range(1, 64));
  app.add_flag("--ablation", flags.ablation, "also what each group of features gives");
  app.add_flag("--first-pass", flags.only_first, "no second pass");
  CLI11_PARSE(app, argc, argv);
  try {
    run(flags);
  } catch (const std::exception& error) {
    fmt::print(stderr, "duiqi-train: {}\n", error.what());
    return 1;
  }
}
