// The format for eyes: the two sides in columns, what ties them between.
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <iterator>
#include <utility>

#include "io/chosen.hpp"
#include "io/explain.hpp"
#include "io/layout.hpp"

namespace duiqi::io {
namespace {

constexpr std::size_t least_width = 40;
constexpr std::size_t gutter = 10;        // "   1  1-2 "
constexpr std::string_view rule = " │ ";  // between the columns
constexpr std::size_t rule_width = 3;

using Lines = std::vector<Styled>;

/// The longest ranges without a gap. Precondition: `ids` ascend.
std::vector<SentenceRange> runs(const std::vector<std::uint32_t>& ids) {
  std::vector<SentenceRange> out;
  for (const std::uint32_t id : ids) {
    if (out.empty() || out.back().end != id) out.push_back({id, id});
    out.back().end = id + 1;
  }
  return out;
}

class TextWriter {
 public:
  TextWriter(std::string& out, const Bitext& bitext, const WriteOptions& options)
      : out_(out), bitext_(bitext), options_(options), look_(options.text) {
    width_ = std::max<std::size_t>(look_.width, least_width);
    share_columns();
  }

  void write() {
    const auto beads = choose_nulls(bitext_, true, options_);
    header();
    std::size_t number = 0;
    for (const model::TracedBead& traced : beads) bead(++number, traced);
    line_across("┴");
    summary(beads);
    for (const Warning& warning : bitext_.warnings()) {
      paragraph("warning: ", Style::missed, warning.message, Style::plain);
    }
  }

 private:
  /// Each side gets columns by the length of its text, so that both end on about the same line; neither less
  /// than 36 in 100.
  void share_columns() {
    const std::size_t room = width_ - gutter - rule_width;
    const auto length = [](const Document& document) {
      std::size_t sum = 1;
      for (const Sentence& sentence : document.sentences) sum += sentence.span.size();
      return static_cast<double>(sum);
    };
    // A Han character takes three bytes and two columns.
    const double zh = length(bitext_.zh()) * 2 / 3;
    const double share = std::clamp(zh / (zh + length(bitext_.en())), .36, .64);
    zh_width_ = static_cast<std::size_t>(std::lround(share * static_cast<double>(room)));
    en_width_ = room - zh_width_;
  }

  void put(const Styled& text) { text.render(out_, look_.colour); }
  void put(std::string_view text, Style style) {
    Styled styled;
    styled.append(text, style);
    put(styled);
  }

  void line_across(std::string_view cross) {
    std::string line;
    for (std::size_t i = 0; i < width_; ++i) line += i == gutter + zh_width_ + 1 ? cross : "─";
    put(line, Style::dim);
    out_ += '\n';
  }

  /// `label`, then `text` beside it, wrapped; below it where little room is left.
  void paragraph(std::string_view label, Style label_style, std::string_view text, Style style,
                 std::size_t indent = 0) {
    Styled head;
    head.append(label, label_style);
    Styled body;
    body.append(text, style);
    constexpr std::size_t least_room = 20;
    const bool beside = indent + head.width() + least_room <= width_;
    const std::size_t used = beside ? indent + head.width() : indent + 2;
    pad(out_, 0, indent);
    put(head);
    bool first = beside;
    if (!beside) out_ += '\n';
    for (const Styled& line : wrap(body, width_ - used)) {
      if (!first) pad(out_, 0, used);
      put(line);
      out_ += '\n';
      first = false;
    }
  }

  void header() {
    bool titled = false;
    if (bitext_.record) {
      const Record& record = *bitext_.record;
      for (const Metadata& item : record.metadata) {
        if (item.name != "title") continue;
        paragraph("", Style::plain, record.text.slice(item.value), Style::bold);
        titled = true;
      }
      for (const Metadata& item : record.metadata) {
        if (item.name != "source" && item.name != "author") continue;
        paragraph(item.name + ": ", Style::dim, record.text.slice(item.value), Style::plain);
      }
      if (record.date) {
        const Date& date = *record.date;
        paragraph("date: ", Style::dim, fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day),
                  Style::plain);
      }
    }
    if (!titled) {
      std::string title(id_of(bitext_, options_));
      if (options_.id.empty() && !bitext_.en().text.name().empty() && bitext_.en().text.name() != title) {
        title += " = " + bitext_.en().text.name();
      }
      if (!title.empty()) paragraph("", Style::plain, title, Style::bold);
    }
  }

