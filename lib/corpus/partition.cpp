#include <algorithm>
#include <cmath>
#include <deque>
#include <filesystem>
#include <fmt/format.h>
#include <optional>
#include <simdjson.h>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <duiqi/error.hpp>
#include <duiqi/partition.hpp>

#include "corpus/input_stream.hpp"
#include "corpus/near_documents.hpp"
#include "corpus/output_file.hpp"
#include "io/escape.hpp"

namespace duiqi {
namespace corpus {
namespace {

/// Longer lines are no pairs: a document may have 1 GiB, but its sentences don't.
constexpr std::size_t longest_line = std::size_t{64} << 20;

[[noreturn]] void refuse_option(std::string what) {
  throw Error(ErrorCode::invalid_option, std::move(what));
}

/// The parts of a line that matter here; they point into the line, or into the parser.
struct PairTexts {
  std::string_view doc;
  std::string_view zh;
  std::string_view en;
};

class PairParser {
 public:
  explicit PairParser(CorpusFormat format) : format_(format) {}

  /// Lives until the next call. Throws Error(invalid_format), without a place.
  PairTexts parse(const std::string& line) { return format_ == CorpusFormat::tsv ? tsv(line) : jsonl(line); }

 private:
  [[noreturn]] static void refuse(std::string_view what) {
    throw Error(ErrorCode::invalid_format, fmt::format("no pair that duiqi corpus wrote: {}", what));
  }

  PairTexts jsonl(const std::string& line) {
    simdjson::dom::object object;
    if (const auto error = parser_.parse(line).get(object)) refuse(simdjson::error_message(error));
    PairTexts out;
    for (const auto& [name, text] : {std::pair{"doc", &out.doc}, {"zh", &out.zh}, {"en", &out.en}}) {
      if (object.at_key(name).get(*text) != simdjson::SUCCESS)
        refuse(fmt::format("no field \"{}\" that is a string", name));
    }
    return out;
  }

  static PairTexts tsv(std::string_view line) {
    std::vector<std::string_view> columns;
    while (columns.size() < 4) {
      const std::size_t tab = std::min(line.find('\t'), line.size());
      columns.push_back(line.substr(0, tab));
      if (tab == line.size()) break;
      line.remove_prefix(tab + 1);
    }
    if (columns.size() < 4) refuse("fewer than four columns");
    return {columns[3], columns[0], columns[1]};
  }

  CorpusFormat format_;
  simdjson::dom::parser parser_;
};

/// Calls `take(line, pair, begins)` for each line of the inputs; `begins`: whether it is the first of its
/// document.
template <class Take>
void for_each_pair(const PartitionOptions& options, CorpusFormat format, Take take) {
  PairParser parser(format);
  std::optional<std::string> document;
  for (const std::string& input : options.inputs) {
    LineReader reader(input, longest_line);
    for (LineReader::Line line; reader.next(line);) {
      PairTexts pair;
      try {
        if (line.too_long) throw Error(ErrorCode::invalid_format, "a line of more than 64 MiB is no pair");
        if (!line.ended) throw Error(ErrorCode::invalid_format, "the line has no end; get the file again");
        pair = parser.parse(line.text);
      } catch (const Error& error) {
        throw Error(error.code(), error.message(), {input, std::nullopt, line.number});
      }
      const bool begins = document != pair.doc;
      if (begins) document = pair.doc;
      take(line.text, pair, begins);
    }
  }
}

CorpusOutput output_of(const PartitionOptions& options) {
  if (options.inputs.empty()) refuse_option("no input");
  const auto of_name = corpus_output_of(options.inputs.front());
  const auto output = options.output ? options.output : of_name;
  if (!output) {
    refuse_option(fmt::format("the ending of {} stands for no format; give one", options.inputs.front()));
  }
  if (output->format != CorpusFormat::jsonl && output->format != CorpusFormat::tsv)
    refuse_option("only jsonl and tsv can be cut into sides; make other formats of these with duiqi merge");
  for (const std::string& input : options.inputs) {
    if (input == "-") refuse_option("standard input can't be read twice, as a partition must; give a file");
    const auto own = corpus_output_of(input);
    if (own && own->format != output->format)
      refuse_option(fmt::format("{} is of another format than what is read and written", input));
  }
  return *output;
}

void check(const PartitionOptions& options) {
  double percent = 0;
  for (const PartitionSize& size : {options.dev, options.test}) {
    if (!(size.amount >= 0) || !std::isfinite(size.amount)) refuse_option("a size must be 0 or more");
    if (size.percent) percent += size.amount;
    if (!size.percent && size.amount != std::floor(size.amount))
      refuse_option("a number of documents must be whole");
  }
  if (percent > 100) refuse_option("dev and test have more than 100 % together");
  if (!(options.share > 0 && options.share <= 1)) refuse_option("the share must be above 0 and at most 1");
}

std::string_view ending_of(CorpusOutput output) {
  const bool tsv = output.format == CorpusFormat::tsv;
  switch (output.compression) {
    case Compression::none:
      return tsv ? "tsv" : "jsonl";
    case Compression::gzip:
      return tsv ? "tsv.gz" : "jsonl.gz";
    case Compression::zstd:
      return tsv ? "tsv.zst" : "jsonl.zst";
  }
  return {};
}

/// Documents that go to a side together.
struct Group {
  std::uint64_t hash = 0;       // of the first document's id
  std::uint32_t documents = 0;  // 0: the document of this number begins no group
  CorpusSide side = CorpusSide::train;
};

class Partition {
 public:
  explicit Partition(const PartitionOptions& options)
      : options_(options), output_(output_of(options)), near_(options.share, options.memory) {}

