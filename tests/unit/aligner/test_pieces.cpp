#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "aligner/pieces.hpp"

using namespace duiqi;

namespace {

/// Sentences that share a number of their own, `count` of them, from number `first` on.
std::string numbered(Language language, std::uint32_t first, std::uint32_t count) {
  std::string out;
  for (std::uint32_t k = first; k < first + count; ++k) {
    const std::string number = std::to_string(10000 + 7 * k);
    out += language == Language::chinese ? "工厂生产了" + number + "台机器。\n"
                                         : "The factory made " + number + " machines.\n";
  }
  return out;
}

AlignerOptions lines() {
  AlignerOptions options;
  options.zh.sentences = options.en.sentences = SentenceRules::lines;
  return options;
}

Analysis analyse(Language language, const std::string& text) {
  return Aligner(lines()).analyse(Text::from_utf8(text), language);
}

}  // namespace

TEST_CASE("an excerpt has the ids, paragraphs and anchors of its own sentences") {
  const Analysis whole = analyse(Language::chinese, numbered(Language::chinese, 0, 20));
  const Excerpt part = excerpt(whole, {5, 9});
  REQUIRE(part.analysis.document.size() == 4);
  CHECK(part.analysis.document.sentence(0) == whole.document.sentence(5));
  CHECK(part.analysis.document.sentence(3) == whole.document.sentence(8));
  for (std::uint32_t id = 0; id < 4; ++id) {
    const Document& document = part.analysis.document;
    CHECK(document.paragraphs[document.sentences[id].paragraph].sentences.contains(id));
  }
  REQUIRE_FALSE(part.analysis.anchors.empty());
  for (std::size_t k = 0; k < part.analysis.anchors.size(); ++k) {
    const Anchor& anchor = part.analysis.anchors[k];
    CHECK(anchor.span == whole.anchors[part.first_anchor + k].span);
    CHECK(part.analysis.document.sentences[anchor.sentence].span.contains(anchor.span));
  }
  CHECK(excerpt(whole, {7, 7}).analysis.document.size() == 0);
}

TEST_CASE("cuts stand at pairs that belong together, also behind a hole") {
  // 3,000 Chinese sentences; the English side lacks 1,000 from the middle.
  const Analysis zh = analyse(Language::chinese, numbered(Language::chinese, 0, 3000));
  const Analysis en = analyse(Language::english,
                              numbered(Language::english, 0, 1000) + numbered(Language::english, 2000, 1000));
  const std::vector<align::Node> cuts = find_cuts(zh, en, AlignerOptions{}.lexicons);
  REQUIRE(cuts.size() > 6);
  CHECK(cuts.front() == align::Node{});
  CHECK(cuts.back() == align::Node{3000, 2000});
  for (std::size_t k = 1; k + 1 < cuts.size(); ++k) {
    CHECK(cuts[k - 1].zh < cuts[k].zh);
    CHECK(cuts[k].zh == (cuts[k].en < 1000 ? cuts[k].en : cuts[k].en + 1000));
  }
}

TEST_CASE("pieces tile the document and have the ladder of the whole") {
  const Analysis zh = analyse(Language::chinese, numbered(Language::chinese, 0, 900));
  const Analysis en =
      analyse(Language::english, numbered(Language::english, 0, 300) + numbered(Language::english, 340, 560));
  const AlignerOptions options = lines();
  PieceOptions pieces;
  pieces.whole = 100;
  align::Node at{};
  std::vector<std::pair<SentenceRange, SentenceRange>> beads;
  std::size_t count = 0;
  for_each_piece(zh, en, options, pieces, [&](const Piece& piece) {
    CHECK(piece.begin == at);
    at = piece.end;
    ++count;
    for (const Bead& bead : piece.beads) {
      const std::uint32_t z = piece.window.zh.begin;
      const std::uint32_t e = piece.window.en.begin;
      beads.push_back({{bead.zh.begin + z, bead.zh.end + z}, {bead.en.begin + e, bead.en.end + e}});
    }
  });
  CHECK(at == align::Node{900, 860});
  CHECK(count > 2);
  std::vector<std::pair<SentenceRange, SentenceRange>> whole;
  pieces.whole = 900;
  for_each_piece(zh, en, options, pieces, [&](const Piece& piece) {
    for (const Bead& bead : piece.beads) whole.push_back({bead.zh, bead.en});
  });
  CHECK(beads == whole);
}

TEST_CASE("where no sentence is like another, pieces still tile the document and stay bounded") {
  std::string zh_text;
  std::string en_text;
  for (int k = 0; k < 1500; ++k) zh_text += "啊啊啊。\n";
  for (int k = 0; k < 1100; ++k) en_text += "Zzz zzz.\n";
  const Analysis zh = analyse(Language::chinese, zh_text);
  const Analysis en = analyse(Language::english, en_text);
  PieceOptions pieces;
  pieces.whole = 100;
  pieces.largest = 400;
  align::Node at{};
  for_each_piece(zh, en, lines(), pieces, [&](const Piece& piece) {
    CHECK(piece.begin == at);
    at = piece.end;
    CHECK(std::max(piece.window.zh.size(), piece.window.en.size()) <= 400 + 2 * pieces.overlap);
  });
  CHECK(at == align::Node{1500, 1100});
}
