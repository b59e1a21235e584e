#include "io/record_labels.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <unordered_map>

#include "unicode/script.hpp"
#include "unicode/utf8.hpp"

namespace duiqi::io {
namespace {

// Longer words before a colon are a sentence: "News content in English translation" has 35.
constexpr std::size_t longest_label = 40;  // code points

struct Group {
  std::string_view name;
  LabelKind kind;
  std::string_view words;       // between '|'
  std::string_view weak_words;  // the same
};

// As they stand in the pages and databases of Chinese-language media; simplified and traditional.
constexpr std::array groups = {
    Group{"title", LabelKind::line, "title|headline|标题|標題|题目|題目|题名|題名", "head"},
    Group{"subtitle", LabelKind::line, "subtitle|subhead|subheading|副标题|副標題|副题|副題|引题|引題|肩题",
          ""},
    Group{"keywords", LabelKind::line,
          "keywords|keyword|key words|key word|关键词|關鍵詞|关键字|關鍵字|主题词", "tags|tag|标签|標籤"},
    Group{"summary", LabelKind::line,
          "summary|abstract|内容摘要|內容摘要|摘要|内容提要|內容提要|提要|导语|導語|导读|導讀|核心提示",
          "lead|简介|簡介"},
    Group{"source", LabelKind::field,
          "source|source url|source link|original link|original url|url|web "
          "address|来源|來源|出处|出處|消息来源|"
          "消息來源|稿源|原文链接|原文連結|原文鏈接|原文地址|原文网址|链接|鏈接|連結|网址|網址|转载自|轉載自|"
          "新闻来源|"
          "新聞來源|来源网址|來源網址|来源链接",
          "link|from|sources|地址"},
    Group{"author", LabelKind::field, "author|authors|byline|written by|作者|撰文|撰稿|撰稿人",
          "by|writer|文"},
    Group{"editor", LabelKind::field,
          "editor|editors|edited by|managing "
          "editor|责任编辑|責任編輯|责编|責編|编辑|編輯|编审|校对|校對|审核|審核",
          ""},
    Group{"translator", LabelKind::field, "translator|translated by|译者|譯者|翻译|翻譯|编译|編譯", ""},
    Group{"publisher", LabelKind::field, "publisher|agency|媒体|媒體|发布机构|發布機構|出版者|报纸|報紙|报社",
          "media"},
    Group{
        "date", LabelKind::date,
        "date|publish date|published|publication date|date published|release date|release time|publish time|"
        "published on|posted|posted on|last "
        "updated|updated|日期|发布时间|發布時間|發佈時間|发表时间|發表時間|发布日期|"
        "發布日期|發佈日期|更新时间|更新時間|发稿时间|發稿時間|时间|時間|发布于|發布於",
        "time"},
    Group{"place", LabelKind::field, "", "location|place|地点|地點"},
    Group{"category", LabelKind::field, "category|channel|分类|分類|栏目|欄目|频道|頻道|版次|版面",
          "section|topic|column"},
    Group{"views", LabelKind::counter,
          "views|view|page "
          "views|pageviews|pv|hits|hit|reads|read|clicks|click|阅读|閱讀|点击|點擊|點閱|浏览|瀏覽|人气|人氣|"
          "观看|觀看",
          ""},
    Group{"comments", LabelKind::counter, "comments|comment|评论|評論|留言|跟帖", ""},
    Group{"likes", LabelKind::counter, "likes|like|点赞|點讚|赞|讚|喜欢|喜歡", ""},
    Group{"shares", LabelKind::counter, "shares|share|reposts|转发|轉發|分享", ""},
    Group{"copyright", LabelKind::line,
          "copyright|版权|版權|版权所有|版權所有|版权声明|版權聲明|免责声明|免責聲明|disclaimer", ""},
    Group{"id", LabelKind::field, "article id|news id|doc id|document id|id|编号|編號|文章编号|稿件编号|稿号",
          "no"},
    Group{"language", LabelKind::field, "language|languages|语言|語言|语种|語種", ""},
    Group{"words", LabelKind::counter, "words|word|字", ""},
    Group{"dateline", LabelKind::field, "dateline|电头|電頭", ""},
    Group{"caption", LabelKind::line, "caption|photo caption|图片说明|圖片說明|图说|圖說", ""},
    Group{"layout", LabelKind::line, "font size|字体|字體|字体大小|字號|字号", ""},
    Group{"photo", LabelKind::field, "photo credit|photo by|image credit|图片来源|圖片來源|摄影|攝影",
          "photo|图|圖"},
    Group{"", LabelKind::body,
          "content|contents|body|body text|main text|full text|translation|original text|source text|target "
          "text|正文|"
          "全文|正文内容|正文內容|译文|譯文|原文|news content|article "
          "content|内容如下|全文如下|译文如下|原文如下",
          "text|article|story|news|original|内容|內容|新闻|新聞"},
};

// What may stand before or behind the words of a label, and the language that it names.
struct Qualifier {
  std::string_view words;
  std::optional<Language> language;
};
constexpr std::array qualifiers = {
    Qualifier{"english", Language::english},
    Qualifier{"eng", Language::english},
    Qualifier{"en", Language::english},
    Qualifier{"in english", Language::english},
    Qualifier{"英文", Language::english},
    Qualifier{"英语", Language::english},
    Qualifier{"英語", Language::english},
    Qualifier{"英译", Language::english},
    Qualifier{"英譯", Language::english},
    Qualifier{"英", Language::english},
    Qualifier{"chinese", Language::chinese},
    Qualifier{"zh", Language::chinese},
    Qualifier{"cn", Language::chinese},
    Qualifier{"in chinese", Language::chinese},
    Qualifier{"中文", Language::chinese},
    Qualifier{"汉语", Language::chinese},
    Qualifier{"漢語", Language::chinese},
    Qualifier{"华文", Language::chinese},
    Qualifier{"華文", Language::chinese},
    Qualifier{"中译", Language::chinese},
    Qualifier{"中譯", Language::chinese},
    Qualifier{"中", Language::chinese},
    Qualifier{"news", {}},
    Qualifier{"article", {}},
    Qualifier{"version", {}},
    Qualifier{"translation", {}},
    Qualifier{"translated", {}},
    Qualifier{"original", {}},
    Qualifier{"text", {}},
    Qualifier{"full", {}},
    Qualifier{"新闻", {}},
    Qualifier{"新聞", {}},
    Qualifier{"文章", {}},
    Qualifier{"稿件", {}},
    Qualifier{"翻译", {}},
    Qualifier{"翻譯", {}},
    Qualifier{"译文", {}},
    Qualifier{"譯文", {}},
    Qualifier{"原文", {}},
    Qualifier{"内容", {}},
    Qualifier{"內容", {}},
    Qualifier{"版本", {}},
    Qualifier{"版", {}},
    Qualifier{"稿", {}},
    Qualifier{"如下", {}},
    Qualifier{"次数", {}},
    Qualifier{"次數", {}},
    Qualifier{"数", {}},
    Qualifier{"數", {}},
    Qualifier{"量", {}},
    Qualifier{"count", {}},
    Qualifier{"本文", {}},
    Qualifier{"部分", {}},
};

using Meanings = std::unordered_map<std::string_view, Meaning>;

void add_words(Meanings& out, std::string_view words, Meaning meaning) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find('|'), words.size());
    out.emplace(words.substr(0, end), meaning);
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

Meanings make_meanings() {
  Meanings out;
  for (const Group& group : groups) {
    add_words(out, group.words, {group.name, group.kind, false, {}});
    add_words(out, group.weak_words, {group.name, group.kind, true, {}});
  }
  return out;
}

bool is_colon(char32_t c) {
  return c == U':' || c == U'：' || c == U'﹕' || c == U'︰' || c == U'∶';
}

bool opens(char32_t c) {
  return std::u32string_view(U"【[〔（(〖［《「『<＜").find(c) != std::u32string_view::npos;
}

bool closes(char32_t c) {
  return std::u32string_view(U"】]〕）)〗］》」』>＞").find(c) != std::u32string_view::npos;
}

bool decorates(char32_t c) {
  return std::u32string_view(U"#*_~`>=•·■□◆◇●○★☆▶►→|｜-—").find(c) != std::u32string_view::npos;
}

// Lower case, half width, one space between Latin words, none beside a Chinese character.
std::string normalise(std::string_view words) {
  std::string out;
  bool space = false;
  bool han_before = true;
  for (std::size_t at = 0; at < words.size();) {
    char32_t c = unicode::next(words, at);
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
    if (unicode::is_blank(c) || opens(c) || closes(c) || decorates(c) || c == '/') {
      space = true;
      continue;
    }
    const bool han = unicode::script_of(c) == unicode::Script::han;
    if (space && !han && !han_before) out += ' ';
    unicode::append(out, c >= 'A' && c <= 'Z' ? c + 0x20 : c);
    space = false;
    han_before = han;
  }
  return out;
}

// `words` without the qualifier at one end, where what is left is whole words.
std::optional<std::string_view> strip(std::string_view words, std::string_view qualifier) {
  const bool latin = static_cast<unsigned char>(qualifier.front()) < 0x80;
  const auto parts = [&](char c) { return !latin || c == ' ' || static_cast<unsigned char>(c) >= 0x80; };
  if (words == qualifier) return std::string_view{};
  if (words.starts_with(qualifier) && parts(words[qualifier.size()])) {
    words.remove_prefix(qualifier.size());
    return words.substr(std::min(words.find_first_not_of(' '), words.size()));
  }
  if (words.ends_with(qualifier) && parts(words[words.size() - qualifier.size() - 1])) {
    words.remove_suffix(qualifier.size());
    return words.substr(0, words.find_last_not_of(' ') + 1);
  }
  return std::nullopt;
}

std::optional<Meaning> find_normal(std::string_view words) {
  static const Meanings meanings = make_meanings();
  std::optional<Language> language;
  while (!words.empty()) {
    if (const auto found = meanings.find(words); found != meanings.end()) {
      Meaning meaning = found->second;
      meaning.language = language;
      if (language) meaning.weak = false;
      return meaning;
    }
    bool stripped = false;
    for (const Qualifier& qualifier : qualifiers) {
      const auto shorter = strip(words, qualifier.words);
      if (!shorter) continue;
      words = *shorter;
      if (qualifier.language) language = qualifier.language;
      stripped = true;
      break;
    }
    if (!stripped) return std::nullopt;
  }
  // Nothing but the name of a language ("English version"), and what goes with it.
  if (!language) return std::nullopt;
  return Meaning{{}, LabelKind::body, false, language};
}

// "标题title": where the one script ends and the other begins; 0 where there is one script, or three parts.
std::size_t border_of_scripts(std::string_view words) {
  const auto ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  const auto first =
      std::find_if(words.begin(), words.end(), [&](char c) { return ascii(c) != ascii(words[0]); });
  const auto second = std::find_if(first, words.end(), [&](char c) { return ascii(c) == ascii(words[0]); });
  return first == words.end() || second != words.end() ? 0 : static_cast<std::size_t>(first - words.begin());
}

bool emphasises(char32_t c) {
  return c == U'*' || c == U'_';
}

// Behind what may stand before a label: "## ", "- ", "> ", "1. ", "二、".
std::size_t skip_decoration(std::string_view text, Span line) {
  std::size_t at = line.begin;
  while (at < line.end) {
    const char32_t c = unicode::peek(text, at);
    if (!decorates(c) && !unicode::is_blank(c)) break;
    unicode::next(text, at);
  }
  std::size_t number = at;
  while (number < line.end && number < at + 2 * 3) {
    const char32_t c = unicode::peek(text, number);
    if (!(c >= '0' && c <= '9') &&
        std::u32string_view(U"一二三四五六七八九十").find(c) == std::u32string_view::npos)
      break;
    unicode::next(text, number);
  }
  if (number == at || number >= line.end) return at;
  const char32_t c = unicode::next(text, number);
  if (c != U'.' && c != U'、' && c != U'．' && c != U')') return at;
  while (number < line.end && unicode::is_blank(unicode::peek(text, number))) unicode::next(text, number);
  return number;
}

// The end of the words that begin at `at`; nothing where they are too many.
std::optional<std::size_t> end_of_words(std::string_view text, std::size_t at, std::size_t line_end) {
  int depth = 0;
  for (std::size_t count = 0; at < line_end; ++count) {
    const char32_t c = unicode::peek(text, at);
    if (is_colon(c)) break;
    if (count == longest_label) return std::nullopt;
    if (opens(c)) ++depth;
    if (closes(c) && depth-- == 0) break;
    unicode::next(text, at);
  }
  return at;
}

}  // namespace

