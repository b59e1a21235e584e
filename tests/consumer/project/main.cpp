#include <cstdio>

#include <duiqi/duiqi.hpp>
#include <duiqi/text.hpp>

namespace {

int fail(const char* what) {
  std::fprintf(stderr, "consumer: %s\n", what);
  return 1;
}

}  // namespace

int main() {
  const duiqi::Text text = duiqi::Text::from_utf8("对齐");
  if (text.size() != 6) return fail("the text lost bytes");
  try {
    duiqi::Text::from_utf8("\xff", "bad.txt");
    return fail("invalid UTF-8 was taken");
  } catch (const duiqi::Error& error) {  // the type must be the same on both sides of a shared library
    if (error.place().byte_offset != 0u) return fail("the error names another byte");
  }
  std::printf("consumer: duiqi %s works\n", duiqi::version);
}
