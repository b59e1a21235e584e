// Options that several commands share: how texts are read, cut and aligned.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <duiqi/aligner.hpp>
#include <duiqi/record.hpp>
#include <duiqi/text.hpp>

namespace CLI {
class App;
}

namespace duiqi::tool {

struct ReadFlags {
  std::string encoding = "auto";
  bool replace_invalid = false;
  bool quiet = false;

  void add_to(CLI::App& command);
  DecodeOptions options() const;
  /// Says how a text was decoded, where its user should know.
  void warn(const Text& text) const;
};

struct SegmentFlags {
  bool pre_split = false;
  std::string sentences = "duiqi";
  std::string paragraphs = "auto";
  std::string abbreviations;
  bool semicolons = false;

  void add_to(CLI::App& command);
  /// Reads the abbreviations. Throws Error.
  SegmentOptions options() const;
};

struct DateFlag {
  std::string date;

  void add_to(CLI::App& command);
  /// Throws Error(invalid_option) where it is no day of the calendar.
  std::optional<Date> value() const;
};

/// The record in a file, with the date that was given in place of its own.
Record read_record_file(const std::string& path, const ReadFlags& flags, const std::optional<Date>& date);

/// Throws Error(invalid_option) for "nan", which is neither inside a range nor outside.
void refuse_nan(const char* option, double value);

/// Throws Error(invalid_option) where the output is one of the inputs.
void refuse_overwriting(const std::vector<std::string>& inputs, const std::string& out);

/// Whether the text is Chinese or English: as `flag` ("zh", "en") says, or by its letters ("auto").
Language language_of(const Text& text, const std::string& flag);

}  // namespace duiqi::tool
