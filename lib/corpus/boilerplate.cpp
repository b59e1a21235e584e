#include "corpus/boilerplate.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "lexicon/fold.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::corpus {
namespace {

/// A credit names a few people or a source; what is longer says something.
constexpr std::size_t longest_zh = 40;  // code points
constexpr std::size_t longest_en = 90;
/// A dateline alone: agency, place, date and 电.
constexpr std::size_t longest_dateline_zh = 40;
constexpr std::size_t longest_dateline_en = 60;

struct Opening {
  std::string_view text;  // simplified, half-width, small letters
  std::string_view kind;
};

// A colon is part of an opening where the word alone may begin a sentence.
constexpr std::array openings_zh{
    Opening{"责任编辑", "credit"},  Opening{"【责任编辑", "credit"}, Opening{"(责任编辑", "credit"},
    Opening{"编辑:", "credit"},     Opening{"【编辑", "credit"},     Opening{"(编辑", "credit"},
    Opening{"责编:", "credit"},     Opening{"(责编", "credit"},      Opening{"来源:", "credit"},
    Opening{"【来源", "credit"},    Opening{"[来源", "credit"},      Opening{"(来源", "credit"},
    Opening{"文章来源", "credit"},  Opening{"稿件来源", "credit"},   Opening{"作者:", "credit"},
    Opening{"【作者", "credit"},    Opening{"记者:", "credit"},      Opening{"翻译:", "credit"},
    Opening{"校对:", "credit"},     Opening{"审核:", "credit"},      Opening{"原标题:", "credit"},
    Opening{"分享到", "share"},     Opening{"分享至", "share"},      Opening{"扫一扫", "share"},
    Opening{"扫描二维码", "share"}, Opening{"点击关注", "share"},    Opening{"关注我们", "share"},
    Opening{"欢迎关注", "share"},   Opening{"版权所有", "notice"},   Opening{"未经授权", "notice"},
    Opening{"未经许可", "notice"},  Opening{"转载请注明", "notice"}, Opening{"免责声明", "notice"},
    Opening{"相关阅读", "notice"},  Opening{"相关新闻", "notice"},   Opening{"延伸阅读", "notice"},
    Opening{"打印本页", "notice"},  Opening{"关闭窗口", "notice"},
};
constexpr std::array openings_en{
    Opening{"editor:", "credit"},
    Opening{"edited by", "credit"},
    Opening{"editors:", "credit"},
    Opening{"source:", "credit"},
    Opening{"sources:", "credit"},
    Opening{"[source", "credit"},
    Opening{"(source", "credit"},
    Opening{"author:", "credit"},
    Opening{"translator:", "credit"},
    Opening{"translated by", "credit"},
    Opening{"web editor", "credit"},
    Opening{"(web editor", "credit"},
    Opening{"reporting by", "credit"},
    Opening{"(reporting by", "credit"},
    Opening{"share this", "share"},
    Opening{"share on", "share"},
    Opening{"share to", "share"},
    Opening{"follow us", "share"},
    Opening{"scan the qr", "share"},
    Opening{"click here", "share"},
    Opening{"sign up for", "share"},
    Opening{"subscribe to our", "share"},
    Opening{"read more:", "notice"},
    Opening{"related articles", "notice"},
    Opening{"related news", "notice"},
    Opening{"related stories", "notice"},
    Opening{"all rights reserved", "notice"},
    Opening{"copyright ©", "notice"},
    Opening{"copyright (c)", "notice"},
    Opening{"© ", "notice"},
    Opening{"disclaimer:", "notice"},
    Opening{"print this page", "notice"},
};
constexpr std::array<std::string_view, 6> ends_zh{"完", "(完)", "(完。)", "【完】", "[完]", "(全文完)"};
constexpr std::array<std::string_view, 7> ends_en{"(end)",   "end",    "ends",  "[end]",
                                                  "enditem", "(ends)", "-ends-"};

std::string folded(std::string_view text) {
  std::u32string points = lexicon::fold(text);
  const auto blank = [](char32_t c) { return c == U' ' || c == U'　' || (c >= U'\t' && c <= U'\r'); };
  while (!points.empty() && blank(points.back())) points.pop_back();
  const auto first = std::find_if_not(points.begin(), points.end(), blank);
  points.erase(points.begin(), first);
  return unicode::to_utf8(points);
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

template <class List>
std::string_view opening_of(std::string_view text, const List& openings, std::size_t longest) {
  if (code_points(text) > longest) return {};
  const auto found = std::find_if(openings.begin(), openings.end(),
                                  [&](const Opening& opening) { return text.starts_with(opening.text); });
  return found == openings.end() ? std::string_view() : found->kind;
}

bool ends_with_any(std::string_view text, std::span<const std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return text.ends_with(ending); });
}

/// "新华社北京3月15日电", with a reporter in brackets, perhaps.
bool is_dateline_zh(std::string_view text) {
  constexpr std::array<std::string_view, 6> closings{"电", "讯", "电)", "报道", "消息", "专电"};
  constexpr std::array<std::string_view, 5> agencies{"社", "网", "报", "台", "通讯"};
  if (code_points(text) > longest_dateline_zh) return false;
  while (text.ends_with('.') || text.ends_with(':')) text.remove_suffix(1);
  if (text.ends_with("。")) text.remove_suffix(std::string_view("。").size());
  if (const std::size_t bracket = text.find("(记者");
      bracket != std::string_view::npos && text.ends_with(')')) {
    text = text.substr(0, bracket);
  }
  if (!ends_with_any(text, closings)) return false;
  const std::size_t day = text.find("日");
  const std::string_view before = text.substr(0, std::min(day, text.size()));
  return day != std::string_view::npos && text.find("，") == std::string_view::npos &&
         text.find(',') == std::string_view::npos && text.size() - day <= 3 * 6 &&
         std::any_of(agencies.begin(), agencies.end(),
                     [&](std::string_view agency) { return before.find(agency) != std::string_view::npos; });
}

/// "BEIJING, March 15 (Xinhua) --": a place, and an agency in brackets at the end.
bool is_dateline_en(std::string_view text) {
  constexpr std::array<std::string_view, 4> dashes{"-", "—", "–", "―"};
  if (code_points(text) > longest_dateline_en) return false;
  const std::size_t whole = text.size();
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view dash : dashes) {
      if (!text.ends_with(dash)) continue;
      text.remove_suffix(dash.size());
      cut = true;
    }
    while (text.ends_with(' ')) text.remove_suffix(1);
  }
  const bool dashed = text.size() < whole;
  if (!text.ends_with(')')) return false;
  const std::size_t bracket = text.rfind('(');
  const bool dated = text.find_first_of("0123456789") < bracket;
  return bracket != std::string_view::npos && bracket > 0 && (dashed || dated) && text.find(',') < bracket;
}

}  // namespace

std::string_view boilerplate_zh(std::string_view text) {
  const std::string line = folded(text);
  if (std::find(ends_zh.begin(), ends_zh.end(), line) != ends_zh.end()) return "end";
  if (is_dateline_zh(line)) return "dateline";
  return opening_of(line, openings_zh, longest_zh);
}

std::string_view boilerplate_en(std::string_view text) {
  std::string line = folded(text);
  if (line.ends_with('.')) line.pop_back();
  if (std::find(ends_en.begin(), ends_en.end(), line) != ends_en.end()) return "end";
  if (is_dateline_en(line)) return "dateline";
  return opening_of(line, openings_en, longest_en);
}

}  // namespace duiqi::corpus
