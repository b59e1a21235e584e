#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <duiqi/error.hpp>
#include <duiqi/lexicon.hpp>

#include "lexicon/gloss.hpp"

namespace duiqi {
namespace {

Text made_text(std::string_view utf8) {
  return Text::from_utf8(std::string(utf8), "made.txt");
}

std::string joined(const std::vector<Equivalent>& equivalents) {
  std::string out;
  for (const Equivalent& equivalent : equivalents) {
    if (!out.empty()) out += "; ";
    out += equivalent.en;
  }
  return out;
}

/// The equivalents of a word, joined; "(none)" where it has no entry.
std::string of(const LexiconData& data, std::string_view zh) {
  for (const LexiconEntry& entry : data.entries) {
    if (entry.zh == zh) return joined(entry.equivalents);
  }
  return "(none)";
}

template <class Read>
std::string error_of(Read read) {
  try {
    read();
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::invalid_format);
    return error.what();
  }
  return "(no error)";
}

TEST_CASE("glosses become words to look for") {
  struct Row {
    std::string_view gloss;
    std::string_view equivalents;
  };
  const std::vector<Row> rows = {
      {"to mend", "mend"},
      {"to mend (a net); to patch up", "mend; patch up"},
      {"(coll.) a kettle", "kettle"},
      {"the kettle; an urn", "kettle; urn"},
      {"to be late", "late"},
      {"to lend sth to sb", "lend to"},
      {"to raise one's hat", "raise hat"},
      {"net (nested (remark) here) maker", "net maker"},
      {"Tanu (1901–1977), weaver and statesman", "Tanu"},
      {"Tanu prefecture-level city in Henan 河南[He2 nan2]", "Tanu"},
      {"Tanu County in Miro 米羅|米罗[Mi3 luo2], Henan", "Tanu County in Miro"},
      {"Tanu municipality, capital of Miro", "Tanu; Tanu municipality"},
      {"Miro Province in the south", "Miro Province in the south"},
      {"surname Miro", "Miro"},
      {"few, several, some", "few; several; some"},
      {"kettle of unusually great size, used outdoors", "kettle of unusually great size"},
      {"king or monarch", "king; monarch"},
      {"to kick or hit", "kick; hit"},
      {"lit. to sell a kettle", "sell a kettle"},
      {"fig. to fail", "fail"},
      {"to fail (idiom)", "fail"},
      {"kettle, i.e. a pot", "kettle"},
      {"Kettle Bank (abbr. for 壺行|壶行[hu2 hang2])", "Kettle Bank"},
      {"\"kettle\" style", "kettle style"},
      {"really?", "really"},
      {"U.S. kettle", "U.S. kettle"},
      {"café", "café"},
      {"classifier for kettles", ""},
      {"CL:把[ba3]", ""},
      {"used in 壺壺|壶壶[hu2 hu5]", ""},
      {"(onom.) bang", "bang"},
      {"Taiwan pr. [hu4]", ""},
      {"Kangxi radical 33", ""},
      {"modal particle ending a question", ""},
      {"(interjection)", ""},
      {"place name", ""},
      {"see also 水壺|水壶[shui3 hu2]", ""},
      {"rather than {verb1}, better {verb2}", ""},
      {"a vessel in which water is made to boil over an open fire", ""},
      {"", ""},
      {";;", ""},
      {"(", ""},
      {")", ""},
  };
  for (const Row& row : rows) {
    INFO(row.gloss);
    std::string got;
    for (const std::string& en : lexicon::read_gloss(row.gloss).equivalents)
      got += (got.empty() ? "" : "; ") + en;
    CHECK(got == row.equivalents);
  }
}

TEST_CASE("glosses that refer to other words") {
  struct Row {
    std::string_view gloss;
    std::string_view zh;
    std::string_view pinyin;
  };
  const std::vector<Row> rows = {
      {"variant of 水壺|水壶[shui3 hu2]", "水壶", "shui3 hu2"},
      {"old variant of 壺|壶[hu2]", "壶", "hu2"},
      {"erhua variant of 壶[hu2]", "壶", "hu2"},
      {"(Tw) variant of 壶[[hu2]]", "壶", "hu2"},
      {"see 水壶[shui3 hu2]", "水壶", "shui3 hu2"},
      {"same as 水壶", "水壶", ""},
      {"also written 水壶, a kettle", "水壶", ""},
      {"abbr. for 水壺製造|水壶制造[shui3 hu2 zhi4 zao4]", "水壶制造", "shui3 hu2 zhi4 zao4"},
  };
  for (const Row& row : rows) {
    INFO(row.gloss);
    const lexicon::Gloss gloss = lexicon::read_gloss(row.gloss);
    REQUIRE(gloss.references.size() == 1);
    CHECK(gloss.references[0].zh == row.zh);
    CHECK(gloss.references[0].pinyin == row.pinyin);
    CHECK(gloss.equivalents.empty());
  }
  for (const std::string_view none :
       {"see the kettle", "seed", "see also 水壶[shui3 hu2]", "variant of kettle"}) {
    INFO(none);
    CHECK(lexicon::read_gloss(none).references.empty());
  }
}

TEST_CASE("any gloss can be read, and what comes out is plain") {
  constexpr std::string_view parts[] = {
      "to ",         "a ",     "(",          ")",        "[",    "]",        "; ",
      ", ",          "kettle", " ",          "surname ", "Miro", "|",        "壶",
      "variant of ", "see ",   "abbr. for ", "...",      "\"",   " or ",     "lit. ",
      "be ",         "sb",     ".",          "~",        "-",    "Province", " municipality",
      ": ",          "é"};
  std::uint32_t seed = 1;
  for (int i = 0; i < 20000; ++i) {
    std::string gloss;
    for (int k = 0; k < 8; ++k) {
      seed = seed * 1664525 + 1013904223;
      gloss += parts[(seed >> 16) % std::size(parts)];
    }
    for (const std::string& en : lexicon::read_gloss(gloss).equivalents) {
      INFO(gloss << " gives " << en);
      const bool plain = !en.empty() && en.front() != ' ' && en.back() != ' ' &&
                         en.find_first_of("()[];|\"") == std::string::npos &&
                         en.find("壶") == std::string::npos;
      if (!plain) CHECK(plain);
    }
  }
}

TEST_CASE("CC-CEDICT") {
  // Invented lines in the dictionary's form: kettles, with readings, variants and a loop.
  const LexiconData data =
      read_cedict(made_text("\xEF\xBB\xBF# CC-CEDICT\r\n"
                            "#! version=1\r\n"
                            "#! date=2031-02-03T04:05:06Z\r\n"
                            "#! license=https://creativecommons.org/licenses/by-sa/4.0/\r\n"
                            "\r\n"
                            "水壺 水壶 [shui3 hu2] /kettle/to boil (water)/CL:把[ba3]/\r\n"
                            "煑壺 煮壶 [zhu3 hu2] /variant of 水壺|水壶[shui3 hu2]/\r\n"
                            "煑水 煮水 [zhu3 shui3] /see 煑壺|煮壶[zhu3 hu2]/to stew/\r\n"
                            "米 米 [Mi3] /surname Mi/\r\n"
                            "米 米 [mi3] /rice/CL:粒[li4]/meter (classifier)/\r\n"
                            "稻 稻 [dao4] /variant of 米[mi3]/\r\n"
                            "甲壺 甲壶 [jia3 hu2] /see 乙壺|乙壶[yi3 hu2]/\r\n"
                            "乙壺 乙壶 [yi3 hu2] /see 甲壺|甲壶[jia3 hu2]/pot/\r\n"
                            "粒 粒 [li4] /classifier for grains/\r\n"
                            "壺，蓋 壶，盖 [hu2 , gai4] /pot, lid/\n"
                            "丙 丙 [[bing3]] /third/"));
  REQUIRE(data.sources.size() == 1);
  CHECK(data.sources[0].name == "CC-CEDICT 2031-02-03");
  CHECK(data.sources[0].licence == "CC-BY-SA-4.0");
  CHECK(of(data, "水壶") == "kettle; boil");
  CHECK(of(data, "煮壶") == "kettle; boil");
  CHECK(of(data, "煮水") == "stew; kettle; boil");  // over two steps
  CHECK(of(data, "米") == "rice; meter; Mi");       // the surname last
  CHECK(of(data, "稻") == "rice; meter");           // of the reading that is meant
  CHECK(of(data, "甲壶") == "pot");
  CHECK(of(data, "乙壶") == "pot");
  CHECK(of(data, "粒") == "(none)");
  CHECK(of(data, "壶，盖") == "pot; lid");
  CHECK(of(data, "丙") == "third");
  CHECK(read_cedict(made_text("")).entries.empty());
}

TEST_CASE("CC-CEDICT: what is no such line is refused by its number") {
  for (const std::string_view bad :
       {"水壺 水壶 /kettle/", "水壺水壶 [shui3 hu2] /kettle/", "水壺 水壶 [shui3 hu2] /kettle",
        "水壺 水壶 [shui3 hu2]", "水壺 水壶 [shui3 hu2] /", "水壶\tkettle", "x"}) {
    INFO(bad);
    const std::string lines = "# head\n米 米 [mi3] /rice/\n" + std::string(bad) + "\n";
    CHECK_THAT(error_of([&] { read_cedict(made_text(lines)); }), Catch::StartsWith("made.txt:3: "));
  }
}

TEST_CASE("TSV") {
  const LexiconData data =
      read_lexicon_tsv(made_text("\xEF\xBB\xBF# a remark\r\n"
                                 "# source: Kettles\tMIT\tby hand\r\n"
                                 "水壶\tkettle; pot ;; boiler;\t3\r\n"
                                 "\r\n"
                                 "米\trice=0.25; meter = 1e-3; E=mc2\n"
                                 "稻\trice"));
  REQUIRE(data.sources.size() == 1);
  CHECK(data.sources[0] == LexiconSource{"Kettles", "MIT", "by hand"});
  REQUIRE(data.entries.size() == 3);
  CHECK(of(data, "水壶") == "kettle; pot; boiler");
  CHECK(data.entries[0].frequency_class == 3);
  CHECK(of(data, "米") == "rice; meter; E=mc2");
  CHECK(data.entries[1].equivalents[0].probability == 0.25);
  CHECK(data.entries[1].equivalents[1].probability == 0.001);
  CHECK(data.entries[1].equivalents[2].probability == 0);
  CHECK(data.entries[1].frequency_class == 0);
}

TEST_CASE("TSV: errors name the line") {
  struct Row {
    std::string_view line;
    std::string_view says;
  };
  const std::vector<Row> rows = {
      {"水壶", "no tab"},
      {"水壶 kettle", "no tab"},
      {"\tkettle", "no Chinese word"},
      {"水壶\t", "no English equivalent"},
      {"水壶\t ; ", "no English equivalent"},
      {"水壶\tkettle\t7", "frequency class"},
      {"水壶\tkettle\tx", "frequency class"},
      {"水壶\tkettle\t12", "frequency class"},
      {"水壶\tkettle\t1\tmore", "three fields"},
      {"水壶\tkettle=1.5", "probability"},
      {"水壶\tkettle=-0.5", "probability"},
      {"水壶\t=0.5", "without an English word"},
  };
  for (const Row& row : rows) {
    INFO(row.line);
    const std::string error =
        error_of([&] { read_lexicon_tsv(made_text("# head\n米\trice\n" + std::string(row.line) + "\n")); });
    CHECK_THAT(error, Catch::StartsWith("made.txt:3: "));
    CHECK_THAT(error, Catch::Contains(std::string(row.says)));
  }
}

TEST_CASE("TSV: what is written is read back") {
  LexiconData data;
  data.sources = {{"Kettles", "CC-BY-SA-4.0", "by hand, from nowhere"}, {"More", "", ""}};
  data.entries = {
      {"水壶", {{"kettle", 0.1}, {"pot", 1.0 / 3}}, 3},
      {"#号", {{"number sign", 0}}, 0},
      {"\\", {{"backslash", 0}}, 6},
      {"米", {{"rice", 1e-9}, {"x=0.5", 0}, {"E=mc2", 0.5}, {"E=mc2=1", 0}}, 1},
  };
  const std::string written = write_lexicon_tsv(data);
  const LexiconData back = read_lexicon_tsv(made_text(written));
  CHECK(back.sources == data.sources);
  std::stable_sort(data.entries.begin(), data.entries.end(), [](auto& a, auto& b) { return a.zh < b.zh; });
  REQUIRE(back.entries.size() == data.entries.size());
  for (std::size_t i = 0; i < data.entries.size(); ++i) {
    const LexiconEntry& wanted = data.entries[i];
    const LexiconEntry& got = back.entries[i];
    INFO(wanted.zh);
    CHECK(got.zh == wanted.zh);
    CHECK(got.frequency_class == wanted.frequency_class);
    CHECK(joined(got.equivalents) == joined(wanted.equivalents));
    for (std::size_t k = 0; k < wanted.equivalents.size() && k < got.equivalents.size(); ++k)
      CHECK(got.equivalents[k].probability == wanted.equivalents[k].probability);
  }
  CHECK(write_lexicon_tsv(back) == written);
}

TEST_CASE("TSV: separators inside a field become spaces") {
  LexiconData data;
  data.sources = {{"a\tb", "", "two\nlines"}};
  data.entries = {{"水壶", {{"kettle; pot\tof\nwater", 0}}, 0}, {"空", {}, 0}};
  const LexiconData back = read_lexicon_tsv(made_text(write_lexicon_tsv(data)));
  CHECK(back.sources[0].name == "a b");
  CHECK(back.sources[0].note == "two lines");
  REQUIRE(back.entries.size() == 1);  // an entry that says nothing is no line
  CHECK(joined(back.entries[0].equivalents) == "kettle  pot of water");
}

TEST_CASE("hunalign's dictionaries, in both directions") {
  const std::string_view zh_first = "水壶 @ kettle\n水壶 @ tea pot\r\n米 @ rice\nDNA @ DNA\n# a remark\n\n";
  const std::string_view en_first = "\xEF\xBB\xBFkettle @ 水壶\r\ntea pot @ 水壶\nrice @ 米\nDNA @ DNA";
  for (const LexiconData& data : {read_dic(made_text(zh_first)), read_dic(made_text(en_first)),
                                  read_dic(made_text(zh_first), DicDirection::zh_at_en),
                                  read_dic(made_text(en_first), DicDirection::en_at_zh)}) {
    CHECK(data.entries.size() == 3);
    CHECK(of(data, "水壶") == "kettle; tea pot");
    CHECK(of(data, "米") == "rice");
    CHECK(of(data, "DNA") == "DNA");
  }
  // Given, the direction is taken as given, whatever the scripts.
  CHECK(of(read_dic(made_text(zh_first), DicDirection::en_at_zh), "kettle") == "水壶");
  CHECK(read_dic(made_text("")).entries.empty());

  const auto error = [](std::string_view text) { return error_of([&] { read_dic(made_text(text)); }); };
  CHECK_THAT(error("水壶 @ kettle\n水壶\n"), Catch::StartsWith("made.txt:2: "));
  CHECK_THAT(error("水壶 @ kettle\n水壶 @ \n"), Catch::StartsWith("made.txt:2: "));
  CHECK_THAT(error("水壶@kettle\n"), Catch::StartsWith("made.txt:1: "));
  CHECK_THAT(error("kettle @ bouilloire\n"), Catch::Contains("direction"));
}

}  // namespace
}  // namespace duiqi
