#include <utility>

#include <duiqi/error.hpp>
#include <duiqi/segment.hpp>

#include "segment/characters.hpp"
#include "segment/lines.hpp"
#include "segment/paragraphs.hpp"
#include "segment/sentences.hpp"
#include "unicode/break_iterator.hpp"

namespace duiqi {
namespace {

using segmenting::Layout;

// The paragraphs' line ends become spaces, as the iterators end a sentence at each; offsets stay.
std::string join_lines(std::string_view text, const std::vector<Span>& paragraphs) {
  std::string joined(text);
  for (const Span paragraph : paragraphs) {
    for (std::size_t at = paragraph.begin; at < paragraph.end; ++at) {
      if (joined[at] == '\n' || joined[at] == '\r') joined[at] = ' ';
    }
  }
  return joined;
}

// Cuts each paragraph at the breaks that lie inside it.
class BreakCutter {
 public:
  explicit BreakCutter(std::vector<std::size_t> breaks) : breaks_(std::move(breaks)) {}

  void cut(std::string_view text, Span paragraph, std::vector<Span>& out) {
    while (at_ < breaks_.size() && breaks_[at_] <= paragraph.begin) ++at_;
    std::size_t begin = paragraph.begin;
    while (begin < paragraph.end) {
      const bool inside = at_ < breaks_.size() && breaks_[at_] < paragraph.end;
      const std::size_t end = inside ? breaks_[at_++] : paragraph.end;
      const std::size_t first = segmenting::skip_blank(text, begin, end);
      if (first < end) out.push_back({first, segmenting::skip_blank_back(text, end, first)});
      begin = end;
    }
  }

 private:
  std::vector<std::size_t> breaks_;
  std::size_t at_ = 0;
};

template <class Cutter>
void cut_paragraphs(Document& document, const std::vector<Span>& paragraphs, Cutter&& cutter) {
  std::vector<Span> sentences;
  for (const Span paragraph : paragraphs) {
    sentences.clear();
    cutter.cut(document.text.view(), paragraph, sentences);
    if (sentences.empty()) continue;
    const auto id = static_cast<std::uint32_t>(document.paragraphs.size());
    const std::uint32_t first = document.size();
    for (const Span sentence : sentences) document.sentences.push_back({sentence, id});
    document.paragraphs.push_back({paragraph, {first, document.size()}});
  }
}

}  // namespace

Document segment(Text text, Language language, const SegmentOptions& options,
                 const std::vector<Span>& regions) {
  const std::vector<Span> whole{{0, text.size()}};
  const std::vector<Span>& stretches = regions.empty() ? whole : regions;
  if (options.sentences == SentenceRules::lines)
    return segmenting::split_lines(std::move(text), language, stretches);

  Document document;
  document.language = language;
  document.text = std::move(text);
  const std::string_view all = document.text.view();
  const Layout layout = segmenting::find_layout(all, language, options.paragraphs, stretches);
  std::vector<Span> paragraphs;
  for (const Span region : stretches) segmenting::find_paragraphs(all, region, layout, paragraphs);
  if (options.sentences == SentenceRules::duiqi) {
    cut_paragraphs(document, paragraphs,
                   segmenting::SentenceCutter(language, options.split_at_semicolons, options.abbreviations));
    return document;
  }
  const auto engine = options.sentences == SentenceRules::icu ? unicode::BreakEngine::icu
                                                              : unicode::BreakEngine::boost_locale;
  const std::string locale = language == Language::chinese ? "zh" : "en";
  const std::string joined = join_lines(all, paragraphs);
  cut_paragraphs(document, paragraphs, BreakCutter(unicode::find_sentence_breaks(joined, locale, engine)));
  return document;
}

}  // namespace duiqi
