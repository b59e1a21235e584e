#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <iterator>
#include <memory>

#include <duiqi/error.hpp>
#include <duiqi/lexicon.hpp>

#include "commands.hpp"
#include "files.hpp"
#include "learn.hpp"
#include "lexicons.hpp"

namespace duiqi::tool {
namespace {

constexpr char examples[] =
    "Examples:\n"
    "  duiqi lexicon build -o mine.dqlex mine.tsv\n"
    "  duiqi lexicon build --licence CC-BY-SA-4.0 -o cedict.dqlex cedict.u8\n"
    "  duiqi lexicon lookup 中国                    in the built-in lexicon\n"
    "  duiqi lexicon lookup --lexicon mine.dqlex 會議 conference\n"
    "  duiqi lexicon info mine.dqlex\n"
    "  duiqi lexicon merge -o all.dqlex built-in mine.dqlex\n"
    "  duiqi lexicon learn -o learned.dqlex zh.txt en.txt\n"
    "\n"
    "A .tsv has a line for each word: Chinese, equivalents with \"; \" between, frequency class (1 to 6, "
    "may\n"
    "be left out), with tabs between.";

constexpr char build_examples[] =
    "Examples:\n"
    "  duiqi lexicon build -o mine.dqlex mine.tsv\n"
    "  duiqi lexicon build --name CC-CEDICT --licence CC-BY-SA-4.0 -o cedict.dqlex cedict.u8\n"
    "  duiqi lexicon build -o mine.tsv mine.dqlex   to look at it and edit it\n"
    "\n"
    "The ending of IN says what it is: .u8 and .txt CC-CEDICT, .tsv (Chinese<tab>equivalent; ...<tab>class), "
    ".dic\n"
    "hunalign's, .dqlex; each also with .gz. Entries of one word are joined.";

constexpr char info_examples[] =
    "Examples:\n"
    "  duiqi lexicon info built-in\n"
    "  duiqi lexicon info mine.dqlex";

constexpr char lookup_examples[] =
    "Examples:\n"
    "  duiqi lexicon lookup 中国\n"
    "  duiqi lexicon lookup --lexicon built-in --lexicon mine.dqlex 會議 conference\n"
    "\n"
    "Prints lines as a .tsv has them. An English word, or several in quotation marks, gives the entries that "
    "have\n"
    "it as an equivalent. The exit code is 1 where a word is in none of the lexicons.";

constexpr char merge_examples[] =
    "Examples:\n"
    "  duiqi lexicon merge -o all.dqlex built-in mine.dqlex\n"
    "\n"
    "Equivalents keep their order, those of earlier lexicons first; of two probabilities the greater is "
    "kept, and\n"
    "all sources with their licences.";

constexpr char learn_examples[] =
    "Examples:\n"
    "  duiqi lexicon learn -o learned.dqlex zh.txt en.txt\n"
    "  duiqi lexicon learn -o learned.tsv --batch pairs.tsv         to look at it and edit it\n"
    "  duiqi lexicon learn --no-built-in -o learned.dqlex beads.jsonl\n"
    "\n"
    "IN is two texts, the Chinese one first, and what `duiqi align --format jsonl` wrote, whose beads are "
    "taken as\n"
    "they are. What was learned serves as `duiqi align --lexicon learned.dqlex`.";

struct BuildFlags {
  std::vector<std::string> inputs;
  std::string out;
  std::string name;
  std::string licence;
  std::string direction = "auto";
};

struct LookupFlags {
  std::vector<std::string> lexicons;
  std::vector<std::string> words;
};

DicDirection direction_of(const std::string& flag) {
  return flag == "zh-en"   ? DicDirection::zh_at_en
         : flag == "en-zh" ? DicDirection::en_at_zh
                           : DicDirection::automatic;
}

/// What is said on the command line of files that say nothing themselves. A lexicon's own word stands.
void name_sources(std::vector<LexiconSource>& sources, const BuildFlags& flags, const std::string& input) {
  if (sources.empty()) sources.push_back({std::filesystem::path(input).filename().string(), {}, {}});
  for (LexiconSource& source : sources) {
    if (!flags.name.empty()) source.name = flags.name;
    if (source.licence.empty()) source.licence = flags.licence;
  }
}

bool is_made(const std::string& input) {
  return input == "built-in" || input.ends_with(".dqlex") || input.ends_with(".dqlex.gz");
}

Exit build(const BuildFlags& flags) {
  if (!is_standard_output(flags.out) && !flags.out.ends_with(".dqlex") && !flags.out.ends_with(".tsv")) {
    throw Error(ErrorCode::invalid_option,
                fmt::format("the output {} must end in .dqlex, or in .tsv for a lexicon as text", flags.out));
  }
  LexiconData data;
  for (const std::string& input : flags.inputs) {
    if (canonical(input) == canonical(flags.out)) {
      throw Error(ErrorCode::invalid_option,
                  fmt::format("the output {} would overwrite an input; choose another name", flags.out));
    }
    LexiconData read = read_lexicon(input, direction_of(flags.direction));
    if (!is_made(input)) name_sources(read.sources, flags, input);
    merge_lexicon(data, read);
  }
  write_output(flags.out, flags.out.ends_with(".tsv") ? write_lexicon_tsv(data) : build_lexicon(data));
  return done;
}

Exit info(const std::string& name) {
  const Lexicon lexicon = open_lexicon(name);
  const LexiconData data = lexicon.data();
  std::size_t equivalents = 0;
  std::size_t known = 0;
  std::array<std::size_t, 7> classes{};
  for (const LexiconEntry& entry : data.entries) {
    equivalents += entry.equivalents.size();
    known += static_cast<std::size_t>(std::count_if(entry.equivalents.begin(), entry.equivalents.end(),
                                                    [](const Equivalent& e) { return e.probability > 0; }));
    ++classes[entry.frequency_class < classes.size() ? entry.frequency_class : 0];
  }
  std::string out = fmt::format("{}\nentries\t{}\nequivalents\t{}\nwith probability\t{}\nhash\t{}\n", name,
                                data.entries.size(), equivalents, known, lexicon.hash());
  for (std::size_t i = 1; i < classes.size(); ++i) out += fmt::format("class {}\t{}\n", i, classes[i]);
  out += fmt::format("no class\t{}\n", classes[0]);
  for (const LexiconSource& source : data.sources) {
    out += fmt::format("source\t{}\nlicence\t{}\n", source.name,
                       source.licence.empty() ? "unknown" : source.licence);
    if (!source.note.empty()) out += fmt::format("note\t{}\n", source.note);
  }
  write_output("-", out);
  return done;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

/// The entries that have this equivalent, those where it comes first in front.
std::vector<LexiconEntry> find_english(const LexiconData& data, const std::string& word) {
  std::vector<std::pair<std::ptrdiff_t, LexiconEntry>> found;
  for (const LexiconEntry& entry : data.entries) {
    const auto at = std::find_if(entry.equivalents.begin(), entry.equivalents.end(),
                                 [&](const Equivalent& e) { return lower(e.en) == lower(word); });
    if (at != entry.equivalents.end()) found.emplace_back(at - entry.equivalents.begin(), entry);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<LexiconEntry> out;
  for (auto& [at, entry] : found) out.push_back(std::move(entry));
  return out;
}

std::vector<LexiconEntry> find_word(const Lexicon& lexicon, const std::string& word) {
  LexiconEntry entry = lexicon.find(word);
  if (!entry.equivalents.empty()) return {std::move(entry)};
  return is_ascii(word) ? find_english(lexicon.data(), word) : std::vector<LexiconEntry>();
}

Exit lookup(const LookupFlags& flags) {
  std::vector<bool> found(flags.words.size());
  std::string out;
  for (const std::string& name : flags.lexicons) {
    const Lexicon lexicon = open_lexicon(name);
    LexiconData lines;
    for (std::size_t i = 0; i < flags.words.size(); ++i) {
      std::vector<LexiconEntry> entries = find_word(lexicon, flags.words[i]);
      found[i] = found[i] || !entries.empty();
      std::move(entries.begin(), entries.end(), std::back_inserter(lines.entries));
    }
    if (flags.lexicons.size() > 1) out += fmt::format("# {}\n", name);
    for (LexiconEntry& entry : lines.entries) out += write_lexicon_tsv({{}, {std::move(entry)}});
  }
  write_output("-", out);
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (!found[i]) complain(fmt::format("no entry for {}", flags.words[i]));
  }
  return std::find(found.begin(), found.end(), false) == found.end() ? done : failed;
}

void add_files(CLI::App& command, BuildFlags& flags) {
  command
      .add_option("IN", flags.inputs, "What it is made from; built-in is the lexicon that comes with duiqi")
      ->required()
      ->type_name("");
  command
      .add_option("-o,--output", flags.out, "Where to write: .dqlex, or .tsv for text; - is standard output")
      ->required()
      ->type_name("OUT");
}

void add_build(CLI::App& lexicon, Action& action) {
  const auto flags = std::make_shared<BuildFlags>();
  CLI::App& command = *lexicon.add_subcommand("build", "Make a lexicon from dictionaries and word lists");
  command.footer(build_examples);
  add_files(command, *flags);
  command
      .add_option("--name", flags->name, "What the source is called (default: as IN says, or its file name)")
      ->type_name("NAME");
  command
      .add_option("--licence", flags->licence,
                  "The licence of what names none itself, as an SPDX identifier such as CC-BY-SA-4.0")
      ->type_name("LICENCE");
  command
      .add_option("--dic", flags->direction,
                  "The order in a .dic: zh-en (zh @ en), en-zh, or auto (by script)")
      ->check(CLI::IsMember({"auto", "zh-en", "en-zh"}))
      ->type_name("ORDER")
      ->capture_default_str();
  command.callback([flags, &action] { action = [flags] { return build(*flags); }; });
}

void add_merge(CLI::App& lexicon, Action& action) {
  const auto flags = std::make_shared<BuildFlags>();
  CLI::App& command = *lexicon.add_subcommand("merge", "Join lexicons into one");
  command.footer(merge_examples);
  add_files(command, *flags);
  command.callback([flags, &action] { action = [flags] { return build(*flags); }; });
}

void add_info(CLI::App& lexicon, Action& action) {
  const auto name = std::make_shared<std::string>();
  CLI::App& command =
      *lexicon.add_subcommand("info", "Show how large a lexicon is, its sources and licences");
  command.footer(info_examples);
  command.add_option("FILE", *name, "A .dqlex file, or built-in")->required()->type_name("");
  command.callback([name, &action] { action = [name] { return info(*name); }; });
}

void add_learn(CLI::App& lexicon, Action& action) {
  const auto flags = std::make_shared<LearnFlags>();
  CLI::App& command =
      *lexicon.add_subcommand("learn", "Learn a lexicon from texts that translate each other");
  command.footer(learn_examples);
  command.add_option("IN", flags->inputs, "The Chinese text and the English one; .jsonl for aligned beads")
      ->type_name("");
  command
      .add_option("-o,--output", flags->out, "Where to write: .dqlex, or .tsv for text; - is standard output")
      ->required()
      ->type_name("OUT");
  command.add_option("--batch", flags->batch, "Learn from many documents: a line each, ZH<tab>EN")
      ->type_name("LIST")
      ->group("Reading");
  flags->read.add_to(command);
  flags->segment.add_to(command);
  const std::string learning = "Learning";
  command
      .add_option("--passes", flags->passes,
                  "Times to align and learn, each with what the one before learned")
      ->check(CLI::Range(1, 10))
      ->type_name("N")
      ->capture_default_str()
      ->group(learning);
  command
      .add_option("--lexicon", flags->lexicons,
                  "A .dqlex file to align with, besides the built-in lexicon; may be given again")
      ->allow_extra_args(false)
      ->type_name("FILE")
      ->group(learning);
  command.add_flag("--no-built-in", flags->no_built_in, "Leave out the built-in lexicon")->group(learning);
  command
      .add_option("--threads", flags->threads,
                  "Threads (default: one a core); the result is the same for any number")
      ->check(CLI::Range(1, 1024))
      ->type_name("N")
      ->group(learning);
  command
      .add_option("--name", flags->name, "What the source is called (default: the first input's file name)")
      ->type_name("NAME")
      ->group(learning);
  command.add_option("--licence", flags->licence, "The licence of the texts, as an SPDX identifier")
      ->type_name("LICENCE")
      ->group(learning);
  command.callback([flags, &action] { action = [flags] { return learn(*flags) ? done : failed; }; });
}

void add_lookup(CLI::App& lexicon, Action& action) {
  const auto flags = std::make_shared<LookupFlags>();
  CLI::App& command = *lexicon.add_subcommand("lookup", "Show the entries of words");
  command.footer(lookup_examples);
  command.add_option("WORD", flags->words, "Chinese, simplified or traditional, or English")
      ->required()
      ->type_name("");
  command
      .add_option("--lexicon", flags->lexicons,
                  "Where to look: a .dqlex file, or built-in; may be given several times (default: built-in)")
      ->allow_extra_args(false)
      ->type_name("FILE");
  command.callback([flags, &action] {
    if (flags->lexicons.empty()) flags->lexicons.emplace_back("built-in");
    action = [flags] { return lookup(*flags); };
  });
}

}  // namespace

void add_lexicon(CLI::App& program, Action& action) {
  CLI::App& command =
      *program.add_subcommand("lexicon", "Build, learn, look into and join bilingual lexicons");
  command.footer(examples);
  command.require_subcommand(1);
  add_build(command, action);
  add_info(command, action);
  add_learn(command, action);
  add_lookup(command, action);
  add_merge(command, action);
  for (CLI::App* part : command.get_subcommands({})) part->group("Commands");
}

}  // namespace duiqi::tool
