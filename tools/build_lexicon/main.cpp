// Makes the lexicon that is built into libduiqi: build_lexicon OUT.dqlex VERSION FILE.tsv…
// Runs while the library is built, and links all of the lexicon but the built-in one.
#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include <duiqi/lexicon.hpp>

namespace {

using namespace duiqi;

std::string read_file(const char* path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error(std::string(path) + " can't be opened");
  return std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}

void build(int count, char** arguments) {
  LexiconData data;
  for (int i = 3; i < count; ++i)
    merge_lexicon(data, read_lexicon_tsv(Text::from_utf8(read_file(arguments[i]), arguments[i])));
  // One source for all files: where they stood when they were compiled is of no use to anyone.
  data.sources = {
      {std::string("duiqi ") + arguments[2], "Apache-2.0", "the built-in lexicon, written for duiqi"}};
  const std::string bytes = build_lexicon(data);
  std::ofstream out(arguments[1], std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) throw std::runtime_error(std::string(arguments[1]) + " can't be written");
}

}  // namespace

int main(int count, char** arguments) {
  try {
    if (count < 3) throw std::runtime_error("usage: build_lexicon OUT.dqlex VERSION FILE.tsv...");
    build(count, arguments);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "build_lexicon: %s\n", error.what());
    return 1;
  }
}
