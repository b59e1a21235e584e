// Layer: io. Parts that several JSON outputs share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <duiqi/bitext.hpp>
#include <duiqi/id_bead.hpp>

namespace duiqi::io {

/// As outputs call it.
std::string_view name(WarningCode warning);

/// From the first byte of the first sentence to the last byte of the last one.
Span span_of(const Document& document, const std::vector<std::uint32_t>& ids);

/// `"score": …, "probability": …`
void append_figures(std::string& out, double score, double probability);

/// `{"doc": …, "zh": …` to `"probability": …`: what a JSON line says of a sentence pair, without its end. The
/// bead has a score and a probability.
void append_pair(std::string& out, std::string_view id, const Bitext& bitext, const IdBead& bead);

/// `{"kind": …, "key": …`, without its end.
void append_kind_and_key(std::string& out, const Anchor& anchor);

}  // namespace duiqi::io
