// Layer: tests. What the finders skip without a look must be what a plain search would not find: each short
// cut against the long way.
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "anchor/en_tokens.hpp"
#include "anchor/english_words.hpp"
#include "anchor/name_parts.hpp"
#include "data/gazetteer.hpp"
#include "data/name_image.hpp"
#include "data/person_context.hpp"
#include "data/surnames.hpp"
#include "data/transliteration.hpp"
#include "documents.hpp"
#include "unicode/utf8.hpp"

namespace duiqi {
namespace {

/// A text of pieces drawn from a list, always the same for one seed.
std::string drawn(const std::vector<std::string>& pieces, std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += pieces[random() % pieces.size()];
  return out;
}

/// Letters and digits in their full-width forms, which are the same to every reader.
std::string widened(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    unicode::append(out, static_cast<char32_t>(c) + (plain ? 0xFEE0U : 0U));
  }
  return out;
}

std::vector<Anchor> english_latin(const std::string& text) {
  const Document document = test::lines(text, Language::english);
  const anchor::EnglishText words(document);
  std::vector<Anchor> out;
  for (std::uint32_t id = 0; id < document.size(); ++id)
    anchor::find_english_latin(document, id, words.sentence(id), out);
  return out;
}

const std::vector<std::string> english_pieces = {
    "a",  "b", "A",    "Q",    "w",    "the",   "The", "app", "Wi", "fi", "WIFI", "vlog", "NATO", "iPhone",
    "19", "7", "C919", "http", "www.", "x.com", "://", " ",   " ",  " ",  "-",    "&",    ".",    "'",
    "’",  "s", "é",    "É",    "—",    ", ",    "\"",  "5G",  "th", "‑",  "ＡＢ", "Co",   "/",    "logo"};

}  // namespace

TEST_CASE("Latin tokens: skipping plain words loses none and adds none") {
  for (unsigned seed = 0; seed < 4000; ++seed) {
    const std::string text = drawn(english_pieces, 12, seed);
    // An @ that belongs to no address makes the reader look at every letter.
    const auto quick = english_latin(text), plain = english_latin(text + " @");
    CAPTURE(text);
    REQUIRE(quick.size() == plain.size());
    for (std::size_t i = 0; i < quick.size(); ++i) {
      CHECK(quick[i].span == plain[i].span);
      CHECK(quick[i].key == plain[i].key);
      CHECK(quick[i].kind == plain[i].kind);
    }
  }
}

TEST_CASE("English words: the quick way for ASCII reads as the one for all letters") {
  const std::vector<std::string> pieces = {"a", "Of", "USA", "iPad", "7", "C919", " ",
                                           " ", "-",  ", ",  "\"",   "(", "x"};
  for (unsigned seed = 0; seed < 4000; ++seed) {
    const std::string text = drawn(pieces, 10, seed);
    const auto ascii = anchor::english_words(text, 0), wide = anchor::english_words(widened(text), 0);
    CAPTURE(text);
    REQUIRE(ascii.size() == wide.size());
    for (std::size_t i = 0; i < ascii.size(); ++i) {
      CHECK(ascii[i].folded == wide[i].folded);
      CHECK(ascii[i].capital == wide[i].capital);
      CHECK(ascii[i].all_caps == wide[i].all_caps);
      CHECK(ascii[i].digits == wide[i].digits);
      CHECK(ascii[i].small == wide[i].small);
      CHECK(ascii[i].first == wide[i].first);
      CHECK(ascii[i].joined == wide[i].joined);
    }
  }
}

TEST_CASE("English words of a document are those of its sentences") {
  const std::string text = "The U.S. and Xi'an.\nA second one, by J. Smith\n\nEnd";
  const Document document = test::lines(text, Language::english);
  const anchor::EnglishText all(document);
  for (std::uint32_t id = 0; id < document.size(); ++id) {
    const auto alone = anchor::english_words(document.sentence(id), document.sentences[id].span.begin);
    const auto words = all.sentence(id);
    REQUIRE(words.size() == alone.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
      CHECK(words[i].span == alone[i].span);
      CHECK(words[i].folded == alone[i].folded);
      CHECK(words[i].joined == alone[i].joined);
    }
  }
}

TEST_CASE("the filters let pass what begins a name") {
  for (const char* name : {"中国", "美国", "新华社", "世界卫生组织", "北京", "纽约"}) {
    const std::u32string characters = unicode::to_code_points(name);
    CAPTURE(name);
    CHECK(data::find_zh(characters, 0).length == characters.size());
    CHECK(data::may_begin_name(data::zh_name_begins(), data::filter_place(characters[0], characters[1])));
  }
  std::size_t passed = 0;
  for (char32_t c = 0x4E00; c < 0xA000; ++c)
    passed += data::may_begin_name(data::zh_name_begins(), data::filter_place(c, U'的'));
  CHECK(passed < (0xA000 - 0x4E00) / 10);  // 3 % are expected
  for (const char* name : {"china", "world", "xinhua", "a"})
    CHECK(data::may_begin_name(data::en_name_begins(), data::filter_place(data::short_hash(name))) ==
          (std::string_view(name) != "a"));
}

TEST_CASE("tables over characters say what the functions for one say") {
  for (char32_t c = 0x4E00; c < 0xA000; ++c) {
    const std::size_t at = c - 0x4E00;
    CHECK((data::transliteration_marks()[at] != 0) == data::is_transliteration(c));
    if (data::surname_rank(c) != data::SurnameRank::none) CHECK(data::surname_begins()[at]);
  }
  CHECK(data::surname_begins()[U'欧' - 0x4E00]);  // of 欧阳
  CHECK_FALSE(data::surname_begins()[U'的' - 0x4E00]);
}

TEST_CASE("words around persons: the longest counts, at both ends") {
  CHECK(data::title_at(U"副总理说", 0) == 3);
  CHECK(data::title_before(U"国务院副总理", 6) == 3);
  CHECK(data::title_before(U"副总理", 0) == 0);
  CHECK(data::title_at(U"副总理", 3) == 0);
  CHECK(data::plain_word_at(U"希望", 0) == 2);
  CHECK(data::never_in_given_name(U'的'));
  CHECK(data::never_in_given_name(U'，'));
  CHECK_FALSE(data::never_in_given_name(U'明'));
}

TEST_CASE("English tokens read again are those of the new sentence") {
  anchor::EnTokens tokens("Twelve million people in the U.S. on 5 May");
  CHECK(tokens[0].role == anchor::EnRole::small);
  CHECK(tokens[1].role == anchor::EnRole::scale);
  CHECK_FALSE(tokens[2].begins);
  CHECK(tokens[5].lower == "u.s");
  tokens.read("Last year");
  REQUIRE(tokens.size() == 2);
  CHECK(tokens[0].begins);
  CHECK(tokens[0].role == anchor::EnRole::none);
  CHECK(tokens[2].type == anchor::EnToken::end);
}

}  // namespace duiqi
