// Layer: corpus. Parallel corpora: many documents in, sentence pairs out.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <duiqi/aligner.hpp>
#include <duiqi/export.hpp>
#include <duiqi/text.hpp>

namespace duiqi {

enum class CorpusInput : std::uint8_t {
  automatic,  ///< two folders are `folders`; .tsv is a manifest, .txt a record, all else JSON Lines
  jsonl,      ///< an object a line, with both texts in it
  manifest,   ///< a line a document: ZH⇥EN, ZH⇥EN⇥ID, or RECORD
  folders,    ///< a Chinese folder and an English one, with files of the same names
  records,    ///< a file a document, that holds both texts (read_record.hpp)
};

enum class CorpusFormat : std::uint8_t {
  jsonl,
  tsv,
  moses,  ///< three files: STEM.zh, STEM.en (a pair a line) and STEM.ids (what else tsv has), OUT being
          ///< STEM.moses
  tmx     ///< TMX 1.4b
};
enum class Compression : std::uint8_t { none, gzip, zstd };

/// What an output is: by an ending such as ".jsonl.gz", also without its first dot; nothing for one that
/// stands for none.
struct CorpusOutput {
  CorpusFormat format = CorpusFormat::jsonl;
  Compression compression = Compression::none;
};
DUIQI_API std::optional<CorpusOutput> corpus_output_of(std::string_view ending);

/// Whether a run with this OUT, in shards or not, may write the file `path`.
DUIQI_API bool corpus_writes(const std::string& out, CorpusOutput output, bool shards,
                             const std::string& path);

/// The fields of a JSON line; all others are carried through as metadata.
struct CorpusFields {
  std::string id = "id";
  std::string zh = "zh";
  std::string en = "en";
};

/// What drops pairs, in the order in which they are asked: the first that does is the reason. The first two
/// look at documents and drop all their pairs.
enum class CorpusFilter : std::uint8_t {
  language,      ///< a side is in another language, or the sides are swapped
  not_parallel,  ///< the texts are no translations of each other (Summary::parallel)
  probability,
  bead_size,
  identical,  ///< both sides are the same but for white space, punctuation, case and width
  script,     ///< no Chinese on the Chinese side, no Latin letters on the English one, or Chinese there
  mix,        ///< too much of the other script
  symbols,    ///< too little that is letters
  length_ratio,
  boilerplate,  ///< a side is nothing but a dateline, a credit, an end mark, a share-this line or a notice
  numbers,      ///< a number, date, weekday or time without counterpart
};
inline constexpr std::array all_corpus_filters{
    CorpusFilter::language,    CorpusFilter::not_parallel, CorpusFilter::probability,
    CorpusFilter::bead_size,   CorpusFilter::identical,    CorpusFilter::script,
    CorpusFilter::mix,         CorpusFilter::symbols,      CorpusFilter::length_ratio,
    CorpusFilter::boilerplate, CorpusFilter::numbers};
/// "language", "not_parallel", …: as outputs and options call it.
DUIQI_API std::string_view name(CorpusFilter filter);

/// Numbers up to a dozen don't count, since they are words as often ("one").
enum class CorpusNumbers : std::uint8_t {
  contradiction,  ///< drop where each side has one without counterpart, of a kind: they contradict each other
  complete,       ///< drop where any has none
};

/// The bounds keep 99.9 % and more of the pairs that the aligner finds with a probability above .9 in the dev
/// sets (21,256 of news and novels); what each drops there stands in docs/corpus.md.
struct CorpusFilters {
  std::uint32_t off = 0;  ///< filters that are not used, a bit each: see use()
  double min_probability = 0.5;
  std::uint32_t max_sentences = 4;  ///< on either side
  double max_mix = 0.6;         ///< share of the other script, a Chinese character weighed as three letters
  double max_symbols = 0.6;     ///< share of code points that are no letters
  double min_length_ratio = 1;  ///< English letters and digits for each Chinese character
  double max_length_ratio = 8;
  CorpusNumbers numbers = CorpusNumbers::contradiction;

