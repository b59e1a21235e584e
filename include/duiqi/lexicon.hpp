// Layer: lexicon. Bilingual lexicons: which English words a Chinese word is rendered by.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <duiqi/export.hpp>
#include <duiqi/text.hpp>

namespace duiqi {

/// Where entries came from. Travels with them through every merge.
struct LexiconSource {
  std::string name;     ///< "duiqi built-in", "CC-CEDICT 2026-01-01", a file's name
  std::string licence;  ///< SPDX identifier where there is one; empty where unknown
  std::string note;     ///< a line for a person: who made it, from where
  friend bool operator==(const LexiconSource&, const LexiconSource&) = default;
};

/// An English rendering.
struct Equivalent {
  std::string en;          ///< base form; several words where English needs them
  double probability = 0;  ///< of this rendering, in (0, 1], where it was learned; 0 where unknown
};

/// A Chinese word and its renderings, the most usual first.
struct LexiconEntry {
  std::string zh;  ///< simplified
  std::vector<Equivalent> equivalents;
  std::uint8_t frequency_class = 0;  ///< 1 (very common in news) to 6 (rare); 0 unknown
};

/// A lexicon's contents, as people read and write them.
struct LexiconData {
  std::vector<LexiconSource> sources;
  std::vector<LexiconEntry> entries;
};

/// How closely a file is looked at when it is opened. Looking words up is safe with any bytes, either way.
enum class LexiconCheck : std::uint8_t {
  full,       ///< its checksum too, so that damage is found: reads the whole file, a millisecond for 10 MB
  structure,  ///< that all its parts are there: for files that were checked before; a fraction of that
};

/// A lexicon, ready for looking up. Cheap to copy: copies share one image. Const use from many threads.
class DUIQI_API Lexicon {
 public:
  /// Maps a .dqlex file into memory, as pages that processes share. Throws Error(io_failure), and
  /// Error(invalid_format) that says why a file is refused: foreign, truncated, damaged, of a later version.
  /// The file must not be written to while it is open; replacing it by another (as `duiqi lexicon` does) is
  /// fine. One whose stems were made by other rules than this version's is built anew in memory.
  static Lexicon open(const std::string& path, LexiconCheck check = LexiconCheck::full);
  /// An image that the caller keeps alive and unchanged. `name` stands in errors, which are the same. An
  /// image that is not aligned to 8 bytes is copied.
  static Lexicon from_image(std::string_view image, const std::string& name = {},
                            LexiconCheck check = LexiconCheck::full);
  /// The lexicon that comes with the library. Costs nothing until it is used.
  static const Lexicon& built_in();

  std::size_t size() const;  ///< entries
  std::vector<LexiconSource> sources() const;
  /// Of the contents; stands in outputs. 16 hexadecimal digits.
  std::string hash() const;
  /// The entry of exactly this word (simplified or traditional, half or full width, any case), or one without
  /// equivalents.
  LexiconEntry find(std::string_view zh) const;
  LexiconData data() const;

  struct Image;
  const Image& image() const { return *image_; }

 private:
  explicit Lexicon(std::shared_ptr<const Image> image);

  std::shared_ptr<const Image> image_;
};

/// The bytes of a .dqlex file. Entries of one word are joined; the order of equivalents is kept. The same
/// data give the same bytes.
DUIQI_API std::string build_lexicon(const LexiconData& data);

/// Adds `more` to `data`: entries of one word are joined, known equivalents keep the greater probability,
/// sources are added once.
DUIQI_API void merge_lexicon(LexiconData& data, const LexiconData& more);

/// Readers. Each throws Error(invalid_format) that names file and line. `text` may hold the decompressed
/// contents of a .gz.
DUIQI_API LexiconData read_cedict(const Text& text);  ///< CC-CEDICT .u8: `繁 简 [pin1 yin1] /gloss/gloss/`
DUIQI_API LexiconData
read_lexicon_tsv(const Text& text);  ///< `Chinese⇥equivalent; equivalent; …⇥frequency class`; with
                                     ///< probabilities: `equivalent=0.25; …`
/// hunalign .dic: `en phrase @ zh phrase` or the reverse; the direction is found out from the scripts, or
/// given.
enum class DicDirection : std::uint8_t { automatic, zh_at_en, en_at_zh };
DUIQI_API LexiconData read_dic(const Text& text, DicDirection direction = DicDirection::automatic);

/// The TSV of `data`, sorted by word; read_lexicon_tsv() reads it back. Sources stand in '#' lines.
DUIQI_API std::string write_lexicon_tsv(const LexiconData& data);

}  // namespace duiqi
