// Touches what a package can get wrong: headers, code of every layer, the libraries behind it, and exceptions
// across a shared library's border.
#include <cstdio>

#include <duiqi/duiqi.hpp>

namespace {

int fail(const char* what) {
  std::fprintf(stderr, "consumer: %s\n", what);
  return 1;
}

}  // namespace

int main() {
  const duiqi::Text text = duiqi::Text::decode("\xb6\xd4\xc6\xeb", {.encoding = "gb18030"});
  if (text.view() != "对齐") return fail("GB18030 was not converted");
  try {
    duiqi::Text::from_utf8("\xff", "bad.txt");
    return fail("invalid UTF-8 was taken");
  } catch (const duiqi::Error& error) {
    if (error.place().byte_offset != 0u) return fail("the error names another byte");
  }
  const duiqi::Bitext bitext =
      duiqi::Aligner().align("今天有雨。明天是晴天。", "Rain today. Tomorrow it will be sunny.");
  if (bitext.beads().size() != 2) return fail("two sentences were not aligned with two");
  std::printf("consumer: duiqi %s works\n", duiqi::version);
}
