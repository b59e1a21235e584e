#include "evidence/arc_features.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "lexicon/english_index.hpp"

namespace duiqi::evidence {
namespace {

/// Sums of nats stand in these units, so that most features are of the size of 1, which is what L2
/// regularisation assumes.
constexpr double unit = 5;

double below(double x, double bound) {
  return std::max(0.0, bound - x) / unit;
}

double above(double x, double bound) {
  return std::max(0.0, x - bound) / unit;
}

float narrow(double x) {
  return static_cast<float>(x);
}

bool single(RangePair pair) {
  return pair.zh.size() == 1 && pair.en.size() == 1;
}

/// A long document shows that something is rarer than any document of news can, from which the weights come;
/// so the ln of a rate over what is usual is not less. (What a document of 30 sentences without a null comes
/// to.)
constexpr double least_rarity = -2;

/// How far sentences of the null's side are looked at that might have a better claim to its best partner.
constexpr std::uint32_t rivals_reach = 6;

struct SideForm {
  FinalMark final;
  bool opens;
  bool closes;
  bool begins_quoted;
  bool ends_quoted;
  int opening = 0;
  int closing = 0;
};

SideForm form_of_range(const std::vector<SentenceForm>& forms, SentenceRange range) {
  SideForm out{forms[range.end - 1].final, forms[range.begin].opens_with_quote,
               forms[range.end - 1].closes_with_quote, forms[range.begin].begins_quoted,
               forms[range.end - 1].ends_quoted};
  for (std::uint32_t k = range.begin; k < range.end; ++k) {
    out.opening += forms[k].opening_quotes;
    out.closing += forms[k].closing_quotes;
  }
  return out;
}

double own_gain(const std::vector<SentenceLinks>& sentences) {
  double least = std::numeric_limits<double>::infinity();
  for (const SentenceLinks& links : sentences) least = std::min(least, links.gain);
  return least;
}

double own_normal(const std::vector<SentenceLinks>& sentences) {
  double least = 1;
  for (const SentenceLinks& links : sentences) {
    least = std::min(least, (links.gain + links.loss) / (1 + std::abs(links.gain) - links.loss));
  }
  return least;
}

/// How good a counterpart a sentence has.
struct Claim {
  double best = 0;    ///< g with its best partner
  double margin = 0;  ///< that, less the partner's g with the best other sentence of the first one's side
};

/// Of sentence `own` of `size` ones, with the sentences of `window` on the other side. `gain(own, other)`: g.
template <class Gain>
Claim best_claim(std::uint32_t own, std::uint32_t size, SentenceRange window, Gain&& gain) {
  if (window.empty()) return {};
  double best = -std::numeric_limits<double>::infinity();
  std::uint32_t partner = 0;
  for (std::uint32_t other = window.begin; other < window.end; ++other) {
    const double g = gain(own, other);
    if (g > best) best = g, partner = other;
  }
  double rival = -std::numeric_limits<double>::infinity();
  const std::uint32_t end = std::min(size, own + rivals_reach + 1);
  for (std::uint32_t k = own - std::min(own, rivals_reach); k < end; ++k) {
    if (k != own) rival = std::max(rival, gain(k, partner));
  }
  // Of a text of one sentence nothing is known of rivals: one of 0 nats, as unrelated sentences have.
  return {best, best - (std::isinf(rival) ? 0 : rival)};
}

/// `linkable`: what the sentence's units would take that could be linked.
void add_claim(const Claim& claim, double linkable, FeatureVector& f) {
  f[Feature::null_best_0] = narrow(above(claim.best, 0));
  f[Feature::null_best_4] = narrow(above(claim.best, 4));
  f[Feature::null_best_8] = narrow(above(claim.best, 8));
  f[Feature::null_best_16] = narrow(above(claim.best, 16));
  f[Feature::null_negative] = narrow(below(claim.best, 0));
  f[Feature::null_normal] = narrow(claim.best / std::sqrt(1 + std::max(0.0, linkable)));
  f[Feature::null_margin_0] = narrow(std::min(10.0, above(claim.margin, 0)));
  f[Feature::null_margin_5] = narrow(std::min(10.0, above(claim.margin, 5)));
  f[Feature::null_margin_below] = narrow(std::min(20 / unit, below(claim.margin, 0)));
  f[Feature::null_linkable] = narrow(linkable / unit);
}

/// Where a sentence stands, and how long it is.
struct Place {
  std::uint32_t id = 0;
  std::uint32_t sentences = 0;
  double relative_length = 1;  ///< over the side's mean
};

void add_null(Place place, const SentenceForm& form, FeatureVector& f) {
  const double length = std::log(place.relative_length);
  f[Feature::null_long] = narrow(std::max(0.0, length));
  f[Feature::null_short] = narrow(std::max(0.0, -length));
  f[Feature::null_edge] = place.id == 0 || place.id + 1 == place.sentences ? 1 : 0;
  f[Feature::null_marks] = form.marks_only ? 1 : 0;
}

/// What the sentences of one side of a bead add to it.
struct Parts {
  double gain = 100;    ///< the least g that one adds; without several sentences, enough
  double length = 100;  ///< the same, with what it adds to the length's score
};

/// `gain(k)`, `length(k)`: the score without sentence k.
template <class Gain, class Length>
Parts least_parts(SentenceRange range, double g, double length_score, Gain&& gain, Length&& length) {
  Parts parts;
  if (range.size() < 2) return parts;
  for (std::uint32_t k = range.begin; k < range.end; ++k) {
    const double part = g - gain(k);
    parts.gain = std::min(parts.gain, part);
    parts.length = std::min(parts.length, part + length_score - length(k));
  }
  return parts;
}

std::vector<std::vector<Span>> capitals_of(const lexicon::EnglishIndex& english) {
  std::vector<std::vector<Span>> out(english.sentences());
  for (std::uint32_t id = 0; id < english.sentences(); ++id) {
    for (const lexicon::EnglishIndex::Word& word : english.sentence(id)) {
      if (word.capitalised) out[id].push_back(word.span);
    }
  }
  return out;
}

struct SideLinks {
  double gain = 0;
  double loss = 0;
  double linked = 0;
  double unlinked = 0;

