// Inside of Boost's gzip filter GCC 12 sees copies that overlap, where a string grows at its end (GCC bug
// 105651).
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wrestrict"
#endif

#include "corpus/output_file.hpp"

#include <boost/iostreams/device/back_inserter.hpp>
#include <boost/iostreams/filter/gzip.hpp>
#include <boost/iostreams/filter/zstd.hpp>
#include <boost/iostreams/filtering_streambuf.hpp>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include <duiqi/error.hpp>

namespace duiqi::corpus {
namespace {

/// The open descriptor that a path stands for, as a shell redirects them; -1: none.
int open_descriptor(std::string_view path) {
  if (path == "-" || path == "/dev/stdout" || path == "/dev/fd/1") return STDOUT_FILENO;
  return path == "/dev/stderr" || path == "/dev/fd/2" ? STDERR_FILENO : -1;
}

}  // namespace

Compression compression_of(std::string_view path) {
  return path.ends_with(".gz")    ? Compression::gzip
         : path.ends_with(".zst") ? Compression::zstd
                                  : Compression::none;
}

std::string compressed(std::string_view bytes, Compression compression) {
  namespace io = boost::iostreams;
  if (compression == Compression::none || bytes.empty()) return std::string(bytes);
  std::string out;
  {
    io::filtering_streambuf<io::output> stream;
    if (compression == Compression::gzip) {
      stream.push(io::gzip_compressor(io::gzip_params(io::gzip::default_compression)));
    } else {
      stream.push(io::zstd_compressor(io::zstd_params(io::zstd::default_compression)));
    }
    stream.push(io::back_inserter(out));
    stream.sputn(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
  return out;
}

std::string OutputFile::target_of(const std::string& path) {
  struct stat status {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (open_descriptor(path) >= 0 || (exists && !S_ISREG(status.st_mode))) return {};
  std::error_code ignored;
  return std::filesystem::weakly_canonical(path, ignored).string();
}

OutputFile::OutputFile(const std::string& path, Compression compression, std::optional<std::uint64_t> at)
    : path_(path), compression_(compression) {
  descriptor_ = open_descriptor(path);
  if (descriptor_ >= 0) {
    ours_ = false;
    path_ = descriptor_ == STDOUT_FILENO ? "standard output" : "standard error";
    return;
  }
  struct stat status {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) fail(EISDIR);
  if (exists && ::access(path.c_str(), W_OK) != 0) fail(errno);
  if (exists && !S_ISREG(status.st_mode)) {
    descriptor_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  } else {
    target_ = target_of(path);
    part_ = target_ + ".part";
    descriptor_ = ::open(part_.c_str(), O_WRONLY | O_CLOEXEC | (at ? 0 : O_CREAT | O_TRUNC),
                         exists ? status.st_mode & 0777 : mode_t{0666});
  }
  if (descriptor_ < 0) fail(errno);
  if (!at || part_.empty()) return;
  try {
    go_on(*at);
  } catch (...) {
    ::close(descriptor_);  // and leaves PATH.part
    throw;
  }
}

void OutputFile::go_on(std::uint64_t at) {
  struct stat status {};
  if (::fstat(descriptor_, &status) != 0) fail(errno);
  if (static_cast<std::uint64_t>(status.st_size) < at) {
    throw Error(
        ErrorCode::invalid_format,
        fmt::format("shorter than the {} bytes that were written; run without --resume to start afresh", at),
        {part_, std::nullopt, std::nullopt});
  }
  if (::ftruncate(descriptor_, static_cast<off_t>(at)) != 0) fail(errno);
  if (::lseek(descriptor_, 0, SEEK_END) < 0) fail(errno);
  written_ = at;
  kept_ = true;
}

OutputFile::~OutputFile() {
  if (!ours_) return;
  if (descriptor_ >= 0) ::close(descriptor_);
  if (!part_.empty() && !kept_) ::unlink(part_.c_str());
}

void OutputFile::fail(int error) const {
  throw Error(ErrorCode::io_failure, fmt::format("can't be written: {}", std::strerror(error)),
              {path_, std::nullopt, std::nullopt});
}

void OutputFile::cut() {
  const std::string frame = compressed(pending_, compression_);
  pending_.clear();
  if (frame.empty()) return;
  for (std::string_view rest = frame; !rest.empty();) {
    const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(errno);
    rest.remove_prefix(static_cast<std::size_t>(written));
    written_ += static_cast<std::uint64_t>(written);
  }
  if (!part_.empty() && ::fdatasync(descriptor_) != 0) fail(errno);
}

void OutputFile::close() {
  cut();
  if (!ours_ || descriptor_ < 0) return;
  if (::close(std::exchange(descriptor_, -1)) != 0) fail(errno);
}

void OutputFile::give_name(const std::string& path) {
  const std::string target = target_of(path);
  if (::rename((target + ".part").c_str(), target.c_str()) == 0 || errno == ENOENT) return;
  throw Error(ErrorCode::io_failure, fmt::format("can't be written: {}", std::strerror(errno)),
              {path, std::nullopt, std::nullopt});
}

void OutputFile::commit() {
  close();
  if (!part_.empty() && ::rename(part_.c_str(), target_.c_str()) != 0) fail(errno);
  kept_ = true;
}

}  // namespace duiqi::corpus
