// Layer: corpus. The bytes of an input, decompressed, and its lines.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace duiqi::corpus {

/// A file, or standard input for "-": plain, gzip or zstd, as its first bytes say; of one gzip member or zstd
/// frame or of several. Holds two buffers of 64 KiB, whatever the input's size.
class InputStream {
 public:
  /// Throws Error(io_failure).
  explicit InputStream(const std::string& path);
  ~InputStream();
  InputStream(const InputStream&) = delete;
  InputStream& operator=(const InputStream&) = delete;

  /// The next bytes; empty at the end. The view lives until the next call. Throws Error: io_failure, and
  /// invalid_format where compressed data are damaged or end too soon.
  std::string_view read();
  /// Bytes of the file, as they are on disk, that this took.
  std::uint64_t taken() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// All of it. Throws Error as InputStream does, and Error(unrecognised_input) for more than `most` bytes.
std::string read_all(const std::string& path, std::size_t most);

/// The lines of an input, one after the other. Lines end with LF or CRLF.
class LineReader {
 public:
  /// Lines of more than `most` bytes are not held. Throws Error(io_failure).
  LineReader(const std::string& path, std::size_t most) : stream_(path), most_(most) {}

  struct Line {
    std::string text;        ///< without its end; empty where it is too long
    std::size_t number = 0;  ///< from 1
    bool too_long = false;
    bool ended = false;  ///< by LF: only the last line may have none
  };
  /// The next line; false at the end. A byte order mark before the first line is left out. Throws Error.
  bool next(Line& line);
  /// Of the file, as InputStream has it.
  std::uint64_t taken() const { return stream_.taken(); }

 private:
  InputStream stream_;
  std::size_t most_;
  std::string_view rest_;  // of what the stream gave last
  std::size_t number_ = 0;
};

/// How much of several files was read, by their sizes on disk.
class ReadShare {
 public:
  explicit ReadShare(const std::vector<std::string>& files);
  /// In [0, 1]; `done` files were read, and of the next one `taken` bytes. 0 where a size is unknown, as of a
  /// pipe.
  double of(std::size_t done, std::uint64_t taken) const;

 private:
  std::vector<std::uint64_t> sums_;  // of the sizes before each file, and of all; empty: unknown
};

}  // namespace duiqi::corpus