  double coverage() const { return linked + unlinked == 0 ? 0.5 : linked / (linked + unlinked); }
};

SideLinks sum(const std::vector<SentenceLinks>& sentences) {
  SideLinks out;
  for (const SentenceLinks& links : sentences) {
    out.gain += links.gain;
    out.loss += links.loss;
    out.linked += links.linked;
    out.unlinked += links.unlinked;
  }
  return out;
}

}  // namespace

ArcFeatures::ArcFeatures(Evidence& evidence)
    : evidence_(evidence),
      zh_forms_(forms_of(evidence.zh().document)),
      en_forms_(forms_of(evidence.en().document)),
      capitals_(capitals_of(evidence.english())) {}

FeatureVector ArcFeatures::bead(RangePair pair) {
  FeatureVector f;
  add_type(pair, f);
  add_length(pair, f);
  add_links(pair, f);
  add_form(pair, f);
  return f;
}

FeatureVector ArcFeatures::swap(RangePair first, RangePair second, const DocumentRates* rates) {
  FeatureVector f = bead(first);
  FeatureVector other = bead(second);
  if (rates != nullptr) {
    add_rates(f, *rates);
    add_rates(other, *rates);
    f[Feature::second_swap] = narrow(std::log(rates->swap / 0.005));  // .005: the prior
  }
  f += other;
  const double a = gain(first);
  const double b = gain(second);
  const double straight = gain({first.zh, second.en}) + gain({second.zh, first.en});
  f[Feature::swap] = 1;
  f[Feature::swap_margin_5] = narrow(below(a + b - straight, 5));
  f[Feature::swap_margin_15] = narrow(below(a + b - straight, 15));
  f[Feature::swap_weak_5] = narrow(below(std::min(a, b), 5));
  f[Feature::swap_weak_15] = narrow(below(std::min(a, b), 15));
  return f;
}

void ArcFeatures::add_type(RangePair pair, FeatureVector& f) const {
  const std::uint32_t zh = pair.zh.size();
  const std::uint32_t en = pair.en.size();
  Feature type = Feature::type_n_m;
  if (zh == 1) {
    type = en == 1   ? Feature::type_1_1
           : en == 2 ? Feature::type_1_2
           : en == 3 ? Feature::type_1_3
                     : Feature::type_1_n;
  } else if (en == 1) {
    type = zh == 2 ? Feature::type_2_1 : zh == 3 ? Feature::type_3_1 : Feature::type_n_1;
  } else if (zh == 2 && en == 2) {
    type = Feature::type_2_2;
  }
  f[type] = 1;
  f[Feature::type_prior] = narrow(log_prior(zh, en, evidence_.options().prior) / unit);
  f[Feature::type_extra] = narrow(zh + en - 2);
}

void ArcFeatures::add_length(RangePair pair, FeatureVector& f) const {
  const LengthModel& length = evidence_.length();
  const double score = length.score(pair) / unit;
  f[Feature::length_score] = narrow(score);
  if (!single(pair)) f[Feature::length_beyond] = narrow(score);
  const double deviation = length.deviation(pair);
  f[Feature::length_squared] = narrow(std::min(25.0, deviation * deviation) / unit);
  f[Feature::length_long_en] = narrow(std::min(5.0, std::max(0.0, deviation - 1)));
  f[Feature::length_long_zh] = narrow(std::min(5.0, std::max(0.0, -deviation - 1)));
  f[Feature::length_size] = narrow(std::log1p(length.zh_length(pair.zh)) / unit);
  f[Feature::paragraphs] = narrow(evidence_.paragraphs().score(pair));
}

void ArcFeatures::add_links(RangePair pair, FeatureVector& f) {
  evidence_.linker().score(pair, links_);
  const SideLinks zh = sum(links_.zh);
  const SideLinks en = sum(links_.en);
  const double g = evidence_.weigh({zh.gain, en.gain, zh.loss, en.loss});
  f[Feature::gain_zh] = narrow(zh.gain / unit);
  f[Feature::gain_en] = narrow(en.gain / unit);
  f[Feature::loss_zh] = narrow(zh.loss / unit);
  f[Feature::loss_en] = narrow(en.loss / unit);
  f[Feature::coverage_zh] = narrow(zh.coverage());
  f[Feature::coverage_en] = narrow(en.coverage());
  f[Feature::g_below_0] = narrow(below(g, 0));
  f[Feature::g_below_5] = narrow(below(g, 5));
  f[Feature::g_below_10] = narrow(below(g, 10));
  f[Feature::g_below_20] = narrow(below(g, 20));
  const double weight = evidence_.weigh({zh.gain, en.gain, -zh.loss, -en.loss});
  f[Feature::g_normal] = narrow(g / std::sqrt(1 + std::max(0.0, weight)));
  f[Feature::nothing] = zh.linked == 0 && zh.unlinked + en.unlinked > 0 ? 1 : 0;
  const auto gains = [&](UnitClass kind) { return links_.classes[static_cast<std::size_t>(kind)].gain; };
  const auto losses = [&](UnitClass kind) { return links_.classes[static_cast<std::size_t>(kind)].loss; };
  f[Feature::order] = narrow(links_.order / unit);
  using enum UnitClass;
  f[Feature::gain_number] = narrow((gains(number) + gains(small_number) + gains(date)) / unit);
  f[Feature::loss_number] = narrow((losses(number) + losses(small_number) + losses(date)) / unit);
  f[Feature::gain_name] = narrow((gains(name) + gains(token) + gains(shared_name) + gains(title)) / unit);
  f[Feature::loss_name] = narrow((losses(name) + losses(token) + losses(shared_name)) / unit);
  f[Feature::gain_mark] = narrow(gains(punctuation) / unit);
  f[Feature::loss_mark] = narrow(losses(punctuation) / unit);
  const auto capped = [](std::uint32_t count, std::uint32_t most) {
    return static_cast<float>(std::min(count, most));
  };
  f[Feature::lone_numbers_zh] = capped(links_.lone_numbers_zh, 3);
  f[Feature::lone_numbers_en] = capped(links_.lone_numbers_en, 3);
  f[Feature::lone_names_zh] = capped(links_.lone_names_zh, 3);
  f[Feature::lone_names_en] = capped(links_.lone_names_en, 3);
  std::uint32_t capitals = 0;
  for (std::uint32_t k = pair.en.begin; k < pair.en.end; ++k) {
    for (const Span word : capitals_[k]) capitals += evidence_.linker().covers_en(word) ? 0 : 1;
  }
  f[Feature::lone_capitals] = capped(capitals, 5);
  f[Feature::corner_begin] = pair.zh.begin == 0 && pair.en.begin == 0 ? 1 : 0;
  f[Feature::corner_end] =
      pair.zh.end == evidence_.zh().document.size() && pair.en.end == evidence_.en().document.size() ? 1 : 0;
  if (single(pair)) return;
  f[Feature::order_beyond] = narrow(links_.order / unit);
  f[Feature::gain_beyond] = narrow((zh.gain + en.gain) / unit);
  f[Feature::loss_beyond] = narrow((zh.loss + en.loss) / unit);
  f[Feature::coverage_beyond] = narrow(std::min(zh.coverage(), en.coverage()));
  f[Feature::g_beyond_10] = narrow(below(g, 10));
  f[Feature::g_beyond_20] = narrow(below(g, 20));
  add_parts(pair, g, f);
}

void ArcFeatures::add_parts(RangePair pair, double g, FeatureVector& f) {
  const LengthModel& length = evidence_.length();
  const double zh_length = length.zh_length(pair.zh);
  const double en_length = length.en_length(pair.en);
  const auto gain = [&](WithoutSentence without) {
    return evidence_.weigh(evidence_.linker().score(pair, without));
  };
  const Parts zh = least_parts(
      pair.zh, g, length.score(pair),
      [&](std::uint32_t k) {
        return gain({k, WithoutSentence::none});
      },
      [&](std::uint32_t k) {
        return length.score(zh_length - length.zh_length({k, k + 1}), en_length, pair.en.size());
      });
  const Parts en = least_parts(
      pair.en, g, length.score(pair),
      [&](std::uint32_t k) {
        return gain({WithoutSentence::none, k});
      },
      [&](std::uint32_t k) {
        return length.score(zh_length, en_length - length.en_length({k, k + 1}), pair.en.size() - 1);
      });
  if (pair.zh.size() > 1) {
    f[Feature::weak_zh_gain] = narrow(below(own_gain(links_.zh), 5));
    f[Feature::weak_zh_normal] = narrow(own_normal(links_.zh));
  }
  if (pair.en.size() > 1) {
    f[Feature::weak_en_gain] = narrow(below(own_gain(links_.en), 5));
    f[Feature::weak_en_normal] = narrow(own_normal(links_.en));
  }
  f[Feature::loo_zh_0] = narrow(below(zh.gain, 0));
  f[Feature::loo_zh_3] = narrow(below(zh.gain, 3));
  f[Feature::loo_zh_8] = narrow(below(zh.gain, 8));
  f[Feature::loo_en_0] = narrow(below(en.gain, 0));
  f[Feature::loo_en_3] = narrow(below(en.gain, 3));
  f[Feature::loo_en_8] = narrow(below(en.gain, 8));
  f[Feature::loo_length_zh_0] = narrow(below(zh.length, 0));
  f[Feature::loo_length_zh_5] = narrow(below(zh.length, 5));
  f[Feature::loo_length_en_0] = narrow(below(en.length, 0));
  f[Feature::loo_length_en_5] = narrow(below(en.length, 5));
}

void ArcFeatures::add_form(RangePair pair, FeatureVector& f) const {
  const SideForm zh = form_of_range(zh_forms_, pair.zh);
  const SideForm en = form_of_range(en_forms_, pair.en);
  const auto compare = [&](bool a, bool b, std::optional<Feature> same, Feature differs) {
    if (a && b && same) f[*same] = 1;
    if (a != b) f[differs] = 1;
  };
  const auto finals = [&](FinalMark mark, std::optional<Feature> same, Feature differs) {
    compare(zh.final == mark, en.final == mark, same, differs);
  };
  finals(FinalMark::question, Feature::final_same_question, Feature::final_question_differs);
  finals(FinalMark::exclamation, Feature::final_same_exclamation, Feature::final_exclamation_differs);
  finals(FinalMark::colon, Feature::final_same_colon, Feature::final_colon_differs);
  finals(FinalMark::none, std::nullopt, Feature::final_none_differs);
  finals(FinalMark::comma, std::nullopt, Feature::final_comma_differs);
  compare(zh.opens, en.opens, Feature::quote_opens, Feature::quote_opens_differs);
  compare(zh.closes, en.closes, Feature::quote_closes, Feature::quote_closes_differs);
  compare(zh.begins_quoted, en.begins_quoted, Feature::quoted_begins, Feature::quoted_begins_differs);
  compare(zh.ends_quoted, en.ends_quoted, Feature::quoted_ends, Feature::quoted_ends_differs);
  const int difference = std::abs(zh.opening + zh.closing - en.opening - en.closing);
  f[Feature::quotes_differ] = narrow(std::min(4, difference) / 4.0);
  f[Feature::quotes_open_zh] = zh.opening != zh.closing ? 1 : 0;
  f[Feature::quotes_open_en] = en.opening != en.closing ? 1 : 0;
}

double ArcFeatures::gain(RangePair pair) {
  return single(pair) ? evidence_.gain(pair.zh.begin, pair.en.begin)
                      : evidence_.weigh(evidence_.linker().score(pair));
}

FeatureVector ArcFeatures::null_zh(std::uint32_t zh, SentenceRange window) {
  const LengthModel& length = evidence_.length();
  const std::uint32_t sentences = evidence_.zh().document.size();
  FeatureVector f;
  f[Feature::null_zh] = 1;
  add_claim(
      best_claim(zh, sentences, window, [&](auto own, auto other) { return evidence_.gain(own, other); }),
      -evidence_.weigh(evidence_.linker().unlinked({{zh, zh + 1}, {0, 0}})), f);
  // A character or three letters more, so that a scrap has a length.
  const double own = length.zh_length({zh, zh + 1});
  add_null({zh, sentences, (own + 1) / (length.zh_length({0, sentences}) / sentences + 1)}, zh_forms_[zh], f);
  f[Feature::null_scrap] = own < 3 ? 1 : 0;
  return f;
}

FeatureVector ArcFeatures::null_en(std::uint32_t en, SentenceRange window) {
  const LengthModel& length = evidence_.length();
  const std::uint32_t sentences = evidence_.en().document.size();
  FeatureVector f;
  f[Feature::null_en] = 1;
  add_claim(
      best_claim(en, sentences, window, [&](auto own, auto other) { return evidence_.gain(other, own); }),
      -evidence_.weigh(evidence_.linker().unlinked({{0, 0}, {en, en + 1}})), f);
  const double own = length.en_length({en, en + 1});
  add_null({en, sentences, (own + 3) / (length.en_length({0, sentences}) / sentences + 3)}, en_forms_[en], f);
  f[Feature::null_scrap] = own < 8 ? 1 : 0;
  return f;
}

void ArcFeatures::add_rates(FeatureVector& f, const DocumentRates& rates) {
  // Set against what is usual: nulls .03, beads beyond 1-1 .1 (means over seven dev sets), of either
  // direction .04, links.g_normal 4 (judged).
  const auto rarity = [](double rate, double usual) {
    return std::max(least_rarity, std::log(rate / usual));
  };
  const double by_null = rarity((rates.null_zh + rates.null_en) / 2, 0.03);
  const double by_beyond = rarity(rates.beyond, 0.1);
  const double by_support = rates.normal_gain - 4;
  const auto multiply = [&](Feature first, double value) {
    const auto k = static_cast<std::size_t>(first);  // the three of DUIQI_PRODUCTS stand behind each other
    f[static_cast<Feature>(k)] = narrow(value * by_null);
    f[static_cast<Feature>(k + 1)] = narrow(value * by_beyond);
    f[static_cast<Feature>(k + 2)] = narrow(value * by_support);
  };
  const auto v = [&](Feature x) { return static_cast<double>(f[x]); };
  if (f[Feature::null_zh] > 0 || f[Feature::null_en] > 0) {
    multiply(Feature::by_null_null_any, 1);
    multiply(Feature::by_null_null_best_4, v(Feature::null_best_4));
    multiply(Feature::by_null_null_margin_0, v(Feature::null_margin_0));
    multiply(Feature::by_null_null_margin_below, v(Feature::null_margin_below));
    multiply(Feature::by_null_null_linkable, v(Feature::null_linkable));
    return;
  }
  multiply(Feature::by_null_g_below_10, v(Feature::g_below_10));
  multiply(Feature::by_null_g_below_20, v(Feature::g_below_20));
  multiply(Feature::by_null_g_normal, v(Feature::g_normal));
  multiply(Feature::by_null_length_score, v(Feature::length_score));
  multiply(Feature::by_null_length_squared, v(Feature::length_squared));
  multiply(Feature::by_null_gains, v(Feature::gain_zh) + v(Feature::gain_en));
  multiply(Feature::by_null_losses, v(Feature::loss_zh) + v(Feature::loss_en));
  if (f[Feature::type_extra] == 0) return;
  multiply(Feature::by_null_beyond, 1);
  const auto has = [&](Feature a, Feature b, Feature c) { return f[a] + f[b] + f[c] > 0; };
  if (has(Feature::type_1_2, Feature::type_1_3, Feature::type_1_n))
    f[Feature::second_one_to_many] = narrow(rarity(rates.one_to_many, 0.04));
  if (has(Feature::type_2_1, Feature::type_3_1, Feature::type_n_1))
    f[Feature::second_many_to_one] = narrow(rarity(rates.many_to_one, 0.04));
  multiply(Feature::by_null_part_3, std::max(v(Feature::loo_zh_3), v(Feature::loo_en_3)));
  multiply(Feature::by_null_part_8, std::max(v(Feature::loo_zh_8), v(Feature::loo_en_8)));
  multiply(Feature::by_null_weak, std::max(v(Feature::weak_zh_gain), v(Feature::weak_en_gain)));
}

}  // namespace duiqi::evidence
