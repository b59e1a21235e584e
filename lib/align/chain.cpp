#include "align/chain.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <limits>

namespace duiqi::align {
namespace {

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

/// The best chain end among all English ids below a bound (a Fenwick tree of maxima).
class BestBelow {
 public:
  explicit BestBelow(std::uint32_t size) : best_(size + 1, none) {}

  std::size_t find(std::uint32_t en, const std::vector<double>& total) const {
    std::size_t found = none;
    for (std::uint32_t k = en; k > 0; k -= k & (~k + 1)) found = better(found, best_[k], total);
    return found;
  }

  void add(std::uint32_t en, std::size_t chain_end, const std::vector<double>& total) {
    for (std::uint32_t k = en + 1; k < best_.size(); k += k & (~k + 1))
      best_[k] = better(best_[k], chain_end, total);
  }

 private:
  static std::size_t better(std::size_t a, std::size_t b, const std::vector<double>& total) {
    if (a == none || b == none) return a == none ? b : a;
    if (total[a] != total[b]) return total[a] > total[b] ? a : b;
    return std::min(a, b);
  }

  std::vector<std::size_t> best_;
};

bool confirms(const Candidate& a, const Candidate& b, const GuideOptions& options, double constant = 2) {
  const auto zh = static_cast<double>(b.zh) - a.zh;
  const auto en = static_cast<double>(b.en) - a.en;
  return zh <= options.neighbourhood && en <= options.neighbourhood &&
         std::abs(zh - en) <= constant + options.slope * std::max(zh, en);
}

}  // namespace

std::vector<Candidate> heaviest_chain(std::vector<Candidate> candidates) {
  // English descending within one Chinese id: two candidates of one sentence never follow each other.
  const auto before_in_order = [](const Candidate& a, const Candidate& b) {
    return a.zh != b.zh ? a.zh < b.zh : a.en != b.en ? a.en > b.en : a.weight > b.weight;
  };
  if (!std::is_sorted(candidates.begin(), candidates.end(), before_in_order))
    std::sort(candidates.begin(), candidates.end(), before_in_order);
  std::uint32_t en_size = 0;
  for (const Candidate& c : candidates) en_size = std::max(en_size, c.en + 1);
  std::vector<double> total(candidates.size());
  std::vector<std::size_t> before(candidates.size());
  BestBelow best(en_size);
  std::size_t last = none;
  for (std::size_t k = 0; k < candidates.size(); ++k) {
    before[k] = best.find(candidates[k].en, total);
    total[k] = candidates[k].weight + (before[k] == none ? 0 : total[before[k]]);
    best.add(candidates[k].en, k, total);
    if (last == none || total[k] > total[last]) last = k;
  }
  std::vector<Candidate> chain;
  for (; last != none; last = before[last]) chain.push_back(candidates[last]);
  std::reverse(chain.begin(), chain.end());
  return chain;
}

std::vector<Candidate> confirmed(const std::vector<Candidate>& chain, const GuideOptions& options) {
  std::vector<Candidate> kept;
  for (std::size_t k = 0; k < chain.size(); ++k) {
    const bool before = k > 0 && confirms(chain[k - 1], chain[k], options);
    const bool after = k + 1 < chain.size() && confirms(chain[k], chain[k + 1], options);
    if (before || after) kept.push_back(chain[k]);
  }
  return kept;
}

std::vector<Candidate> supported(const std::vector<Candidate>& chain, const SupportOptions& options) {
  GuideOptions near;
  near.neighbourhood = options.reach;
  near.slope = options.slope;
  std::vector<Candidate> kept;
  for (std::size_t k = 0; k < chain.size(); ++k) {
    const std::size_t first = k - std::min<std::size_t>(k, options.neighbours);
    const std::size_t end = std::min(chain.size(), k + options.neighbours + 1);
    std::uint32_t support = 0;
    for (std::size_t i = first; i < k; ++i) support += confirms(chain[i], chain[k], near, 3) ? 1 : 0;
    for (std::size_t i = k + 1; i < end; ++i) support += confirms(chain[k], chain[i], near, 3) ? 1 : 0;
    if (support >= options.least) kept.push_back(chain[k]);
  }
  return kept;
}

std::vector<RangePair> sure_stretches(const std::vector<Candidate>& chain, std::uint32_t longest) {
  GuideOptions options;
  options.neighbourhood = longest;
  std::vector<RangePair> stretches;
  for (std::size_t k = 0; k + 1 < chain.size(); ++k) {
    const Candidate& a = chain[k];
    const Candidate& b = chain[k + 1];
    if (confirms(a, b, options)) stretches.push_back({{a.zh, b.zh}, {a.en, b.en}});
  }
  return stretches;
}

}  // namespace duiqi::align
