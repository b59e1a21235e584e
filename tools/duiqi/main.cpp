#include <fmt/core.h>

#include <duiqi/version.hpp>

int main() {
  fmt::print("duiqi {}\n", duiqi::version);
}
