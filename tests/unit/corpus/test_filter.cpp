#include <algorithm>
#include <catch2/catch.hpp>
#include <optional>
#include <string>
#include <vector>

#include <duiqi/corpus.hpp>

#include "corpus/boilerplate.hpp"
#include "corpus/filter.hpp"
#include "corpus/normalise.hpp"
#include "unit/corpus/folder.hpp"
#include "unit/corpus/news.hpp"

using namespace duiqi;
using namespace duiqi::corpus;

namespace {

/// Why the pair of two sentences is dropped: the filter's name, or nothing. The bead is made by hand, so that
/// nothing depends on whether the aligner makes it.
std::string reason(const std::string& zh, const std::string& en, const CorpusFilters& filters) {
  AlignerOptions options;
  options.zh.sentences = options.en.sentences = SentenceRules::lines;
  static const Aligner aligner(options);
  const Bitext bitext(aligner.analyse(Text::from_utf8(zh), Language::chinese),
                      aligner.analyse(Text::from_utf8(en), Language::english),
                      Ladder({Bead{{0, 1}, {0, 1}, 1, 0.9}}, 1, 1), {}, {});
  const std::optional<Drop> drop = drop_pair(bitext, make_pairs(bitext).at(0), filters);
  return drop ? std::string(name(drop->filter)) : std::string();
}

struct Row {
  const char* zh;
  const char* en;
  const char* reason;
};

}  // namespace

TEST_CASE("pairs are dropped for what is wrong with them") {
  CorpusFilters filters;
  filters.min_probability = 0;
  const Row row = GENERATE(values<Row>({
      {"会议于3月15日在北京召开。", "The meeting was held in Beijing on March 15.", ""},
      {"全球有3.2亿人受到影响。", "Worldwide 320 million people are affected.", ""},
      {"全球有3.2亿人受到影响。", "Worldwide 32 million people are affected.", "numbers"},
      {"会议于周六在北京召开。", "The meeting was held in Beijing on Sunday.", "numbers"},
      {"电站装机容量76万千瓦。", "The plant has a capacity of 760 MW.", ""},
      {"电站装机容量76万千瓦。", "The plant has a capacity of 76 MW.", "numbers"},
      {"会议于3月15日在北京召开。", "The meeting was held in Beijing on April 15.", "numbers"},
      // What only one side says is no contradiction; nor are small numbers, which are words as often.
      {"会议有320人出席，气氛很好。", "The meeting was well attended and went well.", ""},
      {"他们四人中有一人获得奖牌。", "Two of them were awarded with a medal.", ""},
      {"COVID-19 AstraZeneca", "COVID-19, AstraZeneca.", "identical"},
      {"The meeting began", "会议开始了", "script"},
      {"Das Treffen begann gestern", "The meeting began", "script"},
      {"会议开始了，大家都来了", "会议开始了。大家都来了！", "identical"},
      {"会议开始了，大家都来了", "会议开始了吗？ OK", "script"},
      {"其他还有Neto, Nelson Semedo, Junior Firpo, Arturo Vidal", "Others: Neto, Semedo, Firpo, Vidal",
       "mix"},
      {"★★★★★ 好 ★★★★★", "★★★★★ good ★★★★★", "symbols"},
      {"会议开始了。", "It was then, after many delays and hours of waiting, that the meeting of all began.",
       "length_ratio"},
      {"北京市发改委副主任赵振业、玉树州委书记蔡成勇出席并讲话。", "They spoke.", "length_ratio"},
      {"责任编辑：王小明", "Editor: Wang Xiaoming", "boilerplate"},
  }));
  CAPTURE(row.zh, row.en);
  CHECK(reason(row.zh, row.en, filters) == row.reason);
  for (const CorpusFilter filter : all_corpus_filters) filters.use(filter, false);
  CHECK(reason(row.zh, row.en, filters).empty());
}

TEST_CASE("numbers may be asked to be complete") {
  CorpusFilters filters;
  filters.min_probability = 0;
  filters.numbers = CorpusNumbers::complete;
  CHECK(reason("会议有320人出席，气氛很好。", "The meeting was well attended and went well.", filters) ==
        "numbers");
  CHECK(reason("气氛很好，会议顺利结束。", "There were 320 people, and the meeting went well.", filters) ==
        "numbers");
  CHECK(reason("会议有320人出席。", "The meeting was attended by 320 people.", filters).empty());
}

