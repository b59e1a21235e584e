// Layer: segment. Pre-split text: a sentence a line.
#pragma once

#include <vector>

#include <duiqi/document.hpp>

namespace duiqi::segmenting {

/// Each line of the regions is a sentence and a paragraph; blank lines are empty sentences and keep their
/// ids.
Document split_lines(Text text, Language language, const std::vector<Span>& regions);

}  // namespace duiqi::segmenting
