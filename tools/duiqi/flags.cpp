#include "flags.hpp"

#include <CLI/CLI.hpp>
#include <charconv>
#include <chrono>
#include <cmath>
#include <fmt/format.h>

#include <duiqi/check.hpp>
#include <duiqi/error.hpp>
#include <duiqi/read_record.hpp>

#include "files.hpp"

namespace duiqi::tool {

void ReadFlags::add_to(CLI::App& command) {
  command
      .add_option("--encoding", encoding,
                  "Encoding of the input: auto, utf-8, gb18030, big5, utf-16le or another that ICU knows")
      ->type_name("NAME")
      ->capture_default_str()
      ->group("Reading");
  command
      .add_flag("--replace-invalid", replace_invalid,
                "Read invalid bytes as U+FFFD, with a warning, instead of giving up")
      ->group("Reading");
  command.add_flag("-q,--quiet", quiet, "No warnings on standard error");
}

DecodeOptions ReadFlags::options() const {
  return {encoding, replace_invalid ? InvalidBytes::replace : InvalidBytes::reject};
}

void ReadFlags::warn(const Text& text) const {
  if (quiet) return;
  for (const Warning& warning : check_text(text)) complain("warning: " + warning.message);
}

void SegmentFlags::add_to(CLI::App& command) {
  const auto* split =
      command
          .add_flag("--pre-split", pre_split, "The input has a sentence a line; a blank line keeps its id")
          ->group("Sentences");
  command
      .add_option("--sentences", sentences,
                  "Rules that find sentences: duiqi (made for news), icu, boost (Boost.Locale)")
      ->check(CLI::IsMember({"duiqi", "icu", "boost"}))
      ->type_name("RULES")
      ->capture_default_str()
      ->excludes(const_cast<CLI::Option*>(split))
      ->group("Sentences");
  command
      .add_option(
          "--paragraphs", paragraphs,
          "What ends a paragraph: line, blank (a blank line; for hard-wrapped text), auto (found out)")
      ->check(CLI::IsMember({"auto", "line", "blank"}))
      ->type_name("RULES")
      ->capture_default_str()
      ->group("Sentences");
  command
      .add_option("--abbreviations", abbreviations,
                  "Further English abbreviations, one a line with its full stop; '#' starts a comment")
      ->type_name("FILE")
      ->group("Sentences");
  command.add_flag("--semicolons", semicolons, "Semicolons end sentences too")->group("Sentences");
}

SegmentOptions SegmentFlags::options() const {
  SegmentOptions out;
  out.sentences = pre_split              ? SentenceRules::lines
                  : sentences == "icu"   ? SentenceRules::icu
                  : sentences == "boost" ? SentenceRules::boost_locale
                                         : SentenceRules::duiqi;
  out.paragraphs = paragraphs == "line"    ? ParagraphRules::line
                   : paragraphs == "blank" ? ParagraphRules::blank_line
                                           : ParagraphRules::automatic;
  out.split_at_semicolons = semicolons;
  if (!abbreviations.empty()) out.abbreviations = read_abbreviations(read_text(abbreviations));
  return out;
}

void DateFlag::add_to(CLI::App& command) {
  command
      .add_option("--date", date,
                  "Day of publication, for \"today\" and the like; a record may bring its own")
      ->type_name("YYYY-MM-DD")
      ->group("Reading");
}

std::optional<Date> DateFlag::value() const {
  if (date.empty()) return std::nullopt;
  const auto digits = [&](std::size_t at, std::size_t count) {
    int value = -1;
    const char* end = date.data() + at + count;
    return std::from_chars(date.data() + at, end, value).ptr == end ? value : -1;
  };
  const bool shaped = date.size() == 10 && date[4] == '-' && date[7] == '-' && digits(0, 4) >= 0 &&
                      digits(5, 2) >= 0 && digits(8, 2) >= 0;
  const Date out = shaped ? Date{digits(0, 4), digits(5, 2), digits(8, 2)} : Date{};
  const std::chrono::year_month_day day(std::chrono::year(out.year),
                                        std::chrono::month(static_cast<unsigned>(out.month)),
                                        std::chrono::day(static_cast<unsigned>(out.day)));
  if (!shaped || !day.ok()) {
    throw Error(
        ErrorCode::invalid_option,
        fmt::format("--date: \"{}\" is no day; write it as YYYY-MM-DD, for instance 2024-03-15", date));
  }
  return out;
}

Record read_record_file(const std::string& path, const ReadFlags& flags, const std::optional<Date>& date) {
  Record record = read_record(read_text(path, flags.options()));
  if (date) record.date = date;
  return record;
}

void refuse_nan(const char* option, double value) {
  if (std::isnan(value)) throw Error(ErrorCode::invalid_option, fmt::format("{}: no number", option));
}

void refuse_overwriting(const std::vector<std::string>& inputs, const std::string& out) {
  for (const std::string& input : inputs) {
    if (input != "-" && canonical(input) == canonical(out)) {
      throw Error(ErrorCode::invalid_option,
                  fmt::format("the output {} would overwrite an input; choose another name", out));
    }
  }
}

Language language_of(const Text& text, const std::string& flag) {
  if (flag == "zh") return Language::chinese;
  if (flag == "en") return Language::english;
  return profile_language(text.view()).chinese() >= .5 ? Language::chinese : Language::english;
}

}  // namespace duiqi::tool
