// Layer: evidence. The features of the log-linear model, by name.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace duiqi::evidence {

/// What the second pass multiplies with what the first found out about the document, three features behind
/// each other: see DocumentRates.
#define DUIQI_PRODUCTS(X, id, name, meaning)                                                        \
  X(by_null_##id, "second." name "*null", "second", meaning ", times ln of the null rate over .03") \
  X(by_beyond_##id, "second." name "*beyond", "second",                                             \
    meaning ", times ln of the rate of beads beyond 1-1 over .1")                                   \
  X(by_support_##id, "second." name "*support", "second", meaning ", times the mean of links.g_normal less 4")

/// X(identifier, name, group, meaning). "g" is what links speak for a bead, unlinked units against it counted
/// in; sums of nats stand in units of 5. "below k": max(0, k − x), "above k": max(0, x − k).
#define DUIQI_FEATURES(X)                                                                                    \
  X(type_1_1, "type.1-1", "type", "a 1-1 bead")                                                              \
  X(type_1_2, "type.1-2", "type", "a 1-2 bead (one Chinese sentence)")                                       \
  X(type_2_1, "type.2-1", "type", "a 2-1 bead")                                                              \
  X(type_1_3, "type.1-3", "type", "a 1-3 bead")                                                              \
  X(type_3_1, "type.3-1", "type", "a 3-1 bead")                                                              \
  X(type_1_n, "type.1-n", "type", "a 1-n bead, n > 3")                                                       \
  X(type_n_1, "type.n-1", "type", "an n-1 bead, n > 3")                                                      \
  X(type_2_2, "type.2-2", "type", "a 2-2 bead")                                                              \
  X(type_n_m, "type.n-m", "type", "a larger bead with several sentences on both sides")                      \
  X(type_prior, "type.prior", "type", "ln of the type's prior, in units of 5")                               \
  X(type_extra, "type.extra", "type", "sentences beyond 1-1")                                                \
  X(length_score, "length.score", "length", "ln of the length ratio's likelihood against chance, / 5")       \
  X(length_beyond, "length.beyond", "length", "the same, of beads beyond 1-1")                               \
  X(length_squared, "length.squared", "length",                                                              \
    "squared deviation of the log ratio in variances, at most 25, / 5")                                      \
  X(length_long_en, "length.long_en", "length", "deviations beyond 1 that the English is too long by")       \
  X(length_long_zh, "length.long_zh", "length", "deviations beyond 1 that the Chinese is too long by")       \
  X(length_size, "length.size", "length", "ln of 1 + Chinese length, / 5")                                   \
  X(paragraphs, "paragraphs", "paragraphs", "ln likelihood ratio of the paragraph borders")                  \
  X(gain_zh, "links.gain_zh", "links", "what linked Chinese units add")                                      \
  X(gain_en, "links.gain_en", "links", "what linked English units add")                                      \
  X(loss_zh, "links.loss_zh", "links", "what Chinese units take that could be linked and are not")           \
  X(loss_en, "links.loss_en", "links", "the same of English units")                                          \
  X(gain_beyond, "links.gain_beyond", "links", "both gains, of beads beyond 1-1")                            \
  X(loss_beyond, "links.loss_beyond", "links", "both losses, of beads beyond 1-1")                           \
  X(coverage_zh, "links.coverage_zh", "links", "share of the Chinese units that could be linked and are")    \
  X(coverage_en, "links.coverage_en", "links", "the same of English units")                                  \
  X(coverage_beyond, "links.coverage_beyond", "links", "the lesser of both, of beads beyond 1-1")            \
  X(g_below_0, "links.g_below_0", "links", "g below 0")                                                      \
  X(g_below_5, "links.g_below_5", "links", "g below 5 nats")                                                 \
  X(g_below_10, "links.g_below_10", "links", "g below 10 nats")                                              \
  X(g_below_20, "links.g_below_20", "links", "g below 20 nats")                                              \
  X(g_beyond_10, "links.g_beyond_10", "links", "g below 10 nats, of beads beyond 1-1")                       \
  X(g_beyond_20, "links.g_beyond_20", "links", "g below 20 nats, of beads beyond 1-1")                       \
  X(g_normal, "links.g_normal", "links", "g / sqrt(1 + sum of all nats that count)")                         \
  X(nothing, "links.nothing", "links", "no unit of the bead is linked, and some could be")                   \
  X(gain_number, "class.gain_number", "class", "what linked numbers and dates add")                          \
  X(loss_number, "class.loss_number", "class", "what numbers and dates take that stay alone")                \
  X(gain_name, "class.gain_name", "class", "what linked names and Latin tokens add")                         \
  X(loss_name, "class.loss_name", "class", "what names and Latin tokens take that stay alone")               \
  X(gain_mark, "class.gain_mark", "class", "what linked punctuation adds")                                   \
  X(loss_mark, "class.loss_mark", "class", "what punctuation takes that stays alone")                        \
  X(lone_numbers_zh, "lone.numbers_zh", "lone", "Chinese numbers and dates without counterpart, at most 3")  \
  X(lone_numbers_en, "lone.numbers_en", "lone", "English numbers and dates without counterpart, at most 3")  \
  X(lone_names_zh, "lone.names_zh", "lone", "Chinese names and Latin tokens without counterpart, at most 3") \
  X(lone_names_en, "lone.names_en", "lone", "English names and tokens without counterpart, at most 3")       \
  X(lone_capitals, "lone.capitals", "lone", "capitalised English words without counterpart, at most 5")      \
  X(corner_begin, "corner.begin", "corner", "the first sentences of both sides")                             \
  X(corner_end, "corner.end", "corner", "the last sentences of both sides")                                  \
  X(loo_zh_0, "part.loo_zh_0", "part", "least gain by a Chinese sentence of the bead, below 0")              \
  X(loo_zh_3, "part.loo_zh_3", "part", "the same below 3 nats")                                              \
  X(loo_zh_8, "part.loo_zh_8", "part", "the same below 8 nats")                                              \
  X(loo_en_0, "part.loo_en_0", "part", "least gain by an English sentence of the bead, below 0")             \
  X(loo_en_3, "part.loo_en_3", "part", "the same below 3 nats")                                              \
  X(loo_en_8, "part.loo_en_8", "part", "the same below 8 nats")                                              \
  X(loo_length_zh_0, "part.loo_length_zh_0", "part",                                                         \
    "least gain by a Chinese sentence, its length counted in, below 0")                                      \
  X(loo_length_zh_5, "part.loo_length_zh_5", "part", "the same below 5 nats")                                \
  X(loo_length_en_0, "part.loo_length_en_0", "part",                                                         \
    "least gain by an English sentence, its length counted in, below 0")                                     \
  X(loo_length_en_5, "part.loo_length_en_5", "part", "the same below 5 nats")                                \
  X(weak_zh_gain, "part.weak_zh_gain", "part", "the weakest Chinese sentence's own gain, below 5 nats")      \
  X(weak_en_gain, "part.weak_en_gain", "part", "the weakest English sentence's own gain, below 5 nats")      \
  X(weak_zh_normal, "part.weak_zh_normal", "part",                                                           \
    "the weakest Chinese sentence's (gain + loss) / (1 + gain − loss)")                                      \
  X(weak_en_normal, "part.weak_en_normal", "part", "the same of the English side")                           \
  X(final_same_question, "form.question", "form", "both sides end in a question mark")                       \
  X(final_question_differs, "form.question_differs", "form", "one side does")                                \
  X(final_same_exclamation, "form.exclamation", "form", "both sides end in an exclamation mark")             \
  X(final_exclamation_differs, "form.exclamation_differs", "form", "one side does")                          \
  X(final_same_colon, "form.colon", "form", "both sides end in a colon")                                     \
  X(final_colon_differs, "form.colon_differs", "form", "one side does")                                      \
  X(final_none_differs, "form.unended_differs", "form", "one side ends in no mark")                          \
  X(final_comma_differs, "form.comma_differs", "form", "one side ends in a comma or semicolon")              \
  X(quote_opens, "form.quote_opens", "form", "both sides begin with an opening quote")                       \
  X(quote_opens_differs, "form.quote_opens_differs", "form", "one side does")                                \
  X(quote_closes, "form.quote_closes", "form", "both sides end with a closing quote")                        \
  X(quote_closes_differs, "form.quote_closes_differs", "form", "one side does")                              \
  X(quotes_differ, "form.quotes_differ", "form",                                                             \
    "difference of the numbers of quotation marks, at most 4, / 4")                                          \
  X(quotes_open_zh, "form.unbalanced_zh", "form", "the Chinese side's quotes are not in pairs")              \
  X(quotes_open_en, "form.unbalanced_en", "form", "the English side's quotes are not in pairs")              \
  X(quoted_begins, "form.quoted_begins", "form", "both sides begin inside a quotation")                      \
  X(quoted_begins_differs, "form.quoted_begins_differs", "form", "one side does")                            \
  X(quoted_ends, "form.quoted_ends", "form", "both sides end inside a quotation")                            \
  X(quoted_ends_differs, "form.quoted_ends_differs", "form", "one side does")                                \
  X(order, "order.gain", "order", "gains times .25 less the distance of the linked units' relative places")  \
  X(order_beyond, "order.beyond", "order", "the same, of beads beyond 1-1")                                  \
  X(null_zh, "null.zh", "null", "a Chinese sentence without counterpart")                                    \
  X(null_en, "null.en", "null", "an English sentence without counterpart")                                   \
  X(null_long, "null.long", "null", "ln of its length over the mean, above 0")                               \
  X(null_short, "null.short", "null", "the same, below 0")                                                   \
  X(null_best_0, "null.best_0", "null", "g of its best partner in the window, above 0")                      \
  X(null_best_4, "null.best_4", "null", "the same above 4 nats")                                             \
  X(null_best_8, "null.best_8", "null", "the same above 8 nats")                                             \
  X(null_best_16, "null.best_16", "null", "the same above 16 nats")                                          \
  X(null_negative, "null.negative", "null", "the same below 0")                                              \
  X(null_normal, "null.normal", "null", "the same / sqrt(1 + what the sentence could link)")                 \
  X(null_margin_0, "null.margin_0", "null", "g of the best partner less that partner's best other, above 0") \
  X(null_margin_5, "null.margin_5", "null", "the same above 5 nats")                                         \
  X(null_margin_below, "null.margin_below", "null", "the same below 0, at most 20 nats")                     \
  X(null_linkable, "null.linkable", "null", "what its units would take that could be linked")                \
  X(null_edge, "null.edge", "null", "the side's first or last sentence")                                     \
  X(null_marks, "null.marks", "null", "punctuation only")                                                    \
  X(null_scrap, "null.scrap", "null", "shorter than 3 Chinese characters or 8 English letters")              \
  X(swap, "swap", "swap", "two neighbouring beads crossed")                                                  \
  X(swap_margin_5, "swap.margin_5", "swap", "g crossed less g straight, below 5 nats")                       \
  X(swap_margin_15, "swap.margin_15", "swap", "the same below 15 nats")                                      \
  X(swap_weak_5, "swap.weak_5", "swap", "the lesser g of its two beads, below 5 nats")                       \
  X(swap_weak_15, "swap.weak_15", "swap", "the same below 15 nats")                                          \
  DUIQI_PRODUCTS(X, null_any, "null_any", "1, of a null")                                                    \
  DUIQI_PRODUCTS(X, null_best_4, "null_best_4", "null.best_4")                                               \
  DUIQI_PRODUCTS(X, null_margin_0, "null_margin_0", "null.margin_0")                                         \
  DUIQI_PRODUCTS(X, null_margin_below, "null_margin_below", "null.margin_below")                             \
  DUIQI_PRODUCTS(X, null_linkable, "null_linkable", "null.linkable")                                         \
  DUIQI_PRODUCTS(X, beyond, "beyond", "1, of a bead beyond 1-1")                                             \
  X(second_one_to_many, "second.one_to_many", "second", "a 1-n bead: ln of the rate of these over .04")      \
  X(second_many_to_one, "second.many_to_one", "second", "an n-1 bead: ln of the rate of these over .04")     \
  DUIQI_PRODUCTS(X, g_below_10, "g_below_10", "links.g_below_10")                                            \
  DUIQI_PRODUCTS(X, g_below_20, "g_below_20", "links.g_below_20")                                            \
  DUIQI_PRODUCTS(X, g_normal, "g_normal", "links.g_normal")                                                  \
  DUIQI_PRODUCTS(X, part_3, "part_3", "the greater of part.loo_zh_3 and part.loo_en_3")                      \
  DUIQI_PRODUCTS(X, part_8, "part_8", "the greater of part.loo_zh_8 and part.loo_en_8")                      \
  DUIQI_PRODUCTS(X, length_score, "length_score", "length.score")                                            \
  DUIQI_PRODUCTS(X, length_squared, "length_squared", "length.squared")                                      \
  DUIQI_PRODUCTS(X, gains, "gains", "links.gain_zh + links.gain_en")                                         \
  DUIQI_PRODUCTS(X, losses, "losses", "links.loss_zh + links.loss_en")                                       \
  DUIQI_PRODUCTS(X, weak, "weak", "the greater of part.weak_zh_gain and part.weak_en_gain")                  \
  X(second_null_link, "second.null_link", "second",                                                          \
    "a null: how likely it would be linked to a bead of the first pass that stands elsewhere")               \
  X(second_swap, "second.swap", "second", "a swap: ln of the rate of beads in swaps over .005")

enum class Feature : std::uint8_t {
#define DUIQI_FEATURE_ID(id, name, group, meaning) id,
  DUIQI_FEATURES(DUIQI_FEATURE_ID)
#undef DUIQI_FEATURE_ID
      count
};

inline constexpr std::size_t feature_count = static_cast<std::size_t>(Feature::count);

struct FeatureInfo {
  std::string_view name;
  std::string_view group;
  std::string_view meaning;
};

/// By Feature.
inline constexpr std::array<FeatureInfo, feature_count> feature_infos{{
#define DUIQI_FEATURE_INFO(id, name, group, meaning) {name, group, meaning},
    DUIQI_FEATURES(DUIQI_FEATURE_INFO)
#undef DUIQI_FEATURE_INFO
}};

std::optional<Feature> find_feature(std::string_view name);

/// The values of all features of an arc; most are 0.
class FeatureVector {
 public:
  float& operator[](Feature feature) { return values_[static_cast<std::size_t>(feature)]; }
  float operator[](Feature feature) const { return values_[static_cast<std::size_t>(feature)]; }
  std::span<const float, feature_count> values() const { return values_; }
  FeatureVector& operator+=(const FeatureVector& other) {
    for (std::size_t k = 0; k < feature_count; ++k) values_[k] += other.values_[k];
    return *this;
  }

 private:
  std::array<float, feature_count> values_{};
};

}  // namespace duiqi::evidence