  std::vector<Style> anchor_styles(const std::vector<Anchor>& anchors,
                                   const std::vector<std::uint32_t>& missed,
                                   const std::vector<std::uint32_t>& matched, Span sentence) const {
    std::vector<Style> styles(sentence.size(), Style::plain);
    const auto paint = [&](const std::vector<std::uint32_t>& ids, Style style) {
      for (const std::uint32_t k : ids) {
        const Span span = anchors[k].span;
        if (!sentence.contains(span)) continue;
        std::fill(styles.begin() + static_cast<std::ptrdiff_t>(span.begin - sentence.begin),
                  styles.begin() + static_cast<std::ptrdiff_t>(span.end - sentence.begin), style);
      }
    };
    paint(missed, Style::missed);
    paint(matched, Style::matched);
    return styles;
  }

  /// The sentences that stand in the bead's place: those of its ladder bead, but not the English ones of a
  /// bead that is swapped, which stand behind the next bead's or before the last one's.
  RangePair home(const model::TracedBead& traced) const {
    const std::uint32_t k = traced.home;
    const Ladder& ladder = bitext_.ladder();
    const auto holds = [&](std::uint32_t bead) {
      return std::binary_search(traced.beads.begin(), traced.beads.end(), bead);
    };
    const bool crossed =
        (ladder.crosses_next(k) && !holds(k + 1)) || (k > 0 && ladder.crosses_next(k - 1) && !holds(k - 1));
    const Bead& bead = ladder.beads()[k];
    return {bead.zh, crossed ? SentenceRange{} : bead.en};
  }

  /// One side of a bead. Sentences that do not follow the ones before them begin a line of their own, and
  /// those that stand elsewhere in their text are marked.
  Lines side(const Document& document, const std::vector<Anchor>& anchors,
             const std::vector<std::uint32_t>& ids, SentenceRange home,
             const std::vector<std::uint32_t>& missed, const std::vector<std::uint32_t>& matched,
             std::size_t width) {
    if (ids.empty()) return no_counterpart(width);
    Lines lines;
    bool at_home = false;
    for (const SentenceRange run : runs(ids)) {
      Styled text;
      if (at_home || run.end <= home.begin || home.end <= run.begin) {
        text.append(fmt::format("↷ [{}] ", run.begin), Style::dim);
        moved_ = true;
      } else {
        at_home = true;
      }
      for (std::uint32_t id = run.begin; id < run.end; ++id) {
        if (id > run.begin && document.language == Language::english) text.append(" ");
        text.append(document.sentence(id),
                    anchor_styles(anchors, missed, matched, document.sentences[id].span));
      }
      for (Styled& line : wrap(text, width)) lines.push_back(std::move(line));
    }
    return lines;
  }

  static Lines no_counterpart(std::size_t width) {
    Styled text;
    text.append("· no counterpart ·", Style::missed);
    return wrap(text, width);
  }

  bool doubtful(const IdBead& bead) const {
    return *bead.probability < std::max(look_.doubtful_below, options_.min_probability);
  }

  void bead(std::size_t number, const model::TracedBead& traced) {
    const IdBead& bead = traced.bead;
    Reasons why;
    if (!options_.explanations.empty()) why = reasons(traced, bitext_, options_);
    std::vector<std::uint32_t> zh_matched;
    std::vector<std::uint32_t> en_matched;
    for (const AnchorMatch& match : why.matched) {
      zh_matched.push_back(match.zh);
      en_matched.push_back(match.en);
    }
    const RangePair at_home = home(traced);
    const Lines zh =
        side(bitext_.zh(), bitext_.zh_anchors(), bead.zh, at_home.zh, why.missed_zh, zh_matched, zh_width_);
    const Lines en =
        side(bitext_.en(), bitext_.en_anchors(), bead.en, at_home.en, why.missed_en, en_matched, en_width_);

    const Style mark = doubtful(bead) ? Style::bad : bead.null() ? Style::missed : Style::dim;
    const std::string labels[] = {
        fmt::format("{:>4}  {}", number, type_of(bead)),
        fmt::format("{:>6.0f}%{}", *bead.probability * 100, doubtful(bead) ? " ?" : "")};
    line_across(number == 1 ? "┬" : "┼");
    for (std::size_t row = 0; row < std::max({zh.size(), en.size(), std::size_t{2}}); ++row) {
      const Styled none;
      Styled label;
      if (row < 2) label.append(labels[row], mark);
      columns(label, row < zh.size() ? zh[row] : none, row < en.size() ? en[row] : none);
    }
    if (options_.explain && !options_.explanations.empty()) explain(bead, why);
  }

