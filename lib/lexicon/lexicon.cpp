#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include <duiqi/error.hpp>
#include <duiqi/lexicon.hpp>

#include "lexicon/fold.hpp"
#include "lexicon/image.hpp"
#include "unicode/utf8.hpp"

namespace duiqi {
namespace {

[[noreturn]] void fail(const std::string& path, const char* what, int error) {
  throw Error(ErrorCode::io_failure, std::string(what) + ": " + std::strerror(error),
              {path, std::nullopt, std::nullopt});
}

/// A file's bytes as shared pages.
struct Mapping {
  void* begin = nullptr;
  std::size_t size = 0;

  explicit Mapping(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) fail(path, "can't be opened", errno);
    struct stat status {};
    int error = ::fstat(file, &status) == 0 ? 0 : errno;
    if (error == 0 && S_ISDIR(status.st_mode)) error = EISDIR;
    // mmap() refuses empty files; read_image() says so better.
    if (error == 0 && status.st_size > 0) {
      size = static_cast<std::size_t>(status.st_size);
      begin = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file, 0);
      if (begin == MAP_FAILED) error = errno;
    }
    ::close(file);
    if (error != 0) fail(path, "can't be read", error);
  }
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;
  ~Mapping() {
    if (size > 0) ::munmap(begin, size);
  }
  std::string_view bytes() const { return {static_cast<const char*>(begin), size}; }
};

LexiconData data_of(const Lexicon::Image& image) {
  LexiconData out;
  out.sources = image.sources();
  out.entries.reserve(image.entries());
  for (std::uint32_t id = 0; id < image.entries(); ++id) out.entries.push_back(image.entry(id));
  return out;
}

/// An image whose stems were made by other rules, built anew from its texts, in memory.
Lexicon::Image rebuild(const Lexicon::Image& image) {
  const auto bytes = std::make_shared<const std::string>(build_lexicon(data_of(image)));
  return lexicon::read_image(*bytes, {}, LexiconCheck::structure, bytes);
}

std::shared_ptr<const Lexicon::Image> load(std::string_view bytes, const std::string& name,
                                           LexiconCheck check, std::shared_ptr<const void> owner) {
  Lexicon::Image image = lexicon::read_image(bytes, name, check, std::move(owner));
  if (image.header->stemmer != lexicon::stemmer_version) image = rebuild(image);
  return std::make_shared<const Lexicon::Image>(std::move(image));
}

}  // namespace

Lexicon::Lexicon(std::shared_ptr<const Image> image) : image_(std::move(image)) {}

Lexicon Lexicon::open(const std::string& path, LexiconCheck check) {
  const auto mapping = std::make_shared<const Mapping>(path);
  return Lexicon(load(mapping->bytes(), path, check, mapping));
}

Lexicon Lexicon::from_image(std::string_view image, const std::string& name, LexiconCheck check) {
  if (reinterpret_cast<std::uintptr_t>(image.data()) % alignof(lexicon::Header) == 0) {
    return Lexicon(load(image, name, check, nullptr));
  }
  const auto copy = std::make_shared<const std::string>(image);
  return Lexicon(load(*copy, name, check, copy));
}

std::size_t Lexicon::size() const {
  return image_->entries();
}

std::vector<LexiconSource> Lexicon::sources() const {
  return image_->sources();
}

std::string Lexicon::hash() const {
  constexpr char digits[] = "0123456789abcdef";
  std::string out;
  for (int shift = 60; shift >= 0; shift -= 4) out += digits[image_->hash() >> shift & 15];
  return out;
}

LexiconEntry Lexicon::find(std::string_view zh) const {
  if (unicode::find_invalid(zh)) return {};
  return image_->entry(image_->find(unicode::to_code_points(zh)));
}

LexiconData Lexicon::data() const {
  return data_of(*image_);
}

}  // namespace duiqi
