// Layer: io. The readers of json and jsonl.
#pragma once

#include <vector>

#include <duiqi/read_alignment.hpp>

namespace duiqi::io {

IdAlignment read_json(const Text& text);
std::vector<IdAlignment> read_jsonl(const Text& text);

/// Whether a text that begins with '{' holds beads by line rather than one document.
bool looks_like_jsonl(const Text& text);

}  // namespace duiqi::io
