// Whole records through the reader, the segmenter and the aligner.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <duiqi/duiqi.hpp>
#include <duiqi/read_record.hpp>

using namespace duiqi;

namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Bitext align_record(const std::filesystem::path& path) {
  return Aligner().align(read_record(Text::from_utf8(read_file(path), path.string())));
}

std::string sentences(const Document& document) {
  std::string out;
  for (std::uint32_t id = 0; id < document.size(); ++id) out += std::string(document.sentence(id)) + '\n';
  return out;
}

}  // namespace

TEST_CASE("the record that the project began with") {
  const Bitext bitext = align_record(DUIQI_SOURCE_DIR "/examples/data/yushu.txt");
  REQUIRE(bitext.zh().size() == 8);
  REQUIRE(bitext.en().size() == 7);
  // What a careful reader aligns; Chinese 5 and 6 and English 5 take evidence from words.
  for (const auto& [zh, en] : {std::pair{0U, 0U}, {1U, 1U}, {2U, 2U}, {3U, 3U}, {4U, 4U}, {7U, 6U}}) {
    const Bead wanted{{zh, zh + 1}, {en, en + 1}};
    INFO("[" << zh << "]:[" << en << "]");
    CHECK(std::find(bitext.beads().begin(), bitext.beads().end(), wanted) != bitext.beads().end());
  }
  CHECK(bitext.record->date == Date{2024, 3, 15});
  CHECK(bitext.warnings().empty());
}

TEST_CASE("records of all forms give the sentences of both sides, and nothing else") {
  const std::string name = GENERATE("000", "001", "002", "003", "004", "005");
  const std::filesystem::path folder = DUIQI_SOURCE_DIR "/tests/quality/data/records";
  const Bitext bitext = align_record(folder / (name + ".txt"));
  CHECK(sentences(bitext.zh()) == read_file(folder / (name + ".zh")));
  CHECK(sentences(bitext.en()) == read_file(folder / (name + ".en")));
}
