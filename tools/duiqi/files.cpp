#include "files.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <optional>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include <duiqi/error.hpp>

namespace duiqi::tool {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& path, std::string_view what, int error) {
  throw Error(ErrorCode::io_failure, fmt::format("{}: {}", what, std::strerror(error)),
              {path, std::nullopt, std::nullopt});
}

/// A descriptor that is closed at the end of its scope, if it is ours.
class Descriptor {
 public:
  explicit Descriptor(int number, bool ours = true) : number_(number), ours_(ours) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (ours_ && number_ >= 0) ::close(number_);
  }

  int number() const { return number_; }
  /// A full disk may speak up no sooner than here.
  void close(const std::string& path) {
    if (!ours_) return;
    if (::close(std::exchange(number_, -1)) != 0) fail(path, "can't be written", errno);
  }

 private:
  int number_;
  bool ours_;
};

void write_all(int descriptor, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(path, "can't be written", errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

/// The open descriptor that a path stands for, as a shell redirects them.
std::optional<int> open_descriptor(std::string_view path) {
  if (path == "-" || path == "/dev/stdout" || path == "/dev/fd/1") return STDOUT_FILENO;
  if (path == "/dev/stderr" || path == "/dev/fd/2") return STDERR_FILENO;
  return std::nullopt;
}

/// What open() would give a new file. Reading the mask means setting it for a moment, in which no other
/// thread may read it too: so it is read once.
mode_t default_mode() {
  static const mode_t mode = [] {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666 & ~mask;
  }();
  return mode;
}

void replace_file(const std::string& path, std::string_view bytes, mode_t mode) {
  std::error_code ignored;
  const fs::path target = fs::weakly_canonical(path, ignored);
  std::string beside = (target.parent_path() / ".duiqi-XXXXXX").string();
  Descriptor file(::mkostemp(beside.data(), O_CLOEXEC));
  if (file.number() < 0) fail(path, "can't be written", errno);
  try {
    write_all(file.number(), bytes, path);
    if (::fchmod(file.number(), mode) != 0) fail(path, "its permissions can't be set", errno);
    file.close(path);
    if (::rename(beside.c_str(), target.c_str()) != 0) fail(path, "can't be written", errno);
  } catch (...) {
    ::unlink(beside.c_str());
    throw;
  }
}

}  // namespace

std::string read_bytes(const std::string& path) {
  const bool standard = path == "-";
  const Descriptor file(standard ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC), !standard);
  if (file.number() < 0) fail(path, "can't be opened", errno);
  std::string bytes;
  std::size_t size = 0;
  struct stat status {};
  // One byte more than the file has, so that its end is seen without a further buffer.
  if (::fstat(file.number(), &status) == 0 && S_ISREG(status.st_mode)) {
    bytes.resize(static_cast<std::size_t>(status.st_size) + 1);
  }
  for (;;) {
    if (size == bytes.size()) bytes.resize(std::max<std::size_t>(bytes.size() * 2, 1 << 16));
    const ssize_t got = ::read(file.number(), bytes.data() + size, bytes.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail(path, "can't be read", errno);
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
  }
  bytes.resize(size);
  return bytes;
}

Text read_text(const std::string& path, const DecodeOptions& options) {
  return Text::decode(read_bytes(path), options, path);
}

void write_output(const std::string& path, std::string_view bytes) {
  if (const auto open = open_descriptor(path)) {
    return write_all(*open, bytes, *open == STDOUT_FILENO ? "standard output" : "standard error");
  }
  struct stat status {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) fail(path, "can't be written", EISDIR);
  if (exists && ::access(path.c_str(), W_OK) != 0) fail(path, "can't be written", errno);
  if (!exists || S_ISREG(status.st_mode)) {
    return replace_file(path, bytes, exists ? status.st_mode & 07777 : default_mode());
  }
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (file.number() < 0) fail(path, "can't be written", errno);
  write_all(file.number(), bytes, path);
  file.close(path);
}

bool is_standard_output(const std::string& path) {
  return open_descriptor(path) == STDOUT_FILENO;
}

std::string canonical(const std::string& path) {
  if (is_standard_output(path)) return "-";
  std::error_code error;
  const fs::path absolute = fs::absolute(path, error);
  const fs::path out = fs::weakly_canonical(error ? fs::path(path) : absolute, error);
  return error ? path : out.string();
}

void refuse_two_standard_inputs(const std::vector<std::string>& inputs) {
  if (std::count(inputs.begin(), inputs.end(), "-") > 1) {
    throw Error(ErrorCode::invalid_option,
                "standard input (-) can be read once only; name a file for the other");
  }
}

void complain(std::string_view message) {
  const std::string line = fmt::format("duiqi: {}\n", message);
  // Where standard error is gone there is nobody left to tell.
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, line.data(), line.size());
}

std::vector<ListLine> read_list(const std::string& path) {
  const std::string list = read_bytes(path);
  std::vector<ListLine> lines;
  std::size_t number = 0;
  for (std::string_view rest = list; !rest.empty();) {
    const std::size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    ++number;
    if (line.empty()) continue;
    ListLine& read = lines.emplace_back();
    read.number = number;
    for (std::size_t tab = line.find('\t'); tab != std::string_view::npos; tab = line.find('\t')) {
      read.fields.emplace_back(line.substr(0, tab));
      line.remove_prefix(tab + 1);
    }
    read.fields.emplace_back(line);
  }
  return lines;
}

}  // namespace duiqi::tool
