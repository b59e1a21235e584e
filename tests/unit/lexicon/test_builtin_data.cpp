#include <algorithm>
#include <catch2/catch.hpp>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <duiqi/lexicon.hpp>

#include "data/pinyin.hpp"
#include "lexicon_agreement.hpp"
#include "unicode/latin.hpp"
#include "unicode/script.hpp"
#include "unicode/utf8.hpp"

namespace duiqi {
namespace {

namespace fs = std::filesystem;

/// A line of lib/lexicon/data, as it stands there.
struct Row {
  std::string place;  ///< "economy.tsv:12"
  std::string zh;
  std::vector<std::string> equivalents;
  std::string rank;
  std::size_t fields = 0;
};

std::vector<std::string> split(std::string_view text, std::string_view separator) {
  std::vector<std::string> out;
  for (;;) {
    const std::size_t end = text.find(separator);
    out.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return out;
    text.remove_prefix(end + separator.size());
  }
}

std::vector<fs::path> files() {
  std::vector<fs::path> out;
  for (const fs::directory_entry& entry : fs::directory_iterator(DUIQI_SOURCE_DIR "/lib/lexicon/data")) {
    if (entry.path().extension() == ".tsv") out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<Row> read_rows(const fs::path& file) {
  std::vector<Row> out;
  std::ifstream in(file);
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.starts_with('#') || line.empty()) continue;
    const std::vector<std::string> fields = split(line, "\t");
    Row row;
    row.place = file.filename().string() + ":" + std::to_string(number);
    row.zh = fields[0];
    if (fields.size() > 1) row.equivalents = split(fields[1], ";");
    if (fields.size() > 2) row.rank = fields[2];
    row.fields = fields.size();
    out.push_back(std::move(row));
  }
  return out;
}

const std::vector<Row>& all_rows() {
  static const std::vector<Row> rows = [] {
    std::vector<Row> out;
    for (const fs::path& file : files()) {
      const std::vector<Row> more = read_rows(file);
      out.insert(out.end(), more.begin(), more.end());
    }
    return out;
  }();
  return rows;
}

/// What a list of bad rows says in a failure: the first ones, and how many there are.
class Complaints {
 public:
  void add(const Row& row, std::string_view what) {
    if (++count_ <= most_shown) text_ += row.place + ": " + row.zh + ": " + std::string(what) + "\n";
  }
  void check() const {
    INFO(count_ << " complaints\n" << text_);
    CHECK(count_ == 0);
  }

