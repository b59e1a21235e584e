// Aligns a set of documents with gold through the public API, and counts.
#pragma once

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fmt/core.h>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <duiqi/duiqi.hpp>
#include <duiqi/evaluate.hpp>
#include <duiqi/id_bead.hpp>
#include <duiqi/read_alignment.hpp>

#include "quality/segment_score.hpp"

namespace duiqi::quality {

/// The names of a set's documents: of its NNN.gold, or NNN.spans.
inline std::vector<std::string> document_names(const std::filesystem::path& set, const std::string& ending) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(set)) {
    if (entry.path().extension() == ending) names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

inline std::vector<Span> spans(const Document& document) {
  std::vector<Span> out;
  for (const Sentence& sentence : document.sentences) out.push_back(sentence.span);
  return out;
}

inline Text read_text(const std::filesystem::path& path) {
  return Text::from_utf8(read_file(path), path.string());
}

/// The sentences are the lines.
inline AlignerOptions presplit(AlignerOptions options) {
  options.zh.sentences = options.en.sentences = SentenceRules::lines;
  return options;
}

inline Aligner by_lines(bool lexicon = true) {
  AlignerOptions options;
  if (!lexicon) options.lexicons.clear();
  return Aligner(presplit(std::move(options)));
}

inline const std::filesystem::path own_news = DUIQI_SOURCE_DIR "/tests/quality/data/news";

/// Whether there is no such set; says so.
inline bool skip_without(const std::filesystem::path& set) {
  if (std::filesystem::is_directory(set)) return false;
  fmt::print("skipped: no evaluation set {}\n", set.string());
  return true;
}

/// A document of a set: what was counted in it, and what it took.
struct ScoredDocument {
  std::string name;
  Counts counts;
  SideSizes sizes;         ///< in sentences
  std::clock_t clock = 0;  ///< processor time of the alignment, cutting into sentences included
};

using VisitDocument = std::function<void(ScoredDocument)>;

/// Aligns one document, and gives it to `count` for its counts and to `visit`.
template <class Count>
void score_document(const Aligner& aligner, const std::string& name, const Text& zh, const Text& en,
                    Count&& count, const VisitDocument& visit) {
  const std::clock_t begin = std::clock();
  const Bitext bitext = aligner.align(zh, en);
  const std::clock_t end = std::clock();
  visit({name, count(bitext), {bitext.zh().size(), bitext.en().size()}, end - begin});
}

/// A set of NNN.zh, NNN.en, NNN.gold: a sentence a line.
inline void each_of_sentences(const std::filesystem::path& set, AlignerOptions options,
                              const VisitDocument& visit) {
  const Aligner aligner(presplit(std::move(options)));
  const EvaluateOptions judging{std::filesystem::exists(set / "STRICT")};
  for (const std::string& name : document_names(set, ".gold")) {
    const auto count = [&](const Bitext& bitext) {
      const IdAlignment gold = read_alignment(read_text(set / (name + ".gold")), AlignmentFormat::vecalign);
      return evaluate(merge_links(bitext), gold.beads, {bitext.zh().size(), bitext.en().size()}, judging);
    };
    score_document(aligner, name, read_text(set / (name + ".zh")), read_text(set / (name + ".en")), count,
                   visit);
  }
}

/// A set of NNN.zh.txt, NNN.en.txt, NNN.spans: running text.
inline void each_of_running_text(const std::filesystem::path& set, AlignerOptions options,
                                 const VisitDocument& visit) {
  const Aligner aligner(std::move(options));
  const EvaluateOptions judging{std::filesystem::exists(set / "STRICT")};
  for (const std::string& name : document_names(set, ".spans")) {
    const auto count = [&](const Bitext& bitext) {
      std::vector<Span> zh;
      std::vector<Span> en;
      for (const SpanPair& pair : read_span_pairs(read_text(set / (name + ".spans")))) {
        zh.push_back(pair.zh);
        en.push_back(pair.en);
      }
      const auto zh_ids = overlapping(spans(bitext.zh()), zh);
      const auto en_ids = overlapping(spans(bitext.en()), en);
      std::vector<IdBead> gold(zh.size());
      for (std::size_t k = 0; k < gold.size(); ++k) gold[k] = {zh_ids[k], en_ids[k], {}, {}};
      return evaluate(merge_links(bitext), gold, {bitext.zh().size(), bitext.en().size()}, judging);
    };
    score_document(aligner, name, read_text(set / (name + ".zh.txt")), read_text(set / (name + ".en.txt")),
                   count, visit);
  }
}

/// By the set's name: raw… is running text.
inline bool is_running_text(const std::filesystem::path& set) {
  return set.filename().string().starts_with("raw");
}

inline void each_document(const std::filesystem::path& set, AlignerOptions options,
                          const VisitDocument& visit) {
  is_running_text(set) ? each_of_running_text(set, std::move(options), visit)
                       : each_of_sentences(set, std::move(options), visit);
}

inline Counts score(const std::filesystem::path& set, AlignerOptions options = {}) {
  Counts counts;
  each_document(set, std::move(options), [&](const ScoredDocument& document) { counts += document.counts; });
  return counts;
}

}  // namespace duiqi::quality
