#include "unicode/break_iterator.hpp"

#include <boost/locale.hpp>
#include <memory>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <duiqi/error.hpp>

namespace duiqi::unicode {
namespace {

struct CloseText {
  void operator()(UText* text) const { utext_close(text); }
};

// Missing ICU data is a broken installation, which no caller can mend.
void check(UErrorCode status) {
  if (U_FAILURE(status)) {
    throw Error(ErrorCode::io_failure, std::string("ICU's sentence rules can't be loaded (") +
                                           u_errorName(status) + "); check the installation of ICU");
  }
}

std::vector<std::size_t> find_with_icu(std::string_view text, const std::string& language) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> iterator(
      icu::BreakIterator::createSentenceInstance(icu::Locale(language.c_str()), status));
  check(status);
  const std::unique_ptr<UText, CloseText> source(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
  check(status);
  iterator->setText(source.get(), status);
  check(status);
  std::vector<std::size_t> breaks;
  iterator->first();
  for (std::int32_t at = iterator->next(); at != icu::BreakIterator::DONE; at = iterator->next()) {
    breaks.push_back(static_cast<std::size_t>(at));
  }
  return breaks;
}

std::vector<std::size_t> find_with_boost(const std::string& text, const std::string& language) {
  namespace boundary = boost::locale::boundary;
  const std::locale locale = boost::locale::generator()(language + ".UTF-8");
  const boundary::ssegment_index index(boundary::sentence, text.begin(), text.end(), locale);
  std::vector<std::size_t> breaks;
  for (const auto& piece : index) breaks.push_back(static_cast<std::size_t>(piece.end() - text.begin()));
  return breaks;
}

}  // namespace

std::vector<std::size_t> find_sentence_breaks(const std::string& text, std::string_view language,
                                              BreakEngine engine) {
  if (text.empty()) return {};
  return engine == BreakEngine::icu ? find_with_icu(text, std::string(language))
                                    : find_with_boost(text, std::string(language));
}

}  // namespace duiqi::unicode
