#include "gunzip.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <zlib.h>

#include <duiqi/error.hpp>

namespace duiqi::tool {
namespace {

class Inflater {
 public:
  explicit Inflater(const std::string& name) : name_(name) {
    constexpr int gzip_only = 16;
    if (inflateInit2(&stream_, gzip_only + MAX_WBITS) != Z_OK) refuse("can't be decompressed");
  }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  ~Inflater() { inflateEnd(&stream_); }

  std::string run(std::string_view bytes) {
    std::string out;
    std::array<char, 1 << 16> buffer;
    bool complete = false;
    while (!complete || !bytes.empty()) {
      // zlib counts in unsigned int.
      const auto size =
          static_cast<uInt>(std::min<std::size_t>(bytes.size(), std::numeric_limits<uInt>::max()));
      stream_.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data()));
      stream_.avail_in = size;
      stream_.next_out = reinterpret_cast<Bytef*>(buffer.data());
      stream_.avail_out = static_cast<uInt>(buffer.size());
      const int result = inflate(&stream_, Z_NO_FLUSH);
      out.append(buffer.data(), buffer.size() - stream_.avail_out);
      const std::size_t used = size - stream_.avail_in;
      if (result == Z_BUF_ERROR && bytes.empty()) refuse("the .gz file is truncated; get it again");
      if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) {
        refuse("this is no .gz file, or it is damaged; get it again, or give it its proper ending");
      }
      bytes.remove_prefix(used);
      complete = result == Z_STREAM_END;
      if (complete) inflateReset(&stream_);
    }
    return out;
  }

 private:
  [[noreturn]] void refuse(const char* why) const {
    throw Error(ErrorCode::invalid_format, why, {name_, std::nullopt, std::nullopt});
  }

  const std::string& name_;
  z_stream stream_{};
};

}  // namespace

std::string gunzip(std::string_view bytes, const std::string& name) {
  return Inflater(name).run(bytes);
}

}  // namespace duiqi::tool
