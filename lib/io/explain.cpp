#include "io/explain.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <iterator>

#include "io/escape.hpp"
#include "io/json_parts.hpp"

namespace duiqi::io {
namespace {

template <class... Values>
void put(std::string& out, fmt::format_string<Values...> format, Values&&... values) {
  fmt::format_to(std::back_inserter(out), format, std::forward<Values>(values)...);
}

std::string_view name(WordKind kind) {
  switch (kind) {
    case WordKind::word:
      return "word";
    case WordKind::name:
      return "name";
    case WordKind::mark:
      return "mark";
  }
  return "";
}

std::vector<std::uint32_t> ids(SentenceRange range) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t id = range.begin; id < range.end; ++id) out.push_back(id);
  return out;
}

std::string pair(SentenceRange zh, SentenceRange en) {
  return fmt::format("[{}]:[{}]", fmt::join(ids(zh), ", "), fmt::join(ids(en), ", "));
}

std::string joined(const std::vector<std::string>& parts) {
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string terms(const Reasons& why, double score) {
  std::vector<std::string> parts;
  for (const Term& term : why.terms) {
    // Terms that say nothing are left to the other formats.
    if (std::abs(term.nats()) < .005) continue;
    parts.push_back(
        fmt::format("{} {:.2f} × {:.2f} = {:+.2f}", term.name, term.value, term.weight, term.nats()));
  }
  parts.push_back(fmt::format("together {:+.2f}", score));
  return joined(parts);
}

std::string rivals(const Reasons& why) {
  std::vector<std::string> parts;
  for (const Rival& rival : why.rivals) {
    parts.push_back(fmt::format("{} {:.0f}%", pair(rival.zh, rival.en), 100 * rival.probability));
    if (rival.crosses)
      parts.back() += fmt::format(" (crosses {})", pair(rival.crosses->zh, rival.crosses->en));
  }
  return joined(parts);
}

}  // namespace

void append_anchors(std::string& out, const Bitext& bitext, const Reasons& why) {
  out += "\"matched\": [";
  std::string_view comma;
  for (const AnchorMatch& match : why.matched) {
    const Anchor& zh = bitext.zh_anchors()[match.zh];
    const Anchor& en = bitext.en_anchors()[match.en];
    out += comma;
    append_kind_and_key(out, zh);
    put(out, ", \"zh_span\": [{}, {}], \"en_span\": [{}, {}], \"weight\": ", zh.span.begin, zh.span.end,
        en.span.begin, en.span.end);
    append_json_number(out, match.weight);
    out += '}';
    comma = ", ";
  }
  out += "], \"missed\": [";
  comma = {};
  const auto missed = [&](std::string_view side, const Anchor& anchor) {
    out += comma;
    append_kind_and_key(out, anchor);
    put(out, ", \"side\": \"{}\", \"span\": [{}, {}]}}", side, anchor.span.begin, anchor.span.end);
    comma = ", ";
  };
  for (const std::uint32_t k : why.missed_zh) missed("zh", bitext.zh_anchors()[k]);
  for (const std::uint32_t k : why.missed_en) missed("en", bitext.en_anchors()[k]);
  out += ']';
}