TEST_CASE("bounds are bounds: what is right on them stays") {
  CorpusFilters filters;
  filters.min_probability = 1.1;
  CHECK(reason("会议开始了。", "The meeting began.", filters) == "probability");
  filters.min_probability = 0;
  filters.max_sentences = 0;
  CHECK(reason("会议开始了。", "The meeting began.", filters) == "bead_size");
  filters.max_sentences = 1;
  CHECK(reason("会议开始了。", "The meeting began.", filters).empty());
  filters.min_length_ratio = filters.max_length_ratio = 3;  // 15 letters, 5 characters
  CHECK(reason("会议开始了。", "The meeting began.", filters).empty());
  filters.min_length_ratio = 3.01;
  CHECK(reason("会议开始了。", "The meeting began.", filters) == "length_ratio");
}

TEST_CASE("boilerplate is known in both languages, and only alone") {
  struct Line {
    const char* text;
    const char* kind;
  };
  for (const Line& line : {
           Line{"新华社北京3月15日电", "dateline"},
           Line{"中新网上海7月26日电（记者 王小明）", "dateline"},
           Line{"【来源：人民日报】", "credit"},
           Line{"責任編輯：李四", "credit"},
           Line{"（完）", "end"},
           Line{"(完)", "end"},
           Line{"分享到：微信 微博", "share"},
           Line{"版权所有，未经授权不得转载。", "notice"},
           Line{"据新华社3月15日电，会议开始了。", ""},
           Line{"编辑部昨天开会。", ""},
           Line{"作者在书中写道，这一切都不容易，而他自己也是在多年以后才明白的，那时他已经离开了那里。", ""},
           Line{"双方完成了谈判。", ""},
           Line{"他来电。", ""},
       }) {
    CAPTURE(line.text);
    CHECK(boilerplate_zh(line.text) == line.kind);
  }
  for (const Line& line : {
           Line{"BEIJING, March 15 (Xinhua) --", "dateline"},
           Line{"WASHINGTON, July 2 (AP) —", "dateline"},
           Line{"Editor: Wang Xiaoming", "credit"},
           Line{"Source: Xinhua", "credit"},
           Line{"(END)", "end"},
           Line{"Share this article on Facebook", "share"},
           Line{"All rights reserved.", "notice"},
           Line{"BEIJING, March 15 (Xinhua) -- The meeting began.", ""},
           Line{"The source of the river is in the mountains.", ""},
           Line{"Editors met in Beijing.", ""},
           Line{"It came to an end.", ""},
       }) {
    CAPTURE(line.text);
    CHECK(boilerplate_en(line.text) == line.kind);
  }
}

TEST_CASE("normalised texts are the same where only form differs") {
  CHECK(normalised("會議，開始 了。") == normalised("会议开始了"));
  CHECK(normalised("ＣＯＶＩＤ－１９") == normalised("covid-19"));
  CHECK(normalised("3.5%") != normalised("35%"));
  CHECK(normalised("5%") != normalised("5"));
  CHECK(normalised("\"A\"") == normalised("“a”"));
}

TEST_CASE("every pair is kept or dropped with a reason, and all are counted") {
  const Folder folder;
  const std::vector<NewsText> texts = news_texts(6);
  std::string input;
  for (const NewsText& text : texts) input += json_line(text);
  // Texts that don't belong together, and sides that are swapped.
  input += json_line({"other", texts[0].zh, texts[1].en});
  input += json_line({"swapped", texts[0].en, texts[0].zh});
  CorpusOptions options;
  options.inputs = {folder.write("in.jsonl", input)};
  options.out = folder.path("out");
  options.explain_drop = folder.path("drops");
  options.dedup = CorpusDedup::none;
  const Aligner aligner;
  const CorpusReport report = build_corpus(aligner, options);
  CHECK(report.count("pairs.found") == report.count("pairs.written") + report.count("pairs.dropped"));
  std::size_t by_reason = 0;
  for (const CorpusFilter filter : all_corpus_filters)
    by_reason += report.count("drop." + std::string(name(filter)));
  CHECK(by_reason == report.count("pairs.dropped"));
  CHECK(report.count("documents.not_parallel") == 1);
  CHECK(report.count("documents.language") == 1);
  const std::string drops = folder.read("drops");
  CHECK(static_cast<std::size_t>(std::count(drops.begin(), drops.end(), '\n')) == by_reason);
  CHECK_THAT(drops, Catch::Contains("{\"reason\": \"not_parallel\", \"why\": \"links speak for"));
  const std::string kept = folder.read("out");
  CHECK(kept.find("\"doc\": \"other\"") == std::string::npos);

  // Kept and dropped together are what there is without filters.
  for (const CorpusFilter filter : all_corpus_filters) options.filters.use(filter, false);
  options.explain_drop.clear();
  CHECK(build_corpus(aligner, options).count("pairs.written") == report.count("pairs.found"));
}
