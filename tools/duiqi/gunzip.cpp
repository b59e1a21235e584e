#include "gunzip.hpp"

#include <boost/iostreams/copy.hpp>
#include <boost/iostreams/device/array.hpp>
#include <boost/iostreams/device/back_inserter.hpp>
#include <boost/iostreams/filter/gzip.hpp>
#include <boost/iostreams/filtering_streambuf.hpp>

#include <duiqi/error.hpp>

namespace duiqi::tool {

namespace io = boost::iostreams;

std::string gunzip(std::string_view bytes, const std::string& name) {
  std::string out;
  try {
    io::filtering_streambuf<io::input> in;
    in.push(io::gzip_decompressor());
    in.push(io::array_source(bytes.data(), bytes.size()));
    io::copy(in, io::back_inserter(out));
  } catch (const io::gzip_error& error) {
    // Where the end is missing, zlib wants more, or the filter meets a footer that is none.
    const bool truncated =
        error.error() == io::gzip::bad_footer || error.zlib_error_code() == io::zlib::buf_error;
    throw Error(ErrorCode::invalid_format,
                truncated
                    ? "the .gz file is truncated; get it again"
                    : "this is no .gz file, or it is damaged; get it again, or give it its proper ending",
                {name, std::nullopt, std::nullopt});
  }
  return out;
}

}  // namespace duiqi::tool
