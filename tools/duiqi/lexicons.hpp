// Lexicons as the command line names them.
#pragma once

#include <string>

#include <duiqi/lexicon.hpp>

namespace duiqi::tool {

/// "built-in", or the path of a .dqlex file. Throws Error.
Lexicon open_lexicon(const std::string& name);

/// The contents of a lexicon in any form that duiqi reads, as its ending says: .u8 and .txt (CC-CEDICT),
/// .tsv, .dic (hunalign), .dqlex, each also with .gz behind it; or "built-in". Throws Error.
LexiconData read_lexicon(const std::string& name, DicDirection direction);

}  // namespace duiqi::tool
