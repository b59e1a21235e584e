#include <catch2/catch.hpp>

#include "cut.hpp"

using namespace duiqi;
using duiqi::segmenting::cut;

namespace {

void check(std::initializer_list<const char*> rows, const SegmentOptions& options = {}) {
  for (const char* row : rows) CHECK(cut(row, Language::english, options) == row);
}

}  // namespace

TEST_CASE("English: plain sentences") {
  check({
      "The bridge opened on Monday.| Thousands crossed it.",
      "Will it hold?| Engineers say so!| Nobody doubts it.",
      "The bridge opened.|  Two spaces follow.",
      "It cost 3.5 million yuan.| That is 2.4% more.",
      "It opened in 2019.| The old one closed in 2018.",
      "It opened in 2019.| 300 people came.",
      "The fee is $3.50.| $5 was asked before.",
      "They won 3-1.| \"We are glad,\" he said.",
      "He said yes.| She said no.| Five people left.",
      "She came in.| On Monday she left.| All were sad.",  // In., On., All. end sentences
      "That is all.| To be sure.| Who knows?",
      "What?!| Nobody knew.",
      "Sales rose!!!| Shares fell.",
      "Élodie spoke.| Ángel listened.| Öberg left.",
      "The firm said so.| 中国日报 reported it.",
      "He agreed。| She did not.",
  });
}

TEST_CASE("English: titles and ranks never end a sentence") {
  check({
      "Mr. Li met Mrs. Smith and Dr. Wang.| They talked.",
      "Gen. Mark Milley spoke.| Sen. Bernie Sanders and Gov. Gavin Newsom listened.",
      "Lt. Col. James Brown and Sgt. Ann Lee left.| Adm. Harry Harris stayed.",
      "Rep. Nancy Pelosi, Prof. Zhou and Rev. Al Sharpton came.| Capt. Sully did not.",
      "GEN. MILLEY SPEAKS.| SEN. SANDERS LISTENS.",
      "Messrs. Smith and Jones left.| Ms. Gu stayed.",
      "Lt.-Gen. Park resigned.| Maj.-Gen. Kim took over.",
      "Mt. Everest and Ft. Bragg are far apart.| So is Ste. Marie.",
      "The mission in St. Louis ended.| It was in St. Petersburg before.",
      "He lives on Main St.| The house is old.",
  });
}

TEST_CASE("English: abbreviations that end a sentence only where the next word says so") {
  check({
      "The U.S. Senate voted.| It was close.",
      "He moved to the U.S.| The move was hard.",
      "He lives in the U.K.| She lives in France.",
      "U.S. President Joe Biden met U.N. Secretary-General Guterres.| They spoke.",
      "The U.S.-led coalition left.| It was late.",
      "They met in Washington, D.C. on Friday.| They left on Sunday.",
      "They met in Washington, D.C.| However, no deal was struck.",
      "It began at 9 a.m. Beijing time.| It ended at 5 p.m.| Crowds left.",
      "It began at 9 a.m. EST.| It ended at 5 p.m.| There was applause.",
      "The talks ended at 10 a.m. (0200 GMT) on Monday.| They resume soon.",
      "It starts at 8 p.m. Monday.| It ends late.",
      "Apple Inc. said so.| Google Inc. did not.",
      "He works at Apple Inc.| The company is large.",
      "He works at Apple Inc.| Analysts say shares will rise.",
      "Apple Inc. Chief Executive Tim Cook spoke.| Investors listened.",
      "Huawei Technologies Co. Ltd. was founded in 1987.| It grew.",
      "Martin Luther King Jr. spoke.| Crowds listened.",
      "The prize went to Sammy Davis Jr.| He was glad.",
      "It opened on Jan. 5.| It closed on Dec. 31.",
      "It opened in Sept. 2020.| It closed in Nov.| The owner left.",
      "It is on Sun. Jan. 7.| Come early.",
      "It is No. 1 in China.| It is No. 5 here.",
      "See pp. 12-15 and Vol. 3.| See Fig. 2 too.",
      "\"Will you go?\"| \"No.\"| Five of them stayed.",
      "He comes from Scranton, Pa.| She comes from Tampa, Fla.| They met.",
      "He comes from Sacramento, Calif. and left.| She stayed.",
      "They sell apples, pears, etc.| The shop is small.",
      "They sell fruit, e.g. apples, i.e. food.| The shop is small.",
      "Liverpool vs. Chelsea ended 1-1.| Fans left.",
      "Roe v. Wade was overturned.| Protests followed.",
      "Smith et al. found no link.| Others did.",
      "She holds a Ph.D. in law.| He holds an M.D.| They teach.",
      "The ticket costs Rs. 500.| It was Rs. 300.",
      "He studied art.| Music came later.",
  });
}

TEST_CASE("English: initials") {
  check({
      "J. K. Rowling wrote it.| J.R.R. Tolkien did not.",
      "George W. Bush and John F. Kennedy were presidents.| Harry S. Truman too.",
      "The case was heard by J. Smith.| It was closed.",
      "They need vitamin C.| Doctors agree.",
      "He fought in World War I.| She nursed soldiers.",
      "Nobody is taller than I.| Jack is short.",
      "Samuel L. Jackson starred.| Critics cheered.",
      "This is plan B.| The first one failed.",
  });
}

