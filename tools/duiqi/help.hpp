// How --help looks.
#pragma once

#include <CLI/CLI.hpp>
#include <memory>

namespace duiqi::tool {

/// Options with the name of their value and their default, and descriptions wrapped beside them; without the
/// library's notes on ranges and sets, which the descriptions tell in words.
std::shared_ptr<CLI::Formatter> make_help();

}  // namespace duiqi::tool
