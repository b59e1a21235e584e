#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include <duiqi/check.hpp>
#include <duiqi/error.hpp>
#include <duiqi/read_record.hpp>

#include "io/record_date.hpp"
#include "io/record_lines.hpp"
#include "io/record_sides.hpp"
#include "unicode/script.hpp"

namespace duiqi {
namespace {

using io::LabelKind;
using io::Line;
using io::LineKind;
using io::Prose;
using io::settle;
using io::Side;
using io::weigh;

// A title on the line below its label; longer ones are the body's first paragraph (code points).
constexpr std::size_t longest_title = 150;
constexpr std::size_t longest_unknown_value = 60;
// A side with less than this share of the other's letters is a by-line or a quotation, unless a line of it is
// plain prose.
constexpr double smallest_side = .1;
class Reader {
 public:
  explicit Reader(const Text& text) : text_(text.view()), lines_(io::read_lines(text_)) {
    record_.text = text;
  }

  Record read() {
    drop_lonely_weak_labels();
    find_unknown_labels();
    for (std::size_t i = 0; i < lines_.size(); ++i) i += take(i);
    settle(text_, prose_);
    assign();
    require_both_sides();
    find_record_date();
    return std::move(record_);
  }

 private:
  bool labelled(std::size_t i) const {
    return i < lines_.size() && lines_[i].kind != LineKind::prose && lines_[i].kind != LineKind::rule;
  }
  bool labelled_beside(std::size_t i) const {
    const auto sure = [&](std::size_t other) {
      return labelled(other) && lines_[other].meaning && !lines_[other].meaning->weak;
    };
    return (i > 0 && sure(i - 1)) || sure(i + 1);
  }

  // A word that begins ordinary sentences is a label only beside a label that doesn't.
  void drop_lonely_weak_labels() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      Line& line = lines_[i];
      if (line.kind == LineKind::prose || !line.meaning || !line.meaning->weak) continue;
      const bool marker_alone = line.kind == LineKind::marker && line.value.empty();
      if (marker_alone || line.label->bracketed || labelled_beside(i)) continue;
      line.kind = LineKind::prose;
      line.meaning.reset();
    }
  }

  // Between two labels, a short line of the same form is one too.
  void find_unknown_labels() {
    for (std::size_t i = 1; i + 1 < lines_.size(); ++i) {
      Line& line = lines_[i];
      if (line.kind != LineKind::prose || !line.label || !line.label->colon || line.label->value.empty())
        continue;
      if (lines_[i - 1].kind != LineKind::metadata || !labelled(i + 1)) continue;
      if (line.after_blank || lines_[i + 1].after_blank) continue;
      const std::string_view value = slice(text_, line.label->value);
      if (io::length(value) > longest_unknown_value || value.ends_with("。") || value.ends_with("."))
        continue;
      line.kind = LineKind::metadata;
      line.value = line.label->value;
    }
  }

  // Takes line `i`, and tells how many further lines went with it.
  std::size_t take(std::size_t i) {
    const Line& line = lines_[i];
    switch (line.kind) {
      case LineKind::prose:
        prose_.push_back(weigh(text_, line.span, joined_ && !line.after_blank));
        joined_ = true;
        return 0;
      case LineKind::rule:
        record_.markers.push_back(line.span);
        break;
      case LineKind::loose:
        loose_.push_back(line.span);
        break;
      case LineKind::marker:
        take_marker(line);
        return 0;
      case LineKind::metadata:
        joined_ = false;
        return take_metadata(i);
    }
    joined_ = false;
    return 0;
  }

  void take_marker(const Line& line) {
    record_.markers.push_back(line.label->span);
    joined_ = false;
    if (!line.value.empty()) {
      prose_.push_back(weigh(text_, line.value, false));
      joined_ = true;
    }
    if (!line.label->trailer.empty()) record_.markers.push_back(line.label->trailer);
  }

  std::size_t take_metadata(std::size_t i) {
    const Line& line = lines_[i];
    Metadata metadata;
    metadata.value = line.value;
    if (line.label) metadata.label = line.label->span;
    metadata.name =
        line.meaning ? std::string(line.meaning->name) : std::string(slice(text_, line.label->words));
    std::size_t further = 0;
    if (metadata.value.empty() && i + 1 < lines_.size() && is_value_of(line, lines_[i + 1])) {
      metadata.value = lines_[i + 1].span;
      further = 1;
    }
    metadata.language = language_of(metadata, line);
    record_.metadata.push_back(std::move(metadata));
    if (line.label && !line.label->trailer.empty()) record_.markers.push_back(line.label->trailer);
    return further;
  }

