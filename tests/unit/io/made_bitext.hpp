// Bitexts made by hand, for the tests of what is written.
#pragma once

#include <fmt/format.h>
#include <string>
#include <utility>
#include <vector>

#include <duiqi/bitext.hpp>
#include <duiqi/write.hpp>

namespace duiqi::testing {

inline Document made_document(Language language, const std::vector<std::string>& sentences,
                              std::string name) {
  Document document;
  std::string text;
  for (const std::string& sentence : sentences) {
    const Span span{text.size(), text.size() + sentence.size()};
    const auto id = document.size();
    document.sentences.push_back({span, id});
    document.paragraphs.push_back({span, {id, id + 1}});
    text += sentence + '\n';
  }
  document.text = Text::from_utf8(std::move(text), std::move(name));
  document.language = language;
  return document;
}

struct Made {
  std::vector<std::string> zh;
  std::vector<std::string> en;
  std::vector<Bead> beads;
  std::vector<Link> links = {};
  std::vector<Anchor> zh_anchors = {};
  std::vector<Anchor> en_anchors = {};
  std::vector<Warning> warnings = {};
};

inline Bitext made_bitext(const Made& made) {
  return Bitext({made_document(Language::chinese, made.zh, "zh.txt"), made.zh_anchors},
                {made_document(Language::english, made.en, "en.txt"), made.en_anchors},
                Ladder(made.beads, static_cast<std::uint32_t>(made.zh.size()),
                       static_cast<std::uint32_t>(made.en.size())),
                made.links, made.warnings);
}

/// A small piece of news with a bead of each kind, and English 3, which renders a part of Chinese 1.
inline Made news() {
  Made made;
  made.zh = {"中新网北京3月15日电", "市长说:“好”,并致谢。", "会议结束。", "天晴。"};
  made.en = {"BEIJING, March 15.", "The mayor said \"good\".", "It ended.", "He thanked them."};
  made.beads = {{{0, 1}, {0, 1}, 3.5, .99},
                {{1, 2}, {1, 2}, 2, .8},
                {{2, 3}, {2, 3}, 1, .4},
                {{3, 4}, {3, 3}, -2, .7},
                {{4, 4}, {3, 4}, -2, .9}};
  made.links = {{1, 3, .5, .6}};
  return made;
}

/// Sentences 句0。 … and S0. …; bead k has the score 1 and the probability .9 - k / 100.
inline Made plain(std::uint32_t zh, std::uint32_t en, std::vector<RangePair> beads,
                  std::vector<Link> links = {}) {
  Made made;
  for (std::uint32_t i = 0; i < zh; ++i) made.zh.push_back(fmt::format("句{}。", i));
  for (std::uint32_t j = 0; j < en; ++j) made.en.push_back(fmt::format("S{}.", j));
  for (const RangePair& bead : beads) {
    made.beads.push_back({bead.zh, bead.en, 1, .9 - .01 * static_cast<double>(made.beads.size())});
  }
  made.links = std::move(links);
  return made;
}

inline std::string written(const Bitext& bitext, Format format, const WriteOptions& options = {}) {
  std::string out;
  write(out, bitext, format, options);
  return out;
}

}  // namespace duiqi::testing