TEST_CASE("English: quotes and brackets stay with their sentence") {
  check({
      "\"We won.\"| The crowd cheered.",
      "“We won.”| The crowd cheered.",
      "``We won.''| The crowd cheered.",
      "He said, \"We won.\"| The crowd cheered.",
      "He said, 'We won.'| The crowd cheered.",
      "\"Why now?\" he asked.| Nobody answered.",
      "“Why now?” she asked.| Nobody answered.",
      "\"Why now?\" Smith asked.| Nobody answered.",
      "\"Is it over?\" President Biden said on Monday.| It was.",
      "\"Are you ready?\" CNN reported.| Nobody was.",
      "\"Is it over?\"| Smith said he did not know.",
      "\"We won,\" he said.| \"We did.\"",
      "\"First.| Second.| Third.\"| He sat down.",
      "He called it 'a win.'| \"It is 'done.'\"| She agreed.",
      "\"He said 'yes.'\"| They left.",
      "The plan (see p. 5) failed.| The next (Plan B.) did too.",
      "The plan failed.| (It had no money.)| The next one worked.",
      "The plan failed.| [It had no money.]| The next one worked.",
      "(Reuters) Shares fell.| Oil rose.",
      "It was the “best ever. ”| Fans agreed.",
      "It was the best ever. “",
      "He tweeted, “Good morning. ”",
      "\"This is COVID-19, folks! \"",
      "She asked “Who?”, then left.| He stayed.",
      "The film \"Who's Afraid?\" is old.| It won prizes.",
      "Yahoo! (formerly a giant) was sold.| Verizon bought it.",
      "«We won.»| The crowd cheered.",
  });
}

TEST_CASE("English: ellipses and dashes") {
  check({
      "Well ... maybe not.| We will see.",
      "Well... maybe.| We will see.",
      "\"I... I can't remember.\"| He sat down.",
      "“You mean—”|  “They are true.”| He nodded.",
      "\"You mean—\" he began.| She nodded.",
      "\"You mean—\" Sha interrupted.| She nodded.",
      "He waited...| Nobody came.",
      "He waited…| Nobody came.",
      "He waited . . . and waited.| Nobody came.",
      "\"I don't know...\" she said.| He did.",
      "It was over.| — Reuters",
      "“It was over.” — the mayor said so.| He left.",
      "OAKLAND, Ca. -- Protesters set a fire.| Police came.",
  });
}

TEST_CASE("English: datelines, lists, addresses, brands and footnotes") {
  check({
      "They want: peace; 2. bread; 3. land.| Nobody listened.",
      "Home: 3.| Away: 2.| It was over.",
      "BEIJING, March 15 (Xinhua) — A meeting was held.| Officials spoke.",
      "WASHINGTON, Sept. 3 (Reuters) - The dollar fell.| Gold rose.",
      "ST. LOUIS (AP) — The Cardinals won.| Fans cheered.",
      "NEW YORK, Dec. 1 -- Stocks rose.| Bonds fell.",
      "1. Open the door.| 2. Close it.",
      "1) Open the door.| 2) Close it.",
      "(1) Open the door.| (2) Close it.",
      "A. Open the door.| It is heavy.",
      "iv. The door is open.| It is heavy.",
      "Q. What happened?| A. Nothing did.",
      "• Open the door.| • Close it.",
      "Visit www.example.com.| It is free.",
      "Visit http://example.com/a.b?c=d!e for more.| It is free.",
      "Write to li.ming@example.com.| He answers.",
      "Open report.final.pdf and read.| Then close it.",
      "Node.js and ASP.NET are tools.| Both are old.",
      "He bought it.| iPhone sales rose.| eBay fell.",
      "It failed.[1]| Others worked.[2][3]",
      "It failed.¹| Others worked.²",
      "It failed.[12, 13]| Others worked.",
      "The meeting ended.|Officials left.",
      "Example.Com grew.| It is large.",
      "Temperatures hit 40 C. and fell.| Rain came.",
      "Version 2.0.1 is out.| Version 3 is not.",
      "The .com boom ended.| The .5 mm pen stayed.",
      "The vote was 51-49.| iPad owners cheered.",
      "He came first.| 2nd was Li.| 3rd was Wang.",
      "Beijing Strengthens Cooperation, Achieving New Progress",
      "Title of the story\nThe story begins.| It ends.",
      "Shares rose.| 5G stocks led.| COVID-19 faded.",
  });
}

TEST_CASE("English: semicolons only where asked") {
  check({"He came; she left.| Nobody saw."});
  SegmentOptions options;
  options.split_at_semicolons = true;
  check({"He came;| she left.| Nobody saw."}, options);
}

TEST_CASE("English: the user's abbreviations") {
  const char* row = "The firm Smith Hldgs. Ltd left.| Its Mgmt. Board met.| It is in Main Sq.| The end.";
  SegmentOptions options;
  CHECK(cut(row, Language::english, options) != row);
  options.abbreviations = {"Mgmt.", "Hldgs."};
  CHECK(cut(row, Language::english, options) == row);
}
