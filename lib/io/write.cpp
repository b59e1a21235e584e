#include <array>
#include <cassert>
#include <fmt/format.h>
#include <iterator>

#include <duiqi/version.hpp>
#include <duiqi/write.hpp>

#include "io/chosen.hpp"
#include "io/escape.hpp"

namespace duiqi {
namespace {

struct Named {
  std::string_view name;
  Format format;
};

constexpr std::array names{Named{"text", Format::text},         Named{"json", Format::json},
                           Named{"jsonl", Format::jsonl},       Named{"tsv", Format::tsv},
                           Named{"vecalign", Format::vecalign}, Named{"tmx", Format::tmx}};
constexpr std::array endings{
    Named{".txt", Format::text}, Named{".json", Format::json},         Named{".jsonl", Format::jsonl},
    Named{".tsv", Format::tsv},  Named{".vecalign", Format::vecalign}, Named{".out", Format::vecalign},
    Named{".tmx", Format::tmx}};

}  // namespace

std::optional<Format> find_format(std::string_view name) {
  for (const Named& known : names) {
    if (known.name == name) return known.format;
  }
  return std::nullopt;
}

std::optional<Format> format_of_file(std::string_view path) {
  for (const Named& known : endings) {
    if (path.ends_with(known.name)) return known.format;
  }
  return std::nullopt;
}

void write(std::string& out, const Bitext& bitext, Format format, const WriteOptions& options) {
  assert(options.explanations.empty() || options.explanations.size() == bitext.beads().size());
  switch (format) {
    case Format::text:
      return io::write_text(out, bitext, options);
    case Format::json:
      return io::write_json(out, bitext, options);
    case Format::jsonl:
      return io::write_jsonl(out, bitext, options);
    case Format::tsv:
      return io::write_tsv(out, bitext, options);
    case Format::vecalign:
      return io::write_vecalign(out, bitext, options);
    case Format::tmx:
      return io::write_tmx(out, bitext, options);
  }
}

void write_sentences(std::string& out, const Document& document, SentenceFormat format) {
  if (format == SentenceFormat::json) {
    fmt::format_to(std::back_inserter(out),
                   "{{\"version\": \"{}\", \"schema\": {}, \"language\": \"{}\", \"file\": ", version,
                   schema_version, document.language == Language::chinese ? "zh" : "en");
    io::append_json_string(out, document.text.name());
    out += ", \"sentences\": [";
  }
  for (std::uint32_t id = 0; id < document.size(); ++id) {
    const Sentence& sentence = document.sentences[id];
    switch (format) {
      case SentenceFormat::lines:
        io::append_one_line(out, document.sentence(id));
        out += '\n';
        break;
      case SentenceFormat::offsets:
        fmt::format_to(std::back_inserter(out), "{}\t{}\t{}\n", sentence.span.begin, sentence.span.end,
                       sentence.paragraph);
        break;
      case SentenceFormat::json:
        fmt::format_to(std::back_inserter(out), "{}{{\"begin\": {}, \"end\": {}, \"paragraph\": {}}}",
                       id == 0 ? "\n  " : ",\n  ", sentence.span.begin, sentence.span.end,
                       sentence.paragraph);
        break;
    }
  }
  if (format == SentenceFormat::json) out += "\n]}\n";
}

}  // namespace duiqi
