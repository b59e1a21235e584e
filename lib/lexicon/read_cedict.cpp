#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <duiqi/lexicon.hpp>

#include "lexicon/gloss.hpp"
#include "lexicon/lines.hpp"

namespace duiqi {
namespace lexicon {
namespace {

/// A line: one reading of a word.
struct Reading {
  std::string pinyin;
  std::vector<std::string> equivalents;
  std::vector<Reference> references;
  bool surname_only = false;
};

struct Word {
  std::string zh;
  std::vector<Reading> readings;
};

/// Chains of "see …" are followed as far as this; CC-CEDICT has none longer than three.
constexpr int most_steps = 4;

/// `#! date=…` and others of the file's head.
struct Head {
  std::string date;
  std::string licence;

  void read(std::string_view line) {
    if (!line.starts_with("#!")) return;
    line = trimmed(line.substr(2));
    const std::size_t at = line.find('=');
    if (at == std::string_view::npos) return;
    const std::string_view value = trimmed(line.substr(at + 1));
    if (line.starts_with("date")) date = value.substr(0, value.find('T'));
    if (line.starts_with("license")) licence = value;
  }

  LexiconSource source() const {
    // The file states its licence by address.
    const bool usual = licence.empty() || licence.find("licenses/by-sa/4.0") != std::string::npos;
    return {date.empty() ? "CC-CEDICT" : "CC-CEDICT " + date, usual ? "CC-BY-SA-4.0" : licence,
            "community-maintained Chinese-English dictionary, https://cc-cedict.org"};
  }
};

/// `Traditional Simplified [pin1 yin1] /gloss/gloss/`
class Reader {
 public:
  LexiconData read(const Text& text) {
    for (Lines lines(text); lines.next();) {
      const std::string_view line = lines.line();
      if (line.starts_with('#')) {
        head_.read(line);
      } else if (!trimmed(line).empty()) {
        read_line(lines);
      }
    }
    return resolve();
  }

 private:
  void read_line(const Lines& lines) {
    std::string_view rest = trimmed(lines.line());
    const std::size_t space = rest.find(' ');
    const std::size_t bracket = rest.find(" [");
    const std::size_t slash = rest.find(" /", bracket == std::string_view::npos ? 0 : bracket);
    if (space == std::string_view::npos || bracket == std::string_view::npos || bracket <= space ||
        slash == std::string_view::npos || rest[slash - 1] != ']' || !rest.ends_with('/') ||
        slash + 2 >= rest.size()) {
      lines.fail(
          "not a line of CC-CEDICT, which has the form \"Traditional Simplified [pin1 yin1] /gloss/gloss/\"; "
          "correct or remove it");
    }
    const std::string_view zh = trimmed(rest.substr(space + 1, bracket - space - 1));
    if (zh.empty()) lines.fail("the simplified form is missing; add it");
    Reading reading;
    reading.pinyin = trimmed(rest.substr(bracket + 2, slash - bracket - 3));
    reading.surname_only = true;
    for (rest = rest.substr(slash + 2); !rest.empty();) {
      const std::size_t end = rest.find('/');
      Gloss gloss = read_gloss(rest.substr(0, end));
      reading.surname_only = reading.surname_only && gloss.surname && gloss.equivalents.size() == 1;
      std::move(gloss.equivalents.begin(), gloss.equivalents.end(), std::back_inserter(reading.equivalents));
      std::move(gloss.references.begin(), gloss.references.end(), std::back_inserter(reading.references));
      rest.remove_prefix(end + 1);
    }
    const auto [place, added] = places_.emplace(zh, words_.size());
    if (added) words_.push_back({std::string(zh), {}});
    words_[place->second].readings.push_back(std::move(reading));
  }

  static void add(std::vector<Equivalent>& out, const std::vector<std::string>& equivalents) {
    for (const std::string& en : equivalents) {
      const bool known = std::any_of(out.begin(), out.end(), [&](const Equivalent& e) { return e.en == en; });
      if (!known) out.push_back({en, 0});
    }
  }

  /// Adds what `reading` says and what the words say that it refers to. `seen`: the readings so far.
  void collect(const Reading& reading, int steps, std::vector<const Reading*>& seen,
               std::vector<Equivalent>& out) const {
    if (std::find(seen.begin(), seen.end(), &reading) != seen.end()) return;
    seen.push_back(&reading);
    add(out, reading.equivalents);
    if (steps == 0) return;
    for (const Reference& reference : reading.references) {
      const auto place = places_.find(reference.zh);
      if (place == places_.end()) continue;
      const std::vector<Reading>& targets = words_[place->second].readings;
      const auto same = [&](const Reading& r) { return r.pinyin == reference.pinyin; };
      const bool some = std::any_of(targets.begin(), targets.end(), same);
      for (const Reading& target : targets) {
        if (!some || same(target)) collect(target, steps - 1, seen, out);
      }
    }
  }

  LexiconData resolve() const {
    LexiconData data;
    data.sources.push_back(head_.source());
    for (const Word& word : words_) {
      LexiconEntry entry;
      entry.zh = word.zh;
      std::vector<const Reading*> seen;
      // A surname is the rarer meaning, though the dictionary gives capitals first.
      for (const bool surnames : {false, true}) {
        for (const Reading& reading : word.readings) {
          if (reading.surname_only == surnames) collect(reading, most_steps, seen, entry.equivalents);
        }
      }
      if (!entry.equivalents.empty()) data.entries.push_back(std::move(entry));
    }
    return data;
  }

  Head head_;
  std::vector<Word> words_;
  std::map<std::string, std::size_t, std::less<>> places_;
};

}  // namespace
}  // namespace lexicon

LexiconData read_cedict(const Text& text) {
  return lexicon::Reader().read(text);
}

}  // namespace duiqi