  bool uses(CorpusFilter filter) const { return (off >> static_cast<unsigned>(filter) & 1U) == 0; }
  void use(CorpusFilter filter, bool yes) {
    const std::uint32_t bit = 1U << static_cast<unsigned>(filter);
    off = yes ? off & ~bit : off | bit;
  }
};

/// Pairs that were written before are dropped as `duplicate`; the first stays.
enum class CorpusDedup : std::uint8_t {
  none,
  exact,  ///< both sides are those of another pair, but for case, width, script variant, space and
          ///< punctuation
  near    ///< both sides share most of their pieces with those of another, by minhash (docs/corpus.md)
};

struct CorpusOptions {
  std::vector<std::string> inputs;  ///< files, folders, or "-"; each plain, gzip or zstd
  CorpusInput input = CorpusInput::automatic;
  CorpusFields fields;
  DecodeOptions decode;  ///< of text files; JSON Lines are UTF-8

  std::string out = "-";  ///< "-" is standard output; a file is made beside, as OUT.part, and then renamed
  CorpusOutput output;
  /// Bytes, before compression, behind which another file is begun, between two documents: STEM-00001.jsonl,
  /// STEM-00002.jsonl, … of an OUT that is STEM.jsonl. Files of such names behind the last one are removed at
  /// the end. 0: all is one file.
  std::uint64_t shard_bytes = 0;
  /// So many beads before and behind each pair are written with it, nulls and beads that the filters drop
  /// among them; jsonl alone.
  std::uint32_t context = 0;
  /// A line a document, with its pairs in a list, instead of one a pair; documents of which nothing is left
  /// have none. jsonl alone; merge_corpus() does not take it.
  bool documents = false;
  /// Goes on where a run with the same inputs and options was ended, by OUT.state, OUT.part and
  /// OUT.keys.part; starts afresh where there is no OUT.state. The output is that of one run. OUT must be a
  /// file.
  bool resume = false;
  std::string rejects;  ///< JSON Lines of the documents that could not be read; empty: none is written
  bool strict = false;  ///< the first such document ends the run

  CorpusFilters filters;
  std::string explain_drop;  ///< JSON Lines of the dropped pairs, with the reason; empty: none is written
  CorpusDedup dedup = CorpusDedup::exact;
  /// Bytes that deduplication may use, also while it grows: 1 GiB is enough for 25 million pairs (exact) or
  /// 8 million (near). What does not fit is written, not remembered, and counted as "pairs.not_remembered".
  std::size_t dedup_memory = std::size_t{1} << 30;
  std::string copies;  ///< a line N⇥COPIES for each written pair (N from 1) that came again; empty: none

  std::uint32_t threads = 0;  ///< 0: as many as the machine runs at once
  /// Bytes of a document, uncompressed: of its JSON line, its record, or its two files together. Four
  /// documents a thread are in memory at a time.
  std::size_t max_document = std::size_t{4} << 20;
};

/// A dropped pair to look at, its texts cut.
struct CorpusSample {
  static constexpr std::size_t longest = 160;  ///< characters of a text

  std::string reason;
  std::string why;
  std::string doc;
  std::string zh;
  std::string en;
};

/// What a run counted.
struct CorpusReport {
  /// By name: "documents.read", "documents.rejected", "documents.aligned", "documents.language" and
  /// "documents.not_parallel" (dropped whole), "warning.CODE" (of documents, as `align` names them),
  /// "pairs.found", "pairs.dropped", "pairs.written", "pairs.not_remembered", "drop.REASON", "bytes.read" (of
  /// texts, as UTF-8), "sentences.zh", "sentences.en", "sentences.zh_in_pairs", "sentences.en_in_pairs" (of
  /// the pairs found), "type.1-1" (beads of the written pairs), "probability.00" … "probability.19" (written
  /// pairs by twentieths), "length_ratio.00" … "length_ratio.32" (written pairs by quarters, the last from 8
  /// on). What is 0 may be missing.
  std::map<std::string, std::uint64_t> counts;
  double seconds = 0;  ///< by the clock; with those of the runs that a resumed one goes on with
  std::uint32_t threads = 0;
  /// Three for each reason, the first ones; of a resumed run those since it went on. Duplicates have none.
  std::vector<CorpusSample> samples;
  double share = 0;  ///< of the input that is done, while it runs, in [0, 1]; 0 where its size is unknown

