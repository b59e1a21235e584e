// Figures of evaluation sets as tables of text.
#pragma once

#include <algorithm>
#include <cstddef>
#include <fmt/format.h>
#include <optional>
#include <string>
#include <vector>

#include "quality/set_figures.hpp"

namespace duiqi::quality {

using TableRow = std::vector<std::string>;

/// The first column from the left, the others from the right.
inline std::string format_table(const std::vector<TableRow>& rows) {
  std::vector<std::size_t> widths;
  for (const TableRow& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t k = 0; k < row.size(); ++k) widths[k] = std::max(widths[k], row[k].size());
  }
  std::string out;
  for (const TableRow& row : rows) {
    std::string line;
    for (std::size_t k = 0; k < row.size(); ++k) {
      line += k == 0 ? fmt::format("{:<{}}", row[k], widths[k]) : fmt::format("  {:>{}}", row[k], widths[k]);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + '\n';
  }
  return out;
}

inline std::string cell(std::optional<double> value) {
  return value ? fmt::format("{:.4f}", *value) : "-";
}

/// The figures of one set with one setting; nothing where it was not measured.
inline const SetFigures* find(const std::vector<SetFigures>& all, const std::string& set,
                              const std::string& setting) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const SetFigures& figures) {
    return figures.set == set && figures.setting == setting;
  });
  return found == all.end() ? nullptr : &*found;
}

/// A heading of two rows: settings, each above the first of its columns.
inline std::vector<TableRow> heading(const TableRow& left, const std::vector<std::string>& settings,
                                     const TableRow& columns) {
  TableRow above(left.size());
  TableRow below = left;
  for (const std::string& setting : settings) {
    above.push_back(setting);
    above.insert(above.end(), columns.size() - 1, "");
    below.insert(below.end(), columns.begin(), columns.end());
  }
  return {above, below};
}

inline std::string quality_table(const std::vector<SetFigures>& all, const std::vector<std::string>& sets,
                                 const std::vector<std::string>& settings, bool intervals) {
  TableRow columns{"F1", "null", "ece", "cpu s"};
  if (intervals) columns.insert(columns.begin() + 1, "95 %");
  auto rows = heading({"set", "F1 is", "documents", "sentences zh", "en"}, settings, columns);
  for (const std::string& set : sets) {
    TableRow row;
    for (const std::string& setting : settings) {
      const SetFigures& figures = *find(all, set, setting);
      if (row.empty()) {
        row = {set, figures.figure, fmt::format("{}", figures.documents.size()),
               fmt::format("{}", figures.zh), fmt::format("{}", figures.en)};
      }
      row.push_back(cell(figures.f1));
      if (figures.interval) {
        row.push_back(fmt::format("{:.4f}-{:.4f}", figures.interval->low, figures.interval->high));
      }
      row.push_back(cell(figures.null));
      row.push_back(cell(figures.ece));
      row.push_back(fmt::format("{:.2f}", figures.seconds));
    }
    rows.push_back(row);
  }
  return format_table(rows);
}

/// A row a document, and the mean over the documents.
inline std::string document_table(const std::vector<SetFigures>& all, const std::string& set,
                                  const std::vector<std::string>& settings) {
  auto rows = heading({set}, settings, {"F1", "null"});
  TableRow mean{"mean"};
  for (const std::string& setting : settings) {
    const SetFigures& figures = *find(all, set, setting);
    mean.push_back(cell(figures.mean));
    mean.push_back("");
    for (std::size_t k = 0; k < figures.documents.size(); ++k) {
      if (rows.size() == k + 2) rows.push_back({figures.documents[k].name});
      rows[k + 2].push_back(cell(figures.documents[k].f1));
      rows[k + 2].push_back(cell(figures.documents[k].null));
    }
  }
  rows.push_back(mean);
  return format_table(rows);
}

inline std::string difference(std::optional<double> now, std::optional<double> before) {
  if (!now || !before) return "-";
  const std::string text = fmt::format("{:+.4f}", *now - *before);
  return text == "+0.0000" || text == "-0.0000" ? "=" : text;
}

/// What changed since `before`, and of how many documents F1 rose or fell. "-": not in both.
inline std::string difference_table(const std::vector<SetFigures>& all, const std::vector<SetFigures>& before,
                                    const std::vector<std::string>& sets,
                                    const std::vector<std::string>& settings) {
  auto rows = heading({"change of", "F1 is"}, settings, {"F1", "null", "ece", "better", "worse"});
  for (const std::string& set : sets) {
    TableRow row{set, find(all, set, settings.front())->figure};
    for (const std::string& setting : settings) {
      const SetFigures& now = *find(all, set, setting);
      const SetFigures* const then = find(before, set, setting);
      if (then == nullptr || then->figure != now.figure) {
        row.insert(row.end(), 5, "-");
        continue;
      }
      std::size_t better = 0;
      std::size_t worse = 0;
      for (const DocumentFigures& document : now.documents) {
        for (const DocumentFigures& old : then->documents) {
          if (old.name != document.name) continue;
          better += document.f1 > old.f1 + 1e-8;  // the file holds nine digits
          worse += document.f1 < old.f1 - 1e-8;
        }
      }
      for (std::string text :
           {difference(now.f1, then->f1), difference(now.null, then->null), difference(now.ece, then->ece),
            fmt::format("{}", better), fmt::format("{}", worse)}) {
        row.push_back(std::move(text));
      }
    }
    rows.push_back(row);
  }
  return format_table(rows);
}

}  // namespace duiqi::quality
