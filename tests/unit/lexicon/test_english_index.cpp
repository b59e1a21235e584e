#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "lexicon/english_index.hpp"
#include "lexicon/image.hpp"
#include "lexicon/stems.hpp"
#include "unit/anchor/documents.hpp"
#include "unit/lexicon/made_lexicon.hpp"

using namespace duiqi;
using lexicon::EnglishIndex;
using lexicon::EnglishToken;

namespace {

/// Sentence by sentence as tokenise_english() has it, stems by their first occurrence.
void check_against_tokens(const Document& document) {
  const EnglishIndex index(document);
  REQUIRE(index.sentences() == document.size());
  std::uint32_t known = 0;
  for (std::uint32_t id = 0; id < document.size(); ++id) {
    std::vector<EnglishToken> tokens;
    lexicon::tokenise_english(document.sentence(id), tokens);
    INFO(document.sentence(id));
    const auto words = index.sentence(id);
    REQUIRE(words.size() == tokens.size());
    for (std::size_t k = 0; k < words.size(); ++k) {
      const std::size_t begin = document.sentences[id].span.begin;
      CHECK(words[k].span == Span{begin + tokens[k].span.begin, begin + tokens[k].span.end});
      CHECK(index.stem(words[k].stem) == tokens[k].stem);
      CHECK(words[k].capitalised == tokens[k].capitalised);
      CHECK(words[k].stem <= known);
      if (words[k].stem == known) ++known;
    }
  }
  CHECK(index.stems() == known);
}

std::string random_text(std::mt19937& random, std::size_t pieces) {
  const std::vector<std::string_view> parts = {"the",
                                               "The",
                                               "THE",
                                               "cannot",
                                               "US",
                                               "us",
                                               "I",
                                               "May",
                                               "may",
                                               "countries",
                                               "don't",
                                               "O'Brien",
                                               "it's",
                                               "F-16",
                                               "3.5",
                                               "1,000",
                                               "U.S.",
                                               "a.m",
                                               "well-known",
                                               "internationalisation",
                                               "x",
                                               "Café",
                                               "naïve",
                                               "ﬁ",
                                               "中国",
                                               "’s",
                                               "’",
                                               "'",
                                               "-",
                                               ".",
                                               ",",
                                               ";",
                                               "\"",
                                               "—",
                                               "\u0301",
                                               "eth",
                                               "COVID-19",
                                               "AbC",
                                               "e.g.",
                                               "12th",
                                               "can’t",
                                               "communications",
                                               "antidisestablish"};
  std::string out;
  for (std::size_t k = 0; k < pieces; ++k) {
    out += parts[random() % parts.size()];
    const auto behind = random() % 10;
    out += behind < 6 ? " " : behind == 6 ? "\n" : behind == 7 ? "-" : behind == 8 ? "." : "";
  }
  return out;
}

}  // namespace

TEST_CASE("an index has the tokens of each sentence") {
  check_against_tokens(
      test::lines("The cat can't see the cats.\nTHE CAT sat; cats SAT on the Mat, U.S. "
                  "officials said.\n\nIt’s the well-known “cat”.",
                  Language::english));
  std::mt19937 random(5);
  for (int round = 0; round < 200; ++round)
    check_against_tokens(test::lines(random_text(random, random() % 60), Language::english));
}

TEST_CASE("what a thread met before changes no index, also once it forgets") {
  const Document first = test::lines("Some words that are met again.", Language::english);
  const EnglishIndex before(first);
  std::string many;
  for (int k = 0; k < 20000; ++k) {
    many += "w";
    for (int rest = k; rest > 0; rest /= 26) many += static_cast<char>('a' + rest % 26);
    many += k % 20 == 19 ? "\n" : " ";
  }
  check_against_tokens(test::lines(many, Language::english));
  check_against_tokens(first);
  CHECK(before.stem(0) == "some");
  std::thread([&] { check_against_tokens(first); }).join();
}

TEST_CASE("stems have the ids that a lexicon gives them") {
  const std::string bytes = build_lexicon(made_lexicon());
  const Lexicon made = Lexicon::from_image(bytes);
  const auto check = [&](const EnglishIndex& index, const Lexicon& lexicon) {
    const std::vector<std::uint32_t> ids = index.ids_in(lexicon.image());
    REQUIRE(ids.size() == index.stems());
    for (std::uint32_t id = 0; id < ids.size(); ++id)
      CHECK(ids[id] == lexicon.image().find_stem(index.stem(id)));
  };
  for (const std::string_view text :
       {"China said the people of the nation go Dutch", "a milestone in China"}) {
    const EnglishIndex index(test::lines(text, Language::english));
    check(index, made);
    check(index, Lexicon::built_in());
    check(index, made);
    std::thread([&] { check(index, made); }).join();
  }
}
