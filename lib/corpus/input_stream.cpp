#include "corpus/input_stream.hpp"

#include <algorithm>
#include <array>
#include <boost/iostreams/concepts.hpp>
#include <boost/iostreams/filter/gzip.hpp>
#include <boost/iostreams/filter/zstd.hpp>
#include <boost/iostreams/filtering_streambuf.hpp>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <functional>
#include <system_error>
#include <unistd.h>

#include <duiqi/error.hpp>

#include "corpus/zstd_frames.hpp"

namespace duiqi::corpus {
namespace {

namespace io = boost::iostreams;

constexpr std::size_t buffer_size = 1 << 16;
constexpr std::string_view gzip_magic = "\x1F\x8B";
constexpr std::string_view zstd_magic = "\x28\xB5\x2F\xFD";

/// Whether a file that begins so is zstd: pzstd begins with a skippable frame (RFC 8878, section 3.1.2).
bool is_zstd(std::string_view first) {
  if (first == zstd_magic) return true;
  return first.size() == zstd_magic.size() && first.substr(1) == "\x2A\x4D\x18" && (first[0] & 0xF0) == 0x50;
}

[[noreturn]] void refuse(const std::string& path, ErrorCode code, std::string what) {
  throw Error(code, std::move(what), {path, std::nullopt, std::nullopt});
}

/// An open file, whose first bytes can be looked at before they are read.
class File {
 public:
  explicit File(const std::string& path) : path_(path), ours_(path != "-") {
    descriptor_ = ours_ ? ::open(path.c_str(), O_RDONLY | O_CLOEXEC) : STDIN_FILENO;
    if (descriptor_ < 0)
      refuse(path, ErrorCode::io_failure, fmt::format("can't be opened: {}", std::strerror(errno)));
    while (first_size_ < first_.size()) {
      const std::size_t got = read_some(first_.data() + first_size_, first_.size() - first_size_);
      if (got == 0) break;
      first_size_ += got;
    }
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (ours_ && descriptor_ >= 0) ::close(descriptor_);
  }

  std::string_view first() const { return {first_.data(), first_size_}; }

  /// 0 at the end.
  std::size_t read(char* out, std::size_t size) {
    std::size_t got = 0;
    if (given_ < first_size_) {
      got = std::min(size, first_size_ - given_);
      std::memcpy(out, first_.data() + given_, got);
      given_ += got;
    } else {
      got = read_some(out, size);
    }
    taken += got;
    if (follow_zstd) frames.feed({out, got});
    return got;
  }

  ZstdFrames frames;
  bool follow_zstd = false;
  std::uint64_t taken = 0;

 private:
  std::size_t read_some(char* out, std::size_t size) {
    for (;;) {
      const ssize_t got = ::read(descriptor_, out, size);
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno != EINTR)
        refuse(path_, ErrorCode::io_failure, fmt::format("can't be read: {}", std::strerror(errno)));
    }
  }

  std::string path_;
  bool ours_;
  int descriptor_ = -1;
  std::array<char, zstd_magic.size()> first_{};
  std::size_t first_size_ = 0;
  std::size_t given_ = 0;
};

/// The file as Boost.Iostreams wants it; copied freely.
class Device : public io::source {
 public:
  explicit Device(File& file) : file_(&file) {}
  std::streamsize read(char* out, std::streamsize size) {
    const std::size_t got = file_->read(out, static_cast<std::size_t>(size));
    return got == 0 ? -1 : static_cast<std::streamsize>(got);
  }

 private:
  File* file_;
};

}  // namespace

struct InputStream::Parts {
  explicit Parts(const std::string& named) : path(named), file(named) {}

  std::string path;
  File file;
  std::string_view kind;  // "gzip", "zstd", or empty
  io::filtering_streambuf<io::input> decompressed;
  std::array<char, buffer_size> buffer{};
};

