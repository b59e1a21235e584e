#include "corpus/output_names.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fmt/format.h>
#include <system_error>

namespace duiqi {
namespace corpus {
namespace {

std::string_view ending_of(CorpusFormat format) {
  switch (format) {
    case CorpusFormat::jsonl:
      return ".jsonl";
    case CorpusFormat::tsv:
      return ".tsv";
    case CorpusFormat::moses:
      return ".moses";
    case CorpusFormat::tmx:
      return ".tmx";
  }
  return "";
}

std::string_view ending_of(Compression compression) {
  return compression == Compression::gzip ? ".gz" : compression == Compression::zstd ? ".zst" : "";
}

/// STEM, and the ending that OUT has.
std::pair<std::string, std::string> parts_of(const std::string& out, CorpusOutput output) {
  const std::string ending = fmt::format("{}{}", ending_of(output.format), ending_of(output.compression));
  if (!out.ends_with(ending)) return {out, ""};
  return {out.substr(0, out.size() - ending.size()), ending};
}

std::vector<std::string> files_of(const std::string& stem, const std::string& ending, CorpusOutput output) {
  if (output.format != CorpusFormat::moses) return {stem + ending};
  std::vector<std::string> out;
  for (const std::string_view side : {".zh", ".en", ".ids"})
    out.push_back(fmt::format("{}{}{}", stem, side, ending_of(output.compression)));
  return out;
}

std::string one_spelling(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::weakly_canonical(std::filesystem::absolute(path, ignored), ignored).string();
}

}  // namespace

std::vector<std::string> output_names(const std::string& out, CorpusOutput output, std::uint64_t number) {
  if (number == 0 && output.format != CorpusFormat::moses) return {out};
  const auto [stem, ending] = parts_of(out, output);
  return files_of(number == 0 ? stem : fmt::format("{}-{:05}", stem, number), ending, output);
}

}  // namespace corpus

bool corpus_writes(const std::string& out, CorpusOutput output, bool shards, const std::string& path) {
  const std::string file = corpus::one_spelling(path);
  const auto is_one = [&](std::uint64_t number) {
    const std::vector<std::string> names = corpus::output_names(out, output, number);
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& name) { return corpus::one_spelling(name) == file; });
  };
  if (!shards) return is_one(0);
  // The number that stands in the name, if it is that of a shard.
  for (std::size_t dash = file.rfind('-'); dash != std::string::npos && dash > 0;
       dash = file.rfind('-', dash - 1)) {
    std::uint64_t number = 0;
    std::size_t at = dash + 1;
    for (; at < file.size() && at < dash + 16 && std::isdigit(static_cast<unsigned char>(file[at])) != 0;
         ++at)
      number = number * 10 + static_cast<std::uint64_t>(file[at] - '0');
    if (number > 0 && is_one(number)) return true;
  }
  return false;
}

}  // namespace duiqi
