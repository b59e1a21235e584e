#include "lexicon/strength.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

#include "lexicon/stems.hpp"

namespace duiqi::lexicon {
namespace {

constexpr double single_strength = .8;
constexpr double greatest_strength = .95;

std::set<std::string> content_stems(const std::string& english) {
  std::vector<EnglishToken> tokens;
  tokenise_english(english, tokens);
  std::set<std::string> all;
  std::set<std::string> content;
  for (EnglishToken& token : tokens) {
    if (token.stem.empty()) continue;
    if (!is_empty_word(token.stem)) content.insert(token.stem);
    all.insert(std::move(token.stem));
  }
  return content.empty() ? all : content;
}

}  // namespace

std::map<std::string, double> link_strengths(const LexiconEntry& entry) {
  std::vector<std::pair<std::set<std::string>, double>> equivalents;
  for (const Equivalent& equivalent : entry.equivalents) {
    std::set<std::string> stems = content_stems(equivalent.en);
    if (!stems.empty()) equivalents.emplace_back(std::move(stems), equivalent.probability);
  }
  const double equal_share = 1 / static_cast<double>(equivalents.size());
  std::map<std::string, double> strengths;
  for (const auto& [stems, probability] : equivalents) {
    const double share = probability > 0 ? std::min(probability, 1.) : equal_share;
    const double strength = single_strength * std::sqrt(share / static_cast<double>(stems.size()));
    for (const std::string& stem : stems) {
      double& joined = strengths[stem];
      joined = 1 - (1 - joined) * (1 - strength);
    }
  }
  for (auto& [stem, strength] : strengths) strength = std::min(strength, greatest_strength);
  return strengths;
}

}  // namespace duiqi::lexicon
