// The quality of alignments on every set of a folder, as one table; scripts/quality builds and runs it.
//   quality_report [OPTION …]
//     --folder FOLDER     the sets (default: $DUIQI_EVAL, or shared/eval beside the project): each a folder
//     of NNN.zh,
//                         NNN.en, NNN.gold, or, raw-…, of NNN.zh.txt, NNN.en.txt, NNN.spans
//     --sets A,B          these sets alone
//     --lexicon FILE      add a column: the built-in lexicon and this one; may be repeated
//     --documents         also the figures of each document, and their mean
//     --bootstrap N       also a 95 % interval of F1, from N draws of the documents
//     --json FILE         also write the figures, with those of each document
//     --compare OLD.json  also what changed since the run that wrote OLD.json
#include <algorithm>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fmt/core.h>
#include <fstream>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "quality/figures_json.hpp"
#include "quality/figures_table.hpp"
#include "quality/segment_score.hpp"

using namespace duiqi;
using namespace duiqi::quality;

namespace fs = std::filesystem;

namespace {

/// What the caller got wrong.
struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct Options {
  fs::path folder = eval_folder();
  std::vector<std::string> sets;
  std::vector<std::string> lexicons;
  bool documents = false;
  std::size_t draws = 0;
  std::string json;
  std::string compare;
};

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(',', at), text.size());
    if (end > at) out.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

std::size_t parse_draws(const std::string& text) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value == 0 || value > 1'000'000)
    throw UsageError("--bootstrap needs a number from 1 to 1000000, not '" + text + "'");
  return value;
}

Options parse(const std::vector<std::string>& arguments) {
  Options options;
  for (std::size_t k = 0; k < arguments.size(); ++k) {
    const std::string& name = arguments[k];
    if (name == "--documents") {
      options.documents = true;
      continue;
    }
    static const std::set<std::string> with_value{"--folder",    "--sets", "--lexicon",
                                                  "--bootstrap", "--json", "--compare"};
    if (!with_value.contains(name)) throw UsageError("unknown argument '" + name + "'");
    if (k + 1 == arguments.size()) throw UsageError(name + " needs a value");
    const std::string& value = arguments[++k];
    if (name == "--folder") options.folder = value;
    if (name == "--sets") options.sets = split(value);
    if (name == "--lexicon") options.lexicons.push_back(value);
    if (name == "--bootstrap") options.draws = parse_draws(value);
    if (name == "--json") options.json = value;
    if (name == "--compare") options.compare = value;
  }
  return options;
}

bool holds_documents(const fs::path& folder) {
  return fs::is_directory(folder) &&
         !document_names(folder, is_running_text(folder) ? ".spans" : ".gold").empty();
}

/// Those that were asked for, or all; running text last.
std::vector<std::string> choose_sets(const Options& options) {
  if (!options.sets.empty()) {
    for (const std::string& set : options.sets) {
      if (!holds_documents(options.folder / set))
        throw UsageError("there is no set '" + set + "' in " + options.folder.string());
    }
    return options.sets;
  }
  std::vector<std::string> sets;
  for (const auto& entry : fs::directory_iterator(options.folder)) {
    if (holds_documents(entry.path())) sets.push_back(entry.path().filename().string());
  }
  if (sets.empty()) throw UsageError("no set in " + options.folder.string() + " has documents with gold");
  std::sort(sets.begin(), sets.end());
  std::stable_partition(sets.begin(), sets.end(),
                        [](const std::string& set) { return !is_running_text(set); });
  return sets;
}

struct Setting {
  std::string name;
  std::vector<Lexicon> lexicons;
};

std::vector<Setting> choose_settings(const Options& options) {
  std::vector<Setting> settings{{"none", {}}, {"built-in", {Lexicon::built_in()}}};
  if (options.lexicons.empty()) return settings;
  Setting given{"given", {Lexicon::built_in()}};
  for (const std::string& path : options.lexicons) given.lexicons.push_back(Lexicon::open(path));
  settings.push_back(given);
  return settings;
}

void print_notes(const Options& options) {
  fmt::print("\nLexicons: none; built-in, what duiqi comes with");
  if (!options.lexicons.empty()) fmt::print("; given, built-in and {}", fmt::join(options.lexicons, ", "));
  fmt::print(
      ".\nnull: F1 of sentences without counterpart; ece: expected calibration error; -: not defined for the "
      "set.\nThe weights were learned on the dev sets, so figures on these are in-sample. Cross-validated "
      "ones "
      "come from\nduiqi-train: see docs/accuracy.md.\n");
}

void write(const std::string& path, const std::string& content) {
  std::ofstream out(path, std::ios::binary);
  out << content;
  out.close();
  if (!out) throw std::runtime_error(path + ": can't be written; is the folder there?");
}

void run(const Options& options) {
  // What may fail for the caller's fault goes before what takes minutes.
  const std::vector<SetFigures> before =
      options.compare.empty() ? std::vector<SetFigures>() : read_figures(options.compare);
  const std::vector<std::string> sets = choose_sets(options);
  const std::vector<Setting> settings = choose_settings(options);
  std::vector<std::string> names;
  for (const Setting& setting : settings) names.push_back(setting.name);

  std::vector<SetFigures> all;
  for (const std::string& set : sets) {
    for (const Setting& setting : settings) {
      AlignerOptions aligner;
      aligner.lexicons = setting.lexicons;
      all.push_back(measure(options.folder / set, setting.name, std::move(aligner), options.draws).value());
    }
  }
  if (!options.json.empty()) write(options.json, to_json(all));
  fmt::print("{}", quality_table(all, sets, names, options.draws > 0));
  if (options.documents) {
    for (const std::string& set : sets) fmt::print("\n{}", document_table(all, set, names));
  }
  if (!options.compare.empty()) {
    fmt::print("\nSince {}:\n{}", options.compare, difference_table(all, before, sets, names));
  }
  print_notes(options);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const Options options = parse({argv + 1, argv + argc});
    if (!fs::is_directory(options.folder)) {
      fmt::print("There are no evaluation sets: {} is no folder. Nothing was measured.\n",
                 options.folder.string());
      return 0;
    }
    run(options);
  } catch (const UsageError& error) {
    fmt::print(stderr, "quality_report: {}\n", error.what());
    return 2;
  } catch (const std::exception& error) {
    fmt::print(stderr, "quality_report: {}\n", error.what());
    return 1;
  }
}
