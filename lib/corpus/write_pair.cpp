#include "corpus/write_pair.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <iterator>

#include "io/chosen.hpp"
#include "io/escape.hpp"
#include "io/json_parts.hpp"

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

void write_jsonl(std::string& out, const Bitext& bitext, const Pair& pair, const PairOrigin& origin) {
  io::append_pair(out, origin.id, bitext, pair.bead);
  out += ", \"length_ratio\": ";
  io::append_json_number(out, pair.length_ratio);
  out += ", \"anchors\": ";
  put_anchors(out, bitext, pair);
  if (!origin.metadata.empty()) out.append(", \"meta\": ").append(origin.metadata);
  out += "}\n";
}

}  // namespace

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

void write_tsv(std::string& out, const PairFields& pair) {
  io::append_one_line(out, pair.zh);
  out += '\t';
  io::append_one_line(out, pair.en);
  put(out, "\t{:.6f}\t", pair.probability);
  io::append_one_line(out, pair.doc);
  put(out, "\t{}\t{}\t{}-{}\t{}-{}\t{}\t{:.6g}\t{}\t{}\t", fmt::join(pair.zh_ids, ","),
      fmt::join(pair.en_ids, ","), pair.zh_span.begin, pair.zh_span.end, pair.en_span.begin, pair.en_span.end,
      pair.type, pair.length_ratio, pair.matched, pair.missed);
  out.append(pair.metadata).append("\n");
}

void write_pair(std::string& out, const Bitext& bitext, const Pair& pair, const PairOrigin& origin,
                CorpusFormat format) {
  if (format == CorpusFormat::tsv) return write_tsv(out, fields_of(pair, origin));
  write_jsonl(out, bitext, pair, origin);
}

}  // namespace duiqi::corpus
