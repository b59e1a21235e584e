#include <CLI/CLI.hpp>
#include <csignal>
#include <exception>
#include <iostream>
#include <string>

#include <duiqi/error.hpp>
#include <duiqi/version.hpp>

#include "commands.hpp"
#include "files.hpp"
#include "help.hpp"

namespace {

using namespace duiqi::tool;

constexpr char description[] =
    "duiqi aligns the sentences of a Chinese text and its English counterpart.\n"
    "Run `duiqi COMMAND --help` for what a command takes, with examples.";

constexpr char ending[] =
    "Examples:\n"
    "  duiqi align zh.txt en.txt\n"
    "  duiqi align --record article.txt\n"
    "  duiqi align -o out.json zh.txt en.txt\n"
    "\n"
    "Exit codes: 0 done; 1 an input can't be read or an output can't be written (in a batch: of any "
    "document),\n"
    "a figure is below its floor, or a word is in no lexicon; 2 the command line is wrong.\n"
    "Manual: man duiqi";

Exit exit_for(const duiqi::Error& error) {
  return error.code() == duiqi::ErrorCode::invalid_option ||
                 error.code() == duiqi::ErrorCode::unknown_encoding
             ? misused
             : failed;
}

/// The command that was written where there is none of that name ("frob", "lexicon frob"), or nothing.
std::string unknown_command(const CLI::App& program, const CLI::ParseError& error) {
  if (error.get_name() != "RequiredError") return {};
  const CLI::App* app = &program;
  std::string path;
  for (; !app->get_subcommands().empty(); path += app->get_name() + ' ') app = app->get_subcommands().front();
  const std::vector<std::string> rest = app->remaining();
  const bool wants_one = app->get_require_subcommand_min() > 0;
  return wants_one && !rest.empty() && rest.front().front() != '-' ? path + rest.front() : std::string();
}

/// Prints help, the version, or what is wrong with the command line.
int answer(const CLI::App& program, const CLI::ParseError& error) {
  if (const std::string unknown = unknown_command(program, error); !unknown.empty()) {
    complain("there is no command \"" + unknown + "\"; see duiqi --help");
    return misused;
  }
  if (error.get_exit_code() != 0) {
    complain(std::string(error.what()) + "; see duiqi --help, or the --help of a command");
    return misused;
  }
  program.exit(error);
  std::cout.flush();
  if (!std::cout) {
    complain("standard output can't be written");
    return failed;
  }
  return done;
}

int run(int argc, char** argv) {
  CLI::App program(description, "duiqi");
  program.set_version_flag("--version", std::string("duiqi ") + duiqi::version, "Print the version and exit");
  program.set_help_flag("-h,--help", "Print this help and exit");
  program.footer(ending);
  program.require_subcommand(1);
  program.formatter(make_help());
  Action action;
  add_align(program, action);
  add_split(program, action);
  add_anchors(program, action);
  add_eval(program, action);
  add_lexicon(program, action);
  add_corpus(program, action);
  add_merge_corpus(program, action);
  add_partition(program, action);
  for (CLI::App* command : program.get_subcommands({})) command->group("Commands");
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return answer(program, error);
  }
  return action();
}

}  // namespace

int main(int argc, char** argv) {
  // A reader that is gone and a file that grows too large are errors to report, not to die of.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    return run(argc, argv);
  } catch (const duiqi::Error& error) {
    complain(error.what());
    return exit_for(error);
  } catch (const std::bad_alloc&) {
    complain("out of memory");
    return failed;
  } catch (const std::exception& error) {
    complain(error.what());
    return failed;
  }
}
