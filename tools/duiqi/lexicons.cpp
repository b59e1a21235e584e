#include "lexicons.hpp"

#include <fmt/format.h>
#include <string_view>

#include <duiqi/error.hpp>

#include "files.hpp"
#include "gunzip.hpp"

namespace duiqi::tool {
namespace {

constexpr std::string_view built_in_name = "built-in";

}  // namespace

Lexicon open_lexicon(const std::string& name) {
  return name == built_in_name ? Lexicon::built_in() : Lexicon::open(name);
}

LexiconData read_lexicon(const std::string& name, DicDirection direction) {
  if (name == built_in_name) return Lexicon::built_in().data();
  const bool compressed = name.ends_with(".gz");
  const std::string_view plain = std::string_view(name).substr(0, name.size() - (compressed ? 3 : 0));
  const auto ends = [&](std::string_view ending) { return plain.ends_with(ending); };
  if (!ends(".u8") && !ends(".txt") && !ends(".tsv") && !ends(".dic") && !ends(".dqlex")) {
    throw Error(
        ErrorCode::invalid_option,
        fmt::format("the ending of {} stands for no form of lexicon; known are .u8 and .txt (CC-CEDICT), "
                    ".tsv, .dic and .dqlex, each also with .gz",
                    name));
  }
  std::string bytes = read_bytes(name);
  if (compressed) bytes = gunzip(bytes, name);
  if (ends(".dqlex")) return Lexicon::from_image(bytes, name).data();
  const Text text = Text::decode(std::move(bytes), {}, name);
  if (ends(".tsv")) return read_lexicon_tsv(text);
  return ends(".dic") ? read_dic(text, direction) : read_cedict(text);
}

}  // namespace duiqi::tool
