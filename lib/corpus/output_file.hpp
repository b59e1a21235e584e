// Layer: corpus. Outputs, compressed in frames, whole or not at all.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <duiqi/corpus.hpp>

namespace duiqi::corpus {

/// `bytes` as one gzip member or zstd frame, or as they are; nothing for no bytes. The same bytes give the
/// same frame.
std::string compressed(std::string_view bytes, Compression compression);

/// A file that is written as PATH.part and renamed at its end; what was there stays until then. "-", devices
/// and pipes are written directly.
class OutputFile {
 public:
  /// Throws Error(io_failure).
  OutputFile(const std::string& path, Compression compression);
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  /// Removes what was not committed.
  ~OutputFile();

  /// Holds `bytes` until the next cut().
  void append(std::string_view bytes) { pending_ += bytes; }
  std::size_t pending() const { return pending_.size(); }
  /// Writes what is held, as a frame of its own. Throws Error(io_failure).
  void cut();
  /// Writes what is left; the file now has its name. Throws Error(io_failure).
  void commit();

 private:
  [[noreturn]] void fail(int error) const;

  std::string path_;    // as the caller named it
  std::string target_;  // without links
  std::string part_;    // empty: written directly
  Compression compression_;
  int descriptor_ = -1;
  bool ours_ = true;
  std::string pending_;
};

}  // namespace duiqi::corpus