  PartitionReport run() {
    check(options_);
    read();
    assign(CorpusSide::test, options_.test, false);
    assign(CorpusSide::dev, options_.dev, true);
    write();
    return report_;
  }

 private:
  void read() {
    for_each_pair(options_, output_.format, [&](const std::string&, const PairTexts& pair, bool begins) {
      if (begins) {
        near_.begin(pair.doc);
        hashes_.push_back(XXH3_64bits_withSeed(pair.doc.data(), pair.doc.size(), options_.seed));
      }
      ++pairs_;
      if (near_.add(pair.zh, pair.en)) return;
      refuse_option(
          fmt::format("{} MiB of memory hold {} pairs and no more; allow more, or drop near duplicates "
                      "first",
                      options_.memory >> 20, pairs_ - 1));
    });
    near_.finish();
    groups_.resize(hashes_.size());
    for (std::uint32_t k = 0; k < groups_.size(); ++k) {
      Group& group = groups_[near_.group_of(k)];
      group.hash = hashes_[near_.group_of(k)];
      ++group.documents;
    }
    report_.documents = groups_.size();
    for (const Group& group : groups_) {
      report_.groups += group.documents > 0 ? 1 : 0;
      report_.largest_group = std::max<std::uint64_t>(report_.largest_group, group.documents);
      report_.not_alone += group.documents > 1 ? group.documents : 0;
    }
  }

  /// Gives a side the groups with the least hashes, or the greatest: so what dev gets does not depend on
  /// test, nor the other way round, while there is enough for both.
  void assign(CorpusSide side, PartitionSize size, bool from_above) {
    const double wanted =
        size.percent ? size.amount / 100 * static_cast<double>(report_.documents) : size.amount;
    // In [0, 1).
    const auto place = [&](const Group& group) {
      return std::ldexp(static_cast<double>((from_above ? ~group.hash : group.hash) >> 11), -53);
    };
    const auto is_free = [&](const Group& group) {
      return group.documents > 0 && group.side == CorpusSide::train && group.documents <= wanted;
    };
    if (size.percent) {
      for (Group& group : groups_) {
        if (is_free(group) && place(group) * 100 < size.amount) group.side = side;
      }
      return;
    }
    std::vector<Group*> order;
    for (Group& group : groups_) {
      if (is_free(group)) order.push_back(&group);
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](const Group* a, const Group* b) { return place(*a) < place(*b); });
    double left = wanted;
    for (Group* group : order) {
      if (group->documents > left) continue;
      group->side = side;
      left -= group->documents;
    }
  }

  void write() {
    std::error_code error;
    std::filesystem::create_directories(options_.folder, error);
    if (error) {
      throw Error(ErrorCode::io_failure, fmt::format("can't be made: {}", error.message()),
                  {options_.folder, std::nullopt, std::nullopt});
    }
    const std::filesystem::path folder = options_.folder;
    std::deque<OutputFile> files;
    for (const CorpusSide side : all_corpus_sides) {
      const std::string path = (folder / fmt::format("{}.{}", name(side), ending_of(output_))).string();
      for (const std::string& input : options_.inputs) {
        std::error_code ignored;
        if (std::filesystem::equivalent(input, path, ignored))
          refuse_option(fmt::format("{} is an input", path));
      }
      files.emplace_back(path, output_.compression);
    }
    OutputFile list((folder / "documents.tsv").string(), Compression::none);
    std::uint32_t documents = 0;
    CorpusSide side = CorpusSide::train;
    std::uint64_t pairs = 0;
    for_each_pair(options_, output_.format, [&](const std::string& line, const PairTexts& pair, bool begins) {
      ++pairs;
      if (begins) {
        if (documents == groups_.size()) refuse_changed();
        const std::uint32_t group = near_.group_of(documents++);
        side = groups_[group].side;
        ++report_.of(side).documents;
        if (group + 1 == documents) ++report_.of(side).groups;
        std::string entry;
        io::append_one_line(entry, pair.doc);
        list.append(fmt::format("{}\t{}\t{}\n", entry, name(side), group + 1));
        if (list.pending() >= frame_bytes) list.cut();
      }
      ++report_.of(side).pairs;
      OutputFile& file = files[static_cast<std::size_t>(side)];
      file.append(line);
      file.append("\n");
      if (file.pending() >= frame_bytes) file.cut();
    });
    if (documents != groups_.size() || pairs != pairs_) refuse_changed();
    for (OutputFile& file : files) file.cut();
    for (OutputFile& file : files) file.commit();
    list.commit();
  }

  [[noreturn]] static void refuse_changed() {
    throw Error(ErrorCode::io_failure, "the input changed while it was read");
  }

  const PartitionOptions& options_;
  CorpusOutput output_;
  NearDocuments near_;
  std::vector<std::uint64_t> hashes_;
  std::vector<Group> groups_;  // of each document; only of a group's first is there something in it
  std::uint64_t pairs_ = 0;
  PartitionReport report_;
};

}  // namespace
}  // namespace corpus

std::string_view name(CorpusSide side) {
  switch (side) {
    case CorpusSide::train:
      return "train";
    case CorpusSide::dev:
      return "dev";
    case CorpusSide::test:
      return "test";
  }
  return {};
}

PartitionReport partition_corpus(const PartitionOptions& options) {
  return corpus::Partition(options).run();
}

}  // namespace duiqi
