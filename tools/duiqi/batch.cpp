#include <exception>
#include <fmt/format.h>
#include <map>
#include <new>

#include <duiqi/error.hpp>

#include "align.hpp"
#include "files.hpp"
#include "in_order.hpp"

namespace duiqi::tool {
namespace {

/// Throws Error with the line, for a list that can't be carried out as it stands.
std::vector<Job> read_jobs(const AlignFlags& flags) {
  const std::size_t wanted = flags.record ? 2 : 3;
  std::vector<Job> jobs;
  std::map<std::string, std::size_t> outputs;  // and the line that names each
  std::map<std::string, std::size_t> inputs;
  for (auto& [fields, number] : read_list(flags.batch)) {
    const auto refuse = [&, line = number](ErrorCode code, const std::string& what) {
      throw Error(code, what, {flags.batch, std::nullopt, line});
    };
    if (fields.size() != wanted) {
      refuse(ErrorCode::invalid_format, flags.record
                                            ? "a line has two fields: the record, a tab, the output"
                                            : "a line has three fields with tabs between: the Chinese "
                                              "text, the English text, the output");
    }
    std::string out = std::move(fields.back());
    fields.pop_back();
    if (out.empty()) refuse(ErrorCode::invalid_format, "the output has no name");
    const auto [at, added] = outputs.emplace(canonical(out), number);
    if (!added) {
      refuse(ErrorCode::invalid_option,
             fmt::format("the output {} is that of line {} too; give each its own", out, at->second));
    }
    for (const std::string& input : fields) {
      if (input == "-")
        refuse(ErrorCode::invalid_option, "standard input can't be a text of a batch; name files");
      inputs.emplace(canonical(input), number);
    }
    try {
      jobs.push_back(make_job(flags, std::move(fields), std::move(out)));
      jobs.back().line = number;
    } catch (const Error& error) {
      refuse(error.code(), error.message());
    }
  }
  for (const auto& [out, line] : outputs) {
    if (const auto input = inputs.find(out); input != inputs.end()) {
      throw Error(
          ErrorCode::invalid_option,
          fmt::format("the output {} is an input of line {}; choose another name", out, input->second),
          {flags.batch, std::nullopt, line});
    }
  }
  return jobs;
}

/// What a document leaves to say.
struct Outcome {
  std::vector<std::string> warnings;
  std::string failure;  ///< empty where there is none
};

}  // namespace

bool run_batch(const AlignFlags& flags, const Aligner& aligner) {
  const std::vector<Job> jobs = read_jobs(flags);
  const auto run = [&](std::size_t k) {
    try {
      return Outcome{run_job(flags, aligner, jobs[k]), {}};
    } catch (const Error& error) {
      if (error.code() == ErrorCode::unknown_encoding) throw;  // no document can be read with it
      return Outcome{{}, error.what()};
    } catch (const std::bad_alloc&) {
      return Outcome{{}, fmt::format("{}: out of memory", jobs[k].inputs.front())};
    } catch (const std::exception& error) {
      return Outcome{{}, fmt::format("{}: {}", jobs[k].inputs.front(), error.what())};
    }
  };
  std::size_t failures = 0;
  in_order(jobs.size(), flags.threads, run, [&](std::size_t k, const Outcome& outcome) {
    for (const std::string& warning : outcome.warnings) complain(warning);
    if (outcome.failure.empty()) return;
    complain(fmt::format("{}:{}: {}", flags.batch, jobs[k].line, outcome.failure));
    ++failures;
  });
  if (failures > 0)
    complain(fmt::format("{} of {} documents failed{}", failures, jobs.size(),
                         failures < jobs.size() ? "; the others were written" : ""));
  return failures == 0;
}

}  // namespace duiqi::tool
