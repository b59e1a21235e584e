// Layer: anchor. What the parts of the Chinese finder share.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include <duiqi/find_anchors.hpp>

#include "anchor/emitter.hpp"
#include "anchor/zh_numbers.hpp"
#include "anchor/zh_text.hpp"

namespace duiqi::anchor {

struct ZhScan {
  std::string_view sentence;
  const ZhText& text;
  const std::optional<Date>& published;
  Emitter& emit;

  /// Bytes of the sentence.
  Span span(std::size_t begin, std::size_t end) const { return {text.byte(begin), text.byte(end)}; }
};

/// Each reads what begins at `at` (or, for a number, what the number `n` begins), adds its anchors and
/// returns where they end; 0 where there is nothing of its sort.
std::size_t read_zh_date(const ZhScan& scan, const ZhNumber& n);
std::size_t read_zh_time(const ZhScan& scan, const ZhNumber& n);
std::size_t read_zh_time_word(const ZhScan& scan, std::size_t at);
/// The words below begin with characters that find_zh_quantities() lists for each of the readers.
/// Dates that begin with a word: 民国, 公元前, 上世纪, 今年, 上半年, 首季, 周三.
std::size_t read_zh_date_word(const ZhScan& scan, std::size_t at);
std::size_t read_zh_amount(const ZhScan& scan, const ZhNumber& n, std::size_t begin);
/// Amounts that begin with a word or a sign: 百分之三, 第三, 首次, 翻一番, 人民币5亿元, $5.
std::size_t read_zh_amount_word(const ZhScan& scan, std::size_t at);

void find_zh_quantities(const ZhScan& scan);

}  // namespace duiqi::anchor
