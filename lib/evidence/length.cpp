#include "evidence/length.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "unicode/letter_bytes.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::evidence {
namespace {

constexpr bool is_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x3FFFF) ||
         c == 0x3007;
}

constexpr bool is_alphanumeric(char32_t c) {
  const char32_t narrow = c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
  return (narrow >= '0' && narrow <= '9') || (narrow >= 'A' && narrow <= 'Z') ||
         (narrow >= 'a' && narrow <= 'z') || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

std::vector<double> prefix_sums(const Document& document) {
  std::vector<double> sums{0};
  sums.reserve(document.size() + 1);
  for (std::uint32_t id = 0; id < document.size(); ++id) {
    sums.push_back(sums.back() + length(document.sentence(id), document.language));
  }
  return sums;
}

constexpr double tau = 6.283185307179586;

/// `log_spread`: ln(tau · variance).
double log_density(double x, double mean, double variance, double log_spread) {
  return -0.5 * (log_spread + (x - mean) * (x - mean) / variance);
}

double log_density(double x, double mean, double variance) {
  return log_density(x, mean, variance, std::log(tau * variance));
}

}  // namespace

double length(std::string_view text, Language language) {
  const double latin = language == Language::chinese ? 0.3 : 1.0;  // .3: findings of the first prototype
  const double han = language == Language::chinese ? 1.0 : 3.0;
  double sum = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) {
      if (unicode::letter_bytes[lead] != 0) sum += latin;
      ++at;
    } else if (lead >= 0xE5 && lead <= 0xE9) {  // U+5000 to U+9FFF
      sum += han;
      at += 3;
    } else {
      const char32_t c = unicode::next(text, at);
      if (is_alphanumeric(c)) sum += latin;
      if (is_han(c)) sum += han;
    }
  }
  return sum;
}

LengthModel::LengthModel(const Document& zh, const Document& en, const LengthOptions& options)
    : options_(options), zh_sums_(prefix_sums(zh)), en_sums_(prefix_sums(en)) {
  const double prior = options.log_ratio_weight;
  log_ratio_ = std::log((en_sums_.back() + prior * std::exp(options.log_ratio)) / (zh_sums_.back() + prior));
  double count = 0;
  double sum = 0;
  double squares = 0;
  for (std::uint32_t id = 0; id < en.size(); ++id) {
    const double letters = en_length({id, id + 1});
    if (letters <= 0) continue;
    count += 1;
    sum += std::log(letters);
    squares += std::log(letters) * std::log(letters);
  }
  if (count == 0) return;
  background_mean_ = sum / count;
  background_variance_ =
      std::max(options.least_background_variance, squares / count - background_mean_ * background_mean_);
}

void LengthModel::correct_ratio(std::span<const RangePair> stretches) {
  if (stretches.size() < options_.least_stretches) return;
  double zh = options_.log_ratio_weight;
  double en = options_.log_ratio_weight * std::exp(log_ratio_);
  for (const RangePair& stretch : stretches) {
    zh += zh_length(stretch.zh);
    en += en_length(stretch.en);
  }
  const double ratio = std::log(en / zh);
  if (std::abs(ratio - log_ratio_) > options_.ratio_tolerance) log_ratio_ = ratio;
}

double LengthModel::score(double zh, double en, std::uint32_t sentences) const {
  if (zh <= 0 || en <= 0) return 0;
  const ZhTerms terms = zh_terms(zh);
  return score(terms, std::log(en), sentences, std::log(tau * anywhere_variance(terms, sentences)));
}

LengthModel::ZhTerms LengthModel::zh_terms(double zh) const {
  const double variance = options_.variance + options_.variance_per_length / zh;
  return {variance, std::log(zh) + log_ratio_, std::log(tau * variance)};
}

double LengthModel::score(const ZhTerms& zh, double log_en, std::uint32_t sentences,
                          double log_spread) const {
  static const std::array<double, kept_sizes> log_counts = [] {
    std::array<double, kept_sizes> logs{};
    for (std::size_t k = 1; k < logs.size(); ++k) logs[k] = std::log(static_cast<double>(k));
    return logs;
  }();
  const double here = log_density(log_en, zh.expected_log, zh.variance, zh.log_spread);
  const double log_count =
      sentences < log_counts.size() ? log_counts[sentences] : std::log(static_cast<double>(sentences));
  const double anywhere =
      log_density(log_en, background_mean_ + log_count, anywhere_variance(zh, sentences), log_spread);
  return here - anywhere;
}

LengthModel::EnglishLogs LengthModel::logs_of(std::uint32_t en_size) const {
  EnglishLogs out;
  const double expected = background_mean_ + std::log(static_cast<double>(en_size));
  for (std::uint32_t en = 0; en + en_size < en_sums_.size(); ++en) {
    const double length = en_length({en, en + en_size});
    const double log = length > 0 ? std::log(length) : 0;
    out.here.push_back(static_cast<float>(log));
    out.anywhere.push_back(static_cast<float>((log - expected) * (log - expected)));
    out.has.push_back(length > 0 ? 1 : 0);
  }
  return out;
}

void LengthModel::add_to(SentenceRange zh, std::uint32_t en_size, SentenceRange begins,
                         std::span<float> scores) {
  const double length = zh_length(zh);
  if (length <= 0) return;
  if (english_.size() <= en_size) english_.resize(en_size + 1);
  if (english_[en_size].here.empty()) english_[en_size] = logs_of(en_size);
  const EnglishLogs& english = english_[en_size];
  const ZhTerms terms = zh_terms(length);
  const double anywhere_variance = this->anywhere_variance(terms, en_size);
  const auto expected = static_cast<float>(terms.expected_log);
  const auto constant = static_cast<float>(0.5 * (std::log(tau * anywhere_variance) - terms.log_spread));
  const auto here = static_cast<float>(0.5 / terms.variance);
  const auto anywhere = static_cast<float>(0.5 / anywhere_variance);
  const float* logs = english.here.data() + begins.begin;
  const float* squares = english.anywhere.data() + begins.begin;
  const float* has = english.has.data() + begins.begin;
  for (std::size_t k = 0; k < scores.size(); ++k) {
    const float off = logs[k] - expected;
    scores[k] += has[k] * (constant + anywhere * squares[k] - here * (off * off));
  }
}

double LengthModel::deviation(RangePair pair) const {
  const double zh = zh_length(pair.zh);
  const double en = en_length(pair.en);
  if (zh <= 0 || en <= 0) return 0;
  const double variance = options_.variance + options_.variance_per_length / zh;
  return (std::log(en) - std::log(zh) - log_ratio_) / std::sqrt(variance);
}

double LengthModel::fit(double zh, double en) const {
  return log_density(std::log(en), std::log(zh) + log_ratio_,
                     options_.variance + options_.variance_per_length / zh);
}

double LengthModel::score_addition(RangePair bead, RangePair pair) const {
  const bool zh_inside = bead.zh.begin <= pair.zh.begin && pair.zh.end <= bead.zh.end;
  const double zh = zh_length(bead.zh);
  const double en = en_length(bead.en);
  if (zh <= 0 || en <= 0) return 0;
  return zh_inside ? fit(zh, en + en_length(pair.en)) - fit(zh, en)
                   : fit(zh + zh_length(pair.zh), en) - fit(zh, en);
}

}  // namespace duiqi::evidence
