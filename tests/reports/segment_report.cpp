// Prints sentence borders against translation segments, for each set and rule set, and the speed of each.
// With
// `--missed` or `--extra` it lists the borders where duiqi's rules and the gold differ.
#include <chrono>
#include <fmt/core.h>
#include <string_view>

#include "quality/segment_score.hpp"

namespace {

using namespace duiqi;

// "own": the gold texts of tests/quality/data, whose borders are sentences.
constexpr const char* sets[] = {"own",
                                "raw-ntrex-cn",
                                "raw-ntrex-tw",
                                "raw-wmt21-zhen",
                                "raw-wmt21-enzh",
                                "raw-ntrex-cn-omit",
                                "raw-wmt21-zhen-omit"};

struct Rules {
  const char* name;
  SentenceRules rules;
};

constexpr Rules all_rules[] = {{"duiqi", SentenceRules::duiqi},
                               {"ICU", SentenceRules::icu},
                               {"Boost.Locale", SentenceRules::boost_locale}};

void show(const quality::RawSide& side, const quality::Border& border) {
  constexpr std::size_t around = 90;
  const auto whole = [&](std::size_t at, int step) {
    while (at > 0 && at < side.text.size() && (side.text[at] & 0xC0) == 0x80)
      at += static_cast<std::size_t>(step);
    return at;
  };
  const std::size_t begin = whole(border.at < around ? 0 : border.at - around, 1);
  const std::size_t end = whole(std::min(side.text.size(), border.at + around), -1);
  std::string before = side.text.substr(begin, border.at - begin);
  std::string after = side.text.substr(border.at, end - border.at);
  before = before.substr(before.rfind('\n') + 1);
  fmt::print("  {}: {} || {}\n", side.name, before, after.substr(0, after.find('\n')));
}

double measure_speed(const std::vector<quality::RawSide>& sides, Language language, SentenceRules rules) {
  constexpr std::size_t least_bytes = std::size_t{1} << 23;
  std::string all;
  for (const auto& side : sides) all += side.text + "\n";
  while (all.size() < least_bytes) all += std::string(all);
  const Text text = Text::from_utf8(all);
  SegmentOptions options;
  options.sentences = rules;
  const auto begin = std::chrono::steady_clock::now();
  const Document document = segment(text, language, options);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  return document.size() == 0 ? 0 : static_cast<double>(all.size()) / seconds.count() / 1e6;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view mode = argc > 1 ? argv[1] : "";
  const std::string_view only = argc > 2 ? argv[2] : "";
  const auto folder = quality::eval_folder();
  const bool has_eval = std::filesystem::exists(folder);
  if (!has_eval) fmt::print("only our own gold: no evaluation sets at {}; set DUIQI_EVAL\n", folder.string());
  fmt::print("{:<24}{:<14}{:>8}{:>8}{:>8}{:>8}{:>8}{:>8}\n", "set", "rules", "gold", "found", "prec.",
             "recall", "F1", "MB/s");
  for (const char* set : sets) {
    for (const Language language : {Language::chinese, Language::english}) {
      const std::string name = fmt::format("{} {}", set, language == Language::chinese ? "zh" : "en");
      if (!only.empty() && name != only) continue;
      const bool own = std::string_view(set) == "own";
      if (!own && !has_eval) continue;
      const auto sides =
          own ? quality::read_own_set(language) : quality::read_raw_set(folder / set, language);
      for (const Rules& rules : all_rules) {
        SegmentOptions options;
        options.sentences = rules.rules;
        const bool list = rules.rules == SentenceRules::duiqi && !mode.empty();
        const auto counts =
            quality::count_borders(sides, language, options, [&](const auto& side, const auto& border) {
              if (list && border.gold != border.predicted && border.gold == (mode == "--missed"))
                show(side, border);
            });
        fmt::print("{:<24}{:<14}{:>8}{:>8}{:>8.4f}{:>8.4f}{:>8.4f}{:>8.0f}\n", name, rules.name, counts.gold,
                   counts.predicted, counts.precision(), counts.recall(), counts.f1(),
                   measure_speed(sides, language, rules.rules));
      }
    }
  }
}
