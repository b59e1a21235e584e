#include "data/abbreviations.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace duiqi::data {
namespace {

struct Entry {
  std::string_view word;
  Abbreviation kind;
};

constexpr auto title = Abbreviation::title;
constexpr auto number = Abbreviation::number;
constexpr auto plain = Abbreviation::plain;
constexpr auto suffix = Abbreviation::suffix;

// Own list, from the usage of news agencies: titles and ranks, months and weekdays, American states,
// companies, streets, references. Words that are words too (In., On., To., All., Sun. without a number …) are
// left out or stand as `number`.
constexpr Entry unsorted[] = {
    // Titles, ranks, offices: before a name.
    {"Mr.", title},
    {"Mrs.", title},
    {"Ms.", title},
    {"Mx.", title},
    {"Messrs.", title},
    {"Mme.", title},
    {"Mmes.", title},
    {"Mlle.", title},
    {"Dr.", title},
    {"Drs.", title},
    {"Prof.", title},
    {"Profs.", title},
    {"Gen.", title},
    {"Gens.", title},
    {"Lt.", title},
    {"Lieut.", title},
    {"Col.", title},
    {"Maj.", title},
    {"Capt.", title},
    {"Cpt.", title},
    {"Cmdr.", title},
    {"Cdr.", title},
    {"Comdr.", title},
    {"Adm.", title},
    {"Brig.", title},
    {"Sgt.", title},
    {"Sgts.", title},
    {"Cpl.", title},
    {"Pfc.", title},
    {"Pvt.", title},
    {"Spc.", title},
    {"Sen.", title},
    {"Sens.", title},
    {"Rep.", title},
    {"Reps.", title},
    {"Gov.", title},
    {"Govs.", title},
    {"Lt.-Gen.", title},
    {"Maj.-Gen.", title},
    {"Pres.", title},
    {"Atty.", title},
    {"Rev.", title},
    {"Revs.", title},
    {"Fr.", title},
    {"Msgr.", title},
    {"Hon.", title},
    {"Supt.", title},
    {"Insp.", title},
    {"Det.", title},
    {"Amb.", title},
    {"Assn.", plain},
    {"Asst.", title},
    {"Sec.", title},
    {"Ald.", title},
    {"Cllr.", title},
    {"Treas.", title},
    {"Comm.", plain},
    {"Supts.", title},
    {"Mgr.", title},
    {"Ven.", title},
    {"Ens.", title},
    {"Sra.", title},
    {"Wm.", title},
    {"Geo.", title},
    {"Chas.", title},
    {"Jas.", title},
    {"Thos.", title},
    {"Alex.", plain},
    // Places and streets.
    {"St.", plain},
    {"Ste.", title},
    {"Mt.", title},
    {"Mts.", plain},
    {"Ft.", title},
    {"Pt.", plain},
    {"Ave.", plain},
    {"Blvd.", plain},
    {"Rd.", plain},
    {"Hwy.", number},
    {"Rte.", number},
    {"Bldg.", number},
    {"Apt.", number},
    {"Sq.", plain},
    {"Pkwy.", plain},
    {"Dist.", plain},
    {"Prov.", plain},
    {"Univ.", plain},
    {"Dept.", plain},
    {"Depts.", plain},
    {"Govt.", plain},
    {"Natl.", plain},
    {"Intl.", plain},
    {"Ala.", plain},
    {"Ariz.", plain},
    {"Ark.", plain},
    {"Calif.", plain},
    {"Colo.", plain},
    {"Conn.", plain},
    {"Del.", plain},
    {"Fla.", plain},
    {"Ga.", plain},
    {"Ill.", plain},
    {"Ind.", plain},
    {"Kan.", plain},
    {"Ky.", plain},
    {"La.", plain},
    {"Md.", plain},
    {"Mich.", plain},
    {"Minn.", plain},
    {"Miss.", plain},
    {"Mo.", plain},
    {"Mont.", plain},
    {"Neb.", plain},
    {"Nev.", plain},
    {"Okla.", plain},
    {"Ore.", plain},
    {"Pa.", plain},
    {"Penn.", plain},
    {"Tenn.", plain},
    {"Tex.", plain},
    {"Va.", plain},
    {"Vt.", plain},
    {"Wis.", plain},
    {"Wyo.", plain},
    {"Ont.", plain},
    {"Que.", plain},
    {"Alta.", plain},
    {"Eng.", plain},
    // Companies and names: behind them.
    {"Inc.", suffix},
    {"Corp.", suffix},
    {"Ltd.", suffix},
    {"Co.", suffix},
    {"Cos.", suffix},
    {"Plc.", suffix},
    {"plc.", suffix},
    {"Pty.", plain},
    {"Pte.", plain},
    {"Bros.", plain},
    {"Mfg.", plain},
    {"Jr.", suffix},
    {"Sr.", suffix},
    {"Esq.", suffix},
    {"Ph.D.", suffix},
    {"M.D.", suffix},
    {"M.B.A.", suffix},
    {"B.A.", suffix},
    {"M.A.", suffix},
    {"B.S.", suffix},
    {"M.S.", suffix},
    {"etc.", suffix},
    {"al.", suffix},
    {"a.m.", suffix},
    {"p.m.", suffix},
    {"A.M.", suffix},
    {"P.M.", suffix},
    {"B.C.", suffix},
    {"A.D.", suffix},
    {"B.C.E.", suffix},
    {"C.E.", suffix},
    {"Inst.", plain},
    {"Mfrs.", plain},
    {"Hosp.", plain},
    {"S.p.A.", suffix},
    {"S.A.", suffix},
    {"N.V.", suffix},
    {"L.P.", suffix},
    {"L.L.C.", suffix},
    {"LLC.", suffix},
    {"LLP.", suffix},
    // Calendar.
    {"Jan.", number},
    {"Feb.", number},
    {"Mar.", number},
    {"Apr.", number},
    {"Jun.", number},
    {"Jul.", number},
    {"Aug.", number},
    {"Sep.", number},
    {"Sept.", number},
    {"Oct.", number},
    {"Nov.", number},
    {"Dec.", number},
    {"Mon.", number},
    {"Tue.", number},
    {"Tues.", number},
    {"Wed.", number},
    {"Thu.", number},
    {"Thur.", number},
    {"Thurs.", number},
    {"Fri.", number},
    {"Sat.", number},
    {"Sun.", number},
    // References and measures: before a number.
    {"No.", number},
    {"Nos.", number},
    {"no.", number},
    {"nos.", number},
    {"Vol.", number},
    {"Vols.", number},
    {"vol.", number},
    {"vols.", number},
    {"p.", number},
    {"pp.", number},
    {"Ch.", number},
    {"ch.", number},
    {"Chap.", number},
    {"chap.", number},
    {"Sect.", number},
    {"sec.", number},
    {"Art.", number},
    {"art.", number},
    {"Arts.", number},
    {"Fig.", number},
    {"Figs.", number},
    {"fig.", number},
    {"figs.", number},
    {"Eq.", number},
    {"par.", number},
    {"para.", number},
    {"paras.", number},
    {"Para.", number},
    {"Paras.", number},
    {"Op.", number},
    {"op.", number},
    {"Ser.", number},
    {"Rs.", number},
    {"Rp.", number},
    {"ca.", number},
    {"c.", number},
    {"approx.", number},
    {"Approx.", number},
    {"est.", number},
    {"Tel.", number},
    {"tel.", number},
    {"Ext.", number},
    {"ext.", number},
    {"Ed.", number},
    {"Eds.", plain},
    {"ed.", plain},
    {"eds.", plain},
    {"Res.", number},
    {"Doc.", number},
    {"Add.", number},
    {"Corr.", number},
    {"Suppl.", number},
    {"Pub.", number},
    {"Stat.", number},
    {"Cap.", number},
    {"cap.", number},
    {"Reg.", number},
    {"Regs.", number},
    {"vs.", plain},
    {"Vs.", plain},
    {"v.", plain},
    {"cf.", plain},
    {"Cf.", plain},
    {"viz.", plain},
    {"i.e.", plain},
    {"e.g.", plain},
    {"I.e.", plain},
    {"E.g.", plain},
    {"a.k.a.", plain},
    {"f.k.a.", plain},
    {"c/o.", plain},
    {"incl.", plain},
    {"excl.", plain},
    {"resp.", plain},
    {"ibid.", plain},
    {"Ibid.", plain},
    {"trans.", plain},
    {"dept.", plain},
    {"ave.", plain},
    {"max.", number},
    {"min.", number},
    {"avg.", number},
};

constexpr auto make_sorted() {
  auto table = std::to_array(unsorted);
  std::sort(table.begin(), table.end(), [](const Entry& a, const Entry& b) { return a.word < b.word; });
  return table;
}

constexpr auto abbreviations = make_sorted();

// Function words, connectives and adverbs of time: own list, of words that open English news sentences and
// seldom follow an abbreviation inside a name.
constexpr auto make_starters() {
  auto words = std::to_array<std::string_view>({
      "A",           "About",     "According",   "Additionally", "After",        "Afterwards",
      "Again",       "All",       "Almost",      "Along",        "Already",      "Also",
      "Although",    "Amid",      "Among",       "An",           "And",          "Another",
      "Any",         "Anyone",    "Are",         "Around",       "As",           "Asked",
      "At",          "Because",   "Before",      "Being",        "Besides",      "Both",
      "But",         "By",        "Can",         "Compared",     "Consequently", "Could",
      "Despite",     "Did",       "Do",          "Does",         "During",       "Each",
      "Earlier",     "Either",    "Even",        "Eventually",   "Every",        "Everyone",
      "Everything",  "Few",       "Finally",     "First",        "Following",    "For",
      "Fortunately", "From",      "Furthermore", "Given",        "Had",          "Has",
      "Have",        "He",        "He's",        "He’s",         "Hence",        "Her",
      "Here",        "Hers",      "His",         "How",          "However",      "I",
      "I'd",         "I'm",       "I've",        "If",           "In",           "Indeed",
      "Instead",     "Is",        "It",          "It's",         "Its",          "It’s",
      "I’d",         "I’m",       "I’ve",        "Just",         "Last",         "Later",
      "Like",        "Many",      "Maybe",       "Meanwhile",    "More",         "Moreover",
      "Most",        "Much",      "My",          "Nearly",       "Neither",      "Nevertheless",
      "Nobody",      "None",      "Nonetheless", "Nor",          "Not",          "Nothing",
      "Now",         "Of",        "Officials",   "On",           "Once",         "One",
      "Only",        "Or",        "Other",       "Others",       "Otherwise",    "Our",
      "Out",         "Over",      "People",      "Perhaps",      "Police",       "Prior",
      "Rather",      "Recently",  "Researchers", "She",          "She's",        "She’s",
      "Should",      "Similarly", "Since",       "So",           "Some",         "Someone",
      "Sometimes",   "Soon",      "Sources",     "Still",        "Subsequently", "Such",
      "Than",        "That",      "That's",      "That’s",       "The",          "Their",
      "Then",        "There",     "There's",     "There’s",      "Thereafter",   "Therefore",
      "These",       "They",      "They're",     "They’re",      "This",         "Those",
      "Though",      "Through",   "Throughout",  "Thus",         "To",           "Today",
      "Together",    "Tomorrow",  "Too",         "Two",          "Under",        "Unfortunately",
      "Unless",      "Unlike",    "Until",       "Upon",         "Was",          "We",
      "We're",       "We've",     "We’re",       "We’ve",        "Were",         "What",
      "What's",      "What’s",    "When",        "Whenever",     "Where",        "Whereas",
      "Whether",     "Which",     "While",       "Who",          "Whoever",      "Whose",
      "Why",         "Will",      "With",        "Within",       "Without",      "Would",
      "Yes",         "Yesterday", "Yet",         "You",          "You're",       "You’re",
      "Your",
  });
  std::sort(words.begin(), words.end());
  return words;
}

constexpr auto starters = make_starters();

constexpr auto make_verbs() {
  auto words = std::to_array<std::string_view>({
      "said",    "says",      "asked",     "asks",      "told",      "tells",    "added",     "adds",
      "replied", "replies",   "wrote",     "writes",    "tweeted",   "shouted",  "shouts",    "cried",
      "cries",   "wondered",  "exclaimed", "explained", "explains",  "insisted", "insists",   "recalled",
      "recalls", "joked",     "jokes",     "quipped",   "warned",    "warns",    "declared",  "declares",
      "stated",  "states",    "noted",     "notes",     "remarked",  "answered", "continued", "continues",
      "yelled",  "screamed",  "whispered", "muttered",  "inquired",  "queried",  "demanded",  "argued",
      "argues",  "laughed",   "posted",    "commented", "concluded", "urged",    "reported",  "interrupted",
      "snapped", "protested", "reports",
  });
  std::sort(words.begin(), words.end());
  return words;
}

constexpr auto saying_verbs = make_verbs();

Abbreviation look_up(std::string_view word) {
  const auto it = std::lower_bound(abbreviations.begin(), abbreviations.end(), word,
                                   [](const Entry& entry, std::string_view key) { return entry.word < key; });
  return it != abbreviations.end() && it->word == word ? it->kind : Abbreviation::none;
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

}  // namespace

Abbreviation find_abbreviation(std::string_view word) {
  constexpr std::size_t longest = 8;
  if (word.size() > longest) return Abbreviation::none;
  if (const Abbreviation found = look_up(word); found != Abbreviation::none) return found;
  if (word.size() < 3 || !std::all_of(word.begin(), word.end() - 1, is_upper)) return Abbreviation::none;
  std::string capitalised(word);
  for (std::size_t i = 1; i + 1 < word.size(); ++i) capitalised[i] = static_cast<char>(word[i] - 'A' + 'a');
  return look_up(capitalised);
}

bool begins_sentences(std::string_view word) {
  return std::binary_search(starters.begin(), starters.end(), word);
}

bool is_saying_verb(std::string_view word) {
  return std::binary_search(saying_verbs.begin(), saying_verbs.end(), word);
}

}  // namespace duiqi::data
