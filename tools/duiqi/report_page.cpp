#include "report_page.hpp"

#include <CLI/CLI.hpp>
#include <ctime>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace duiqi::tool {
namespace {

std::string value_of(const CLI::Option& option) {
  const bool flag = option.get_items_expected_max() == 0;
  if (flag) return option.count() > 0 ? "yes" : "no";
  return option.count() > 0 ? fmt::format("{}", fmt::join(option.results(), " ")) : option.get_default_str();
}

std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  ::gmtime_r(&now, &parts);
  return fmt::format("{:04}-{:02}-{:02}", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
}

}  // namespace

std::string report_page(const CorpusReport& report, const CLI::App& command, const std::string& name) {
  CorpusReportDetails details;
  details.name = name;
  details.date = today();
  for (const CLI::Option* option : command.get_options()) {
    if (option == command.get_help_ptr()) continue;
    details.options.push_back({option->get_name(), value_of(*option), option->count() > 0});
  }
  return report_html(report, details);
}

}  // namespace duiqi::tool
