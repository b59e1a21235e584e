#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include <duiqi/lexicon.hpp>

#include "lexicon/lines.hpp"

namespace duiqi {
namespace lexicon {
namespace {

constexpr std::string_view source_mark = "# source: ";
constexpr int rarest_class = 6;

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0;;) {
    const std::size_t end = text.find(at, begin);
    parts.push_back(text.substr(begin, end == std::string_view::npos ? end : end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

LexiconSource read_source(std::string_view fields) {
  const std::vector<std::string_view> parts = split(fields, '\t');
  LexiconSource source;
  source.name = trimmed(parts[0]);
  if (parts.size() > 1) source.licence = trimmed(parts[1]);
  if (parts.size() > 2) source.note = trimmed(parts[2]);
  return source;
}

/// Whether all of `text` is a decimal number; its value.
bool read_number(std::string_view text, double& value) {
  if (text.empty() || text.find_first_not_of("0123456789.eE+-") != std::string_view::npos) return false;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  return result.ec == std::errc() && result.ptr == text.data() + text.size();
}

Equivalent read_equivalent(std::string_view text, const Lines& lines) {
  Equivalent out{std::string(text), 0};
  const std::size_t at = text.rfind('=');
  double probability = 0;
  if (at == std::string_view::npos || !read_number(trimmed(text.substr(at + 1)), probability)) return out;
  if (!(probability >= 0 && probability <= 1)) {
    lines.fail("the probability of \"" + std::string(text.substr(0, at)) +
               "\" lies outside 0 to 1; correct or remove it");
  }
  out.en = trimmed(text.substr(0, at));
  out.probability = probability;
  if (out.en.empty()) lines.fail("a probability stands without an English word; add the word or remove it");
  return out;
}

LexiconEntry read_entry(const Lines& lines) {
  const std::vector<std::string_view> fields = split(lines.line(), '\t');
  LexiconEntry entry;
  std::string_view word = trimmed(fields[0]);
  if (word.starts_with('\\')) word.remove_prefix(1);
  entry.zh = word;
  if (entry.zh.empty()) lines.fail("the line has no Chinese word before its first tab; add it");
  if (fields.size() < 2) {
    lines.fail(
        "the line has no tab; write the Chinese word, a tab, and its English equivalents separated by ';'");
  }
  if (fields.size() > 3) lines.fail("the line has more than three fields; remove the tabs after the third");
  for (const std::string_view part : split(fields[1], ';')) {
    if (!trimmed(part).empty()) entry.equivalents.push_back(read_equivalent(trimmed(part), lines));
  }
  if (entry.equivalents.empty()) lines.fail("\"" + entry.zh + "\" has no English equivalent; add one");
  const std::string_view rank = fields.size() > 2 ? trimmed(fields[2]) : std::string_view();
  if (rank.size() > 1 || (!rank.empty() && (rank[0] < '0' || rank[0] > '0' + rarest_class))) {
    lines.fail("the frequency class \"" + std::string(rank) + "\" is none of 1 to 6; correct or remove it");
  }
  if (!rank.empty()) entry.frequency_class = static_cast<std::uint8_t>(rank[0] - '0');
  return entry;
}

/// As one field: what separates fields becomes a space.
std::string field(std::string_view text, std::string_view separators = "\t\r\n") {
  std::string out(text);
  for (char& c : out) {
    if (separators.find(c) != std::string_view::npos) c = ' ';
  }
  return std::string(trimmed(out));
}

void write_equivalent(std::string& out, const Equivalent& equivalent) {
  const std::string en = field(equivalent.en, "\t\r\n;");
  out += en;
  double ignored = 0;
  const std::size_t at = en.rfind('=');
  const bool looks_weighed =
      at != std::string::npos && read_number(trimmed(std::string_view(en).substr(at + 1)), ignored);
  if (equivalent.probability <= 0 && !looks_weighed) return;
  char digits[32];
  const auto end = std::to_chars(digits, digits + sizeof digits, equivalent.probability);
  out += '=';
  out.append(digits, end.ptr);
}

}  // namespace
}  // namespace lexicon

LexiconData read_lexicon_tsv(const Text& text) {
  using namespace lexicon;
  LexiconData data;
  for (Lines lines(text); lines.next();) {
    const std::string_view line = lines.line();
    if (line.starts_with(source_mark)) {
      data.sources.push_back(read_source(line.substr(source_mark.size())));
    } else if (!line.starts_with('#') && !trimmed(line).empty()) {
      data.entries.push_back(read_entry(lines));
    }
  }
  return data;
}

std::string write_lexicon_tsv(const LexiconData& data) {
  using namespace lexicon;
  std::string out;
  for (const LexiconSource& source : data.sources) {
    out.append(source_mark).append(field(source.name)).append("\t");
    out.append(field(source.licence)).append("\t").append(field(source.note)).append("\n");
  }
  std::vector<const LexiconEntry*> sorted;
  for (const LexiconEntry& entry : data.entries) {
    if (!entry.equivalents.empty()) sorted.push_back(&entry);
  }
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const LexiconEntry* a, const LexiconEntry* b) { return a->zh < b->zh; });
  for (const LexiconEntry* entry : sorted) {
    const std::string zh = field(entry->zh);
    if (zh.starts_with('#') || zh.starts_with('\\')) out += '\\';
    out.append(zh).append("\t");
    const char* separator = "";
    for (const Equivalent& equivalent : entry->equivalents) {
      out += separator;
      write_equivalent(out, equivalent);
      separator = "; ";
    }
    if (entry->frequency_class > 0) out.append("\t").append(std::to_string(entry->frequency_class));
    out += '\n';
  }
  return out;
}

}  // namespace duiqi
