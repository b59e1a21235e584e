// The page about a run, with the options of its command.
#pragma once

#include <string>

#include <duiqi/corpus.hpp>

namespace CLI {
class App;
}

namespace duiqi::tool {

/// report_html() with what `command` was given, its defaults, and today's date (UTC).
std::string report_page(const CorpusReport& report, const CLI::App& command, const std::string& name);

}  // namespace duiqi::tool
