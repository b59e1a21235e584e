#include "corpus/state.hpp"

#include <charconv>
#include <filesystem>
#include <fmt/format.h>
#include <iterator>
#include <string_view>
#include <system_error>
#include <utility>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <duiqi/error.hpp>
#include <duiqi/version.hpp>

#include "corpus/input_stream.hpp"
#include "corpus/output_file.hpp"
#include "evidence/weight_table.hpp"

namespace duiqi::corpus {
namespace {

constexpr std::string_view magic = "duiqi corpus state 2";
constexpr std::size_t largest_state = 1 << 20;

[[noreturn]] void refuse_damaged(const std::string& path) {
  throw Error(ErrorCode::invalid_format, "damaged; run without --resume to start afresh",
              {path, std::nullopt, std::nullopt});
}

/// What a state consists of besides lists, by name, in the order of the file.
std::array<std::pair<std::string_view, std::uint64_t*>, 9> numbers_of(State& state) {
  return {{{"documents", &state.documents},
           {"milliseconds", &state.milliseconds},
           {"shard", &state.out.shard},
           {"shard_bytes", &state.out.shard_bytes},
           {"pairs", &state.out.pairs},
           {"document", &state.out.document},
           {"rejects", &state.sizes[0]},
           {"drops", &state.sizes[1]},
           {"keys", &state.sizes[2]}}};
}

void add_aligner(std::string& out, const AlignerOptions& options) {
  const auto put = [&](const auto& value) { fmt::format_to(std::back_inserter(out), "{}\n", value); };
  for (const Lexicon& lexicon : options.lexicons) put(lexicon.hash());
  put(options.passes);
  for (const std::uint32_t number : {options.ladder.max_one_to_many, options.ladder.max_many_to_many,
                                     std::uint32_t{options.ladder.monotone},
                                     std::uint32_t{options.links.enabled}, options.links.max_distance}) {
    put(number);
  }
  for (const double number :
       {options.links.least_probability, options.least_support, options.least_support_without_lexicon}) {
    put(number);
  }
  if (const auto& date = options.anchors.date) {
    put(fmt::format("{}-{}-{}", date->year, date->month, date->day));
  }
  for (const auto& of_kind : options.weights.table().columns) {
    for (const evidence::WeightColumn& column : of_kind) {
      for (const double weight : column) put(weight);
    }
  }
  for (const SegmentOptions* rules : {&options.zh, &options.en}) {
    put(static_cast<int>(rules->sentences));
    put(static_cast<int>(rules->paragraphs));
    put(rules->split_at_semicolons);
    for (const std::string& abbreviation : rules->abbreviations) put(abbreviation);
  }
}

}  // namespace

std::string fingerprint(const Aligner& aligner, const CorpusOptions& options, const Source& source) {
  std::string all = fmt::format("{}\n", version);
  const auto put = [&](const auto& value) { fmt::format_to(std::back_inserter(all), "{}\n", value); };
  for (const std::string& input : options.inputs) {
    std::error_code error;
    const auto size = std::filesystem::file_size(input, error);
    put(input);
    if (!error) put(size);
  }
  // A file more or less in a folder shifts all that are behind it.
  for (const Task& task : source.listed()) put(task.file);
  put(static_cast<int>(options.input));
  for (const std::string* text : {&options.fields.id, &options.fields.zh, &options.fields.en,
                                  &options.decode.encoding, &options.rejects, &options.explain_drop}) {
    put(*text);
  }
  put(static_cast<int>(options.decode.invalid));
  put(static_cast<int>(options.output.format));
  put(static_cast<int>(options.output.compression));
  put(options.shard_bytes);
  put(options.context);
  put(options.documents);
  const CorpusFilters& filters = options.filters;
  put(filters.off);
  for (const double bound : {filters.min_probability, filters.max_mix, filters.max_symbols,
                             filters.min_length_ratio, filters.max_length_ratio}) {
    put(bound);
  }
  put(filters.max_sentences);
  put(static_cast<int>(filters.numbers));
  put(static_cast<int>(options.dedup));
  put(options.dedup_memory);
  put(options.max_document);
  add_aligner(all, aligner.options());
  return fmt::format("{:016x}", XXH3_64bits(all.data(), all.size()));
}

void write_state(const std::string& path, const std::string& fingerprint, const State& state) {
  std::string out = fmt::format("{}\nrun\t{}\n", magic, fingerprint);
  const auto put = [&out](std::string_view name, std::uint64_t number) {
    fmt::format_to(std::back_inserter(out), "{}\t{}\n", name, number);
  };
  State copy = state;
  for (const auto& [name, number] : numbers_of(copy)) put(name, *number);
  for (const std::uint64_t size : state.out.sizes) put("output", size);
  for (const auto& [name, count] : state.counts) put(fmt::format("count {}", name), count);
  put("end", state.complete ? 1 : 0);
  OutputFile file(path, Compression::none);
  file.append(out);
  file.commit();
}

std::optional<State> read_state(const std::string& path, const std::string& fingerprint) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) return std::nullopt;
  LineReader lines(path, largest_state);
  LineReader::Line line;
  if (!lines.next(line) || line.text != magic) refuse_damaged(path);
  State state;
  const auto numbers = numbers_of(state);
  std::size_t known = 0;
  bool ended = false;
  while (lines.next(line)) {
    const std::size_t tab = line.text.find('\t');
    if (tab == std::string::npos || ended) refuse_damaged(path);
    const std::string name = line.text.substr(0, tab);
    const std::string value = line.text.substr(tab + 1);
    if (name == "run") {
      if (value == fingerprint) continue;
      throw Error(
          ErrorCode::invalid_option,
          "left by a run with other inputs or options; give those, or run without --resume to start afresh",
          {path, std::nullopt, std::nullopt});
    }
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc() || end != value.data() + value.size()) refuse_damaged(path);
    if (known < numbers.size()) {
      if (name != numbers[known].first) refuse_damaged(path);
      *numbers[known++].second = number;
    } else if (name == "output") {
      state.out.sizes.push_back(number);
    } else if (name.starts_with("count ")) {
      state.counts[name.substr(6)] = number;
    } else if (name == "end") {
      ended = true;
      state.complete = number == 1;
    } else {
      refuse_damaged(path);
    }
  }
  if (!ended || state.out.sizes.empty()) refuse_damaged(path);
  return state;
}

}  // namespace duiqi::corpus
