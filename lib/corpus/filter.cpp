#include "corpus/filter.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <string_view>
#include <vector>

#include <duiqi/check.hpp>

#include "corpus/boilerplate.hpp"
#include "corpus/normalise.hpp"
#include "io/chosen.hpp"
#include "unicode/script.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::corpus {
namespace {

using Reason = std::optional<std::string>;

Reason check_scripts(const LanguageProfile& zh, const LanguageProfile& en) {
  if (zh.han == 0) return "no Chinese character on the Chinese side";
  if (en.latin == 0) return "no Latin letter on the English side";
  if (en.chinese() > 0.5) return "Chinese on the English side";
  return std::nullopt;
}

/// The share of code points, white space left aside, that are no letters.
double symbols(std::string_view text) {
  std::size_t all = 0;
  std::size_t others = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = unicode::next(text, at);
    if (unicode::is_blank(c)) continue;
    ++all;
    others += unicode::script_of(c) == unicode::Script::none;
  }
  return all == 0 ? 1 : static_cast<double>(others) / static_cast<double>(all);
}

Reason check_boilerplate(const Pair& pair) {
  const std::string_view zh = boilerplate_zh(pair.zh);
  const std::string_view en = boilerplate_en(pair.en);
  if (!zh.empty()) return fmt::format("{} on the Chinese side", zh);
  if (!en.empty()) return fmt::format("{} on the English side", en);
  return std::nullopt;
}

/// Kinds that are held against each other: of amounts any against any, since units are left out and said in
/// other ways; days, weekdays and clock times each among themselves.
enum class Group { none, amount, date, weekday, time };

Group group_of(const Anchor& anchor) {
  switch (anchor.kind) {
    case AnchorKind::number:
    case AnchorKind::percentage:
    case AnchorKind::points:
    case AnchorKind::money:
    case AnchorKind::measure:
      break;
    case AnchorKind::date:
      return Group::date;
    case AnchorKind::weekday:
      return Group::weekday;
    case AnchorKind::time:
      return Group::time;
    default:
      return Group::none;
  }
  // Up to a dozen a number may be a word of another meaning on one side (一, "one", 十几, "a dozen").
  constexpr double largest_word = 12;
  const std::string_view key = anchor.key;
  const std::string_view digits = key.substr(key.rfind(' ') + 1);
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return Group::none;
  const bool whole = value == std::floor(value);
  return whole && std::abs(value) <= largest_word ? Group::none : Group::amount;
}

Reason check_numbers(const Bitext& bitext, const Pair& pair, CorpusNumbers numbers) {
  const auto told = [](const std::vector<Anchor>& anchors, const std::vector<std::uint32_t>& missed) {
    std::vector<const Anchor*> out;
    for (const std::uint32_t k : missed) {
      if (group_of(anchors[k]) != Group::none) out.push_back(&anchors[k]);
    }
    return out;
  };
  const std::vector<const Anchor*> zh = told(bitext.zh_anchors(), pair.missed_zh);
  const std::vector<const Anchor*> en = told(bitext.en_anchors(), pair.missed_en);
  if (numbers == CorpusNumbers::complete) {
    if (!zh.empty()) return fmt::format("{} {} has no counterpart", name(zh[0]->kind), zh[0]->key);
    if (!en.empty()) return fmt::format("{} {} has no counterpart", name(en[0]->kind), en[0]->key);
    return std::nullopt;
  }
  for (const Anchor* z : zh) {
    for (const Anchor* e : en) {
      if (group_of(*z) != group_of(*e)) continue;
      return fmt::format("{} {} against {} {}", name(z->kind), z->key, name(e->kind), e->key);
    }
  }
  return std::nullopt;
}

/// What both sides are written in, counted once for all filters that ask.
class Profiles {
 public:
  explicit Profiles(const Pair& pair) : pair_(pair) {}
  const LanguageProfile& zh() { return made(zh_, pair_.zh); }
  const LanguageProfile& en() { return made(en_, pair_.en); }

 private:
  static const LanguageProfile& made(std::optional<LanguageProfile>& profile, const std::string& text) {
    if (!profile) profile = profile_language(text);
    return *profile;
  }
  const Pair& pair_;
  std::optional<LanguageProfile> zh_;
  std::optional<LanguageProfile> en_;
};

