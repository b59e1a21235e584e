#include "corpus/work.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <optional>
#include <utility>

#include <duiqi/error.hpp>

#include "corpus/context.hpp"
#include "corpus/filter.hpp"
#include "corpus/pair.hpp"
#include "corpus/read_document.hpp"
#include "corpus/write_pair.hpp"
#include "io/chosen.hpp"
#include "io/escape.hpp"
#include "io/json_parts.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::corpus {
namespace {

Result reject(const Task& task, const Error& error) {
  ErrorPlace place = error.place();
  std::string reason = error.message();
  if (!place.file.empty() && task.line > 0) reason = error.what();  // a file that a line of a manifest names
  if (place.file.empty() || task.line > 0) {
    place.file = task.file;
    place.line = task.line > 0 ? std::optional(task.line) : std::nullopt;
  }
  const Error placed(error.code(), reason, place);
  Result out;
  out.counts["documents.rejected"] = 1;
  out.rejection = placed.what();
  out.rejection_line = "{\"file\": ";
  io::append_json_string(out.rejection_line, place.file);
  if (place.line) out.rejection_line += fmt::format(", \"line\": {}", *place.line);
  if (place.byte_offset) out.rejection_line += fmt::format(", \"byte\": {}", *place.byte_offset);
  out.rejection_line += ", \"reason\": ";
  io::append_json_string(out.rejection_line, reason);
  if (!task.json.empty()) {
    out.rejection_line += ", \"input\": ";
    io::append_json_string(out.rejection_line, task.json);
  }
  out.rejection_line += "}\n";
  return out;
}

/// A pair's JSON line, without its end, with the reason before all else.
void append_drop(std::string& out, std::string_view reason, std::string_view why, std::string_view line) {
  fmt::format_to(std::back_inserter(out), "{{\"reason\": \"{}\", \"why\": ", reason);
  io::append_json_string(out, why);
  out.append(", ").append(line.substr(1)).append("\n");
}

/// The same of a pair.
void explain(std::string& out, std::string_view reason, std::string_view why, const Bitext& bitext,
             const Pair& pair, const PairOrigin& origin) {
  std::string line;
  write_jsonl(line, bitext, pair, origin);
  append_drop(out, reason, why, line);
}

/// The first characters of a text, on one line.
std::string cut(std::string_view text) {
  std::string line;
  io::append_one_line(line, text);
  const std::u32string points = unicode::to_code_points(line);
  if (points.size() <= CorpusSample::longest) return line;
  return fmt::format("{}…",
                     unicode::to_utf8(std::u32string_view(points).substr(0, CorpusSample::longest - 1)));
}

FinishedPair finish(const Bitext& bitext, const Pair& pair, const PairOrigin& origin,
                    const CorpusOptions& options) {
  FinishedPair out;
  if (options.documents) {
    out.lines = {pair_of_document(bitext, pair, origin)};
  } else {
    out.lines = lines_of(bitext, pair, origin, options.output.format);
  }
  out.document = document_hash(origin.id);
  out.type = io::type_of(pair.bead);
  out.bin = bin_of(*pair.bead.probability);
  out.ratio_bin = ratio_bin_of(pair.length_ratio);
  if (options.dedup == CorpusDedup::none) return out;
  out.key = options.dedup == CorpusDedup::exact ? exact_key(pair.zh, pair.en) : near_key(pair.zh, pair.en);
  if (!options.explain_drop.empty()) {
    std::string line;
    write_jsonl(line, bitext, pair, origin);
    out.duplicate = duplicate_line(line);
  }
  return out;
}

}  // namespace

void count_written(Counts& counts, const FinishedPair& pair) {
  ++counts["pairs.written"];
  ++counts["type." + pair.type];
  ++counts[fmt::format("probability.{:02}", pair.bin)];
  ++counts[fmt::format("length_ratio.{:02}", pair.ratio_bin)];
}

void count_duplicate(Counts& counts) {
  ++counts["pairs.dropped"];
  ++counts["drop.duplicate"];
}

std::size_t bin_of(double probability) {
  return std::min(histogram_bins - 1,
                  static_cast<std::size_t>(probability * static_cast<double>(histogram_bins)));
}

std::size_t ratio_bin_of(double length_ratio) {
  return static_cast<std::size_t>(std::clamp(length_ratio / largest_ratio, 0.0, 1.0) * (ratio_bins - 1));
}

std::string duplicate_line(std::string_view line) {
  std::string out;
  append_drop(out, "duplicate", "a pair like this was written before", line);
  return out;
}

bool wants_sample(const std::vector<CorpusSample>& samples, std::string_view reason) {
  return std::count_if(samples.begin(), samples.end(), [&](const CorpusSample& sample) {
           return sample.reason == reason;
         }) < static_cast<std::ptrdiff_t>(samples_of_reason);
}

Result work_on(const Task& task, const Aligner& aligner, const CorpusOptions& options) {
  std::optional<InputDocument> input;
  try {
    input = read_document(task, options);
  } catch (const Error& error) {
    if (error.code() == ErrorCode::unknown_encoding) throw;
    return reject(task, error);
  }
  const Bitext bitext = input->record ? aligner.align(*input->record) : aligner.align(input->zh, input->en);
  Result out;
  Counts& counts = out.counts;
  counts["documents.aligned"] = 1;
  counts["bytes.read"] = input->bytes;
  counts["sentences.zh"] = bitext.zh().size();
  counts["sentences.en"] = bitext.en().size();
  for (const Warning& warning : bitext.warnings())
    ++counts[fmt::format("warning.{}", io::name(warning.code))];
  const PairOrigin origin{input->id, input->metadata};
  const std::optional<Drop> of_document = drop_document(bitext, options.filters);
  if (of_document) ++counts[fmt::format("documents.{}", name(of_document->filter))];
  std::vector<Pair> pairs = make_pairs(bitext);
  if (options.context > 0) {
    std::vector<std::string> around = contexts(bitext, pairs, options.context);
    for (std::size_t k = 0; k < pairs.size(); ++k) pairs[k].context = std::move(around[k]);
  }
  for (const Pair& pair : pairs) {
    ++counts["pairs.found"];
    counts["sentences.zh_in_pairs"] += pair.bead.zh.size();
    counts["sentences.en_in_pairs"] += pair.bead.en.size();
    std::optional<Drop> drop = of_document ? of_document : drop_pair(bitext, pair, options.filters);
    if (drop) {
      ++counts["pairs.dropped"];
      ++counts[fmt::format("drop.{}", name(drop->filter))];
      if (wants_sample(out.samples, name(drop->filter))) {
        out.samples.push_back(
            {std::string(name(drop->filter)), drop->why, cut(input->id), cut(pair.zh), cut(pair.en)});
      }
      if (!options.explain_drop.empty())
        explain(out.drops, name(drop->filter), drop->why, bitext, pair, origin);
      continue;
    }
    out.pairs.push_back(finish(bitext, pair, origin, options));
  }
  out.id = input->id;
  out.metadata = input->metadata;
  return out;
}

}  // namespace duiqi::corpus
