#include "corpus/source.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include <duiqi/error.hpp>

#include "corpus/input_stream.hpp"

namespace duiqi::corpus {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view blanks = " \t\r\v\f";

/// Lines of several files, without those that are blank.
class Lines {
 public:
  Lines(std::vector<std::string> files, std::size_t most)
      : files_(std::move(files)), most_(most), share_(files_) {}

  bool next(LineReader::Line& line) {
    for (;;) {
      if (!reader_) {
        if (opened_ == files_.size()) return false;
        reader_ = std::make_unique<LineReader>(files_[opened_++], most_);
      }
      while (reader_->next(line)) {
        if (line.too_long || line.text.find_first_not_of(blanks) != std::string::npos) return true;
      }
      reader_.reset();
    }
  }
  const std::string& file() const { return files_[opened_ - 1]; }
  double share() const { return share_.of(opened_ - 1, reader_->taken()); }

 private:
  std::vector<std::string> files_;
  std::size_t most_;
  ReadShare share_;
  std::size_t opened_ = 0;
  std::unique_ptr<LineReader> reader_;
};

class JsonLines : public Source {
 public:
  explicit JsonLines(const CorpusOptions& options) : lines_(options.inputs, options.max_document) {}

  bool next(Task& task) override {
    LineReader::Line line;
    if (!lines_.next(line)) return false;
    task = {};
    task.file = lines_.file();
    task.line = line.number;
    task.share = lines_.share();
    if (line.too_long) task.refusal = "longer than a document may be; see --max-document";
    task.json = std::move(line.text);
    return true;
  }

 private:
  Lines lines_;
};

class Manifest : public Source {
 public:
  explicit Manifest(const CorpusOptions& options) : lines_(options.inputs, longest_line) {}

  bool next(Task& task) override {
    LineReader::Line line;
    if (!lines_.next(line)) return false;
    task = {};
    task.file = lines_.file();
    task.line = line.number;
    task.share = lines_.share();
    for (std::size_t at = 0; at != std::string::npos;) {
      const std::size_t tab = line.text.find('\t', at);
      task.paths.push_back(line.text.substr(at, tab - at));
      at = tab == std::string::npos ? tab : tab + 1;
    }
    if (task.paths.size() == 3) {
      task.id = task.paths.back();
      task.paths.pop_back();
    }
    const bool unnamed = std::any_of(task.paths.begin(), task.paths.end(),
                                     [](const std::string& path) { return path.empty() || path == "-"; });
    if (task.paths.size() > 2 || unnamed) {
      task.refusal = "a line of a manifest is ZH<tab>EN, ZH<tab>EN<tab>ID or RECORD, each a file";
    }
    if (line.too_long) task.refusal = "a line of more than 64 KiB; it should hold paths";
    return true;
  }

 private:
  static constexpr std::size_t longest_line = 1 << 16;
  Lines lines_;
};

/// Files that were listed before.
class Files : public Source {
 public:
  explicit Files(std::vector<Task> tasks) : tasks_(std::move(tasks)) {}
  bool next(Task& task) override {
    if (at_ == tasks_.size()) return false;
    task = std::move(tasks_[at_++]);
    task.share = static_cast<double>(at_) / static_cast<double>(tasks_.size());
    return true;
  }
  std::span<const Task> listed() const override { return std::span(tasks_).subspan(at_); }

 private:
  std::vector<Task> tasks_;
  std::size_t at_ = 0;
};

/// The part of a file's name that both sides share: without .gz, .txt, .zh and the like.
std::string shared_name(std::string name) {
  constexpr std::array<std::string_view, 9> endings{".gz", ".zst", ".txt", ".zh", ".en",
                                                    ".cn", ".eng", ".zho", ".cmn"};
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view ending : endings) {
      const bool whole =
          name.size() == ending.size() || name[name.size() - std::min(name.size(), ending.size() + 1)] == '/';
      if (!name.ends_with(ending) || whole) continue;
      name.resize(name.size() - ending.size());
      cut = true;
    }
  }
  return name;
}

using Named = std::map<std::string, std::string>;  // shared name → path

