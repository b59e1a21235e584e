// Layer: corpus. One run on an output at a time.
#pragma once

#include <string>

namespace duiqi::corpus {

/// Holds TARGET.lock, which goes away with it; one that a killed run left is taken over. Nothing for an empty
/// target, and where the file system has no locks.
class RunLock {
 public:
  /// Throws Error(io_failure), also where another run holds it. `out`: what messages call the output.
  RunLock(const std::string& target, const std::string& out);
  RunLock(const RunLock&) = delete;
  RunLock& operator=(const RunLock&) = delete;
  ~RunLock();

 private:
  std::string path_;
  int descriptor_ = -1;
};

}  // namespace duiqi::corpus
