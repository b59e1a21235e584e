#include <CLI/CLI.hpp>
#include <memory>

#include <duiqi/segment.hpp>
#include <duiqi/write.hpp>

#include "commands.hpp"
#include "files.hpp"
#include "flags.hpp"

namespace duiqi::tool {
namespace {

constexpr char examples[] =
    "Examples:\n"
    "  duiqi split zh.txt                           a sentence a line\n"
    "  duiqi split --language en --format offsets en.txt\n"
    "  duiqi split --format json -o sentences.json zh.txt\n"
    "  duiqi split - < zh.txt";

struct SplitFlags {
  std::string file;
  std::string language = "auto";
  std::string format = "lines";
  std::string out = "-";
  ReadFlags read;
  SegmentFlags segment;
};

Exit run(const SplitFlags& flags) {
  refuse_overwriting({flags.file}, flags.out);
  const Text text = read_text(flags.file, flags.read.options());
  const Document document = segment(text, language_of(text, flags.language), flags.segment.options());
  std::string out;
  write_sentences(out, document,
                  flags.format == "json"      ? SentenceFormat::json
                  : flags.format == "offsets" ? SentenceFormat::offsets
                                              : SentenceFormat::lines);
  write_output(flags.out, out);
  flags.read.warn(text);
  return done;
}

}  // namespace

void add_split(CLI::App& program, Action& action) {
  const auto flags = std::make_shared<SplitFlags>();
  CLI::App& command = *program.add_subcommand("split", "Split a text into sentences");
  command.footer(examples);
  command.add_option("FILE", flags->file, "The text; - is standard input")->required()->type_name("");
  command.add_option("--language", flags->language, "zh, en, or auto (by its letters)")
      ->check(CLI::IsMember({"zh", "en", "auto"}))
      ->type_name("LANGUAGE")
      ->capture_default_str();
  command
      .add_option("--format", flags->format,
                  "lines, offsets (begin, end, paragraph: bytes of the UTF-8 text) or json")
      ->check(CLI::IsMember({"lines", "offsets", "json"}))
      ->type_name("FORMAT")
      ->capture_default_str();
  command.add_option("-o,--output", flags->out, "Where to write; - is standard output")->type_name("OUT");
  flags->read.add_to(command);
  flags->segment.add_to(command);
  command.callback([flags, &action] { action = [flags] { return run(*flags); }; });
}

}  // namespace duiqi::tool
