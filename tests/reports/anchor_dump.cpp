// All anchors of texts, a line each, to compare what two builds find: a change that is to make the finder
// faster must leave this output as it is.
#include <filesystem>
#include <fmt/core.h>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include <duiqi/find_anchors.hpp>
#include <duiqi/segment.hpp>

namespace {

duiqi::Document read(const std::filesystem::path& path, bool english, bool lines) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream bytes;
  bytes << file.rdbuf();
  duiqi::SegmentOptions options;
  if (lines) options.sentences = duiqi::SentenceRules::lines;
  return duiqi::segment(duiqi::Text::from_utf8(bytes.str(), path.string()),
                        english ? duiqi::Language::english : duiqi::Language::chinese, options);
}

void print(const duiqi::Document& document, const duiqi::AnchorOptions& options) {
  for (const duiqi::Anchor& anchor : duiqi::find_anchors(document, options)) {
    fmt::print("{} {}-{} {} {}{}", anchor.sentence, anchor.span.begin, anchor.span.end,
               duiqi::name(anchor.kind), anchor.key, anchor.approximate ? " ~" : "");
    for (const std::string& alternate : anchor.alternates) fmt::print("|{}", alternate);
    fmt::print("\n");
  }
}

}  // namespace

int main(int argc, char** argv) {
  const bool usage = argc < 2 || std::string(argv[1]).starts_with("-");
  if (usage) {
    fmt::print(
        "anchor_dump FILE.zh|FILE.en...\n"
        "  All anchors of each file: a sentence a line without a date, then cut by rules with one.\n");
    return 2;
  }
  for (int i = 1; i < argc; ++i) {
    const std::filesystem::path path = argv[i];
    const bool english = path.extension() == ".en";
    fmt::print("== {}\n", path.filename().string());
    print(read(path, english, true), {});
    fmt::print("-- with a date\n");
    print(read(path, english, false), {.date = duiqi::Date{2021, 7, 14}});
  }
}