void append_evidence(std::string& out, const Bitext& bitext, const Reasons& why, bool explain) {
  out += "\"terms\": {";
  std::string_view comma;
  for (const Term& term : why.terms) {
    out += comma;
    append_json_string(out, term.name);
    out += ": ";
    append_json_number(out, term.nats());
    comma = ", ";
  }
  out += "}, ";
  append_anchors(out, bitext, why);
  if (!explain) return;

  out += ", \"features\": {";
  comma = {};
  for (const Term& term : why.terms) {
    out += comma;
    append_json_string(out, term.name);
    out += ": {\"value\": ";
    append_json_number(out, term.value);
    out += ", \"weight\": ";
    append_json_number(out, term.weight);
    out += ", \"nats\": ";
    append_json_number(out, term.nats());
    out += '}';
    comma = ", ";
  }
  out += "}, \"words\": [";
  comma = {};
  for (const WordMatch& match : why.words) {
    put(out, "{}{{\"kind\": \"{}\", \"zh_span\": [{}, {}], \"en_span\": [{}, {}], \"weight\": ", comma,
        name(match.kind), match.zh.begin, match.zh.end, match.en.begin, match.en.end);
    append_json_number(out, match.weight);
    out += '}';
    comma = ", ";
  }
  out += "], \"alone\": [";
  comma = {};
  const auto alone = [&](std::string_view side, const std::vector<LoneWord>& words) {
    for (const LoneWord& word : words) {
      put(out, "{}{{\"kind\": \"{}\", \"side\": \"{}\", \"span\": [{}, {}], \"weight\": ", comma,
          name(word.kind), side, word.span.begin, word.span.end);
      append_json_number(out, word.weight);
      out += '}';
      comma = ", ";
    }
  };
  alone("zh", why.lone_zh);
  alone("en", why.lone_en);
  put(out, "], \"links\": [{}], \"rivals\": [", fmt::join(why.links, ", "));
  comma = {};
  for (const Rival& rival : why.rivals) {
    put(out, "{}{{\"zh\": [{}], \"en\": [{}], \"probability\": ", comma, fmt::join(ids(rival.zh), ", "),
        fmt::join(ids(rival.en), ", "));
    append_json_number(out, rival.probability);
    if (rival.crosses) {
      put(out, ", \"crosses\": {{\"zh\": [{}], \"en\": [{}]}}", fmt::join(ids(rival.crosses->zh), ", "),
          fmt::join(ids(rival.crosses->en), ", "));
    }
    out += '}';
    comma = ", ";
  }
  out += ']';
}

std::vector<Note> notes(const Reasons& why, const IdBead& bead, const Bitext& bitext) {
  std::vector<Note> out;
  const auto note = [&](std::string_view label, Style style, std::string text) {
    if (!text.empty()) out.push_back({std::string(label), style, std::move(text)});
  };
  note(fmt::format("[{}]:[{}] ", fmt::join(bead.zh, ", "), fmt::join(bead.en, ", ")), Style::dim,
       terms(why, *bead.score));
  std::vector<std::string> parts;
  for (const std::uint32_t k : why.links) {
    const Link& link = bitext.links()[k];
    parts.push_back(
        fmt::format("[{}]:[{}] {:+.2f} {:.0f}%", link.zh, link.en, link.score, link.probability * 100));
  }
  note("linked: ", Style::dim, joined(parts));
  const auto text_of = [](const Document& document, Span span) { return document.text.slice(span); };
  parts.clear();
  for (const AnchorMatch& match : why.matched) {
    const Anchor& zh = bitext.zh_anchors()[match.zh];
    const Anchor& en = bitext.en_anchors()[match.en];
    parts.push_back(fmt::format("{} = {} ({} {:+.2f})", text_of(bitext.zh(), zh.span),
                                text_of(bitext.en(), en.span), duiqi::name(zh.kind), match.weight));
  }
  note("on both sides: ", Style::matched, joined(parts));
  const auto list = [&](std::string_view label, const Document& document, const std::vector<Anchor>& anchors,
                        const std::vector<std::uint32_t>& missed) {
    parts.clear();
    for (const std::uint32_t k : missed)
      parts.push_back(
          fmt::format("{} ({})", text_of(document, anchors[k].span), duiqi::name(anchors[k].kind)));
    note(label, Style::missed, joined(parts));
  };
  list("only in Chinese: ", bitext.zh(), bitext.zh_anchors(), why.missed_zh);
  list("only in English: ", bitext.en(), bitext.en_anchors(), why.missed_en);
  parts.clear();
  for (const WordMatch& match : why.words) {
    parts.push_back(fmt::format("{} = {} {:+.2f}", text_of(bitext.zh(), match.zh),
                                text_of(bitext.en(), match.en), match.weight));
  }
  note("words: ", Style::matched, joined(parts));
  parts.clear();
  for (const LoneWord& word : why.lone_zh)
    parts.push_back(fmt::format("{} {:+.2f}", text_of(bitext.zh(), word.span), word.weight));
  for (const LoneWord& word : why.lone_en)
    parts.push_back(fmt::format("{} {:+.2f}", text_of(bitext.en(), word.span), word.weight));
  note("alone: ", Style::missed, joined(parts));
  note("or else: ", Style::dim, rivals(why));
  return out;
}

}  // namespace duiqi::io
