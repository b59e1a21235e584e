#include <fmt/format.h>
#include <iterator>
#include <string>
#include <string_view>

#include <duiqi/corpus.hpp>
#include <duiqi/version.hpp>

#include "corpus/work.hpp"

namespace duiqi {
namespace {

template <class... Values>
void put(std::string& out, fmt::format_string<Values...> format, Values&&... values) {
  fmt::format_to(std::back_inserter(out), format, std::forward<Values>(values)...);
}

double rate(double amount, double seconds) {
  return seconds > 0 ? amount / seconds : 0;
}

/// Calls `entry(rest of the name, count)` for all counts whose name begins so.
template <class Function>
void for_each_with(const CorpusReport& report, const std::string& prefix, Function entry) {
  for (auto at = report.counts.lower_bound(prefix);
       at != report.counts.end() && at->first.starts_with(prefix); ++at) {
    entry(std::string_view(at->first).substr(prefix.size()), at->second);
  }
}

void put_group(std::string& out, const CorpusReport& report, std::string_view name) {
  put(out, ",\n\"{}\": {{", name);
  std::string_view comma;
  for_each_with(report, fmt::format("{}.", name), [&](std::string_view rest, std::uint64_t count) {
    put(out, "{}\"{}\": {}", comma, rest, count);
    comma = ", ";
  });
  out += '}';
}

double megabytes_per_second(const CorpusReport& report) {
  return rate(static_cast<double>(report.count("bytes.read")) / 1e6, report.seconds);
}
double documents_per_second(const CorpusReport& report) {
  return rate(static_cast<double>(report.count("documents.read")), report.seconds);
}

template <class Line>
void put_reading(Line line, const CorpusReport& report) {
  line("documents read", report.count("documents.read"));
  line("  rejected", report.count("documents.rejected"));
  for_each_with(report, "warning.", [&](std::string_view code, std::uint64_t count) {
    line(fmt::format("  with a warning: {}", code), count);
  });
  line("sentences, Chinese", report.count("sentences.zh"));
  line("  without counterpart", report.count("sentences.zh") - report.count("sentences.zh_in_pairs"));
  line("sentences, English", report.count("sentences.en"));
  line("  without counterpart", report.count("sentences.en") - report.count("sentences.en_in_pairs"));
}

std::string bin_name(std::size_t bin) {
  return fmt::format("probability.{:02}", bin);
}

}  // namespace

std::string report_json(const CorpusReport& report) {
  std::string out = fmt::format("{{\"version\": \"{}\"", version);
  for (const std::string_view name : {"documents", "warning", "sentences", "pairs", "drop", "type"})
    put_group(out, report, name);
  out += ",\n\"probability\": [";
  for (std::size_t bin = 0; bin < corpus::histogram_bins; ++bin) {
    put(out, "{}{}", bin == 0 ? "" : ", ", report.count(bin_name(bin)));
  }
  out += "],\n\"length_ratio\": [";
  for (std::size_t bin = 0; bin < corpus::ratio_bins; ++bin) {
    put(out, "{}{}", bin == 0 ? "" : ", ", report.count(fmt::format("length_ratio.{:02}", bin)));
  }
  put(out,
      "],\n\"bytes\": {}, \"seconds\": {:.3f}, \"threads\": {}, \"documents_per_second\": {:.1f}, "
      "\"mb_per_second\": {:.3f}}}\n",
      report.count("bytes.read"), report.seconds, report.threads, documents_per_second(report),
      megabytes_per_second(report));
  return out;
}

std::string report_text(const CorpusReport& report) {
  std::string out;
  const auto line = [&](std::string_view what, std::uint64_t count) {
    put(out, "{:<28}{:>12}\n", what, count);
  };
  // Of shards that were merged without their reports, the pairs alone are known.
  if (report.counts.contains("documents.read")) put_reading(line, report);
  line("pairs found", report.count("pairs.found"));
  for_each_with(report, "drop.", [&](std::string_view reason, std::uint64_t count) {
    line(fmt::format("  dropped: {}", reason), count);
  });
  line("pairs written", report.count("pairs.written"));
  for_each_with(report, "type.",
                [&](std::string_view type, std::uint64_t count) { line(fmt::format("  {}", type), count); });
  out += "probability of the pairs written\n";
  for (std::size_t bin = 0; bin < corpus::histogram_bins; ++bin) {
    const double width = 1.0 / static_cast<double>(corpus::histogram_bins);
    const auto from = static_cast<double>(bin) * width;
    if (report.count(bin_name(bin)) > 0)
      line(fmt::format("  {:.2f}-{:.2f}", from, from + width), report.count(bin_name(bin)));
  }
  put(out, "{:.1f} s on {} threads: {:.1f} documents/s, {:.3f} MB/s\n", report.seconds, report.threads,
      documents_per_second(report), megabytes_per_second(report));
  return out;
}

}  // namespace duiqi
