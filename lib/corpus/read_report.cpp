#include <cstdint>
#include <fmt/format.h>
#include <simdjson.h>
#include <string>
#include <string_view>
#include <utility>

#include <duiqi/corpus.hpp>
#include <duiqi/error.hpp>

#include "corpus/work.hpp"

namespace duiqi {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

[[noreturn]] void refuse(const std::string& what) {
  throw Error(ErrorCode::invalid_format,
              fmt::format("no report of duiqi corpus in JSON (--report FILE.json): {}", what));
}

template <class Value>
Value get(const object& from, std::string_view name) {
  Value out{};
  if (from.at_key(name).get(out) != simdjson::SUCCESS)
    refuse(fmt::format("no field \"{}\", or one of another kind", name));
  return out;
}

}  // namespace

CorpusReport read_report(std::string_view json) {
  simdjson::dom::parser parser;
  element whole;
  if (const auto error = parser.parse(json.data(), json.size()).get(whole))
    refuse(simdjson::error_message(error));
  object root;
  if (whole.get(root) != simdjson::SUCCESS) refuse("not an object");
  CorpusReport out;
  for (const std::string_view group : {"documents", "warning", "sentences", "pairs", "drop", "type"}) {
    for (const auto& [name, value] : get<object>(root, group)) {
      std::uint64_t count = 0;
      if (value.get(count) != simdjson::SUCCESS) refuse(fmt::format("\"{}.{}\" is no count", group, name));
      out.counts[fmt::format("{}.{}", group, name)] = count;
    }
  }
  for (const auto& [name, bins] :
       {std::pair{"probability", corpus::histogram_bins}, {"length_ratio", corpus::ratio_bins}}) {
    std::size_t bin = 0;
    for (const element& value : get<array>(root, name)) {
      std::uint64_t count = 0;
      if (value.get(count) != simdjson::SUCCESS || bin == bins)
        refuse(fmt::format("\"{}\" is no histogram", name));
      if (count > 0) out.counts[fmt::format("{}.{:02}", name, bin)] = count;
      ++bin;
    }
  }
  if (const auto bytes = get<std::uint64_t>(root, "bytes"); bytes > 0) out.counts["bytes.read"] = bytes;
  out.seconds = get<double>(root, "seconds");
  out.threads = static_cast<std::uint32_t>(get<std::uint64_t>(root, "threads"));
  return out;
}

}  // namespace duiqi