  // Whether `next` is the value of a label that has none in its own line.
  bool is_value_of(const Line& label, const Line& next) const {
    if (!label.meaning || next.after_blank) return false;
    const std::string_view value = slice(text_, next.span);
    const std::size_t size = io::length(value);
    // An address, a date or a counter alone in its line was taken for what it is without a label.
    if (next.kind == LineKind::metadata && !next.label) return label.meaning->kind != LabelKind::counter;
    if (next.kind != LineKind::prose) return false;
    switch (label.meaning->kind) {
      case LabelKind::line:
        return label.meaning->name == "summary" || size <= longest_title;
      case LabelKind::field:
        return size <= longest_unknown_value && !value.ends_with("。") && !value.ends_with(".");
      case LabelKind::date:
      case LabelKind::counter:
        return profile_language(value).letters() == 0;
      case LabelKind::body:
        break;
    }
    return false;
  }

  Language language_of(const Metadata& metadata, const Line& line) const {
    if (line.meaning && line.meaning->language) return *line.meaning->language;
    const std::string_view value = slice(text_, metadata.value);
    const bool address = value.find("://") != std::string_view::npos || value.starts_with("www.");
    for (const std::string_view part : {address ? std::string_view{} : value, slice(text_, metadata.label)}) {
      const LanguageProfile profile = profile_language(part);
      if (profile.letters() > 0) return profile.chinese() >= .5 ? Language::chinese : Language::english;
    }
    return prose_.empty() || prose_.back().side != Side::english ? Language::chinese : Language::english;
  }

  void assign() {
    const std::vector<Span>* last = nullptr;
    for (const Prose& line : prose_) {
      std::vector<Span>& spans = line.side == Side::chinese   ? record_.zh
                                 : line.side == Side::english ? record_.en
                                                              : record_.unassigned;
      // One stretch for as long as nothing but white space stands between.
      if (last == &spans && unicode::trim(text_, {spans.back().end, line.span.begin}).empty()) {
        spans.back().end = line.span.end;
      } else {
        spans.push_back(line.span);
      }
      last = &spans;
    }
    std::vector<Span>& unassigned = record_.unassigned;
    unassigned.insert(unassigned.end(), loose_.begin(), loose_.end());
    std::sort(unassigned.begin(), unassigned.end());
  }

  void require_both_sides() const {
    std::size_t zh = 0;
    std::size_t en = 0;
    bool plain_zh = false;
    bool plain_en = false;
    for (const Prose& line : prose_) {
      if (line.side == Side::chinese) zh += line.weight, plain_zh |= line.plain;
      if (line.side == Side::english) en += line.weight, plain_en |= line.plain;
    }
    const auto missing = [](std::size_t side, bool plain, std::size_t other) {
      return side == 0 || (!plain && static_cast<double>(side) < smallest_side * static_cast<double>(other));
    };
    const bool no_zh = missing(zh, plain_zh, en);
    const bool no_en = missing(en, plain_en, zh);
    if (!no_zh && !no_en) return;
    const char* const found = no_zh && no_en ? "neither Chinese nor English prose"
                              : no_zh        ? "no Chinese prose"
                                             : "no English prose";
    throw Error(ErrorCode::unrecognised_input,
                std::string("a bilingual record holds a text and its translation, but there is ") + found +
                    " on lines of its own; put the two languages on separate lines, or give the two texts as "
                    "two files, without --record",
                {record_.text.name(), std::nullopt, std::nullopt});
  }

  // Addresses come from the publisher's system; what is written out may be another day's.
  void find_record_date() {
    for (const bool addresses : {true, false}) {
      for (const Metadata& metadata : record_.metadata) {
        const std::string_view value = slice(text_, metadata.value);
        const bool address = value.find('/') != std::string_view::npos &&
                             (value.find("://") != std::string_view::npos || value.starts_with("www."));
        if (address != addresses || (!address && metadata.name != "date" && metadata.name != "source"))
          continue;
        if (address) {
          record_.date = io::date_of_address(value);
        } else if (const auto found = io::find_date(value)) {
          record_.date = found->date;
        }
        if (record_.date) return;
      }
    }
  }

  std::string_view text_;
  std::vector<Line> lines_;
  std::vector<Prose> prose_;
  std::vector<Span> loose_;
  Record record_;
  bool joined_ = false;
};

}  // namespace

Record read_record(const Text& text) {
  return Reader(text).read();
}

}  // namespace duiqi
