#include "help.hpp"

#include <fmt/format.h>
#include <string>

namespace duiqi::tool {
namespace {

constexpr std::size_t names_width = 30;
constexpr std::size_t line_width = 100;

/// `text` in words, wrapped, all lines but the first indented.
std::string wrapped(const std::string& text) {
  std::string out;
  std::size_t used = names_width;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::size_t size = end - at;
    if (used > names_width && used + 1 + size > line_width) {
      out += '\n' + std::string(names_width, ' ');
      used = names_width;
    } else if (used > names_width) {
      out += ' ';
      ++used;
    }
    out.append(text, at, size);
    used += size;
    at = end + 1;
  }
  return out;
}

class Help : public CLI::Formatter {
 public:
  std::string make_help(const CLI::App* program, std::string name, CLI::AppFormatMode mode) const override {
    std::string out = Formatter::make_help(program, std::move(name), mode);
    for (std::size_t at; (at = out.find("\n\n\n")) != std::string::npos;) out.erase(at, 1);
    return out;
  }

  std::string make_group(std::string group, bool is_positional,
                         std::vector<const CLI::Option*> options) const override {
    std::string out = '\n' + group + ":\n";
    for (const CLI::Option* option : options) out += make_option(option, is_positional);
    return out;
  }

  std::string make_option(const CLI::Option* option, bool is_positional) const override {
    std::string names = "  " + option->get_name(is_positional, true);
    if (!option->get_type_name().empty() && !is_positional && option->get_items_expected_max() > 0) {
      const std::string type = option->get_type_name();
      names += ' ' + type.substr(0, type.find(':'));  // the rest lists what is allowed
    }
    std::string text = option->get_description();
    if (!option->get_default_str().empty()) text += fmt::format(" (default: {})", option->get_default_str());
    // A name too long for its column has a line of its own.
    const bool fits = names.size() + 1 < names_width;
    return fmt::format("{:{}}{}{}\n", names, fits ? names_width : 0,
                       fits ? "" : '\n' + std::string(names_width, ' '), wrapped(text));
  }
};

}  // namespace

std::shared_ptr<CLI::Formatter> make_help() {
  auto help = std::make_shared<Help>();
  help->column_width(names_width);
  help->label("SUBCOMMAND", "COMMAND");
  return help;
}

}  // namespace duiqi::tool
