// Layer: io. Writers: an alignment in the formats of docs/formats.md.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <duiqi/bitext.hpp>
#include <duiqi/export.hpp>

namespace duiqi {

enum class Format : std::uint8_t {
  text,      ///< two columns, for eyes
  json,      ///< one object a document, with everything
  jsonl,     ///< one object a bead and line
  tsv,       ///< zh⇥en⇥probability
  vecalign,  ///< [0]:[0, 1]:0.123456
  tmx,       ///< TMX 1.4b
};

/// The format of that name ("text", "json", …), or nothing.
DUIQI_API std::optional<Format> find_format(std::string_view name);
/// The format that a file's ending stands for (.txt .json .jsonl .tsv .vecalign .out .tmx), or nothing.
DUIQI_API std::optional<Format> format_of_file(std::string_view path);

/// How `text` looks.
struct TextLook {
  std::uint32_t width = 100;                      ///< columns; at least 40 are used
  bool colour = false;                            ///< ANSI colours: anchors, doubtful beads, nulls
  double doubtful_below = duiqi::doubtful_below;  ///< beads of a lower probability are marked
};

struct WriteOptions {
  /// The document's name in `json`, `jsonl` and `tmx`. Empty: the Chinese text's name.
  std::string id;
  /// Draws links into beads, whose ids may then have gaps.
  bool merge_links = true;
  /// Whether sentences without a counterpart are written. Unset: yes in text, json and vecalign; no in jsonl,
  /// tsv and tmx. A bead that has only blank lines of pre-split input on a side goes with them.
  std::optional<bool> nulls;
  /// Beads of a lower probability, nulls too, are left out of jsonl, tsv, vecalign and tmx. `json` and `text`
  /// keep them: json says "kept": false, text marks them as doubtful. In [0, 1].
  double min_probability = 0;
  /// Empty, or one for each of the bitext's beads, in their order. They must outlive the call.
  std::span<const Explanation> explanations;
  /// Whether all that the explanations hold is written: in text under each bead, in json and jsonl as further
  /// fields. Else text has none of it but colours, json the terms and the anchors, jsonl the anchors.
  bool explain = false;
  /// Names and hashes of what the alignment depends on besides the program (weights, lexicons).
  std::vector<std::pair<std::string, std::string>> hashes;
  TextLook text;
};

/// Appends the alignment to `out`, as UTF-8. The same bitext gives the same bytes. Precondition:
/// `explanations` is empty or as long as `bitext.beads()`.
DUIQI_API void write(std::string& out, const Bitext& bitext, Format format, const WriteOptions& options = {});

enum class SentenceFormat : std::uint8_t {
  lines,    ///< a sentence a line; white space inside becomes one space
  offsets,  ///< begin⇥end⇥paragraph, bytes of the UTF-8 text
  json,     ///< {"sentences": [{"begin": 0, "end": 96, "paragraph": 0}, …], …}
};

/// Appends the sentences of one document.
DUIQI_API void write_sentences(std::string& out, const Document& document, SentenceFormat format);

}  // namespace duiqi
