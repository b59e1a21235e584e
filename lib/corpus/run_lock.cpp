#include "corpus/run_lock.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <duiqi/error.hpp>

namespace duiqi::corpus {

RunLock::RunLock(const std::string& target, const std::string& out) {
  if (target.empty()) return;
  path_ = target + ".lock";
  for (;;) {
    descriptor_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor_ < 0) {
      throw Error(ErrorCode::io_failure, fmt::format("can't be written: {}", std::strerror(errno)),
                  {out, std::nullopt, std::nullopt});
    }
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
      ::close(descriptor_);
      throw Error(ErrorCode::io_failure, "another run writes it; wait for its end, or choose another name",
                  {out, std::nullopt, std::nullopt});
    }
    // Between the two the run before may have ended, and removed the file.
    struct stat ours {};
    struct stat there {};
    if (::fstat(descriptor_, &ours) == 0 && ::stat(path_.c_str(), &there) == 0 && ours.st_ino == there.st_ino)
      return;
    ::close(descriptor_);
  }
}

RunLock::~RunLock() {
  if (descriptor_ < 0) return;
  ::unlink(path_.c_str());
  ::close(descriptor_);
}

}  // namespace duiqi::corpus
