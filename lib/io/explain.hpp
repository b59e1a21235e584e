// Layer: io. Why a bead was made, for eyes and as JSON.
#pragma once

#include <string>
#include <vector>

#include "io/chosen.hpp"
#include "io/layout.hpp"

namespace duiqi::io {

/// A paragraph under a bead.
struct Note {
  std::string label;
  Style label_style = Style::dim;
  std::string text;
};

/// Its terms, links, anchors, words and rivals; what there is none of is left out.
std::vector<Note> notes(const Reasons& why, const IdBead& bead, const Bitext& bitext);

/// `"matched": […], "missed": […]`
void append_anchors(std::string& out, const Bitext& bitext, const Reasons& why);

/// `"terms": {…}, "matched": […], "missed": […]`, and with `explain` all that notes() has.
void append_evidence(std::string& out, const Bitext& bitext, const Reasons& why, bool explain);

}  // namespace duiqi::io