Reason check(CorpusFilter filter, const Bitext& bitext, const Pair& pair, const CorpusFilters& filters,
             Profiles& profiles) {
  switch (filter) {
    case CorpusFilter::not_parallel:
    case CorpusFilter::language:
      return std::nullopt;  // of documents
    case CorpusFilter::probability:
      if (*pair.bead.probability >= filters.min_probability) return std::nullopt;
      return fmt::format("{:.4f} is below {:.6g}", *pair.bead.probability, filters.min_probability);
    case CorpusFilter::bead_size:
      if (std::max(pair.bead.zh.size(), pair.bead.en.size()) <= filters.max_sentences) return std::nullopt;
      return fmt::format("{} sentences, more than {} on a side", io::type_of(pair.bead),
                         filters.max_sentences);
    case CorpusFilter::identical:
      if (normalised(pair.zh) != normalised(pair.en)) return std::nullopt;
      return "both sides are the same";
    case CorpusFilter::script:
      return check_scripts(profiles.zh(), profiles.en());
    case CorpusFilter::mix: {
      const double latin = profiles.zh().latin_share();
      const double han = profiles.en().chinese();
      if (std::max(latin, han) <= filters.max_mix) return std::nullopt;
      return fmt::format("{:.2f} of the {} side is in the other script, more than {:.6g}",
                         std::max(latin, han), latin > han ? "Chinese" : "English", filters.max_mix);
    }
    case CorpusFilter::symbols: {
      const double most = std::max(symbols(pair.zh), symbols(pair.en));
      if (most <= filters.max_symbols) return std::nullopt;
      return fmt::format("{:.2f} of a side are no letters, more than {:.6g}", most, filters.max_symbols);
    }
    case CorpusFilter::length_ratio:
      if (pair.length_ratio >= filters.min_length_ratio && pair.length_ratio <= filters.max_length_ratio) {
        return std::nullopt;
      }
      return fmt::format("{:.2f} letters for each character, outside {:.6g} to {:.6g}", pair.length_ratio,
                         filters.min_length_ratio, filters.max_length_ratio);
    case CorpusFilter::boilerplate:
      return check_boilerplate(pair);
    case CorpusFilter::numbers:
      return check_numbers(bitext, pair, filters.numbers);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Drop> drop_document(const Bitext& bitext, const CorpusFilters& filters) {
  for (const Warning& warning : bitext.warnings()) {
    if (!filters.uses(CorpusFilter::language)) break;
    if (warning.code == WarningCode::swapped_sides || warning.code == WarningCode::unexpected_language) {
      return Drop{CorpusFilter::language, warning.message};
    }
  }
  if (filters.uses(CorpusFilter::not_parallel) && !bitext.summary().parallel) {
    return Drop{
        CorpusFilter::not_parallel,
        fmt::format("links speak for the document with {:.2f} nats a sentence", bitext.summary().support)};
  }
  return std::nullopt;
}

std::optional<Drop> drop_pair(const Bitext& bitext, const Pair& pair, const CorpusFilters& filters) {
  Profiles profiles(pair);
  for (const CorpusFilter filter : all_corpus_filters) {
    if (!filters.uses(filter)) continue;
    if (Reason why = check(filter, bitext, pair, filters, profiles)) return Drop{filter, *std::move(why)};
  }
  return std::nullopt;
}

}  // namespace duiqi::corpus

namespace duiqi {

std::string_view name(CorpusFilter filter) {
  switch (filter) {
    case CorpusFilter::not_parallel:
      return "not_parallel";
    case CorpusFilter::language:
      return "language";
    case CorpusFilter::probability:
      return "probability";
    case CorpusFilter::bead_size:
      return "bead_size";
    case CorpusFilter::identical:
      return "identical";
    case CorpusFilter::script:
      return "script";
    case CorpusFilter::mix:
      return "mix";
    case CorpusFilter::symbols:
      return "symbols";
    case CorpusFilter::length_ratio:
      return "length_ratio";
    case CorpusFilter::boilerplate:
      return "boilerplate";
    case CorpusFilter::numbers:
      return "numbers";
  }
  return "";
}

}  // namespace duiqi
