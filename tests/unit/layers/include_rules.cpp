#include "unit/layers/include_rules.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <tuple>

namespace duiqi::layers {
namespace {

namespace fs = std::filesystem;

using Layers = std::set<std::string, std::less<>>;

/// The table of docs/design.md. A layer may always include itself.
const std::map<std::string, Layers, std::less<>>& allowed() {
  static const Layers low{"core", "unicode", "model", "data"};
  static const auto with = [](Layers more) {
    more.insert(low.begin(), low.end());
    return more;
  };
  static const Layers below_front =
      with({"segment", "anchor", "lexicon", "align", "evidence"});  // and not io: the front door takes text
  static const std::map<std::string, Layers, std::less<>> table{
      {"core", {}},
      {"unicode", {"core"}},
      {"model", {"core", "unicode"}},
      {"data", {"core", "unicode"}},
      {"segment", low},
      {"anchor", low},
      {"lexicon", low},
      {"align", low},
      {"io", low},
      {"evidence", with({"anchor", "lexicon"})},
      {"aligner", below_front},
      {"review", below_front},
      {"corpus", with({"segment", "anchor", "lexicon", "align", "io", "evidence", "aligner", "review"})},
  };
  return table;
}

constexpr std::string_view public_root = "include/duiqi/";
constexpr std::string_view private_root = "lib/";

std::string_view first_folder(std::string_view path) {
  return path.substr(0, path.find('/'));
}

std::string_view first_line(std::string_view content) {
  return content.substr(0, content.find('\n'));
}

/// The layer that a header states: `// Layer: NAME. Purpose.`
std::optional<std::string_view> stated_layer(std::string_view content) {
  constexpr std::string_view opening = "// Layer: ";
  const std::string_view line = first_line(content);
  if (!line.starts_with(opening)) return std::nullopt;
  const std::string_view rest = line.substr(opening.size());
  const std::size_t stop = rest.find('.');
  if (stop == std::string_view::npos) return std::nullopt;
  return rest.substr(0, stop);
}

struct Include {
  std::size_t line;
  std::string_view target;  // empty where it is not written out
  bool quoted;
};

std::vector<Include> includes(std::string_view content) {
  std::vector<Include> found;
  std::size_t number = 0;
  const auto skip_blanks = [](std::string_view text) {
    return text.substr(std::min(text.find_first_not_of(" \t"), text.size()));
  };
  while (!content.empty()) {
    ++number;
    std::string_view line = first_line(content);
    content.remove_prefix(std::min(line.size() + 1, content.size()));
    line = skip_blanks(line);
    if (!line.starts_with('#')) continue;
    line = skip_blanks(line.substr(1));
    if (!line.starts_with("include")) continue;
    line = skip_blanks(line.substr(std::string_view("include").size()));
    const bool quoted = line.starts_with('"');
    if (!quoted && !line.starts_with('<')) {
      found.push_back({number, {}, false});
      continue;
    }
    line.remove_prefix(1);
    found.push_back({number, line.substr(0, line.find(quoted ? '"' : '>')), quoted});
  }
  return found;
}

class Checker {
 public:
  explicit Checker(const Tree& tree) : tree_(tree) {}

  std::vector<Violation> run() {
    for (const auto& [path, content] : tree_) {
      path_ = path;
      const std::string layer = layer_of_checked(content);
      for (const Include& include : includes(content)) check_include(layer, include);
    }
    std::stable_sort(found_.begin(), found_.end(), [](const Violation& a, const Violation& b) {
      return std::tie(a.file, a.line) < std::tie(b.file, b.line);
    });
    return std::move(found_);
  }

 private:
  void report(std::size_t line, std::string message) { found_.push_back({path_, line, std::move(message)}); }

