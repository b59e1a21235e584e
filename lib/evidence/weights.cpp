#include <algorithm>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include <duiqi/error.hpp>

#include "evidence/weight_table.hpp"
#include "evidence/weights_tsv.hpp"
#include "evidence/words.hpp"

namespace duiqi {
namespace {

using evidence::Feature;

constexpr std::array<std::array<std::string_view, evidence::passes>, evidence::lexicon_kinds> names{
    {{"none.1", "none.2"}, {"usual.1", "usual.2"}, {"large.1", "large.2"}}};

std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  while (true) {
    const std::size_t tab = line.find('\t');
    cells.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

std::string quoted(std::string_view before, std::string_view name) {
  std::string out(before);
  out.append("'").append(name).append("'");
  return out;
}

class Reader {
 public:
  explicit Reader(const Text& text) : text_(text) {}

  Weights::Table read() {
    std::string_view rest = text_.view();
    while (!rest.empty()) {
      ++line_;
      const std::size_t end = rest.find('\n');
      std::string_view line = rest.substr(0, end);
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
      if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
      if (line.empty() || line.front() == '#') continue;
      columns_.empty() ? head(cells_of(line)) : row(cells_of(line));
    }
    if (columns_.empty()) refuse("there is no line that names the columns");
    return table_;
  }

 private:
  [[noreturn]] void refuse(const std::string& what) const {
    throw Error(ErrorCode::invalid_format, what + "; duiqi-train writes such files",
                {text_.name(), {}, line_});
  }

  void head(const std::vector<std::string_view>& cells) {
    if (cells.front() != "feature") refuse("the first line must be 'feature' and the columns' names");
    for (std::size_t k = 1; k < cells.size(); ++k) {
      evidence::WeightColumn* found = nullptr;
      for (std::size_t kind = 0; kind < names.size(); ++kind) {
        for (std::size_t pass = 0; pass < evidence::passes; ++pass) {
          if (names[kind][pass] == cells[k]) found = &table_.columns[kind][pass];
        }
      }
      if (found == nullptr) refuse(quoted("there is no column ", cells[k]));
      columns_.push_back(found);
    }
    if (columns_.size() != evidence::lexicon_kinds * evidence::passes) refuse("a column is missing");
  }

  void row(const std::vector<std::string_view>& cells) {
    const auto feature = evidence::find_feature(cells.front());
    if (!feature) refuse(quoted("there is no feature ", cells.front()));
    const auto k = static_cast<std::size_t>(*feature);
    if (seen_[k]) refuse(quoted("the feature ", cells.front()) + " stands twice");
    seen_[k] = true;
    if (cells.size() != columns_.size() + 1) refuse("a line must have as many cells as the first");
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const std::string_view cell = cells[c + 1];
      float value = 0;
      const auto [at, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
      if (error != std::errc() || at != cell.data() + cell.size() || !(value > -1e6F && value < 1e6F))
        refuse(quoted("", cell) + " is no weight");
      (*columns_[c])[k] = value;
    }
  }

  const Text& text_;
  std::size_t line_ = 0;
  Weights::Table table_;
  std::vector<evidence::WeightColumn*> columns_;
  std::array<bool, evidence::feature_count> seen_{};
};

}  // namespace

namespace evidence {

LexiconKind kind_of(std::span<const Lexicon> lexicons) {
  const bool any =
      std::any_of(lexicons.begin(), lexicons.end(), [](const Lexicon& l) { return l.size() > 0; });
  if (!any) return LexiconKind::none;
  return std::any_of(lexicons.begin(), lexicons.end(), is_large) ? LexiconKind::large : LexiconKind::usual;
}

std::string_view column_name(LexiconKind kind, std::size_t pass) {
  return names[static_cast<std::size_t>(kind)][pass];
}

}  // namespace evidence

Weights::Weights(std::shared_ptr<const Table> table) : table_(std::move(table)) {}

const Weights& Weights::built_in() {
  static const Weights weights = read(Text::from_utf8(std::string(evidence::weights_tsv), "weights.tsv"));
  return weights;
}

Weights Weights::read(const Text& text) {
  return Weights(std::make_shared<const Table>(Reader(text).read()));
}

}  // namespace duiqi
