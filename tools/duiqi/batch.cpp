#include <fmt/format.h>
#include <map>

#include <duiqi/error.hpp>

#include "align.hpp"
#include "files.hpp"

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

}  // namespace

bool run_batch(const AlignFlags& flags, const Aligner& aligner) {
  const std::vector<Job> jobs = read_jobs(flags);
  std::size_t failures = 0;
  for (const Job& job : jobs) {
    try {
      run_job(flags, aligner, job);
    } catch (const Error& error) {
      if (error.code() == ErrorCode::unknown_encoding) throw;  // no document can be read with it
      complain(error.what());
      ++failures;
    }
  }
  if (failures > 0)
    complain(fmt::format("{} of {} documents failed{}", failures, jobs.size(),
                         failures < jobs.size() ? "; the others were written" : ""));
  return failures == 0;
}

}  // namespace duiqi::tool