Named files_of(const std::string& folder) {
  Named out;
  std::error_code error;
  const auto fail = [&](const std::string& what) {
    throw Error(ErrorCode::io_failure, what, {folder, std::nullopt, std::nullopt});
  };
  fs::recursive_directory_iterator at(folder, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    std::error_code unknown;  // of a link that leads nowhere: its document is rejected when it is opened
    const fs::file_status status = at->status(unknown);
    if (at->path().filename().string().starts_with('.')) {
      if (fs::is_directory(status)) at.disable_recursion_pending();
      continue;
    }
    if (fs::is_directory(status) || fs::is_other(status)) continue;
    const std::string key = shared_name(at->path().lexically_relative(folder).generic_string());
    const auto [known, added] = out.emplace(key, at->path().string());
    if (!added) {
      fail(fmt::format("{} and {} would be one document; give a manifest instead", known->second,
                       at->path().string()));
    }
  }
  if (error) fail("can't be listed: " + error.message());
  return out;
}

std::vector<Task> pair_folders(const CorpusOptions& options) {
  if (options.inputs.size() != 2) {
    throw Error(
        ErrorCode::invalid_option,
        "two folders are wanted: that of the Chinese texts, then that of the English ones; for a folder of "
        "records say --input records");
  }
  const Named zh = files_of(options.inputs[0]);
  const Named en = files_of(options.inputs[1]);
  std::vector<Task> tasks;
  const auto alone = [&](const std::string& key, const std::string& path, const std::string& other) {
    Task task;
    task.file = path;
    task.id = key;
    task.refusal = fmt::format("no file of the name {} in {}", key, other);
    tasks.push_back(std::move(task));
  };
  auto z = zh.begin();
  auto e = en.begin();
  while (z != zh.end() || e != en.end()) {
    if (e == en.end() || (z != zh.end() && z->first < e->first)) {
      alone(z->first, z->second, options.inputs[1]);
      ++z;
    } else if (z == zh.end() || e->first < z->first) {
      alone(e->first, e->second, options.inputs[0]);
      ++e;
    } else {
      Task task;
      task.file = z->second;
      task.id = z->first;
      task.paths = {z->second, e->second};
      tasks.push_back(std::move(task));
      ++z;
      ++e;
    }
  }
  return tasks;
}

std::vector<Task> list_records(const CorpusOptions& options) {
  std::vector<Task> tasks;
  const auto add = [&](const std::string& path) {
    Task task;
    task.file = path;
    task.paths = {path};
    tasks.push_back(std::move(task));
  };
  for (const std::string& input : options.inputs) {
    std::error_code ignored;
    if (!fs::is_directory(input, ignored)) {
      add(input);
      continue;
    }
    for (const auto& [key, path] : files_of(input)) add(path);
  }
  return tasks;
}

CorpusInput kind_of(const CorpusOptions& options) {
  if (options.input != CorpusInput::automatic) return options.input;
  const auto kind = [](const std::string& input) {
    std::error_code ignored;
    if (fs::is_directory(input, ignored)) return CorpusInput::folders;
    std::string_view name = input;
    for (const std::string_view ending : {".gz", ".zst"}) {
      if (name.ends_with(ending)) name.remove_suffix(ending.size());
    }
    return name.ends_with(".tsv")   ? CorpusInput::manifest
           : name.ends_with(".txt") ? CorpusInput::records
                                    : CorpusInput::jsonl;
  };
  const CorpusInput first = kind(options.inputs.front());
  for (const std::string& input : options.inputs) {
    if (kind(input) == first) continue;
    throw Error(ErrorCode::invalid_option,
                fmt::format("{} and {} look like inputs of different kinds; say with --input what they are",
                            options.inputs.front(), input));
  }
  return first;
}

}  // namespace

std::unique_ptr<Source> open_source(const CorpusOptions& options) {
  if (options.inputs.empty())
    throw Error(ErrorCode::invalid_option, "no input is named; - is standard input");
  switch (kind_of(options)) {
    case CorpusInput::manifest:
      return std::make_unique<Manifest>(options);
    case CorpusInput::folders:
      return std::make_unique<Files>(pair_folders(options));
    case CorpusInput::records:
      return std::make_unique<Files>(list_records(options));
    case CorpusInput::automatic:
    case CorpusInput::jsonl:
      break;
  }
  return std::make_unique<JsonLines>(options);
}

}  // namespace duiqi::corpus
