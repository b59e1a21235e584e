#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <memory>

#include <duiqi/error.hpp>
#include <duiqi/find_anchors.hpp>
#include <duiqi/segment.hpp>

#include "commands.hpp"
#include "files.hpp"
#include "flags.hpp"

namespace duiqi::tool {
namespace {

constexpr char examples[] =
    "Examples:\n"
    "  duiqi anchors zh.txt                         what was found in one text\n"
    "  duiqi anchors zh.txt en.txt                  and in the other, and what stands for the same\n"
    "  duiqi anchors --record article.txt\n"
    "\n"
    "A line an anchor, tabs between: sentence (from 0), begin, end (bytes of the UTF-8 text), kind, key (~ "
    "where\n"
    "the text says `about` or `more than`), the text itself; with two texts also its best counterparts, each "
    "as\n"
    "sentence:text and how surely they are the same (0 to 1).";

/// Counterparts that are listed of an anchor: more would hide the rest of a line.
constexpr std::size_t most_counterparts = 3;

struct AnchorFlags {
  std::vector<std::string> files;
  std::string language = "auto";
  bool record = false;
  ReadFlags read;
  SegmentFlags segment;
  DateFlag date;
};

struct Side {
  Document document;
  std::vector<Anchor> anchors;
};

std::string on_one_line(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return out;
}

/// `sure(mine, other)` is how surely they are the same.
template <class Sure>
std::string counterparts(const Anchor& mine, const Side& other, Sure sure) {
  struct Candidate {
    double sureness;
    const Anchor* anchor;
  };
  std::vector<Candidate> found;
  for (const Anchor& theirs : other.anchors) {
    if (const double s = sure(mine, theirs); s > 0) found.push_back({s, &theirs});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Candidate& a, const Candidate& b) { return a.sureness > b.sureness; });
  std::string out;
  for (std::size_t k = 0; k < std::min(found.size(), most_counterparts); ++k) {
    const Anchor& theirs = *found[k].anchor;
    fmt::format_to(std::back_inserter(out), "{}{}:{} {:.2f}", k == 0 ? "" : "; ", theirs.sentence,
                   on_one_line(other.document.text.slice(theirs.span)), found[k].sureness);
  }
  if (found.size() > most_counterparts) {
    fmt::format_to(std::back_inserter(out), "; {} more", found.size() - most_counterparts);
  }
  return out;
}

void list(std::string& out, const Side& side, const Side* other) {
  const bool chinese = side.document.language == Language::chinese;
  if (other != nullptr) {
    fmt::format_to(std::back_inserter(out), "# {}: {}\n", chinese ? "Chinese" : "English",
                   on_one_line(side.document.text.name()));
  }
  for (const Anchor& anchor : side.anchors) {
    fmt::format_to(std::back_inserter(out), "{}\t{}\t{}\t{}\t{}{}\t{}", anchor.sentence, anchor.span.begin,
                   anchor.span.end, name(anchor.kind), anchor.approximate ? "~" : "", on_one_line(anchor.key),
                   on_one_line(side.document.text.slice(anchor.span)));
    if (other != nullptr) {
      out += '\t';
      out += chinese
                 ? counterparts(anchor, *other, [](const Anchor& a, const Anchor& b) { return match(a, b); })
                 : counterparts(anchor, *other, [](const Anchor& a, const Anchor& b) { return match(b, a); });
    }
    out += '\n';
  }
}

Side analyse(const Text& text, Language language, const std::vector<Span>& regions, const AnchorFlags& flags,
             const std::optional<Date>& date) {
  Side side{segment(text, language, flags.segment.options(), regions), {}};
  side.anchors = find_anchors(side.document, {date});
  return side;
}

Exit run(const AnchorFlags& flags) {
  const std::size_t most = flags.record ? 1 : 2;
  if (flags.files.size() > most) {
    throw Error(ErrorCode::invalid_option, flags.record
                                               ? "--record takes one file, which holds both texts"
                                               : "two files at most: the Chinese text, then the English one");
  }
  refuse_two_standard_inputs(flags.files);
  std::string out;
  if (flags.record) {
    const Record record = read_record_file(flags.files[0], flags.read, flags.date.value());
    const Side zh = analyse(record.text, Language::chinese, record.zh, flags, record.date);
    const Side en = analyse(record.text, Language::english, record.en, flags, record.date);
    list(out, zh, &en);
    list(out, en, &zh);
    flags.read.warn(record.text);
  } else if (flags.files.size() == 2) {
    const Side zh = analyse(read_text(flags.files[0], flags.read.options()), Language::chinese, {}, flags,
                            flags.date.value());
    const Side en = analyse(read_text(flags.files[1], flags.read.options()), Language::english, {}, flags,
                            flags.date.value());
    list(out, zh, &en);
    list(out, en, &zh);
    flags.read.warn(zh.document.text);
    flags.read.warn(en.document.text);
  } else {
    const Text text = read_text(flags.files[0], flags.read.options());
    list(out, analyse(text, language_of(text, flags.language), {}, flags, flags.date.value()), nullptr);
    flags.read.warn(text);
  }
  write_output("-", out);
  return done;
}

}  // namespace

void add_anchors(CLI::App& program, Action& action) {
  const auto flags = std::make_shared<AnchorFlags>();
  CLI::App& command =
      *program.add_subcommand("anchors", "Show the numbers, dates, names and other anchors that were found");
  command.footer(examples);
  command.add_option("FILE", flags->files, "A text, or the Chinese and the English one; - is standard input")
      ->required()
      ->type_name("");
  command
      .add_option("--language", flags->language,
                  "Language of a single text: zh, en, or auto (by its letters)")
      ->check(CLI::IsMember({"zh", "en", "auto"}))
      ->type_name("LANGUAGE")
      ->capture_default_str();
  command.add_flag("--record", flags->record, "FILE holds both texts")->group("Reading");
  flags->read.add_to(command);
  flags->date.add_to(command);
  flags->segment.add_to(command);
  command.callback([flags, &action] { action = [flags] { return run(*flags); }; });
}

}  // namespace duiqi::tool
