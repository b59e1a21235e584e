#include <catch2/catch.hpp>
#include <filesystem>
#include <fmt/core.h>
#include <random>

#include "cut.hpp"
#include "quality/segment_score.hpp"
#include "segment/characters.hpp"
#include "segment/paragraphs.hpp"
#include "unicode/utf8.hpp"

using namespace duiqi;
using namespace duiqi::segmenting;

namespace {

bool holds_blanks_only(std::string_view text) {
  return skip_blank(text, 0, text.size()) == text.size();
}

bool holds_closers_only(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Mark mark = mark_of(unicode::next(text, at));
    if (!is_closer(mark) && mark != Mark::straight_quote && !is_blank(mark)) return false;
  }
  return true;
}

bool is_boundary(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

// Empty where all is well, else what is wrong.
std::string find_fault(const Document& document, const std::vector<Span>& regions, SentenceRules rules) {
  const std::string_view text = document.text.view();
  std::size_t next = 0;
  for (const Span region : regions) {
    std::size_t at = region.begin;
    const std::size_t first = next;
    while (next < document.size() && document.sentences[next].span.begin < region.end) {
      const Span span = document.sentences[next].span;
      if (span.begin < at || span.end > region.end || span.empty()) return "a sentence out of place";
      if (!is_boundary(text, span.begin) || !is_boundary(text, span.end)) return "a cut character";
      if (!holds_blanks_only(slice(text, {at, span.begin}))) return "text in a gap";
      if (skip_blank(text, span.begin, span.end) != span.begin) return "a blank at the begin of a sentence";
      if (skip_blank_back(text, span.end, span.begin) != span.end) return "a blank at the end of a sentence";
      const std::string_view sentence = slice(text, span);
      if (rules == SentenceRules::duiqi && next > first && holds_closers_only(sentence))
        return "a lone closing quote";
      at = span.end;
      ++next;
      const bool last = next == document.size() || document.sentences[next].span.begin >= region.end;
      if (rules == SentenceRules::duiqi && !last && is_list_number(sentence))
        return "a bare list number: " + std::string(sentence);
    }
    if (!holds_blanks_only(slice(text, {at, region.end}))) return "text in the last gap";
  }
  if (next != document.size()) return "a sentence outside the regions";
  std::uint32_t id = 0;
  for (std::uint32_t p = 0; p < document.paragraphs.size(); ++p) {
    const Paragraph& paragraph = document.paragraphs[p];
    if (paragraph.sentences.begin != id || paragraph.sentences.empty()) return "a paragraph out of place";
    for (; id < paragraph.sentences.end; ++id) {
      if (document.sentences[id].paragraph != p || !paragraph.span.contains(document.sentences[id].span)) {
        return "a sentence outside its paragraph";
      }
    }
  }
  return id == document.size() ? "" : "sentences without a paragraph";
}

constexpr const char* alphabet[] = {
    "。",     "！",     "？",     "；",     "…",
    "……",     ".",      "!",      "?",      ";",
    "．",     "﹒",     "｡",      ",",      "，",
    "：",     ":",      "、",     "“",      "”",
    "‘",      "’",      "「",     "」",     "『",
    "』",     "\"",     "'",      "``",     "''",
    "(",      ")",      "（",     "）",     "[",
    "]",      "[1]",    "《",     "》",     "【",
    "】",     "—",      "-",      "•",      "·",
    " ",      " ",      " ",      "\n",     "\n",
    "\r\n",   "\r",     "\t",     "\f",     "\u0085",
    "\u2028", "\u3000", "\u00A0", "\u200B", "\uFEFF",
    "",       "1",      "2",      "3.5",    "10:30",
    "一",     "二",     "（一）", "①",      "iv",
    "A",      "I",      "Mr.",    "U.S.",   "a.m.",
    "Inc.",   "No.",    "Jan.",   "etc.",   "The",
    "Li",     "he",     "said",   "iPhone", "http://a.com/?b=1!c",
    "a@b.cn", "¹",      "他说",   "表示",   "说道。",
    "的",     "中国",   "会议",   "é",      "É",
    "ß",      "😀",      "\u0301", "ＡＢ",   "%",
    "$5",     "#",      "*",      "«",      "»",
};

std::string random_text(std::mt19937& random) {
  std::uniform_int_distribution<std::size_t> pick(0, std::size(alphabet) - 1);
  std::string text;
  for (std::size_t n = random() % 40; n > 0; --n) {
    const char* part = alphabet[pick(random)];
    text += *part == '\0' ? std::string(1, '\0') : std::string(part);
  }
  return text;
}

}  // namespace

TEST_CASE("sentences and gaps tile random text, whatever the rules") {
  std::mt19937 random(20240315);
  for (int round = 0; round < 20000; ++round) {
    const std::string text = random_text(random);
    SegmentOptions options;
    options.paragraphs = static_cast<ParagraphRules>(random() % 3);
    options.split_at_semicolons = random() % 2 == 0;
    options.sentences = random() % 20 == 0 ? SentenceRules::icu : SentenceRules::duiqi;
    const auto language = random() % 2 == 0 ? Language::chinese : Language::english;
    const Document document = segment(Text::from_utf8(text), language, options);
    const std::string fault = find_fault(document, {{0, text.size()}}, options.sentences);
    if (!fault.empty()) FAIL(fault << " in <<" << text << ">>");
  }
  SUCCEED();
}

TEST_CASE("sentences and gaps tile random regions of random text") {
  std::mt19937 random(7);
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    std::vector<Span> regions;
    for (std::size_t n = 1 + random() % 4; n > 0; --n) {
      const std::size_t begin = text.size();
      text += random_text(random);
      if (random() % 3 != 0 && text.size() > begin) regions.push_back({begin, text.size()});
    }
    if (regions.empty()) continue;
    const Document document = segment(Text::from_utf8(text), Language::chinese, {}, regions);
    const std::string fault = find_fault(document, regions, SentenceRules::duiqi);
    if (!fault.empty()) FAIL(fault << " in <<" << text << ">>");
  }
  SUCCEED();
}

TEST_CASE("sentences and gaps tile the evaluation sets") {
  const auto folder = quality::eval_folder();
  if (!std::filesystem::exists(folder)) {
    fmt::print("skipped: no evaluation sets in {}\n", folder.string());
    return;
  }
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    const bool chinese = name.ends_with(".zh") || name.ends_with(".zh.txt");
    if (!chinese && !name.ends_with(".en") && !name.ends_with(".en.txt")) continue;
    const std::string text = quality::read_file(entry.path());
    const auto language = chinese ? Language::chinese : Language::english;
    const Document document = segment(Text::from_utf8(text), language);
    const std::string fault = find_fault(document, {{0, text.size()}}, SentenceRules::duiqi);
    if (!fault.empty()) FAIL(fault << " in " << entry.path());
    ++files;
  }
  CHECK(files > 0);
}