  std::uint64_t count(const std::string& name) const {
    const auto found = counts.find(name);
    return found == counts.end() ? 0 : found->second;
  }
};

/// What report_json() wrote, read again. Throws Error(invalid_format), without a place.
DUIQI_API CorpusReport read_report(std::string_view json);

/// The report as a JSON object, and as lines for a person.
DUIQI_API std::string report_json(const CorpusReport& report);
DUIQI_API std::string report_text(const CorpusReport& report);

/// What a page about a run says besides.
struct CorpusReportDetails {
  struct Option {
    std::string name;
    std::string value;
    bool given = false;  ///< else by default
  };
  std::string name;  ///< of the corpus: its file
  std::string date;  ///< of the run, as it is to be shown; empty: none
  std::vector<Option> options;
};

/// The report as a page to look at: HTML with plots in SVG, one file that loads nothing and has no script.
/// Light or dark as the reader's system; fit for phones and paper. All texts are escaped.
DUIQI_API std::string report_html(const CorpusReport& report, const CorpusReportDetails& details);

/// What happens during a run; the functions are called by one thread at a time, in the order of the input.
struct CorpusEvents {
  /// A document that could not be read: one line that names file and line.
  std::function<void(const std::string& message)> rejected;
  /// Behind each document (merge_corpus(): each MiB of pairs), with what was counted so far and the seconds
  /// since the begin.
  std::function<void(const CorpusReport& so_far)> progress;
  /// Looked at before each document (merge_corpus(): before each MiB): once it is true no more are read, and
  /// the run ends with an Error.
  const std::atomic<bool>* stop = nullptr;
};

/// Reads, aligns and writes. The output is the same for any number of threads, in the order of the input;
/// each pair is what `aligner` gives for its document alone. Memory is bounded by the documents at work,
/// whatever the input's size. Throws Error where an input or an output fails as a whole (a bad document does
/// not), and Error(invalid_option). Then OUT is what it was before, and what was done can be resumed.
DUIQI_API CorpusReport build_corpus(const Aligner& aligner, const CorpusOptions& options,
                                    const CorpusEvents& events = {});

/// How outputs of build_corpus() are joined.
struct MergeOptions {
  /// Outputs of build_corpus() in jsonl or tsv, or "-"; plain, gzip or zstd. By their order is what comes
  /// first.
  std::vector<std::string> shards;
  /// What the shards are; else .tsv (.tsv.gz, .tsv.zst) is tsv, and all others are jsonl.
  std::optional<CorpusFormat> input;
  std::string out = "-";  ///< as in CorpusOptions
  /// Shards of tsv have too little for jsonl: it throws Error(invalid_option).
  CorpusOutput output;
  std::uint64_t shard_bytes = 0;  ///< as in CorpusOptions
  CorpusDedup dedup = CorpusDedup::exact;
  std::size_t dedup_memory = std::size_t{1} << 30;  ///< bytes, as in CorpusOptions
  std::string copies;                               ///< as in CorpusOptions
  std::string explain_drop;  ///< JSON Lines of the duplicates, of shards that are jsonl; empty: none
  /// report_json() of the shards, all of them: files. Then the report is that of the whole run.
  std::vector<std::string> reports;
  std::uint32_t threads = 0;  ///< 0: as many as the machine runs at once
};

/// Joins outputs of build_corpus(), in their order, and drops what an earlier pair has said. Of shards that
/// were made with CorpusDedup::none from parts of an input, it gives the bytes that one run over the whole
/// input gives with `dedup` (before compression: frames may end elsewhere). The report has "pairs.found",
/// "pairs.dropped", "drop.duplicate", "pairs.written", "pairs.not_remembered", "type.…", "probability.…" and
/// "length_ratio.…"; with `reports` the sums of those besides: "seconds" too is then the sum. Memory is
/// bounded by `dedup_memory` and a few MiB a thread. Throws Error: invalid_format for a line that
/// build_corpus() did not write, for a shard that ends too soon, and where the reports speak of other numbers
/// of pairs than the shards hold; io_failure; invalid_option. Then OUT is what it was before.
DUIQI_API CorpusReport merge_corpus(const MergeOptions& options, const CorpusEvents& events = {});

}  // namespace duiqi
