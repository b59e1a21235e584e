// Layer: model. A text: valid UTF-8 that owns its bytes and knows where it came from.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <duiqi/export.hpp>
#include <duiqi/span.hpp>

namespace duiqi {

enum class Language : unsigned char { chinese, english };

enum class LineEnds : unsigned char { none, lf, crlf, cr, mixed };

/// What to do with bytes that are not valid in their encoding.
enum class InvalidBytes : unsigned char { reject, replace };

struct DecodeOptions {
  /// "auto", or a name that ICU knows ("utf-8", "gb18030", "big5", "big5-hkscs", "utf-16le", …); case, '-'
  /// and
  /// '_' don't matter; GB2312 and GBK are read as GB18030, which holds them. "auto" goes by a byte order
  /// mark, then takes UTF-8 if the bytes are valid; else UTF-8 with errors, GB18030, Big5, Big5-HKSCS,
  /// windows-1252 and UTF-16 are weighed against each other on the decoded text (docs/text.md).
  std::string encoding = "auto";
  /// `replace` puts U+FFFD for each maximal invalid subpart (Unicode 15, section 3.9) and reports it in
  /// `Text::replacements()`.
  InvalidBytes invalid = InvalidBytes::reject;
};

/// Valid UTF-8 with its origin. Cheap to copy: copies share the bytes, which never change. All views stay
/// valid as long as any copy lives, also when it is moved.
class DUIQI_API Text {
 public:
  Text();

  /// Takes UTF-8 as it is, a byte order mark and NUL bytes included: offsets are those of `utf8`.
  /// `name` stands in error messages (a file name; "-" for standard input).
  /// Throws Error(invalid_encoding) that names the first bad byte. Cost: one pass.
  static Text from_utf8(std::string utf8, std::string name = {});

  /// Converts `bytes` to UTF-8. Offsets of the result are those of the UTF-8; for UTF-8 input without
  /// replacements they are those of `bytes`. Throws Error(invalid_encoding) that names the first bad byte of
  /// `bytes`, and Error(unknown_encoding).
  static Text decode(std::string bytes, const DecodeOptions& options = {}, std::string name = {});

  std::string_view view() const noexcept { return data_->utf8; }
  std::string_view slice(Span span) const { return duiqi::slice(view(), span); }
  std::size_t size() const noexcept { return data_->utf8.size(); }

  const std::string& name() const noexcept { return data_->name; }
  /// The encoding that the bytes were in: "UTF-8", "GB18030", "Big5", …
  const std::string& source_encoding() const noexcept { return data_->encoding; }
  /// True where the encoding was chosen by weighing (no name, no mark and no valid UTF-8 decided it).
  bool encoding_was_guessed() const noexcept { return data_->guessed; }
  bool has_byte_order_mark() const noexcept { return data_->byte_order_mark; }
  LineEnds line_ends() const noexcept { return data_->line_ends; }
  /// Byte offsets in this text of each U+FFFD that stands for invalid bytes, ascending.
  const std::vector<std::size_t>& replacements() const noexcept { return data_->replacements; }

 private:
  struct Data {
    std::string utf8;
    std::string name;
    std::string encoding = "UTF-8";
    std::vector<std::size_t> replacements;
    LineEnds line_ends = LineEnds::none;
    bool byte_order_mark = false;
    bool guessed = false;
  };

  explicit Text(Data data);

  std::shared_ptr<const Data> data_;
};

/// Converts byte offsets of a text to code points and to UTF-16 code units, for editors and languages that
/// count so. Built once (one pass over the text, 16 bytes for each 256 bytes of text); a look-up scans at
/// most 256 bytes. Const use from many threads.
class DUIQI_API OffsetIndex {
 public:
  /// `utf8` must be valid and outlive the index.
  explicit OffsetIndex(std::string_view utf8);

  /// Precondition of all: `byte <= text.size()`; an offset inside a code point counts as that code point's
  /// begin.
  std::size_t code_points(std::size_t byte) const;
  std::size_t utf16_units(std::size_t byte) const;
  /// The reverse: the byte where code point number `count` begins; text.size() where there are fewer.
  std::size_t byte_of_code_point(std::size_t count) const;
  /// The byte where the code point begins that holds UTF-16 unit number `count`; text.size() where there are
  /// fewer.
  std::size_t byte_of_utf16_unit(std::size_t count) const;

 private:
  struct Mark {
    std::size_t code_points;
    std::size_t utf16_units;
  };

  std::string_view text_;
  std::vector<Mark> marks_;
};

}  // namespace duiqi
