// The figures of one evaluation set with one choice of lexicons, and of its documents.
#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "quality/alignment_score.hpp"

namespace duiqi::quality {

struct DocumentFigures {
  std::string name;
  double f1 = 0;
  std::optional<double> null;  ///< F1 of nulls; nothing where the gold has none
};

struct Interval {
  double low = 0;
  double high = 0;
};

struct SetFigures {
  std::string set;
  std::string setting;  ///< "none", "built-in", "given": see quality_report.cpp
  std::string figure;   ///< what `f1` is: "strict" or "segment"
  double f1 = 0;        ///< pooled over the documents, as all that follow but the mean
  std::optional<double> null;
  std::optional<double> ece;
  double mean = 0;  ///< of the documents' f1, each document counting alike
  std::size_t zh = 0;
  std::size_t en = 0;                ///< sentences
  double seconds = 0;                ///< processor time
  std::optional<Interval> interval;  ///< of f1
  std::vector<DocumentFigures> documents;
};

inline std::optional<double> null_f1(const Counts& counts) {
  const auto null = counts.null();
  return null ? std::optional(null->f1()) : std::nullopt;
}

inline double headline(const Counts& counts, bool strict) {
  return (strict ? counts.strict() : counts.segment()).f1();
}

/// The percentile bootstrap's 95 % interval (Efron 1979) of the pooled F1: documents drawn with replacement,
/// with a fixed seed.
inline Interval bootstrap(const std::vector<Counts>& documents, bool strict, std::size_t draws) {
  std::mt19937_64 random(1);
  std::vector<double> drawn(draws);
  for (double& value : drawn) {
    Counts total;
    for (std::size_t k = 0; k < documents.size(); ++k) total += documents[random() % documents.size()];
    value = headline(total, strict);
  }
  std::sort(drawn.begin(), drawn.end());
  return {drawn[draws * 25 / 1000], drawn[std::min(draws - 1, draws * 975 / 1000)]};
}

/// `draws`: of the bootstrap; 0 for none. A set without documents has no figures.
inline std::optional<SetFigures> measure(const std::filesystem::path& set, std::string setting,
                                         AlignerOptions options, std::size_t draws) {
  const bool strict = std::filesystem::exists(set / "STRICT");
  SetFigures out{set.filename().string(),
                 std::move(setting),
                 strict ? "strict" : "segment",
                 0,
                 {},
                 {},
                 0,
                 0,
                 0,
                 0,
                 {},
                 {}};
  Counts total;
  std::vector<Counts> parts;
  std::clock_t clock = 0;
  each_document(set, std::move(options), [&](const ScoredDocument& document) {
    out.documents.push_back({document.name, headline(document.counts, strict), null_f1(document.counts)});
    out.mean += out.documents.back().f1;
    out.zh += document.sizes.zh;
    out.en += document.sizes.en;
    clock += document.clock;
    total += document.counts;
    if (draws == 0) return;
    parts.push_back(document.counts);
    parts.back().judged.clear();  // F1 needs none of it, and the bootstrap copies it
  });
  if (out.documents.empty()) return std::nullopt;
  out.f1 = headline(total, strict);
  out.null = null_f1(total);
  out.ece = total.calibration_error();
  out.mean /= static_cast<double>(out.documents.size());
  out.seconds = static_cast<double>(clock) / CLOCKS_PER_SEC;
  if (draws > 0) out.interval = bootstrap(parts, strict, draws);
  return out;
}

}  // namespace duiqi::quality