 private:
  static constexpr std::size_t most_shown = 60;
  std::size_t count_ = 0;
  std::string text_;
};

/// Characters that the table of traditional ones changes though simplified text has them too, in these senses
/// (著名, 俱乐部, 乾隆, 瞭望, 毕昇, 氹仔, 大阪, 摔跤, 劏房).
bool stays(char32_t c) {
  return std::u32string_view(U"著俱乾瞭昇氹阪跤劏").find(c) != std::u32string_view::npos;
}

TEST_CASE("the built-in lexicon's rows are well formed") {
  Complaints complaints;
  for (const Row& row : all_rows()) {
    if (row.fields < 2 || row.fields > 3) complaints.add(row, "not two or three fields");
    if (row.fields == 3 && (row.rank.size() != 1 || row.rank[0] < '1' || row.rank[0] > '6'))
      complaints.add(row, "frequency class " + row.rank);
    if (row.zh.empty() || row.zh.find_first_of(" \r") != std::string::npos) complaints.add(row, "Chinese");
  }
  complaints.check();
  CHECK(all_rows().size() >= 16000);
}

TEST_CASE("the built-in lexicon has each word once, over all files") {
  std::map<std::string, std::string> seen;
  Complaints complaints;
  for (const Row& row : all_rows()) {
    const auto [first, added] = seen.emplace(row.zh, row.place);
    if (!added) complaints.add(row, "already in " + first->second);
    if (std::set<std::string>(row.equivalents.begin(), row.equivalents.end()).size() !=
        row.equivalents.size())
      complaints.add(row, "an equivalent stands twice");
  }
  complaints.check();
}

TEST_CASE("the built-in lexicon's files are sorted by code points") {
  for (const fs::path& file : files()) {
    const std::vector<Row> rows = read_rows(file);
    const auto unsorted =
        std::adjacent_find(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.zh >= b.zh; });
    INFO((unsorted == rows.end() ? "" : unsorted->place + " " + unsorted->zh));
    CHECK(unsorted == rows.end());
  }
}

TEST_CASE("the built-in lexicon's Chinese is simplified") {
  Complaints complaints;
  for (const Row& row : all_rows()) {
    bool has_han = false;
    for (std::size_t at = 0; at < row.zh.size();) {
      const char32_t c = unicode::next(row.zh, at);
      has_han = has_han || unicode::script_of(c) == unicode::Script::han;
      if (data::simplified(c) != c && !stays(c)) complaints.add(row, "not simplified");
    }
    if (!has_han) complaints.add(row, "no Chinese character");
  }
  complaints.check();
}

/// "to the point", "to date", and not "to go".
bool is_preposition(std::string_view behind_to) {
  constexpr std::string_view objects[] = {"the ", "this ", "some ", "and ", "heart's", "date"};
  return std::any_of(std::begin(objects), std::end(objects),
                     [&](std::string_view word) { return behind_to.starts_with(word); });
}

/// An article that a dictionary leaves out: not in amounts and times ("a number of", "a while", "a moment
/// ago").
bool has_article(std::string_view en) {
  if (en.starts_with("an ") || (en.starts_with("the ") && en != "the other day")) return true;
  if (!en.starts_with("a ")) return false;
  constexpr std::string_view counted[] = {"few", "little", "lot",     "while",    "bit",     "moment",
                                          "day", "dozen",  "hundred", "thousand", "million", "variety"};
  const std::string_view rest = en.substr(2);
  const std::string_view first = rest.substr(0, rest.find(' '));
  return std::find(std::begin(counted), std::end(counted), first) == std::end(counted) &&
         !rest.ends_with(" of") && !rest.ends_with(" ago") && rest != "great deal";
}

/// What is wrong with an equivalent; empty where nothing is.
std::string fault(std::string_view en) {
  if (en.empty()) return "empty";
  if (en.front() == ' ' || en.back() == ' ' || en.find("  ") != std::string_view::npos) return "spaces";
  if (en.starts_with("to ") && !is_preposition(en.substr(3))) return "begins with \"to\"";
  if (has_article(en)) return "begins with an article";
  const std::vector<std::string> words = split(en, " ");
  for (const std::string_view placeholder : {"sb", "sth", "one's", "somebody"}) {
    // By itself it renders 某人.
    if (words.size() > 1 && std::find(words.begin(), words.end(), placeholder) != words.end())
      return std::string(placeholder);
  }
  for (std::size_t at = 0; at < en.size();) {
    const char32_t c = unicode::next(en, at);
    constexpr std::u32string_view signs = U" -'.,&%+!?$·";
    if (unicode::plain_latin(c).empty() && signs.find(c) == std::u32string_view::npos)
      return "a strange character";
  }
  return {};
}

TEST_CASE("the built-in lexicon's English is plain and in the base form") {
  Complaints complaints;
  for (const Row& row : all_rows()) {
    for (std::size_t i = 0; i < row.equivalents.size(); ++i) {
      std::string_view en = row.equivalents[i];
      if (i > 0) {
        if (!en.starts_with(' ')) complaints.add(row, "no space behind ';'");
        if (en.starts_with(' ')) en.remove_prefix(1);
      }
      if (std::string what = fault(en); !what.empty())
        complaints.add(row, what.insert(0, std::string(en) + ": "));
    }
  }
  complaints.check();
}

TEST_CASE("the check of the English finds what it is for") {
  for (const std::string_view bad :
       {"", " go", "go ", "to go", "the state", "go (away)", "give sb", "give sth up", "lose one's way",
        "a dog", "an hour", "and/or", "say “x”", "中", "go  on"}) {
    INFO(bad);
    CHECK_FALSE(fault(bad).empty());
  }
  for (const std::string_view good : {"go", "a few", "a number of", "to the point", "toe", "U.S.",
                                      "Côte d'Ivoire", "well-known", "somebody", "AT&T"}) {
    INFO(good);
    CHECK(fault(good).empty());
  }
}

TEST_CASE("the built-in lexicon covers the words that fill every text") {
  const char* const sets = std::getenv("DUIQI_EVAL");
  const fs::path shared = sets != nullptr ? fs::path(sets) / ".." : fs::path(DUIQI_SOURCE_DIR "/../shared");
  std::ifstream in(shared / "lexicon/frequent-words.txt");
  if (!in) {
    std::cout << "skipped: there is no " << (shared / "lexicon/frequent-words.txt").string() << "\n";
    return;
  }
  std::map<std::string, std::size_t> equivalents;
  for (const Row& row : all_rows()) equivalents[row.zh] += row.equivalents.size();
  constexpr std::size_t most_words = 12000;
  constexpr std::size_t commonest = 5000;
  std::size_t words = 0;
  std::size_t covered = 0;
  std::size_t covered_common = 0;
  std::size_t renderings = 0;
  std::string missing;
  for (std::string word; words < most_words && std::getline(in, word);) {
    if (word.empty() || word.starts_with('#')) continue;
    ++words;
    const auto found = equivalents.find(word);
    if (found == equivalents.end()) {
      if (words <= commonest) missing += " " + word;
      continue;
    }
    ++covered;
    if (words <= commonest) ++covered_common, renderings += found->second;
  }
  const double share = static_cast<double>(covered) / static_cast<double>(words);
  const double mean = static_cast<double>(renderings) / static_cast<double>(std::min(words, commonest));
  std::cout << "of " << words << " frequent words " << covered << " (" << 100 * share
            << " %) have an entry; of the first " << commonest << " " << covered_common << ", with " << mean
            << " equivalents on average\n";
  INFO("missing among the first " << commonest << ":" << missing);
  CHECK(share >= 0.92);
  CHECK(mean >= 2);
}

TEST_CASE("the built-in lexicon agrees with an independent dictionary") {
  const char* const file = std::getenv("DUIQI_CEDICT");
  if (file == nullptr) {
    std::cout << "skipped: DUIQI_CEDICT names no lexicon made by scripts/get-cedict\n";
    return;
  }
  const test::Agreement agreement = test::compare(Lexicon::built_in(), Lexicon::open(file));
  std::cout << "of " << agreement.both << " entries that both have " << 100 * agreement.share()
            << " % share an equivalent\n";
  CHECK(agreement.both > 20000);
  CHECK(agreement.share() > 0.9);
}

}  // namespace
}  // namespace duiqi
