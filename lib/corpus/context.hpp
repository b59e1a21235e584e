// Layer: corpus. What stands around a pair in its document.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <duiqi/bitext.hpp>

#include "corpus/pair.hpp"

namespace duiqi::corpus {

/// Of each of make_pairs()'s pairs a JSON object, `{"before": [{"zh": …, "en": …}, …], "after": […]}`: the
/// `count` beads next to it in the order of the Chinese text, nulls among them with "" for the side that they
/// lack; fewer at the ends of the document.
std::vector<std::string> contexts(const Bitext& bitext, const std::vector<Pair>& pairs, std::uint32_t count);

}  // namespace duiqi::corpus
