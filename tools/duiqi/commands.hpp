// The commands: each adds itself to the program and, where it is chosen, sets what is to be done.
#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace duiqi::tool {

/// What the program's end says to the shell.
enum Exit : int {
  done = 0,
  failed = 1,  ///< an input can't be read or taken for what it should be, an output can't be written, a floor
               ///< was missed
  misused = 2  ///< the command line asks for what there is not
};

/// Does the work of a command; throws duiqi::Error.
using Action = std::function<Exit()>;

void add_align(CLI::App& program, Action& action);
void add_split(CLI::App& program, Action& action);
void add_anchors(CLI::App& program, Action& action);
void add_eval(CLI::App& program, Action& action);
void add_lexicon(CLI::App& program, Action& action);
void add_corpus(CLI::App& program, Action& action);
void add_merge_corpus(CLI::App& program, Action& action);
void add_partition(CLI::App& program, Action& action);

}  // namespace duiqi::tool