  void columns(const Styled& label, const Styled& zh, const Styled& en) {
    put(label);
    pad(out_, label.width(), gutter);
    put(zh);
    pad(out_, zh.width(), zh_width_);
    if (en.empty()) {
      put(rule.substr(0, rule.size() - 1), Style::dim);
    } else {
      put(rule, Style::dim);
      put(en);
    }
    out_ += '\n';
  }

  void explain(const IdBead& bead, const Reasons& why) {
    for (const Note& note : notes(why, bead, bitext_))
      paragraph(note.label, note.label_style, note.text, Style::dim, gutter);
  }

  void summary(const std::vector<model::TracedBead>& beads) {
    std::size_t pairs = 0;
    std::size_t doubts = 0;
    double sum = 0;
    std::size_t zh_paired = 0;
    std::size_t en_paired = 0;
    for (const model::TracedBead& traced : beads) {
      doubts += doubtful(traced.bead);
      if (traced.bead.null()) continue;
      ++pairs;
      sum += *traced.bead.probability;
      zh_paired += traced.bead.zh.size();
      en_paired += traced.bead.en.size();
    }
    const auto counted = [](std::size_t n, std::string_view one, std::string_view many) {
      return fmt::format("{} {}", n, n == 1 ? one : many);
    };
    std::string text = fmt::format(
        "{} Chinese and {}; {}; without counterpart: {} Chinese, {} English", bitext_.zh().size(),
        counted(bitext_.en().size(), "English sentence", "English sentences"),
        counted(pairs, "bead", "beads"), bitext_.zh().size() - zh_paired, bitext_.en().size() - en_paired);
    if (pairs > 0) text += fmt::format("; mean probability {:.0f}%", 100 * sum / static_cast<double>(pairs));
    if (doubts > 0) text += fmt::format("; doubtful (?): {}", doubts);
    paragraph("", Style::plain, text, Style::bold);
    shares();
    if (moved_)
      paragraph("", Style::plain, "↷ [n] stands elsewhere in its text, as sentence n (from 0)", Style::dim);
    if (look_.colour && !options_.explanations.empty()) {
      put("anchors: ", Style::dim);
      put("found on both sides", Style::matched);
      put(", ", Style::dim);
      put("on one side only", Style::missed);
      out_ += '\n';
    }
  }

  void shares() {
    const Summary& summary = bitext_.summary();
    if (summary.probability == 0) return;  // no beads, or none by the aligner
    std::string text = fmt::format("translated, by length: {:.0f}% of the Chinese, {:.0f}% of the English",
                                   100 * summary.zh.translated, 100 * summary.en.translated);
    if (summary.zh.doubtful + summary.en.doubtful > 0) {
      text +=
          fmt::format("; doubtful: {:.0f}%, {:.0f}%", 100 * summary.zh.doubtful, 100 * summary.en.doubtful);
    }
    paragraph("", Style::plain, text, Style::plain);
  }

  std::string& out_;
  const Bitext& bitext_;
  const WriteOptions& options_;
  const TextLook& look_;
  std::size_t width_ = 0;
  std::size_t zh_width_ = 0;
  std::size_t en_width_ = 0;
  bool moved_ = false;
};

}  // namespace

void write_text(std::string& out, const Bitext& bitext, const WriteOptions& options) {
  TextWriter(out, bitext, options).write();
}

}  // namespace duiqi::io
