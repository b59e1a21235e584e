// Aligns a set of documents with gold through the public API, and counts.
#pragma once

#include <algorithm>
#include <filesystem>
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

/// A set of NNN.zh, NNN.en, NNN.gold: a sentence a line.
inline Counts score_sentences(const std::filesystem::path& set, AlignerOptions options = {}) {
  options.zh.sentences = options.en.sentences = SentenceRules::lines;
  const Aligner aligner(options);
  const EvaluateOptions judging{std::filesystem::exists(set / "STRICT")};
  Counts counts;
  for (const std::string& name : document_names(set, ".gold")) {
    const Bitext bitext = aligner.align(read_text(set / (name + ".zh")), read_text(set / (name + ".en")));
    const IdAlignment gold = read_alignment(read_text(set / (name + ".gold")), AlignmentFormat::vecalign);
    counts += evaluate(merge_links(bitext), gold.beads, {bitext.zh().size(), bitext.en().size()}, judging);
  }
  return counts;
}

/// A set of NNN.zh.txt, NNN.en.txt, NNN.spans: running text.
inline Counts score_running_text(const std::filesystem::path& set, AlignerOptions options = {}) {
  const Aligner aligner(std::move(options));
  Counts counts;
  for (const std::string& name : document_names(set, ".spans")) {
    const Bitext bitext =
        aligner.align(read_text(set / (name + ".zh.txt")), read_text(set / (name + ".en.txt")));
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
    counts += evaluate(merge_links(bitext), gold, {bitext.zh().size(), bitext.en().size()}, {});
  }
  return counts;
}

/// By the set's name: raw… is running text.
inline Counts score(const std::filesystem::path& set, AlignerOptions options = {}) {
  return set.filename().string().starts_with("raw") ? score_running_text(set, std::move(options))
                                                    : score_sentences(set, std::move(options));
}

}  // namespace duiqi::quality
