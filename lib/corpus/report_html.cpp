#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <duiqi/corpus.hpp>
#include <duiqi/version.hpp>

#include "corpus/report_style.hpp"
#include "corpus/work.hpp"
#include "io/escape.hpp"

namespace duiqi {
namespace {

using Rows = std::vector<std::pair<std::string, std::uint64_t>>;

std::string escaped(std::string_view text) {
  std::string out;
  io::append_xml(out, text);
  return out;
}

/// 1234567 as 1,234,567.
std::string grouped(std::uint64_t number) {
  std::string out = fmt::format("{}", number);
  for (std::size_t at = out.size(); at > 3;) out.insert(at -= 3, 1, ',');
  return out;
}

double share(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

/// All counts whose name begins so, the largest first.
Rows rows_of(const CorpusReport& report, const std::string& prefix) {
  Rows out;
  for (auto at = report.counts.lower_bound(prefix);
       at != report.counts.end() && at->first.starts_with(prefix); ++at) {
    out.emplace_back(at->first.substr(prefix.size()), at->second);
  }
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  return out;
}

/// The page as it grows. Well-formed XML too, but for its document type, so that any tool can read it.
class Page {
 public:
  template <class... Values>
  void put(fmt::format_string<Values...> format, Values&&... values) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Values>(values)...);
  }
  void put_text(std::string_view text) { io::append_xml(out_, text); }

  void tile(std::string_view name, std::string_view value) {
    put("<div><dt>{}</dt><dd>{}</dd></div>\n", name, value);
  }

  /// A row of a bar chart: the bar is `part` of `whole` long.
  void bar(std::string_view label, std::uint64_t part, std::uint64_t whole, std::string_view kind) {
    const double percent = 100 * share(part, whole);
    put("<tr><th class=\"text\" scope=\"row\">{}</th><td class=\"bar\"><svg aria-hidden=\"true\">"
        "<rect class=\"rail\" y=\"12\" width=\"100%\" height=\"1\"/>"
        "<rect class=\"{}\" width=\"{:.3f}%\" height=\"12\"/></svg></td><td class=\"count\">{}</td>"
        "<td class=\"count\">{:.2f}%</td></tr>\n",
        escaped(label), kind, percent, grouped(part), percent);
  }

