// Runs a fuzz target without libFuzzer: over the files of the folders given, and over mutations of them that
// are the same on every run and machine.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr int mutations = 2000;  // a fraction of a second for a target that is linear in its input

std::vector<std::string> read_seeds(int count, char** folders) {
  std::vector<std::filesystem::path> paths;
  for (int i = 0; i < count; ++i)
    for (const auto& entry : std::filesystem::directory_iterator(folders[i])) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> seeds;
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    seeds.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return seeds;
}

// Not std::uniform_int_distribution, whose results differ between standard libraries.
std::size_t below(std::mt19937& random, std::size_t limit) {
  return limit == 0 ? 0 : random() % limit;
}

std::string mutate(const std::vector<std::string>& seeds, std::mt19937& random) {
  std::string input = seeds[below(random, seeds.size())];
  for (std::size_t steps = 1 + below(random, 4); steps > 0; --steps) {
    const std::size_t at = below(random, input.size());
    const std::size_t length = below(random, std::min<std::size_t>(input.size() - at, 16) + 1);
    switch (random() % 5) {
      case 0:
        if (!input.empty()) input[at] = static_cast<char>(random() & 0xFF);
        break;
      case 1:
        input.erase(at, length);
        break;
      case 2:
        input.insert(at, input.substr(at, length));
        break;
      case 3:
        input.insert(at, 1, static_cast<char>(random() & 0xFF));
        break;
      default: {
        const std::string& other = seeds[below(random, seeds.size())];
        input = input.substr(0, at) + other.substr(below(random, other.size()));
      }
    }
  }
  return input;
}

// A copy of exactly the input's size, so that a sanitizer sees every read beyond it.
void run(const std::string& input) {
  const std::vector<std::uint8_t> bytes(input.begin(), input.end());
  LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> seeds = read_seeds(argc - 1, argv + 1);
  if (seeds.empty()) {
    std::fputs("no seeds: give the folders that hold them\n", stderr);
    return 2;
  }
  for (const std::string& seed : seeds) run(seed);
  std::mt19937 random(1);
  for (int i = 0; i < mutations; ++i) run(mutate(seeds, random));
  std::printf("%zu seeds and %d mutations of them\n", seeds.size(), mutations);
}
