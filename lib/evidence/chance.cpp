#include "evidence/chance.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace duiqi::evidence {
namespace {

/// No chance is taken to be larger than this.
constexpr double greatest_chance = 0.95;

/// Up to so many links, each is put in its place among those before it, as std::sort() does with as many.
constexpr std::ptrdiff_t few = 16;

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

/// std::log, which remembers: a document has few different chances and strengths, and the next one has many
/// of the same.
class Logs {
 public:
  double of(double value) {
    const auto bits = std::bit_cast<std::uint64_t>(value);
    Known& known = known_[bits * 0x9E3779B97F4A7C15ULL >> 54];  // Fibonacci hashing (Knuth 6.4)
    if (known.bits != bits) known = {bits, std::log(value)};
    return known.log;
  }

 private:
  struct Known {
    std::uint64_t bits = std::bit_cast<std::uint64_t>(1.0);
    double log = 0;
  };
  std::array<Known, 1024> known_;
};

std::vector<UnitClass> classes(const UnitSide& side) {
  std::vector<UnitClass> out(side.frequency.size(), UnitClass::punctuation);
  for (const Unit& unit : side.units) out[unit.type] = unit.kind;
  return out;
}

/// A link as the chances of its type's links see it.
struct TypeLink {
  double strength;
  std::uint32_t link;
  std::uint32_t other;  ///< type of the other side
};

/// The links by type of one side.
struct LinksByType {
  std::vector<std::uint32_t> first;  ///< of each type, and one more for the end
  std::vector<TypeLink> links;
};

/// Of each type the strongest first, then as they stand. A type has few links, so the types are counted out
/// and only the links of each are sorted.
LinksByType by_type(const std::vector<UnitLink>& links, std::size_t types, std::uint32_t UnitLink::*own_type,
                    std::uint32_t UnitLink::*other_type) {
  LinksByType out{std::vector<std::uint32_t>(types + 1, 0), std::vector<TypeLink>(links.size())};
  // first[type + 1] runs from the type's begin to its end.
  for (const UnitLink& link : links) {
    if (link.*own_type + 2 <= types) ++out.first[link.*own_type + 2];
  }
  std::partial_sum(out.first.begin(), out.first.end(), out.first.begin());
  for (std::uint32_t k = 0; k < links.size(); ++k) {
    const UnitLink& link = links[k];
    out.links[out.first[link.*own_type + 1]++] = {link.strength, k, link.*other_type};
  }
  for (std::size_t type = 0; type < types; ++type) {
    TypeLink* const begin = out.links.data() + out.first[type];
    TypeLink* const end = out.links.data() + out.first[type + 1];
    const auto goes_before = [](const TypeLink& a, const TypeLink& b) {
      return a.strength != b.strength ? a.strength > b.strength : a.link < b.link;
    };
    if (end - begin > few) {
      std::sort(begin, end, goes_before);
      continue;
    }
    for (TypeLink* at = begin; at < end; ++at) {
      const TypeLink link = *at;
      TypeLink* place = at;
      // Of equal strength, those behind stay behind.
      for (; place > begin && place[-1].strength < link.strength; --place) *place = place[-1];
      *place = link;
    }
  }
  return out;
}

TypeChances count_chances(const Units& units, const SideView& view, const ChanceOptions& options) {
  const std::size_t types = view.own.frequency.size();
  TypeChances chances{std::vector<double>(units.links.size()), std::vector<double>(types),
                      std::vector<double>(types)};
  const std::vector<UnitClass> kinds = classes(view.own);
  const LinksByType links = by_type(units.links, types, view.own_type, view.other_type);
  const double sentences = view.other.sentences();
  const double most = sentences + options.prior_weight;
  for (std::size_t type = 0; type < types; ++type) {
    const double prior = options.priors[static_cast<std::size_t>(kinds[type])].chance * options.prior_weight;
    double offered = 0;
    double chance = 0;
    for (std::uint32_t k = links.first[type]; k < links.first[type + 1]; ++k) {
      const TypeLink& link = links.links[k];
      const double frequency = view.other.frequency[link.other];
      offered = std::min(sentences, offered + frequency);
      chance = std::min(greatest_chance, (offered + prior) / most);
      chances.of_link[link.link] = chance;
      // The strongest stand first.
      if (frequency > 0 && chances.best_of_type[type] == 0) chances.best_of_type[type] = link.strength;
    }
    chances.any_of_type[type] = chance;
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
  thread_local Logs logs;
  for (auto* list : {&log_hit_, &en_log_chance_, &zh_log_chance_, &priority_})
    list->resize(units.links.size());
  for (std::size_t k = 0; k < units.links.size(); ++k) {
    log_hit_[k] = logs.of(options.link_weight * std::sqrt(units.links[k].strength));
    en_log_chance_[k] = logs.of(en.of_link[k]);
    zh_log_chance_[k] = logs.of(zh.of_link[k]);
    priority_[k] = 2 * log_hit_[k] - en_log_chance_[k] - zh_log_chance_[k];
  }
  en_loss_ = count_losses(units.en, en, options, logs);
  zh_loss_ = count_losses(units.zh, zh, options, logs);
}

}  // namespace duiqi::evidence
