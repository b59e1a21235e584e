#include "evidence/chance.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace duiqi::evidence {
namespace {

/// No chance is taken to be larger than this.
constexpr double greatest_chance = 0.95;

struct SideView {
  const UnitSide& own;
  const UnitSide& other;
  std::uint32_t UnitLink::*own_type;
  std::uint32_t UnitLink::*other_type;
};

struct TypeChances {
  std::vector<double>
      of_link;  ///< chance that a sentence of the other side offers this link's own unit one as strong
  std::vector<double> any_of_type;   ///< chance that it offers any
  std::vector<double> best_of_type;  ///< the strongest link of each type that the document has; 0 for none
};

/// std::log, which remembers: a document has few different chances and strengths.
class Logs {
 public:
  double of(double value) {
    const auto bits = std::bit_cast<std::uint64_t>(value);
    Known& known = known_[bits * 0x9E3779B97F4A7C15ULL >> 56];  // Fibonacci hashing (Knuth 6.4)
    if (known.bits != bits) known = {bits, std::log(value)};
    return known.log;
  }

 private:
  struct Known {
    std::uint64_t bits = std::bit_cast<std::uint64_t>(1.0);
    double log = 0;
  };
  std::array<Known, 256> known_;
};

std::vector<UnitClass> classes(const UnitSide& side) {
  std::vector<UnitClass> out(side.frequency.size(), UnitClass::punctuation);
  for (const Unit& unit : side.units) out[unit.type] = unit.kind;
  return out;
}

/// The links' numbers by type of one side, then the strongest first, then as they stand. A type has few
/// links, so the types are counted out and only the links of each are sorted.
std::vector<std::uint32_t> by_type(const std::vector<UnitLink>& links, std::size_t types,
                                   std::uint32_t UnitLink::*own_type) {
  std::vector<std::uint32_t> first(types + 1, 0);
  for (const UnitLink& link : links) ++first[link.*own_type + 1];
  std::partial_sum(first.begin(), first.end(), first.begin());
  std::vector<std::uint32_t> order(links.size());
  std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
  for (std::uint32_t k = 0; k < links.size(); ++k) order[next[links[k].*own_type]++] = k;
  for (std::size_t type = 0; type < types; ++type) {
    std::sort(order.begin() + first[type], order.begin() + first[type + 1],
              [&](std::uint32_t a, std::uint32_t b) {
                return links[a].strength != links[b].strength ? links[a].strength > links[b].strength : a < b;
              });
  }
  return order;
}

TypeChances count_chances(const Units& units, const SideView& view, const ChanceOptions& options) {
  const std::size_t types = view.own.frequency.size();
  TypeChances chances{std::vector<double>(units.links.size()), std::vector<double>(types),
                      std::vector<double>(types)};
  const std::vector<UnitClass> kinds = classes(view.own);
  const std::vector<std::uint32_t> order = by_type(units.links, types, view.own_type);
  const double sentences = view.other.sentences();
  double offered = 0;
  for (std::size_t k = 0; k < order.size(); ++k) {
    const UnitLink& link = units.links[order[k]];
    const std::uint32_t type = link.*view.own_type;
    if (k == 0 || units.links[order[k - 1]].*view.own_type != type) offered = 0;
    const double frequency = view.other.frequency[link.*view.other_type];
    offered = std::min(sentences, offered + frequency);
    const double prior = options.priors[static_cast<std::size_t>(kinds[type])].chance * options.prior_weight;
    const double chance = std::min(greatest_chance, (offered + prior) / (sentences + options.prior_weight));
    chances.of_link[order[k]] = chance;
    chances.any_of_type[type] = chance;
    if (frequency > 0) chances.best_of_type[type] = std::max(chances.best_of_type[type], link.strength);
  }
  return chances;
}

std::vector<double> count_losses(const UnitSide& side, const TypeChances& chances,
                                 const ChanceOptions& options, Logs& logs) {
  std::vector<double> losses(side.units.size());
  for (std::size_t k = 0; k < side.units.size(); ++k) {
    const Unit& unit = side.units[k];
    const double rate =
        options.priors[static_cast<std::size_t>(unit.kind)].link_rate * chances.best_of_type[unit.type];
    const double chance = chances.any_of_type[unit.type];
    if (rate > chance) losses[k] = logs.of((1 - rate) / (1 - chance));
  }
  return losses;
}

}  // namespace

const double Chance::log_greatest_chance = std::log(greatest_chance);
const std::array<double, 32> Chance::log_counts = [] {
  std::array<double, 32> logs{};
  for (std::size_t k = 1; k < logs.size(); ++k) logs[k] = std::log(static_cast<double>(k));
  return logs;
}();

Chance::Chance(const Units& units, const ChanceOptions& options) {
  const TypeChances en = count_chances(units, {units.en, units.zh, &UnitLink::en, &UnitLink::zh}, options);
  const TypeChances zh = count_chances(units, {units.zh, units.en, &UnitLink::zh, &UnitLink::en}, options);
  Logs logs;
  for (auto* list : {&log_hit_, &en_log_chance_, &zh_log_chance_, &priority_})
    list->reserve(units.links.size());
  for (std::size_t k = 0; k < units.links.size(); ++k) {
    log_hit_.push_back(logs.of(options.link_weight * std::sqrt(units.links[k].strength)));
    en_log_chance_.push_back(logs.of(en.of_link[k]));
    zh_log_chance_.push_back(logs.of(zh.of_link[k]));
    priority_.push_back(2 * log_hit_[k] - en_log_chance_[k] - zh_log_chance_[k]);
  }
  en_loss_ = count_losses(units.en, en, options, logs);
  zh_loss_ = count_losses(units.zh, zh, options, logs);
}

}  // namespace duiqi::evidence
