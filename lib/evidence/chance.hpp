// Layer: evidence. What a link, or a missing one, is worth: likelihood against chance, counted on the
// document itself.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <vector>

#include "evidence/units.hpp"

namespace duiqi::evidence {

/// What to expect of a class of units, before the document has spoken.
struct ClassPrior {
  double chance = 0.05;    ///< the share of sentences anywhere that offer such a unit a partner
  double link_rate = 0.7;  ///< how often a unit that could be linked somewhere is linked where it belongs
};

struct ChanceOptions {
  /// By UnitClass. Link rates: of the units of gold 1-1 beads that could be linked somewhere in the document,
  /// the share that can be linked in the bead, on four news sets (novels: words .5); names between news (.94)
  /// and novels (.83), since .94 loses .002 on clean news without a lexicon. Chances: well below the mean
  /// that such a unit meets (.05 to .3), which the document's own common units make; halving and doubling
  /// them changes the dev sets' figures by .001.
  std::array<ClassPrior, unit_classes> priors{{
      {0.02, 0.98},  // number
      {0.08, 0.87},  // small_number
      {0.04, 0.98},  // date
      {0.03, 0.9},   // name
      {0.02, 0.97},  // token
      {0.02, 0.8},   // title
      {0.15, 0.9},   // punctuation (times the mark's strength)
      {0.02, 0.9},   // shared_name
      {0.02, 0.7},   // word
  }};
  /// Sentences that the prior chance is worth.
  double prior_weight = 3;
  /// A true link is made with this probability times the root of its strength (findings of the first
  /// prototype).
  double link_weight = 0.9;
};

/// Log-likelihood ratios of links and of units that stay alone, in nats.
class Chance {
 public:
  Chance(const Units& units, const ChanceOptions& options = {});

  /// ln of what speaks for link number `link`, seen from the English (Chinese) unit, against the chance that
  /// one of `rivals` sentences of the other side offers a link that is at least as strong.
  double en_gain(std::size_t link, std::uint32_t rivals) const {
    return gain(en_log_chance_[link], link, rivals);
  }
  double zh_gain(std::size_t link, std::uint32_t rivals) const {
    return gain(zh_log_chance_[link], link, rivals);
  }
  /// The order in which links are made: the surest against chance first.
  double priority(std::size_t link) const { return priority_[link]; }

  /// ln of what a unit that is linked nowhere in its bead says against the bead; <= 0, and 0 where it could
  /// be linked nowhere in the document.
  double en_loss(std::uint32_t unit) const { return en_loss_[unit]; }
  double zh_loss(std::uint32_t unit) const { return zh_loss_[unit]; }
  /// Of all units.
  std::span<const double> en_losses() const { return en_loss_; }
  std::span<const double> zh_losses() const { return zh_loss_; }

 private:
  /// A single link proves at most this much, in nats: beyond it, errors of the tables weigh more than rarity.
  static constexpr double greatest_gain = 5;
  static const double log_greatest_chance;
  static const std::array<double, 32> log_counts;

  double gain(double log_chance, std::size_t link, std::uint32_t rivals) const {
    const double log_rivals =
        rivals < log_counts.size() ? log_counts[rivals] : std::log(static_cast<double>(rivals));
    return std::min(greatest_gain, log_hit_[link] - std::min(log_greatest_chance, log_chance + log_rivals));
  }

  std::vector<double> en_log_chance_;  ///< of each link
  std::vector<double> zh_log_chance_;
  std::vector<double> log_hit_;
  std::vector<double> priority_;
  std::vector<double> en_loss_;  ///< of each unit
  std::vector<double> zh_loss_;
};

}  // namespace duiqi::evidence