std::optional<Meaning> find_meaning(std::string_view words) {
  const std::string normal = normalise(words);
  if (auto found = find_normal(normal)) return found;
  // "标题 Title": both, if they say the same
  const std::size_t border = border_of_scripts(normal);
  if (border == 0) return std::nullopt;
  const auto first = find_normal(std::string_view(normal).substr(0, border));
  const auto second = find_normal(std::string_view(normal).substr(border));
  if (!first || !second || first->name != second->name || first->kind != second->kind) return std::nullopt;
  return Meaning{first->name, first->kind, false, {}};
}

std::optional<Label> parse_label(std::string_view text, Span line) {
  Label label;
  std::size_t at = skip_decoration(text, line);
  label.heading = text[line.begin] == '#';
  bool emphasised = at > line.begin && emphasises(unicode::peek(text, unicode::previous(text, at)));
  bool open = at < line.end && opens(unicode::peek(text, at));
  label.bracketed = open;
  if (open) unicode::next(text, at);
  const auto words_end = end_of_words(text, at, line.end);
  if (!words_end) return std::nullopt;
  label.words = unicode::trim(text, {at, *words_end});
  if (label.words.empty()) return std::nullopt;

  // What is left of brackets and emphasis goes with the label, and so does a colon behind them.
  label.span = {line.begin, label.words.end};
  for (at = *words_end; at < line.end;) {
    const char32_t c = unicode::peek(text, at);
    if (is_colon(c) && !label.colon) {
      label.colon = true;
    } else if (closes(c) && open) {
      open = false;
    } else if (emphasises(c) && emphasised) {
      emphasised = unicode::peek(text, at + 1 < line.end ? at + 1 : at) == c;
    } else if (!unicode::is_blank(c)) {
      break;
    }
    unicode::next(text, at);
    label.span.end = at;
  }
  label.span = unicode::trim(text, label.span);
  label.value = unicode::trim(text, {at, line.end});
  label.trailer = {label.value.end, label.value.end};
  while ((open || emphasised) && !label.value.empty()) {
    const std::size_t last = unicode::previous(text, label.value.end);
    const char32_t c = unicode::peek(text, last);
    if (!(open && closes(c)) && !(emphasised && emphasises(c))) break;
    open = open && !closes(c);
    label.trailer.begin = last;
    label.value = unicode::trim(text, {label.value.begin, last});
  }
  return label;
}

std::optional<std::size_t> find_inner_label(std::string_view text, Span value) {
  std::optional<std::size_t> words;  // behind a blank
  for (std::size_t at = value.begin; at < value.end;) {
    const std::size_t begin = at;
    const char32_t c = unicode::next(text, at);
    if (unicode::is_blank(c)) {
      words = at;
    } else if (is_colon(c) && words) {
      const auto meaning = find_meaning(text.substr(*words, begin - *words));
      if (meaning && meaning->kind != LabelKind::body) return words;
    }
  }
  return std::nullopt;
}

}  // namespace duiqi::io
