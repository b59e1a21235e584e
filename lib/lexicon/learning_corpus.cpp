#include "lexicon/learning_corpus.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include <duiqi/error.hpp>

#include "lexicon/fold.hpp"
#include "lexicon/grams.hpp"
#include "lexicon/image.hpp"
#include "lexicon/stems.hpp"
#include "unicode/script.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::lexicon {
namespace {

void require_utf8(std::string_view text) {
  if (const auto bad = unicode::find_invalid(text)) {
    throw Error(ErrorCode::invalid_encoding, "a bead's text is not valid UTF-8; convert it first",
                {{}, *bad, std::nullopt});
  }
}

/// Sorts what stands from `begin` on, each once.
void make_set(std::vector<std::uint32_t>& ids, std::size_t begin) {
  const auto from = ids.begin() + static_cast<std::ptrdiff_t>(begin);
  std::sort(from, ids.end());
  ids.erase(std::unique(from, ids.end()), ids.end());
}

/// The words of the English side: stems, and the forms in which each occurs.
class EnglishStems {
 public:
  /// Appends the stems of a text; words with a digit are left out, since numbers are found as such. False
  /// where the text is too long.
  bool read(std::string_view text, std::size_t longest, std::vector<std::uint32_t>& out) {
    tokens_.clear();
    tokenise_english(text, tokens_);
    if (tokens_.size() > longest) return false;
    for (const EnglishToken& token : tokens_) {
      const std::string_view form = text.substr(token.span.begin, token.span.end - token.span.begin);
      if (std::any_of(form.begin(), form.end(), [](char c) { return c >= '0' && c <= '9'; })) continue;
      const auto [place, added] = ids_.try_emplace(token.stem, static_cast<std::uint32_t>(forms_.size()));
      if (added) forms_.emplace_back();
      count_form(place->second, form, token.capitalised);
      out.push_back(place->second);
    }
    return true;
  }

  void name(LearningCorpus& corpus) const {
    corpus.en_words.resize(forms_.size());
    corpus.en_empty.resize(forms_.size());
    for (const auto& [stem, id] : ids_) {
      corpus.en_words[id] = best_form(id, stem);
      corpus.en_empty[id] = is_empty_word(stem);
    }
  }

 private:
  /// Capitals count where they are not the sentence's.
  void count_form(std::uint32_t id, std::string_view form, bool capitalised) {
    std::string text(form);
    if (!capitalised && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
    ++forms_[id][text];
  }

  /// The most frequent form that is read back as this stem; of equal ones the shortest, then the first by
  /// letters.
  std::string best_form(std::uint32_t id, const std::string& stem) const {
    std::vector<std::pair<std::string, std::uint32_t>> forms(forms_[id].begin(), forms_[id].end());
    std::sort(forms.begin(), forms.end(), [](const auto& a, const auto& b) {
      return a.second != b.second               ? a.second > b.second
             : a.first.size() != b.first.size() ? a.first.size() < b.first.size()
                                                : a.first < b.first;
    });
    for (const auto& [form, count] : forms) {
      if (stem_english(form) == stem) return form;
    }
    return stem_english(stem) == stem ? stem : std::string();
  }

  std::unordered_map<std::string, std::uint32_t> ids_;
  std::vector<std::unordered_map<std::string, std::uint32_t>> forms_;
  std::vector<EnglishToken> tokens_;
};

/// The words of the Chinese side: sequences that stick together, and those that a lexicon knows.
class ChineseUnits {
 public:
  ChineseUnits(std::span<const std::u32string> texts, const std::vector<Lexicon>& known,
               const LearnOptions& options)
      : known_(known) {
    std::vector<Gram> grams = find_grams(texts, options);
    if (grams.size() > options.most_words) {
      std::stable_sort(grams.begin(), grams.end(),
                       [](const Gram& a, const Gram& b) { return a.count > b.count; });
      grams.resize(options.most_words);
    }
    most_words_ = options.most_words;
    for (Gram& gram : grams) {
      longest_ = std::max(longest_, gram.text.size());
      const auto id = static_cast<std::uint32_t>(words_.size());
      ids_.emplace(gram.text, id);
      words_.push_back(std::move(gram.text));
    }
  }

  /// Appends the words of a text, ascending, each once.
  void read(std::u32string_view text, std::vector<std::uint32_t>& out) {
    const std::size_t begin = out.size();
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (unicode::script_of(text[i]) != unicode::Script::han) continue;
      for (std::size_t n = 1; n <= longest_ && i + n <= text.size(); ++n) {
        const auto found = ids_.find(key_.assign(text.substr(i, n)));
        if (found != ids_.end()) out.push_back(found->second);
      }
    }
    for (const Lexicon& lexicon : known_) {
      hits_.clear();
      lexicon.image().find_all(text, hits_);
      for (const LexiconHit& hit : hits_) {
        if (unicode::script_of(text[hit.begin]) != unicode::Script::han) continue;
        key_.assign(text.substr(hit.begin, hit.end - hit.begin));
        const auto found = ids_.find(key_);
        if (found != ids_.end()) {
          out.push_back(found->second);
        } else if (words_.size() < most_words_) {
          out.push_back(static_cast<std::uint32_t>(words_.size()));
          ids_.emplace(key_, out.back());
          words_.push_back(key_);
        }
      }
    }
    make_set(out, begin);
  }

  std::vector<std::u32string>& words() { return words_; }

 private:
  const std::vector<Lexicon>& known_;
  std::size_t longest_ = 0;
  std::size_t most_words_ = 0;
  std::unordered_map<std::u32string, std::uint32_t> ids_;
  std::vector<std::u32string> words_;
  std::u32string key_;
  std::vector<LexiconHit> hits_;
};

}  // namespace

LearningCorpus read_beads(std::span<const BeadText> beads, const std::vector<Lexicon>& known,
                          const LearnOptions& options) {
  LearningCorpus corpus;
  EnglishStems english;
  std::vector<std::u32string> texts;
  const std::size_t taken = std::min<std::size_t>(beads.size(), options.most_beads);
  for (std::size_t k = 0; k < taken; ++k) {
    const BeadText& bead = beads[k * beads.size() / taken];
    require_utf8(bead.zh);
    require_utf8(bead.en);
    if (bead.zh.empty() || bead.en.empty() || !(bead.weight > 0)) continue;
    std::u32string text = fold(bead.zh);
    if (text.size() > options.longest_bead) continue;
    if (!english.read(bead.en, options.longest_bead, corpus.en_text.ids)) continue;
    corpus.en_text.begins.push_back(corpus.en_text.ids.size());
    const auto words = corpus.en_text.of(corpus.en_text.size() - 1);
    corpus.en.ids.insert(corpus.en.ids.end(), words.begin(), words.end());
    make_set(corpus.en.ids, corpus.en.begins.back());
    corpus.en.begins.push_back(corpus.en.ids.size());
    corpus.weights.push_back(static_cast<float>(std::min(bead.weight, 1.)));
    texts.push_back(std::move(text));
  }
  english.name(corpus);
  ChineseUnits chinese(texts, known, options);
  for (const std::u32string& text : texts) {
    chinese.read(text, corpus.zh.ids);
    corpus.zh.begins.push_back(corpus.zh.ids.size());
  }
  corpus.zh_words = std::move(chinese.words());
  return corpus;
}

}  // namespace duiqi::lexicon