  /// Columns over an axis from 0 to `end`, of which `labels` values are named.
  void histogram(std::string_view name, const std::vector<std::uint64_t>& bins, double end, int labels,
                 bool last_is_open);

  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

void Page::histogram(std::string_view name, const std::vector<std::uint64_t>& bins, double end, int labels,
                     bool last_is_open) {
  constexpr double left = 2;  // percent
  constexpr double wide = 96;
  constexpr double high = 150;  // pixels, below 14 for the top grid line's figure
  constexpr double top = 16;
  const std::uint64_t most = *std::max_element(bins.begin(), bins.end());
  // A tenth of the pairs may be in one column: on a plain scale no other would be seen.
  const double largest = std::log10(1 + static_cast<double>(most));
  const auto height_of = [&](std::uint64_t count) {
    return most == 0 ? 0 : high * std::log10(1 + static_cast<double>(count)) / largest;
  };
  put("<svg class=\"plot\" role=\"img\" aria-label=\"{}\">\n", name);
  for (std::uint64_t grid = 1; grid <= most && grid <= UINT64_MAX / 10; grid *= 10) {
    const double y = top + high - height_of(grid);
    put("<line x1=\"0\" x2=\"100%\" y1=\"{0:.1f}\" y2=\"{0:.1f}\"/>"
        "<text x=\"0\" y=\"{1:.1f}\">{2}</text>\n",
        y, y - 3, grouped(grid));
  }
  const double width = wide / static_cast<double>(bins.size());
  const double step = end / static_cast<double>(bins.size() - (last_is_open ? 1 : 0));
  for (std::size_t k = 0; k < bins.size(); ++k) {
    const double from = step * static_cast<double>(k);
    const double height = height_of(bins[k]);
    const bool open = last_is_open && k + 1 == bins.size();
    put("<rect class=\"bar\" x=\"{:.2f}%\" y=\"{:.1f}\" width=\"{:.2f}%\" height=\"{:.1f}\"><title>{}: "
        "{}</title>"
        "</rect>\n",
        left + width * (static_cast<double>(k) + 0.08), top + high - height, width * 0.84, height,
        open ? fmt::format("{:.2f} and more", from) : fmt::format("{:.2f} to {:.2f}", from, from + step),
        grouped(bins[k]));
  }
  put("<line x1=\"0\" x2=\"100%\" y1=\"{0}\" y2=\"{0}\"/>\n", top + high);
  const double axis = last_is_open ? wide - width : wide;
  for (int k = 0; k <= labels; ++k) {
    const double part = static_cast<double>(k) / labels;
    put("<text x=\"{:.2f}%\" y=\"{}\" text-anchor=\"middle\">{:g}</text>\n", left + axis * part,
        top + high + 17, end * part);
  }
  put("</svg>\n");
}

/// Of shards that were merged without their reports, the pairs alone are known.
bool knows_documents(const CorpusReport& report) {
  return report.counts.contains("documents.read");
}

void put_head(Page& page, const CorpusReport& report, const CorpusReportDetails& details) {
  page.put(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'unsafe-inline'\"/>\n"
      "<title>Corpus report: {0}</title>\n<style>{1}</style>\n</head>\n<body>\n<h1>Corpus report</h1>\n"
      "<p>{0} · made{2}{3} by duiqi {4}</p>\n<dl class=\"tiles\">\n",
      escaped(details.name), corpus::report_style, details.date.empty() ? "" : " on ", escaped(details.date),
      version);
  const std::uint64_t found = report.count("pairs.found");
  if (knows_documents(report)) {
    page.tile("documents read", grouped(report.count("documents.read")));
    page.tile("rejected", grouped(report.count("documents.rejected")));
  }
  page.tile("pairs found", grouped(found));
  page.tile("dropped", grouped(report.count("pairs.dropped")));
  page.tile("written", grouped(report.count("pairs.written")));
  page.tile("of those found", fmt::format("{:.1f}%", 100 * share(report.count("pairs.written"), found)));
  page.put("</dl>\n");
}

void put_pairs(Page& page, const CorpusReport& report) {
  const std::uint64_t found = report.count("pairs.found");
  page.put("<section><h2>What became of the pairs</h2>\n<table class=\"bars\">\n");
  page.bar("written", report.count("pairs.written"), found, "kept");
  for (const auto& [reason, count] : rows_of(report, "drop."))
    page.bar(fmt::format("dropped: {}", reason), count, found, "drop");
  page.put("</table>\n");
  if (const auto count = report.count("pairs.not_remembered"); count > 0) {
    page.put("<p>{} pairs did not fit into the memory of deduplication: copies of them may be left.</p>\n",
             grouped(count));
  }
  page.put("</section>\n");
}

std::vector<std::uint64_t> bins_of(const CorpusReport& report, std::string_view name, std::size_t size) {
  std::vector<std::uint64_t> out;
  for (std::size_t k = 0; k < size; ++k) out.push_back(report.count(fmt::format("{}.{:02}", name, k)));
  return out;
}

void put_histograms(Page& page, const CorpusReport& report) {
  page.put(
      "<div class=\"two\">\n<section><h2>Probability</h2>\n"
      "<p>Pairs written, by twentieths; a logarithmic scale.</p>\n");
  page.histogram("Pairs by probability", bins_of(report, "probability", corpus::histogram_bins), 1, 5, false);
  page.put("</section>\n");
  // Shards that were merged may have none.
  if (!rows_of(report, "length_ratio.").empty()) {
    page.put(
        "<section><h2>Length ratio</h2>\n<p>English letters and digits for each Chinese character, of the "
        "pairs "
        "written; a logarithmic scale.</p>\n");
    page.histogram("Pairs by length ratio", bins_of(report, "length_ratio", corpus::ratio_bins),
                   corpus::largest_ratio, 8, true);
    page.put("</section>\n");
  }
  page.put("</div>\n");
}

void put_kinds(Page& page, const CorpusReport& report) {
  page.put(
      "<div class=\"two\">\n<section><h2>Beads</h2>\n<p>Chinese and English sentences of a pair.</p>\n<table "
      "class=\"bars\">\n");
  for (const auto& [type, count] : rows_of(report, "type."))
    page.bar(type, count, report.count("pairs.written"), "bar");
  page.put("</table></section>\n");
  if (!knows_documents(report)) return page.put("</div>\n");
  page.put(
      "<section><h2>Sentences</h2>\n<p>How many have a counterpart.</p>\n<table "
      "class=\"bars\">\n");
  for (const auto& [name, side] : {std::pair{"Chinese", "zh"}, {"English", "en"}}) {
    const std::uint64_t all = report.count(fmt::format("sentences.{}", side));
    const std::uint64_t in_pairs = report.count(fmt::format("sentences.{}_in_pairs", side));
    page.bar(fmt::format("{}, in pairs", name), in_pairs, all, "kept");
    page.bar(fmt::format("{}, alone", name), all - std::min(all, in_pairs), all, "drop");
  }
  page.put("</table></section>\n</div>\n");
}

void put_documents(Page& page, const CorpusReport& report) {
  page.put("<div class=\"two\">\n<section><h2>Documents</h2>\n<table class=\"bars\">\n");
  const std::uint64_t read = report.count("documents.read");
  page.bar("aligned", report.count("documents.aligned"), read, "kept");
  page.bar("rejected", report.count("documents.rejected"), read, "drop");
  for (const char* reason : {"language", "not_parallel"}) {
    if (const auto count = report.count(fmt::format("documents.{}", reason)); count > 0)
      page.bar(fmt::format("dropped whole: {}", reason), count, read, "drop");
  }
  for (const auto& [code, count] : rows_of(report, "warning."))
    page.bar(fmt::format("with a warning: {}", code), count, read, "bar");
  page.put("</table>\n");
  if (rows_of(report, "warning.").empty()) page.put("<p>No document had a warning.</p>\n");
  const double seconds = std::max(report.seconds, 1e-9);
  const double megabytes = static_cast<double>(report.count("bytes.read")) / 1e6;
  page.put("</section>\n<section><h2>Speed</h2>\n<table class=\"rows\">\n");
  const auto row = [&](std::string_view name, const std::string& value) {
    page.put("<tr><th scope=\"row\">{}</th><td class=\"count\">{}</td></tr>\n", name, value);
  };
  row("text read", fmt::format("{:.2f} MB", megabytes));
  row("time", fmt::format("{:.1f} s", report.seconds));
  row("threads", fmt::format("{}", report.threads));
  row("text a second", fmt::format("{:.3f} MB", megabytes / seconds));
  row("documents a second", fmt::format("{:.1f}", static_cast<double>(read) / seconds));
  row("pairs written a second",
      fmt::format("{:.1f}", static_cast<double>(report.count("pairs.written")) / seconds));
  page.put("</table></section>\n</div>\n");
}

void put_samples(Page& page, const CorpusReport& report) {
  if (report.samples.empty()) return;
  page.put(
      "<section class=\"long\"><h2>Some of the dropped pairs</h2>\n"
      "<p>The first ones for each reason but duplicates, cut to {} characters.</p>\n",
      CorpusSample::longest);
  for (const CorpusSample& sample : report.samples) {
    page.put(
        "<div class=\"pair\"><div class=\"why\">{}: {} · document {}</div>"
        "<div lang=\"zh\" dir=\"auto\">{}</div><div lang=\"en\" dir=\"auto\">{}</div></div>\n",
        escaped(sample.reason), escaped(sample.why), escaped(sample.doc), escaped(sample.zh),
        escaped(sample.en));
  }
  page.put("</section>\n");
}

void put_options(Page& page, const CorpusReportDetails& details) {
  if (details.options.empty()) return;
  page.put(
      "<section class=\"long\"><h2>Options</h2>\n<p>In bold what was given; all else by default.</p>\n"
      "<table class=\"rows fixed\">\n");
  for (const auto& option : details.options) {
    page.put("<tr{}><th class=\"text\" scope=\"row\">{}</th><td class=\"text\">{}</td></tr>\n",
             option.given ? " class=\"given\"" : "", escaped(option.name),
             option.value.empty() ? "–" : escaped(option.value));
  }
  page.put("</table></section>\n");
}

}  // namespace

std::string report_html(const CorpusReport& report, const CorpusReportDetails& details) {
  Page page;
  put_head(page, report, details);
  put_pairs(page, report);
  put_histograms(page, report);
  put_kinds(page, report);
  if (knows_documents(report)) put_documents(page, report);
  put_samples(page, report);
  put_options(page, details);
  page.put("</body>\n</html>\n");
  return page.take();
}

}  // namespace duiqi
