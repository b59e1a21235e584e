// Layer: segment. From paragraphs to sentences.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <duiqi/document.hpp>

namespace duiqi::segmenting {

/// Cuts paragraphs by the rules of docs/segmentation.md. Const use from many threads.
class SentenceCutter {
 public:
  /// `abbreviations`: further ones, with their full stop.
  SentenceCutter(Language language, bool split_at_semicolons, std::vector<std::string> abbreviations);

  /// Appends the sentences of the paragraph, without the blanks around them. One forward pass.
  void cut(std::string_view text, Span paragraph, std::vector<Span>& out) const;

 private:
  Language language_;
  bool split_at_semicolons_;
  std::vector<std::string> abbreviations_;
};

}  // namespace duiqi::segmenting