  /// The layer of the file at hand; empty for tools and examples, and where the file does not say.
  std::string layer_of_checked(std::string_view content) {
    const bool is_public = path_.starts_with(public_root);
    if (!is_public && !path_.starts_with(private_root)) return {};
    const auto stated = stated_layer(content);
    if (is_public && !stated) report(1, "a public header must begin with `// Layer: NAME. Purpose.`");
    const std::string layer(is_public ? stated.value_or("")
                                      : first_folder(std::string_view(path_).substr(private_root.size())));
    if (!is_public && stated && *stated != layer)
      report(1, "says layer " + std::string(*stated) + ", but stands in lib/" + layer);
    if (!layer.empty() && !allowed().contains(layer))
      report(1, "layer " + layer + " is not in the table of layers");
    return layer;
  }

  /// The file of the tree that an include means: beside the including file, in include/, or in lib/.
  std::string resolve(const Include& include) const {
    if (include.quoted) {
      const auto beside =
          (fs::path(path_).parent_path() / include.target).lexically_normal().generic_string();
      if (tree_.contains(beside)) return beside;
    }
    for (const std::string_view root : {"include/", "lib/"}) {
      const auto path = (fs::path(root) / include.target).lexically_normal().generic_string();
      if (tree_.contains(path)) return path;
      if (tree_.contains(path + ".in")) return path + ".in";
    }
    return {};
  }

  void check_include(const std::string& layer, const Include& include) {
    if (include.target.empty())
      return report(include.line, "an include that is not written out can't be checked");
    const std::string target = resolve(include);
    if (target.empty()) return check_foreign(layer, include);
    const bool to_public = target.starts_with(public_root);
    const bool to_private = target.starts_with(private_root);
    if (path_.starts_with(public_root) && !to_public)
      return report(include.line, "a public header includes " + target);
    if (!path_.starts_with(public_root) && !path_.starts_with(private_root)) {
      // Programs of the build that stand nearer to the library than its users do.
      const bool inner = path_.starts_with("tools/train/") || path_.starts_with("tools/build_lexicon/") ||
                         path_.starts_with("tools/build_tables/");
      if (to_private && !inner)
        report(include.line, "only public headers may be included here, not " + target);
      return;
    }
    if (!to_public && !to_private) return report(include.line, "the library includes " + target);
    const std::string upper =
        to_public ? std::string(stated_layer(tree_.find(target)->second).value_or(""))
                  : std::string(first_folder(std::string_view(target).substr(private_root.size())));
    const auto rule = allowed().find(layer);
    if (upper == layer || rule == allowed().end() || rule->second.contains(upper)) return;
    report(include.line, layer + " may not include " + upper + ": " + target);
  }

  /// Includes of what is not in the tree: the standard library, other libraries, generated files.
  void check_foreign(const std::string& layer, const Include& include) {
    const std::string target(include.target);
    const std::string_view folder = first_folder(target);
    const bool hidden = folder == "boost" || (folder == "unicode" && target.ends_with(".h"));
    if (path_.starts_with(public_root)) {
      const bool standard = target.find_first_of("./") == std::string::npos;
      if (!standard) report(include.line, "a public header includes " + target);
    } else if (hidden && path_.starts_with(private_root) && layer != "unicode" &&
               !(layer == "corpus" && target.starts_with("boost/iostreams/"))) {
      report(include.line, "only lib/unicode may include ICU and Boost: " + target);
    } else if (folder == "duiqi" || (include.quoted && !hidden)) {
      report(include.line, "no such file: " + target);
    }
  }

  const Tree& tree_;
  std::string path_;
  std::vector<Violation> found_;
};

}  // namespace

std::vector<Violation> check(const Tree& tree) {
  return Checker(tree).run();
}

Tree read_tree(const std::string& root) {
  static const std::set<std::string, std::less<>> kinds{".hpp", ".h", ".cpp", ".inc", ".ipp", ".in"};
  Tree tree;
  for (const char* folder : {"include", "lib", "tools", "examples"}) {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(root) / folder)) {
      if (!entry.is_regular_file() || !kinds.contains(entry.path().extension().string())) continue;
      std::ifstream file(entry.path(), std::ios::binary);
      tree.emplace(entry.path().lexically_relative(root).generic_string(),
                   std::string(std::istreambuf_iterator<char>(file), {}));
    }
  }
  return tree;
}

}  // namespace duiqi::layers
