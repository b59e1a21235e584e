// Layer: corpus. What the files of an output are called.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <duiqi/corpus.hpp>

namespace duiqi::corpus {

/// OUT, or what stands for it: of moses three files, STEM.zh, STEM.en and STEM.ids, with the ending of their
/// compression; of shard `number` (from 1; 0: no shards) STEM-00001 and so on in place of STEM. STEM is OUT
/// without the ending of its format.
std::vector<std::string> output_names(const std::string& out, CorpusOutput output, std::uint64_t number);

}  // namespace duiqi::corpus
