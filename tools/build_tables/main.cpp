// Makes the tables that are built into libduiqi: build_tables FOLDER writes han.table and names.table.
// Runs while the library is built, and links the layers up to data without what it makes.
#include <cstdio>
#include <exception>
#include <fstream>
#include <stdexcept>
#include <string>

#include "data/built_in_tables.hpp"
#include "data/han_image.hpp"
#include "data/name_image.hpp"

namespace duiqi::data {

BuiltInTables built_in_tables() noexcept {
  return {};
}

}  // namespace duiqi::data

namespace {

using namespace duiqi;

void write(const std::string& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) throw std::runtime_error(path + " can't be written");
}

}  // namespace

int main(int count, char** arguments) {
  try {
    if (count != 2) throw std::runtime_error("usage: build_tables FOLDER");
    const std::string folder = arguments[1];
    write(folder + "/han.table", data::make_han_image());
    write(folder + "/names.table", data::make_name_image({}));
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "build_tables: %s\n", error.what());
    return 1;
  }
}
