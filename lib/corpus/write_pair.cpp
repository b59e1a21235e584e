#include "corpus/write_pair.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <iterator>
#include <utility>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "io/chosen.hpp"
#include "io/escape.hpp"
#include "io/json_parts.hpp"
#include "io/tmx.hpp"

namespace duiqi::corpus {
namespace {

template <class... Values>
void put(std::string& out, fmt::format_string<Values...> format, Values&&... values) {
  fmt::format_to(std::back_inserter(out), format, std::forward<Values>(values)...);
}

void put_anchors(std::string& out, const Bitext& bitext, const Pair& pair) {
  out += "{\"matched\": [";
  std::string_view comma;
  for (const auto& [zh, en] : pair.matched) {
    out += comma;
    io::append_kind_and_key(out, bitext.zh_anchors()[zh]);
    out += '}';
    comma = ", ";
  }
  out += "], \"missed\": [";
  comma = {};
  const auto missed = [&](std::string_view side, const Anchor& anchor) {
    out += comma;
    io::append_kind_and_key(out, anchor);
    put(out, ", \"side\": \"{}\"}}", side);
    comma = ", ";
  };
  for (const std::uint32_t k : pair.missed_zh) missed("zh", bitext.zh_anchors()[k]);
  for (const std::uint32_t k : pair.missed_en) missed("en", bitext.en_anchors()[k]);
  out += "]}";
}

/// The columns of tsv from the third one on.
void put_columns(std::string& out, const PairFields& pair) {
  put(out, "{:.6f}\t", pair.probability);
  io::append_one_line(out, pair.doc);
  put(out, "\t{}\t{}\t{}-{}\t{}-{}\t{}\t{:.6g}\t{}\t{}\t", fmt::join(pair.zh_ids, ","),
      fmt::join(pair.en_ids, ","), pair.zh_span.begin, pair.zh_span.end, pair.en_span.begin, pair.en_span.end,
      pair.type, pair.length_ratio, pair.matched, pair.missed);
  out.append(pair.metadata).append("\n");
}

std::string tmx_unit(const PairFields& pair) {
  std::string out;
  io::append_tmx_property(out, "x-document", pair.doc);
  io::append_tmx_property(out, "x-zh-ids", fmt::format("{}", fmt::join(pair.zh_ids, ",")));
  io::append_tmx_property(out, "x-en-ids", fmt::format("{}", fmt::join(pair.en_ids, ",")));
  io::append_tmx_property(out, "x-type", pair.type);
  io::append_tmx_property(out, "x-probability", fmt::format("{:.6f}", pair.probability));
  io::append_tmx_variant(out, "zh", pair.zh);
  io::append_tmx_variant(out, "en", pair.en);
  return out.append("    </tu>\n");
}

}  // namespace

void write_jsonl(std::string& out, const Bitext& bitext, const Pair& pair, const PairOrigin& origin) {
  io::append_pair(out, origin.id, bitext, pair.bead);
  out += ", \"length_ratio\": ";
  io::append_json_number(out, pair.length_ratio);
  out += ", \"anchors\": ";
  put_anchors(out, bitext, pair);
  if (!pair.context.empty()) out.append(", \"context\": ").append(pair.context);
  if (!origin.metadata.empty()) out.append(", \"meta\": ").append(origin.metadata);
  out += '}';
}

PairFields fields_of(const Pair& pair, const PairOrigin& origin) {
  PairFields out;
  out.doc = origin.id;
  out.zh = pair.zh;
  out.en = pair.en;
  out.zh_ids = pair.bead.zh;
  out.en_ids = pair.bead.en;
  out.zh_span = pair.zh_span;
  out.en_span = pair.en_span;
  out.type = io::type_of(pair.bead);
  out.probability = *pair.bead.probability;
  out.length_ratio = pair.length_ratio;
  out.matched = pair.matched.size();
  out.missed = pair.missed_zh.size() + pair.missed_en.size();
  out.metadata = origin.metadata;
  return out;
}

std::vector<std::string> lines_of(const PairFields& pair, CorpusFormat format) {
  if (format == CorpusFormat::tmx) return {tmx_unit(pair)};
  const char end = format == CorpusFormat::moses ? '\n' : '\t';
  std::string zh;
  std::string en;
  std::string columns;
  io::append_one_line(zh, pair.zh);
  io::append_one_line(en, pair.en);
  zh += end;
  en += end;
  put_columns(columns, pair);
  if (format == CorpusFormat::moses) return {std::move(zh), std::move(en), std::move(columns)};
  return {zh + en + columns};
}

std::vector<std::string> lines_of(const Bitext& bitext, const Pair& pair, const PairOrigin& origin,
                                  CorpusFormat format) {
  if (format != CorpusFormat::jsonl) return lines_of(fields_of(pair, origin), format);
  std::string line;
  write_jsonl(line, bitext, pair, origin);
  line += '\n';
  return {std::move(line)};
}

std::string pair_of_document(const Bitext& bitext, const Pair& pair, const PairOrigin& origin) {
  std::string begin = "{\"doc\": ";
  io::append_json_string(begin, origin.id);
  begin += ", ";
  std::string line;
  write_jsonl(line, bitext, pair, {origin.id, {}});
  return line.replace(0, begin.size(), "{");
}

std::string document_line(std::string_view pairs, const PairOrigin& origin) {
  std::string out = "{\"doc\": ";
  io::append_json_string(out, origin.id);
  out.append(", \"pairs\": [").append(pairs).append("]");
  if (!origin.metadata.empty()) out.append(", \"meta\": ").append(origin.metadata);
  return out.append("}\n");
}

std::uint64_t document_hash(std::string_view id) {
  std::string line;
  io::append_one_line(line, id);
  return XXH3_64bits(line.data(), line.size());
}

}  // namespace duiqi::corpus
