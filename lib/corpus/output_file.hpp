// Layer: corpus. Outputs, compressed in frames, whole or not at all.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <duiqi/corpus.hpp>

namespace duiqi::corpus {

/// A frame of compressed output is cut behind so many bytes before compression. Larger frames compress
/// better: 4 MiB are within a percent of one frame.
inline constexpr std::size_t frame_bytes = std::size_t{4} << 20;

/// As the name's ending says.
Compression compression_of(std::string_view path);

/// `bytes` as one gzip member or zstd frame, or as they are; nothing for no bytes. The same bytes give the
/// same frame.
std::string compressed(std::string_view bytes, Compression compression);

/// A file that is written as PATH.part and renamed at its end; what was there stays until then. "-", devices
/// and pipes are written directly.
class OutputFile {
 public:
  /// Begins afresh, or where `at` is given behind that many bytes of the PATH.part that is there. Throws
  /// Error(io_failure), also where there are fewer.
  OutputFile(const std::string& path, Compression compression,
             std::optional<std::uint64_t> at = std::nullopt);
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  /// Removes what was not committed, unless it is to be kept.
  ~OutputFile();

  /// PATH without links, where it would be written as PATH.part; empty where directly.
  static std::string target_of(const std::string& path);
  /// That of this file.
  const std::string& target() const { return target_; }
  /// Leaves PATH.part at the end, as it is after the last cut().
  void keep() { kept_ = true; }
  /// Removes PATH.part at the end. Files that are gone on with are kept unless this is called.
  void discard() { kept_ = false; }
  std::uint64_t written() const { return written_; }

  /// Holds `bytes` until the next cut().
  void append(std::string_view bytes) { pending_ += bytes; }
  std::size_t pending() const { return pending_.size(); }
  /// Writes what is held, as a frame of its own, and has it stored. Throws Error(io_failure).
  void cut();
  /// Writes what is left, and closes the file: as PATH.part, where it is not written directly.
  void close();
  /// Gives PATH.part its name, where there is one. Throws Error(io_failure).
  static void give_name(const std::string& path);
  /// Writes what is left; the file now has its name. Throws Error(io_failure).
  void commit();

 private:
  void go_on(std::uint64_t at);
  [[noreturn]] void fail(int error) const;

  std::string path_;    // as the caller named it
  std::string target_;  // without links
  std::string part_;    // empty: written directly
  Compression compression_;
  int descriptor_ = -1;
  bool ours_ = true;
  bool kept_ = false;
  std::uint64_t written_ = 0;  // bytes of the file
  std::string pending_;
};

}  // namespace duiqi::corpus
