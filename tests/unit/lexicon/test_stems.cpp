#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "data/english_forms.hpp"
#include "lexicon/stems.hpp"

namespace duiqi::lexicon {
namespace {

std::vector<EnglishToken> tokens(std::string_view sentence) {
  std::vector<EnglishToken> out;
  tokenise_english(sentence, out);
  return out;
}

/// Words with one stem, and in rows below each other: of one stem each, different from the next row's.
TEST_CASE("forms of a word meet") {
  const std::vector<std::vector<std::string_view>> rows = {
      {"strengthen", "strengthens", "strengthened", "strengthening", "Strengthening", "STRENGTHEN"},
      {"country", "countries", "Country"},
      {"man", "men"},
      {"say", "says", "said", "saying"},
      {"good", "better", "best"},
      {"bad", "worse", "worst"},
      {"organization", "organisation", "organizations", "organise", "organized", "organising"},
      {"organ", "organs"},
      {"color", "colour", "colours", "coloured"},
      {"center", "centre", "centers", "centred"},
      {"travel", "traveled", "travelled", "travelling", "traveling"},
      {"control", "controlled", "controlling", "controls"},
      {"child", "children"},
      {"go", "goes", "went", "gone", "going"},
      {"take", "takes", "took", "taken", "taking"},
      {"write", "wrote", "written", "writing"},
      {"know", "knew", "known"},
      {"lead", "led", "leading"},
      {"pay", "paid", "paying"},
      {"think", "thought", "thoughts"},
      {"study", "studies", "studied", "studying"},
      {"large", "larger", "largest"},
      {"big", "bigger", "biggest"},
      {"early", "earlier", "earliest"},
      {"high", "higher", "highest"},
      {"woman", "women"},
      {"foot", "feet"},
      {"crisis", "crises"},
      {"analysis", "analyses", "analyze", "analyse", "analysed"},
      {"phenomenon", "phenomena"},
      {"life", "lives"},
      {"wife", "wives"},
      {"person", "people", "persons"},
      {"spokesman", "spokeswoman", "spokesperson", "spokespeople"},
      {"defense", "defence"},
      {"license", "licence", "licensed"},
      {"labor", "labour"},
      {"neighbor", "neighbour", "neighbours", "neighbouring", "neighboring"},
      {"behavior", "behaviour", "behaviours"},
      {"favorable", "favourable"},
      {"realize", "realise", "realised", "realizing"},
      {"modernization", "modernisation", "modernise"},
      {"advertise", "advertised", "advertising"},
      {"promise", "promised", "promising"},
      {"surprise", "surprised", "surprisingly"},
      {"exercise", "exercises", "exercised"},
      {"kilometer", "kilometre", "kilometres", "km"},
      {"program", "programme", "programmes"},
      {"catalog", "catalogue"},
      {"adviser", "advisor", "advisors"},
      {"fulfil", "fulfill", "fulfilled"},
      {"skillful", "skilful"},
      {"fuel", "fuels", "fuelled", "fueled"},
      {"January", "Jan", "Jan."},
      {"television", "TV", "televisions"},
      {"US", "U.S.", "USA", "U.S.A.", "ＵＳ"},
      {"us", "we", "our"},
      {"WHO", "W.H.O."},
      {"who", "Who", "whom"},
      {"AIDS"},
      {"aid", "aids", "aided"},
      {"IT"},
      {"it", "It", "its"},
      {"May"},
      {"may", "might"},
      {"Zürich", "Zurich", "ZÜRICH", "Zu\u0308rich"},
      {"São", "Sao"},
      {"Xi'an", "Xi’an", "Xian", "XI'AN"},
      {"O'Brien", "O’Brien", "OBrien"},
      {"Ｃｈｉｎａ", "China", "China's", "China’s", "CHINA"},
      {"COVID-19", "Covid-19", "covid", "COVID19"},
      {"news", "News"},
      {"new", "newer", "newest", "New"},
      {"university", "universities"},
      {"universe"},
      {"international", "internationally"},
      {"internal"},
      {"import", "imports", "imported", "importing"},
      {"important", "importance"},
      {"customs"},
      {"custom"},
      {"customer", "customers"},
      {"general", "generals", "Gen", "Gen."},
      {"generation", "generations"},
      {"department", "departments"},
      {"depart", "departed", "departs"},
      {"officer", "officers"},
      {"office", "offices"},
      {"unite", "united", "United"},
      {"unit", "units"},
      {"author", "authors"},
      {"authority", "authorities"},
      {"minister", "ministers"},
      {"ministry", "ministries"},
      {"policy", "policies"},
      {"police"},
      {"evening", "evenings"},
      {"even"},
      {"business", "businesses"},
      {"busy", "busier"},
      {"several"},
      {"severe", "severely"},
      {"director", "directors"},
      {"direct", "directly", "directed"},
      {"president", "presidential"},
      {"position", "positions"},
      {"positive", "positively"},
      {"experience", "experienced", "experiences"},
      {"experiment", "experiments"},
      {"plan", "planned", "planning", "plans"},
      {"plane", "planes", "airplane", "aeroplane"},
      {"hope", "hoped", "hoping"},
      {"run", "ran", "running"},
      {"begin", "began", "begun", "beginning"},
      {"find", "found", "founded"},
      {"ground", "grounds"},
      {"born"},
      {"bear", "bore", "borne"},
      {"3.5"},
      {"1,000", "1000", "１０００"},
      {"F-16", "F16"},
      {"G20", "G-20"},
  };
  std::map<std::string, std::string_view> owner;
  for (const auto& row : rows) {
    const std::string stem = stem_english(row.front());
    REQUIRE_FALSE(stem.empty());
    for (const std::string_view form : row) {
      INFO(form << " as a form of " << row.front());
      CHECK(stem_english(form) == stem);
      CHECK(tokens(form).size() == 1);
    }
    const auto [at, added] = owner.emplace(stem, row.front());
    INFO(row.front() << " has the stem of " << at->second << ": " << stem);
    CHECK(added);
  }
}

struct Row {
  std::string_view sentence;
  std::string_view texts;  ///< of the spans, separated by '|'
  std::string_view stems;  ///< words whose stems are expected; a '=' before one that stands as it is
};

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t end = text.find('|');
    out.emplace_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return out;
}

TEST_CASE("words of a sentence") {
  const std::vector<Row> rows = {
      {"", "", ""},
      {"…", "", ""},
      {"汉字 and more", "and|more", "and|more"},
      {"China's economy grew 6.5 percent.", "China|economy|grew|6.5|percent",
       "china|economy|grow|=6.5|percent"},
      {"We won't go.", "We|wo|n't|go", "we|will|not|go"},
      {"They can’t and don’t.", "They|ca|n’t|and|do|n’t", "they|can|not|and|do|not"},
      {"I cannot", "I|can|not", "i|can|not"},
      {"She isn't; he WASN'T", "She|is|n't|he|WAS|N'T", "she|be|not|he|be|not"},
      {"It shan't", "It|sha|n't", "it|shall|not"},
      {"they'll, we've, you're, I'm, he'd", "they|'ll|we|'ve|you|'re|I|'m|he|'d",
       "they|will|we|have|you|be|i|be|he|will"},
      {"the U.S. dollar", "the|U.S.|dollar", "the|usa|dollar"},
      {"in the U.S.", "in|the|U.S.", "in|the|usa"},
      {"at 5 p.m. today", "at|5|p.m.|today", "at|5|=pm|today"},
      {"Xi'an and Ma’anshan", "Xi'an|and|Ma’anshan", "xian|and|maanshan"},
      {"a well-known man", "a|well|known|man", "a|well|know|man"},
      {"COVID-19 cases", "COVID-19|cases", "covid|case"},
      {"the 19-year-old F-16", "the|19|year|old|F-16", "the|19|year|old|=f16"},
      {"mid-2019", "mid|2019", "mid|2019"},
      {"1,234,567 yuan, 2008,12 and 3,5", "1,234,567|yuan|2008|12|and|3|5", "=1234567|yuan|2008|12|and|3|5"},
      {"workers' rights", "workers|rights", "worker|right"},
      {"the 'quoted' word", "the|quoted|word", "the|quote|word"},
      {"“Let’s go,” O'Neill said", "Let|go|O'Neill|said", "let|go|oneill|say"},
      {"Côte d'Ivoire", "Côte|d'Ivoire", "cote|divoire"},
      {"end.Begin", "end|Begin", "end|begin"},
      {"U.S.-led", "U.S.|led", "usa|lead"},
      {"J.K. Rowling", "J.K.|Rowling", "=jk|rowling"},
      {"e.g. this", "e.g.|this", "=eg|this"},
      {"Version 2.0.", "Version|2.0", "version|=2.0"},
      {"AT&T and R&D", "AT|T|and|R|D", "at|t|and|r|d"},
      {"rock'n'roll", "rock'n'roll", "=rocknrol"},
      {"50% of 3km", "50|of|3km", "50|of|=3km"},
      {"naïve cafés", "naïve|cafés", "naive|cafe"},
  };
  for (const Row& row : rows) {
    INFO(row.sentence);
    std::string texts;
    std::string stems;
    std::string wanted;
    for (const EnglishToken& token : tokens(row.sentence)) {
      if (!texts.empty()) texts += '|';
      if (!stems.empty()) stems += '|';
      texts += slice(row.sentence, token.span);
      stems += token.stem;
    }
    for (const std::string& word : split(row.stems)) {
      if (!wanted.empty()) wanted += '|';
      wanted += word[0] == '=' ? word.substr(1) : word == "usa" ? "usa" : stem_english(word);
    }
    CHECK(texts == row.texts);
    CHECK(stems == wanted);
  }
}

TEST_CASE("capitals that mean something") {
  const auto capitals = [](std::string_view sentence) {
    std::string out;
    for (const EnglishToken& token : tokens(sentence)) out += token.capitalised ? 'C' : '-';
    return out;
  };
  CHECK(capitals("The Chinese president met NATO.") == "-C--C");
  CHECK(capitals("NATO met") == "C-");
  CHECK(capitals("“A plan”") == "--");
  CHECK(capitals("In Zürich, Émile and Ａｎｎ") == "-CC-C");
  CHECK(capitals("the U.S. and i.e.") == "-C--");
  std::vector<EnglishToken> appended = tokens("One");
  tokenise_english("Two Three", appended);  // the second call's first word
  CHECK_FALSE(appended[1].capitalised);
  CHECK(appended[2].capitalised);
}

TEST_CASE("words that say nothing by themselves") {
  for (const std::string_view word :
       {"of", "the", "to", "be", "been", "was", "a", "an", "up", "has", "these"}) {
    INFO(word);
    CHECK(is_empty_word(stem_english(word)));
  }
  for (const std::string_view word : {"not", "one", "US", "IT", "May", "say", "people", "we", "new", "2"}) {
    INFO(word);
    CHECK_FALSE(is_empty_word(stem_english(word)));
  }
}

TEST_CASE("the tables are clean") {
  std::set<std::string> forms;
  for (const std::string_view table : {data::english_irregulars(), data::english_words_apart()}) {
    REQUIRE(table.ends_with('|'));
    for (const std::string& row : split(table)) {
      INFO(row);
      CHECK(row.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789 ") == std::string::npos);
      for (std::size_t at = row.find(' '); at != std::string::npos; at = row.find(' ', at + 1)) {
        const std::string form = row.substr(at + 1, row.find(' ', at + 1) - at - 1);
        INFO(form);
        CHECK_FALSE(form.empty());
        CHECK(forms.insert(form).second);
      }
    }
  }
}

TEST_CASE("stems do not depend on what was met before, nor on the thread") {
  const std::vector<std::string_view> words = {"strengthened", "men", "countries", "organisations", "better"};
  std::vector<std::string> before;
  for (const std::string_view word : words) before.push_back(stem_english(word));
  for (int i = 0; i < 50000; ++i) stem_english("word" + std::to_string(i));
  std::vector<std::string> after;
  std::vector<std::string> elsewhere;
  for (const std::string_view word : words) after.push_back(stem_english(word));
  std::thread([&] {
    for (const std::string_view word : words) elsewhere.push_back(stem_english(word));
  }).join();
  CHECK(before == after);
  CHECK(before == elsewhere);
  const std::string lengthy(40, 'o');
  CHECK(stem_english(lengthy + "ed") == stem_english(lengthy + "ing"));
}

}  // namespace
}  // namespace duiqi::lexicon
