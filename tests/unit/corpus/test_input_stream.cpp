#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include <duiqi/error.hpp>

#include "corpus/input_stream.hpp"
#include "corpus/output_file.hpp"
#include "unit/corpus/folder.hpp"

using namespace duiqi;
using namespace duiqi::corpus;

namespace {

constexpr std::size_t any_size = std::size_t{1} << 30;

/// Bytes that compress badly, so that a stream has many blocks, with runs that compress well between them.
std::string mixed_bytes(std::size_t size) {
  std::mt19937 random(7);
  std::string out;
  while (out.size() < size) {
    out.append(1 + random() % 300, static_cast<char>(random()));
    for (std::size_t k = random() % 2000; k > 0; --k) out += static_cast<char>(random());
  }
  return out;
}

}  // namespace

TEST_CASE("compressed inputs are read as what they hold") {
  const Folder folder;
  const std::string bytes = mixed_bytes(400'000);
  for (const Compression kind : {Compression::none, Compression::gzip, Compression::zstd}) {
    CHECK(read_all(folder.write("one", compressed(bytes, kind)), any_size) == bytes);
    // Members and frames one behind the other, as cat makes them.
    CHECK(read_all(folder.write("two", compressed(bytes, kind) + compressed("next", kind)), any_size) ==
          bytes + "next");
  }
  CHECK(read_all(folder.write("none", ""), any_size).empty());
}

TEST_CASE("a compressed input that ends too soon is an error, wherever it was cut") {
  const Folder folder;
  const std::string bytes = mixed_bytes(3000);
  for (const Compression kind : {Compression::gzip, Compression::zstd}) {
    const std::string whole = compressed(bytes, kind);
    for (std::size_t size = 4; size < whole.size(); ++size) {
      CAPTURE(int(kind), size);
      CHECK_THROWS_AS(read_all(folder.write("cut", whole.substr(0, size)), any_size), Error);
    }
    // The second member or frame, too: the first one looks like a whole file.
    for (std::size_t size = 1; size < whole.size(); ++size) {
      CAPTURE(int(kind), size);
      CHECK_THROWS_AS(read_all(folder.write("cut", whole + whole.substr(0, size)), any_size), Error);
    }
  }
}

TEST_CASE("skippable zstd frames are skipped, and must be whole too") {
  const Folder folder;
  const std::string skipped("\x53\x2A\x4D\x18\x05\x00\x00\x00hello", 13);
  const std::string frame = compressed("text", Compression::zstd);
  CHECK(read_all(folder.write("a", frame + skipped + frame), any_size) == "texttext");
  CHECK_THROWS_AS(read_all(folder.write("a", frame + skipped.substr(0, 12)), any_size), Error);
  // As pzstd begins its files; of such frames alone there is nothing to read.
  CHECK(read_all(folder.write("a", skipped + frame), any_size) == "text");
  CHECK(read_all(folder.write("a", skipped), any_size).empty());
  CHECK_THROWS_AS(read_all(folder.write("a", skipped.substr(0, 12)), any_size), Error);
  CHECK_THROWS_AS(read_all(folder.write("a", skipped + frame.substr(0, frame.size() - 1)), any_size), Error);
}

TEST_CASE("how much of several files was read is told by their sizes") {
  const Folder folder;
  const std::vector<std::string> files{folder.write("a", "12345"), folder.write("b", ""),
                                       folder.write("c", std::string(15, 'x'))};
  const ReadShare share(files);
  CHECK(share.of(0, 0) == 0);
  CHECK(share.of(0, 5) == .25);
  CHECK(share.of(2, 5) == .5);
  CHECK(share.of(2, 99) == 1);
  CHECK(share.of(3, 0) == 1);
  CHECK(ReadShare({files[0], "-"}).of(0, 5) == 0);
  CHECK(ReadShare({files[1]}).of(0, 0) == 0);
  InputStream stream(files[2]);
  while (!stream.read().empty()) continue;
  CHECK(stream.taken() == 15);
}

TEST_CASE("a file that is not what its ending says is an error") {
  const Folder folder;
  for (const char* name : {"a.jsonl.gz", "a.zst"}) {
    CHECK_THROWS_WITH(read_all(folder.write(name, "{\"zh\": 1}\n"), any_size),
                      Catch::Contains("neither gzip nor zstd"));
  }
  CHECK_THROWS_WITH(read_all(folder.path("gone"), any_size), Catch::Contains("can't be opened"));
  CHECK_THROWS_WITH(read_all(folder.write("long", "12345"), 4), Catch::Contains("longer than the 4 bytes"));
}

TEST_CASE("lines have their numbers, whatever ends them, and long ones are not held") {
  const Folder folder;
  LineReader lines(folder.write("a", "\xEF\xBB\xBFone\r\n\nmuch too long\nlast"), 8);
  LineReader::Line line;
  struct Row {
    std::string text;
    bool too_long;
  };
  std::size_t number = 0;
  for (const Row& row : {Row{"one", false}, Row{"", false}, Row{"", true}, Row{"last", false}}) {
    REQUIRE(lines.next(line));
    CHECK(line.text == row.text);
    CHECK(line.too_long == row.too_long);
    CHECK(line.number == ++number);
  }
  CHECK_FALSE(lines.next(line));

  // Lines that reach over the buffer.
  const std::string long_line(200'000, 'x');
  LineReader longer(folder.write("b", long_line + "\n" + long_line + "\n"), any_size);
  REQUIRE(longer.next(line));
  CHECK(line.text == long_line);
  REQUIRE(longer.next(line));
  CHECK(line.text == long_line);
  CHECK_FALSE(longer.next(line));
}
