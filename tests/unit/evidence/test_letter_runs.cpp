// Marks, forms and lengths, which go over runs of letters, against the same character by character.
#include <catch2/catch.hpp>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "evidence/length.hpp"
#include "evidence/punctuation.hpp"
#include "evidence/sentence_form.hpp"
#include "unicode/letter_bytes.hpp"
#include "unicode/utf8.hpp"

using namespace duiqi;
using namespace duiqi::evidence;

namespace {

std::string random_text(std::mt19937& random) {
  const std::vector<char32_t> characters = {
      U'a',  U'Z',  U'7',  U' ',  U'\t', U'.',  U',',  U'?',  U'!',      U':',     U';',  U'"',  U'\'',
      U'(',  U')',  U'-',  U'/',  U'中', U'国', U'䀀', U'㐀', U'龥',     U'。',    U'，', U'：', U'“',
      U'”',  U'‘',  U'’',  U'「', U'』', U'…',  U'—',  U'–',  U'«',      U'»',     U'é',  U'×',  U'А',
      U'한', U'が', U'〇', U'Ａ', U'（', U'！', U'𠮷', U'😀',  U'\u00A0', U'\u3000'};
  std::string out;
  for (auto left = random() % 24; left > 0; --left)
    unicode::append(out, characters[random() % characters.size()]);
  return out;
}

/// As a text of which no letter begins a run: each but the last is told apart by its neighbours only.
std::vector<std::size_t> boundaries(std::string_view text) {
  std::vector<std::size_t> out;
  for (std::size_t at = 0; at < text.size(); unicode::next(text, at)) out.push_back(at);
  return out;
}

double slow_length(std::string_view text, Language language) {
  const bool chinese = language == Language::chinese;
  double sum = 0;
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = unicode::next(text, at);
    const bool han =
        (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c >= 0x20000 || c == 0x3007;
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
    const bool letter = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                        (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
    if (letter) sum += chinese ? 0.3 : 1.0;
    if (han && c < 0x30000) sum += chinese ? 1.0 : 3.0;
  }
  return sum;
}

}  // namespace

TEST_CASE("runs of letters end where the first other character stands") {
  std::mt19937 random(1);
  for (int round = 0; round < 2000; ++round) {
    const std::string text = random_text(random);
    std::size_t end = 0;
    while (end < text.size()) {
      const char32_t c = unicode::peek(text, end);
      const bool letter = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                          (c >= 0x4000 && c <= 0x9FFF);
      if (!letter) break;
      unicode::next(text, end);
    }
    REQUIRE(unicode::skip_letters(text, 0) == end);
  }
}

TEST_CASE("lengths are those of all characters, to the last bit") {
  std::mt19937 random(2);
  for (int round = 0; round < 2000; ++round) {
    const std::string text = random_text(random);
    INFO(text);
    REQUIRE(length(text, Language::chinese) == slow_length(text, Language::chinese));
    REQUIRE(length(text, Language::english) == slow_length(text, Language::english));
  }
}

TEST_CASE("a mark depends on its neighbours only, and a run of one kind is one") {
  std::mt19937 random(3);
  for (int round = 0; round < 2000; ++round) {
    const std::string text = random_text(random);
    INFO(text);
    std::vector<MarkAt> found;
    find_marks(text, found);
    // Character by character: each with the one before it and the one behind it, as a text of its own.
    std::vector<MarkAt> expected;
    const std::vector<std::size_t> at = boundaries(text);
    for (std::size_t k = 0; k < at.size(); ++k) {
      const std::size_t begin = k > 0 ? at[k - 1] : 0;
      const std::size_t end = k + 2 < at.size() ? at[k + 2] : text.size();
      const std::size_t behind = k + 1 < at.size() ? at[k + 1] : text.size();
      std::vector<MarkAt> here;
      // Letters before and behind keep the window's ends from being the sentence's.
      std::string window;
      if (begin > 0) window += 'a';
      window.append(text, begin, end - begin);
      if (end < text.size()) window += 'a';
      find_marks(window, here);
      const std::size_t shift = begin > 0 ? begin - 1 : 0;
      for (const MarkAt& mark : here) {
        if (mark.span.begin + shift > at[k] || mark.span.end + shift < behind) continue;
        const bool joins =
            !expected.empty() && expected.back().mark == mark.mark && expected.back().span.end == at[k];
        if (joins) {
          expected.back().span.end = behind;
        } else {
          expected.push_back({mark.mark, {at[k], behind}});
        }
      }
    }
    REQUIRE(found.size() == expected.size());
    for (std::size_t k = 0; k < found.size(); ++k) {
      CHECK(found[k].mark == expected[k].mark);
      CHECK(found[k].span == expected[k].span);
    }
  }
}

TEST_CASE("which letters stand in a sentence does not change its form") {
  std::mt19937 random(4);
  for (int round = 0; round < 2000; ++round) {
    const std::string text = random_text(random);
    // é is a letter that begins no run, so this is read character by character.
    std::string spelled_out;
    for (std::size_t at = 0; at < text.size();) {
      const char32_t c = unicode::next(text, at);
      const bool letter = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                          (c >= 0x4000 && c <= 0x9FFF);
      unicode::append(spelled_out, letter ? U'é' : c == U' ' ? U'\u00A0' : c);
    }
    INFO(text);
    const SentenceForm one = form_of(text);
    const SentenceForm other = form_of(spelled_out);
    CHECK(one.final == other.final);
    CHECK(one.opens_with_quote == other.opens_with_quote);
    CHECK(one.closes_with_quote == other.closes_with_quote);
    CHECK(one.marks_only == other.marks_only);
    CHECK(one.ends_quoted == other.ends_quoted);
    CHECK(one.opening_quotes == other.opening_quotes);
    CHECK(one.closing_quotes == other.closing_quotes);
  }
}