InputStream::InputStream(const std::string& path) : parts_(std::make_unique<Parts>(path)) {
  Parts& parts = *parts_;
  if (parts.file.first().starts_with(gzip_magic)) {
    parts.kind = "gzip";
    parts.decompressed.push(io::gzip_decompressor(io::gzip::default_window_bits, buffer_size));
  } else if (is_zstd(parts.file.first())) {
    parts.kind = "zstd";
    parts.file.follow_zstd = true;
    parts.decompressed.push(io::zstd_decompressor(buffer_size));
  } else {
    const bool named_so = path.ends_with(".gz") || path.ends_with(".zst");
    if (named_so && !parts.file.first().empty()) {
      refuse(path, ErrorCode::invalid_format,
             "neither gzip nor zstd, as its ending says; get the file again, or name it for what it is");
    }
    return;
  }
  parts.decompressed.push(Device(parts.file), static_cast<std::streamsize>(buffer_size));
}

InputStream::~InputStream() = default;

std::string_view InputStream::read() {
  Parts& parts = *parts_;
  if (parts.kind.empty()) return {parts.buffer.data(), parts.file.read(parts.buffer.data(), buffer_size)};
  std::streamsize got = 0;
  const auto refuse_damaged = [&](std::string_view what) {
    refuse(parts.path, ErrorCode::invalid_format,
           fmt::format("the {} data {}; get the file again", parts.kind, what));
  };
  try {
    got = parts.decompressed.sgetn(parts.buffer.data(), static_cast<std::streamsize>(buffer_size));
  } catch (const io::gzip_error& error) {
    // What Boost's filter meets where a member's end is missing is a footer that is none.
    refuse_damaged("are damaged or end too soon");
  } catch (const std::ios_base::failure&) {
    refuse_damaged("are damaged or end too soon");
  }
  if (got > 0) return {parts.buffer.data(), static_cast<std::size_t>(got)};
  if (parts.kind == "zstd" && !parts.file.frames.complete()) refuse_damaged("end too soon");
  return {};
}

std::uint64_t InputStream::taken() const {
  return parts_->file.taken;
}

ReadShare::ReadShare(const std::vector<std::string>& files) : sums_{0} {
  for (const std::string& file : files) {
    std::error_code error;
    const bool regular = std::filesystem::is_regular_file(file, error);
    const std::uint64_t size = regular ? std::filesystem::file_size(file, error) : 0;
    if (!regular || error) {
      sums_.clear();
      return;
    }
    sums_.push_back(sums_.back() + size);
  }
}

double ReadShare::of(std::size_t done, std::uint64_t taken) const {
  if (sums_.empty() || sums_.back() == 0) return 0;
  const std::uint64_t read = std::min(sums_[done] + taken, sums_.back());
  return static_cast<double>(read) / static_cast<double>(sums_.back());
}

std::string read_all(const std::string& path, std::size_t most) {
  InputStream stream(path);
  std::string out;
  for (std::string_view piece = stream.read(); !piece.empty(); piece = stream.read()) {
    if (piece.size() > most - out.size()) {
      refuse(path, ErrorCode::unrecognised_input,
             fmt::format("longer than the {} bytes that are left to the document; see --max-document", most));
    }
    out += piece;
  }
  return out;
}

bool LineReader::next(Line& line) {
  line.text.clear();
  line.too_long = false;
  line.ended = false;
  bool any = false;
  for (;;) {
    if (rest_.empty()) rest_ = stream_.read();
    if (rest_.empty()) break;
    any = true;
    const std::size_t end = rest_.find('\n');
    const std::string_view piece = rest_.substr(0, end);
    if (line.too_long || piece.size() > most_ - line.text.size()) {
      line.too_long = true;
      line.text = {};
    } else {
      line.text += piece;
    }
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    line.ended = end != std::string_view::npos;
    if (line.ended) break;
  }
  if (!any) return false;
  line.number = ++number_;
  if (line.text.ends_with('\r')) line.text.pop_back();
  if (number_ == 1 && line.text.starts_with("\xEF\xBB\xBF")) line.text.erase(0, 3);
  return true;
}

}  // namespace duiqi::corpus
