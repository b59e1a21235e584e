#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

#include <duiqi/read_alignment.hpp>

#include "io/lines.hpp"
#include "io/read_json.hpp"

namespace duiqi {
namespace {

using io::number;
using io::refuse;
using io::trimmed;

constexpr std::string_view bead_form = "a bead has the form [0, 1]:[2], with ids from 0";

std::vector<std::uint32_t> read_ids(const Text& text, std::size_t line, std::string_view list) {
  list = trimmed(list);
  if (list.size() < 2 || list.front() != '[' || list.back() != ']')
    refuse(text, line, std::string(bead_form));
  list = trimmed(list.substr(1, list.size() - 2));
  std::vector<std::uint32_t> out;
  while (!list.empty()) {
    const std::size_t comma = list.find(',');
    const auto id = number<std::uint32_t>(list.substr(0, comma));
    if (!id) {
      refuse(text, line,
             fmt::format("\"{}\" is no sentence id; {}", trimmed(list.substr(0, comma)), bead_form));
    }
    out.push_back(*id);
    list = comma == std::string_view::npos ? std::string_view() : trimmed(list.substr(comma + 1));
  }
  std::sort(out.begin(), out.end());
  return out;
}

IdAlignment read_vecalign(const Text& text) {
  IdAlignment out;
  io::for_each_line(io::body(text), [&](std::size_t line, std::string_view content) {
    if (content.front() == '#') return;
    const std::size_t colon = content.find(':');
    if (colon == std::string_view::npos) refuse(text, line, std::string(bead_form));
    const std::string_view rest = content.substr(colon + 1);
    const std::size_t second = rest.find(':');
    IdBead bead;
    bead.zh = read_ids(text, line, content.substr(0, colon));
    bead.en = read_ids(text, line, rest.substr(0, second));
    if (second != std::string_view::npos) {
      const std::string_view third = rest.substr(second + 1);
      const auto cost = number<double>(third.substr(0, third.find(':')));
      if (cost && std::isfinite(*cost)) bead.probability = 1 - *cost;
    }
    out.beads.push_back(std::move(bead));
  });
  return out;
}

std::vector<std::string_view> fields(std::string_view line) {
  std::vector<std::string_view> out;
  while (!(line = trimmed(line)).empty()) {
    const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
    out.push_back(line.substr(0, end));
    line.remove_prefix(end);
  }
  return out;
}

std::vector<std::uint32_t> ids_between(std::uint32_t begin, std::uint32_t end) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t id = begin; id < end; ++id) out.push_back(id);
  return out;
}

IdAlignment read_ladder(const Text& text) {
  // The longest ladder that is believed: ids are listed one by one, and a typing error could ask for
  // billions.
  constexpr std::uint32_t most = 100'000'000;
  IdAlignment out;
  std::optional<std::array<std::uint32_t, 2>> rung;
  std::optional<double> score;  // of the bead that begins at the rung
  io::for_each_line(io::body(text), [&](std::size_t line, std::string_view content) {
    const auto parts = fields(content);
    const auto zh = parts.size() < 2 ? std::nullopt : number<std::uint32_t>(parts[0]);
    const auto en = parts.size() < 2 ? std::nullopt : number<std::uint32_t>(parts[1]);
    if (!zh || !en || *zh > most || *en > most || parts.size() > 3) {
      refuse(text, line,
             "a rung has the form 4<tab>5<tab>0.7: how many sentences of each side stand before it");
    }
    if (!rung ? *zh != 0 || *en != 0 : *zh < (*rung)[0] || *en < (*rung)[1]) {
      refuse(text, line, "the rungs of a ladder must ascend from 0 0; sort them, and begin with 0 0");
    }
    if (rung && (*zh != (*rung)[0] || *en != (*rung)[1])) {
      IdBead bead;
      bead.zh = ids_between((*rung)[0], *zh);
      bead.en = ids_between((*rung)[1], *en);
      bead.score = score;
      out.beads.push_back(std::move(bead));
    }
    rung = {*zh, *en};
    score = parts.size() > 2 ? number<double>(parts[2]) : std::nullopt;
  });
  return out;
}

AlignmentFormat found_out(const Text& text) {
  const std::string_view content = trimmed(io::body(text));
  if (content.starts_with('{')) {
    return io::looks_like_jsonl(text) ? AlignmentFormat::jsonl : AlignmentFormat::json;
  }
  return !content.empty() && content.front() >= '0' && content.front() <= '9' ? AlignmentFormat::ladder
                                                                              : AlignmentFormat::vecalign;
}

}  // namespace

std::vector<IdAlignment> read_alignments(const Text& text, AlignmentFormat format) {
  std::vector<IdAlignment> out;
  switch (format == AlignmentFormat::automatic ? found_out(text) : format) {
    case AlignmentFormat::automatic:
    case AlignmentFormat::vecalign:
      out.push_back(read_vecalign(text));
      break;
    case AlignmentFormat::json:
      out.push_back(io::read_json(text));
      break;
    case AlignmentFormat::jsonl:
      out = io::read_jsonl(text);
      break;
    case AlignmentFormat::ladder:
      out.push_back(read_ladder(text));
      break;
  }
  return out;
}

IdAlignment read_alignment(const Text& text, AlignmentFormat format) {
  auto all = read_alignments(text, format);
  if (all.size() > 1) {
    throw Error(
        ErrorCode::invalid_format,
        fmt::format("holds {} documents where one is wanted (\"{}\", \"{}\", …); give a file for each",
                    all.size(), all[0].id, all[1].id),
        {text.name(), std::nullopt, std::nullopt});
  }
  return all.empty() ? IdAlignment{} : std::move(all.front());
}

std::vector<SpanPair> read_span_pairs(const Text& text) {
  std::vector<SpanPair> out;
  io::for_each_line(io::body(text), [&](std::size_t line, std::string_view content) {
    const auto parts = fields(content);
    const auto span = [&](std::size_t at) {
      if (parts[at] == "-") return Span{};
      const auto begin = number<std::size_t>(parts[at]);
      const auto end = number<std::size_t>(parts[at + 1]);
      if (!begin || !end || *end < *begin) {
        refuse(text, line,
               "a segment has the form 0 61 0 46: begin and end in Chinese, begin and end in English");
      }
      return Span{*begin, *end};
    };
    if (parts.size() < 4) {
      refuse(text, line, "a segment has the form 0 61 0 46, with - - for a side that is left out");
    }
    out.push_back({span(0), span(2)});
  });
  return out;
}

}  // namespace duiqi
