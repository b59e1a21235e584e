#include <catch2/catch.hpp>
#include <ostream>

#include "unit/layers/include_rules.hpp"

namespace duiqi::layers {
namespace {

// A small tree that keeps the rules; each row below changes one file of it.
Tree sound_tree() {
  return {
      {"include/duiqi/span.hpp", "// Layer: core. Ranges.\n#pragma once\n#include <cstddef>\n"},
      {"include/duiqi/version.hpp.in", "// Layer: core. Written by CMake.\n#pragma once\n"},
      {"include/duiqi/text.hpp", "// Layer: model. A text.\n#include <string>\n#include <duiqi/span.hpp>\n"},
      {"include/duiqi/segment.hpp", "// Layer: segment. Cutting.\n#include <duiqi/text.hpp>\n"},
      {"include/duiqi/aligner.hpp", "// Layer: aligner. Door.\n#include <duiqi/segment.hpp>\n"},
      {"lib/unicode/utf8.hpp", "// Layer: unicode. Reading.\n#include <duiqi/span.hpp>\n"},
      {"lib/unicode/utf8.cpp",
       "#include \"unicode/utf8.hpp\"\n#include <unicode/utf8.h>\n#include <boost/locale.hpp>\n"},
      {"lib/model/text.cpp", "#include <duiqi/text.hpp>\n#include \"unicode/utf8.hpp\"\n"},
      {"lib/anchor/buckets.hpp", "// Layer: anchor. Buckets.\n#include <duiqi/text.hpp>\n"},
      {"lib/anchor/names.cpp", "#include \"buckets.hpp\"\n#include \"anchor/buckets.hpp\"\n"},
      {"lib/segment/rules.cpp", "#include <duiqi/segment.hpp>\n#include <map>\n"},
      {"lib/io/json.cpp", "#include <simdjson.h>\n#include <fmt/core.h>\n#include <duiqi/version.hpp>\n"},
      {"lib/corpus/input_stream.cpp",
       "#include <boost/iostreams/concepts.hpp>\n#include \"anchor/buckets.hpp\"\n"},
      {"lib/evidence/length.cpp", "#include \"anchor/buckets.hpp\"\n"},
      {"tools/duiqi/main.cpp",
       "#include <CLI/CLI.hpp>\n#include \"align.hpp\"\n#include <duiqi/aligner.hpp>\n"},
      {"tools/duiqi/align.hpp", "#pragma once\n"},
      {"examples/two_strings.cpp", "#include <duiqi/aligner.hpp>\n"},
  };
}

}  // namespace

// Found by Catch through argument-dependent look-up.
std::ostream& operator<<(std::ostream& out, const Violation& violation) {
  return out << violation.file << ":" << violation.line << ": " << violation.message;
}

TEST_CASE("the project keeps its layers") {
  const Tree tree = read_tree(DUIQI_SOURCE_DIR);
  REQUIRE(tree.contains("include/duiqi/duiqi.hpp"));
  REQUIRE(tree.contains("lib/unicode/utf8.cpp"));
  REQUIRE(tree.contains("tools/duiqi/main.cpp"));
  CHECK(check(tree) == std::vector<Violation>{});
}

TEST_CASE("a tree that keeps the rules has no violation") {
  CHECK(check(sound_tree()) == std::vector<Violation>{});
}

TEST_CASE("each breach of the rules is found") {
  struct Row {
    std::string file;
    std::string content;
    Violation expected;
  };
  const auto row = GENERATE(
      // upward
      Row{"include/duiqi/span.hpp",
          "// Layer: core. Ranges.\n#include <duiqi/text.hpp>\n",
          {"include/duiqi/span.hpp", 2, "core may not include model: include/duiqi/text.hpp"}},
      Row{"lib/model/text.cpp",
          "#include <string>\n\n  #  include \"anchor/buckets.hpp\"\n",
          {"lib/model/text.cpp", 3, "model may not include anchor: lib/anchor/buckets.hpp"}},
      Row{"lib/model/text.cpp",
          "#include \"../anchor/buckets.hpp\"\n",
          {"lib/model/text.cpp", 1, "model may not include anchor: lib/anchor/buckets.hpp"}},
      Row{"lib/model/text.cpp",
          "#include <anchor/buckets.hpp>\n",
          {"lib/model/text.cpp", 1, "model may not include anchor: lib/anchor/buckets.hpp"}},
      Row{"lib/evidence/length.cpp",
          "#include <duiqi/aligner.hpp>\n",
          {"lib/evidence/length.cpp", 1, "evidence may not include aligner: include/duiqi/aligner.hpp"}},
      // sideways
      Row{"lib/segment/rules.cpp",
          "#include \"anchor/buckets.hpp\"\n",
          {"lib/segment/rules.cpp", 1, "segment may not include anchor: lib/anchor/buckets.hpp"}},
      Row{"lib/evidence/length.cpp",
          "#include <duiqi/segment.hpp>\n",
          {"lib/evidence/length.cpp", 1, "evidence may not include segment: include/duiqi/segment.hpp"}},
      Row{"lib/data/names.cpp",
          "#include <duiqi/text.hpp>\n",
          {"lib/data/names.cpp", 1, "data may not include model: include/duiqi/text.hpp"}},
      // ICU and Boost outside lib/unicode
      Row{"lib/anchor/names.cpp",
          "#include <unicode/uchar.h>\n",
          {"lib/anchor/names.cpp", 1, "only lib/unicode may include ICU and Boost: unicode/uchar.h"}},
      Row{"lib/anchor/names.cpp",
          "#include \"unicode/uchar.h\"\n",
          {"lib/anchor/names.cpp", 1, "only lib/unicode may include ICU and Boost: unicode/uchar.h"}},
      Row{"lib/io/json.cpp",
          "#include <boost/locale.hpp>\n",
          {"lib/io/json.cpp", 1, "only lib/unicode may include ICU and Boost: boost/locale.hpp"}},
      Row{"lib/io/json.cpp",
          "#include <boost/iostreams/concepts.hpp>\n",
          {"lib/io/json.cpp", 1, "only lib/unicode may include ICU and Boost: boost/iostreams/concepts.hpp"}},
      Row{"lib/corpus/source.cpp",
          "#include <boost/locale.hpp>\n",
          {"lib/corpus/source.cpp", 1, "only lib/unicode may include ICU and Boost: boost/locale.hpp"}},
      // public headers
      Row{"include/duiqi/text.hpp",
          "// Layer: model. A text.\n#include <unicode/utypes.h>\n",
          {"include/duiqi/text.hpp", 2, "a public header includes unicode/utypes.h"}},
      Row{"include/duiqi/text.hpp",
          "// Layer: model. A text.\n#include <fmt/core.h>\n",
          {"include/duiqi/text.hpp", 2, "a public header includes fmt/core.h"}},
      Row{"include/duiqi/text.hpp",
          "// Layer: model. A text.\n#include \"unicode/utf8.hpp\"\n",
          {"include/duiqi/text.hpp", 2, "a public header includes lib/unicode/utf8.hpp"}},
      Row{"include/duiqi/new.hpp",
          "#pragma once\n",
          {"include/duiqi/new.hpp", 1, "a public header must begin with `// Layer: NAME. Purpose.`"}},
      Row{"include/duiqi/new.hpp",
          "// Layer: modle. A slip.\n",
          {"include/duiqi/new.hpp", 1, "layer modle is not in the table of layers"}},
      // tools and examples
      Row{"tools/duiqi/main.cpp",
          "#include \"anchor/buckets.hpp\"\n",
          {"tools/duiqi/main.cpp", 1,
           "only public headers may be included here, not lib/anchor/buckets.hpp"}},
      Row{"tools/duiqi/main.cpp",
          "#include \"../../lib/anchor/buckets.hpp\"\n",
          {"tools/duiqi/main.cpp", 1,
           "only public headers may be included here, not lib/anchor/buckets.hpp"}},
      Row{"examples/two_strings.cpp",
          "#include \"unicode/utf8.hpp\"\n",
          {"examples/two_strings.cpp", 1,
           "only public headers may be included here, not lib/unicode/utf8.hpp"}},
      // the rest
      Row{"lib/strange/new.cpp",
          "\n",
          {"lib/strange/new.cpp", 1, "layer strange is not in the table of layers"}},
      Row{"lib/anchor/buckets.hpp",
          "// Layer: model. A slip.\n",
          {"lib/anchor/buckets.hpp", 1, "says layer model, but stands in lib/anchor"}},
      Row{"lib/anchor/names.cpp",
          "#include \"../../tools/duiqi/align.hpp\"\n",
          {"lib/anchor/names.cpp", 1, "the library includes tools/duiqi/align.hpp"}},
      Row{"lib/anchor/names.cpp",
          "#include \"anchor/gone.hpp\"\n",
          {"lib/anchor/names.cpp", 1, "no such file: anchor/gone.hpp"}},
      Row{"lib/anchor/names.cpp",
          "#include HEADER\n",
          {"lib/anchor/names.cpp", 1, "an include that is not written out can't be checked"}});
  Tree tree = sound_tree();
  tree[row.file] = row.content;
  CHECK(check(tree) == std::vector<Violation>{row.expected});
}

}  // namespace duiqi::layers
