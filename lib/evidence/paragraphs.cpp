#include "evidence/paragraphs.hpp"

#include <cmath>

namespace duiqi::evidence {
namespace {

std::vector<std::uint32_t> count_begins(const Document& document) {
  std::vector<std::uint32_t> sums{0};
  for (std::uint32_t id = 0; id < document.size(); ++id) {
    const bool begins = id == 0 || document.sentences[id].paragraph != document.sentences[id - 1].paragraph;
    sums.push_back(sums.back() + (begins ? 1 : 0));
  }
  return sums;
}

/// The share of sentences, but for the first, that begin a paragraph.
double share(const std::vector<std::uint32_t>& sums) {
  const double sentences = static_cast<double>(sums.size()) - 1;
  return sentences < 2 ? 1 : (sums.back() - 1) / (sentences - 1);
}

}  // namespace

Paragraphs::Paragraphs(const Document& zh, const Document& en, const ParagraphOptions& options)
    : zh_begins_(count_begins(zh)), en_begins_(count_begins(en)) {
  const double p = share(zh_begins_);
  const double q = share(en_begins_);
  // Nothing to learn from text without paragraphs, or with a sentence in each.
  if (p <= 0 || q <= 0 || p >= 0.9 || q >= 0.9) return;
  speak_ = true;
  const double both = (1 - options.agreement) * p * q + options.agreement * std::min(p, q);
  at_begin_[1][1] = std::log(both / (p * q));
  at_begin_[1][0] = std::log((p - both) / (p * (1 - q)));
  at_begin_[0][1] = std::log((q - both) / ((1 - p) * q));
  at_begin_[0][0] = std::log((1 - p - q + both) / ((1 - p) * (1 - q)));
  inside_ = std::log(1 - options.agreement);
}

void Paragraphs::add_to(SentenceRange zh, std::uint32_t en_size, SentenceRange begins,
                        std::span<float> scores) const {
  if (!speak_) return;
  for (std::uint32_t k = 0; k < scores.size(); ++k) {
    const std::uint32_t en = begins.begin + k;
    scores[k] += static_cast<float>(score({zh, {en, en + en_size}}));
  }
}

double Paragraphs::score(RangePair pair) const {
  const bool zh = begins(zh_begins_, pair.zh.begin);
  const bool en = begins(en_begins_, pair.en.begin);
  const std::uint32_t inside = zh_begins_[pair.zh.end] - zh_begins_[pair.zh.begin + 1] +
                               en_begins_[pair.en.end] - en_begins_[pair.en.begin + 1];
  return at_begin_[zh][en] + inside * inside_;
}

}  // namespace duiqi::evidence
