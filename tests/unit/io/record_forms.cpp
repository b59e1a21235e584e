#include "unit/io/record_forms.hpp"

namespace forms {
namespace {

// A port opens a new quay (simplified).
const std::string port_zh_1 =
    "海州港新建的集装箱码头4日正式投入使用。码头长820米,可停靠两艘大型货轮,年吞吐量预计达到150万标准箱。";
const std::string port_zh_2 =
    "港务局局长周文涛说:“过去船要在外面等三天,现在当天就能靠岸。”他表示,二期工程将于明年开工。";
const std::string port_en_1 =
    "HAIZHOU, June 4 -- A new container quay at the port of Haizhou went into service on Tuesday. The quay "
    "is 820 "
    "meters long, takes two large freighters and is expected to handle 1.5 million boxes a year.";
const std::string port_en_2 =
    "\"Ships used to wait outside for three days; now they berth on the day they arrive,\" said Zhou Wentao, "
    "head "
    "of the port authority. He said that the second phase would begin next year.";

// A museum is given letters back (traditional).
const std::string museum_zh_1 =
    "（中央社台北10日電）市立博物館今天宣布，一批失散多年的書信已由旅居英國的林姓家族捐回。";
const std::string museum_zh_2 = "館長指出，書信共47封，寫於1930年代，記錄了茶商的日常。展覽訂於秋天開幕。";
const std::string museum_en_1 =
    "Taipei, May 10 (CNA) A set of letters that was lost for decades has been given back by the Lin family, "
    "who "
    "live in Britain, the city museum announced Friday.";
const std::string museum_en_2 =
    "The 47 letters, written in the 1930s, record the daily life of tea merchants, its director said. An "
    "exhibition will open in the fall.";

std::vector<Form> block_forms() {
  return {
      {"the sample's form, with Chinese labels too and full-width colons",
       "标题：海州港新码头启用\n关键词：港口 集装箱\n正文：\n" + port_zh_1 + "\n" + port_zh_2 +
           "\n英文翻译内容：\nTitle：New quay opens at Haizhou\nKeywords：port; containers\nNews "
           "content：\n" +
           port_en_1 + "\n" + port_en_2 +
           "\n【来源】https://www.haizhounews.cn/n1/2024/0604/c12-31847.html\n阅读：1,208\n",
       {port_zh_1 + "\n" + port_zh_2},
       {port_en_1 + "\n" + port_en_2},
       {"title zh = 海州港新码头启用", "keywords zh = 港口 集装箱", "title en = New quay opens at Haizhou",
        "keywords en = port; containers",
        "source zh = https://www.haizhounews.cn/n1/2024/0604/c12-31847.html", "views zh = 1,208"},
       {"正文：", "英文翻译内容：", "News content："},
       {},
       duiqi::Date{2024, 6, 4}},

      {"brackets as labels, prose in the marker's line, several labels in a line",
       "【标题】海州港新码头启用\n来源：海州日报　作者：陈晓　2024年06月05日 08:30\n【正文】" + port_zh_1 +
           "\n" + port_zh_2 + "\n（责任编辑：李明）\n【译文】" + port_en_1 + "\n" + port_en_2 +
           "\n[Translator: Anna Meier]",
       {port_zh_1 + "\n" + port_zh_2},
       {port_en_1 + "\n" + port_en_2},
       {"title zh = 海州港新码头启用", "source zh = 海州日报", "author zh = 陈晓",
        "date zh = 2024年06月05日 08:30", "editor zh = 李明", "translator en = Anna Meier"},
       {"【正文】", "）", "【译文】", "]"},
       {},
       duiqi::Date{2024, 6, 5}},

      {"English first, markdown labels, a rule between",
       "# **Title:** New quay opens at Haizhou\n**By:** Mark Lowe\n**Date:** June 4, 2024\n\n" + port_en_1 +
           "\n\n" + port_en_2 + "\n\n---\n\n**标题：** 海州港新码头启用\n\n" + port_zh_1 + "\n\n" +
           port_zh_2 + "\n\n**原文链接：** https://news.example.com/story/20240604\n",
       {port_zh_1 + "\n\n" + port_zh_2},
       {port_en_1 + "\n\n" + port_en_2},
       {"title en = New quay opens at Haizhou", "author en = Mark Lowe", "date en = June 4, 2024",
        "title zh = 海州港新码头启用", "source zh = https://news.example.com/story/20240604"},
       {"---"},
       {},
       duiqi::Date{2024, 6, 4}},

      {"no marker at all, one language after the other, headlines without labels",
       "海州港新码头启用\n\n" + port_zh_1 + "\n" + port_zh_2 + "\n\nNew quay opens at Haizhou\n\n" +
           port_en_1 + "\n" + port_en_2,
       {"海州港新码头启用\n\n" + port_zh_1 + "\n" + port_zh_2},
       {"New quay opens at Haizhou\n\n" + port_en_1 + "\n" + port_en_2},
       {},
       {},
       {},
       {}},

      {"traditional labels, dates and counters without a label",
       "標題：失散書信返家\n關鍵字：博物館、書信\n2024-05-10 16:20\n內容：\n" + museum_zh_1 + "\n" +
           museum_zh_2 + "\n（編輯：吳美玲）\n英文版\n標題（英文）：Lost letters come home\n" + museum_en_1 +
           "\n" + museum_en_2 + "\n責任編輯：王大維\n點閱數：345\n瀏覽 1200 次\n",
       {museum_zh_1 + "\n" + museum_zh_2},
       {museum_en_1 + "\n" + museum_en_2},
       {"title zh = 失散書信返家", "keywords zh = 博物館、書信", "date zh = 2024-05-10 16:20",
        "editor zh = 吳美玲", "title en = Lost letters come home", "editor zh = 王大維", "views zh = 345",
        "views zh = 瀏覽 1200 次"},
       {"內容：", "）", "英文版"},
       {},
       duiqi::Date{2024, 5, 10}},

      {"labels on lines of their own, above their values",
       "Headline:\nNew quay opens at Haizhou\nBody:\n" + port_en_1 + "\n" + port_en_2 +
           "\nChinese version:\n标题:\n海州港新码头启用\n正文:\n" + port_zh_1 + "\n" + port_zh_2 +
           "\nSource:\nhttps://www.haizhou.example/202406/t20240604_5512.html\nDate:\n5 June "
           "2024\nViews:\n77",
       {port_zh_1 + "\n" + port_zh_2},
       {port_en_1 + "\n" + port_en_2},
       {"title en = New quay opens at Haizhou", "title zh = 海州港新码头启用",
        "source en = https://www.haizhou.example/202406/t20240604_5512.html", "date en = 5 June 2024",
        "views en = 77"},
       {"Body:", "Chinese version:", "正文:"},
       {},
       duiqi::Date{2024, 6, 4}},

      {"English text wrapped at 60 columns, a by-line, a source line with bars",
       "By Lin Hui and Mark Lowe\n\nA new container quay at the port of Haizhou went into\nservice on "
       "Tuesday, officials "
       "said.\n\nZhou Wentao (周文涛), head of the port authority, named\nNingbo-Zhoushan, "
       "Rotterdam,\nSingapore and Busan "
       "as models.\n2024\nwas a good year, he said.\n\n发布时间：2024年6月5日 | 来源：海州日报 | "
       "点击：15\n\n" +
           port_zh_1,
       {port_zh_1},
       {"A new container quay at the port of Haizhou went into\nservice on Tuesday, officials said.\n\nZhou "
        "Wentao "
        "(周文涛), head of the port authority, named\nNingbo-Zhoushan, Rotterdam,\nSingapore and Busan as "
        "models.\n2024\nwas "
        "a good year, he said."},
       {"author en = By Lin Hui and Mark Lowe", "date zh = 2024年6月5日", "source zh = 海州日报",
        "views zh = 15"},
       {"|", "|"},
       {},
       duiqi::Date{2024, 6, 5}},
  };
}

std::vector<Form> page_forms() {
  return {
      {"headings of Markdown, numbered labels, labels in both languages",
       "## 标题 / Title\n海州港新码头启用\n\n1. 关键词 Keywords：港口\n2. 来源 Source：海州日报（Haizhou "
       "Daily）\n\n## 中文稿\n\n" +
           port_zh_1 + "\n\n## 英文稿\n\n" + port_en_1 + "\n",
       {port_zh_1},
       {port_en_1},
       {"title zh = 海州港新码头启用", "keywords zh = 港口", "source zh = 海州日报（Haizhou Daily）"},
       {"## 中文稿", "## 英文稿"},
       {},
       {}},

      {"the head and the foot of web pages",
       "新码头启用\n2024年06月05日 09:12 来源：海州日报\n" + port_zh_1 +
           "\n【编辑:王小军】\n\nNew quay opens\nBy LIN HUI | Haizhou "
           "Daily | Updated: 2024-06-05 07:21\n" +
           port_en_1 +
           "\nSource: Haizhou Daily  Editor: Lin Hui  2024-06-05 10:11:12\n字体：大 中 小\nViews:12 Likes:3",
       {"新码头启用", port_zh_1},
       {"New quay opens", port_en_1},
       {"date zh = 2024年06月05日 09:12", "source zh = 海州日报", "editor zh = 王小军",
        "author en = By LIN HUI", "date en = 2024-06-05 07:21", "source en = Haizhou Daily",
        "editor en = Lin Hui", "date en = 2024-06-05 10:11:12", "layout zh = 大 中 小", "views en = 12",
        "likes en = 3"},
       {"】", "|", "|"},
       {"Haizhou Daily"},
       duiqi::Date{2024, 6, 5}},
  };
}

std::vector<Form> alternating_forms() {
  const std::string third_zh = "二期工程投资3.2亿元。";
  const std::string third_en = "The second phase will cost 320 million yuan.";
  return {
      {"alternating line by line, short lines too",
       "新码头启用\nNew quay opens\n" + port_zh_1 + "\n" + port_en_1 + "\n" + port_zh_2 + "\n" + port_en_2 +
           "\n" + third_zh + "\n" + third_en + "\n来源: 海州日报\n",
       {"新码头启用", port_zh_1, port_zh_2, third_zh},
       {"New quay opens", port_en_1, port_en_2, third_en},
       {"source zh = 海州日报"},
       {},
       {},
       {}},

      {"alternating between blank lines, with numbers that are nobody's",
       "1\n\n" + port_en_1 + "\n\n" + port_zh_1 + "\n\n2\n\n" + port_en_2 + "\n\n" + port_zh_2 + "\n\n3\n\n" +
           third_en + "\n\n" + third_zh + "\n\nhttp://paper.example.cn/html/2024-06/05/content_9.htm",
       {port_zh_1, port_zh_2, third_zh},
       {port_en_1, port_en_2, third_en},
       {"source zh = http://paper.example.cn/html/2024-06/05/content_9.htm"},
       {},
       {"1", "2", "3"},
       duiqi::Date{2024, 6, 5}},

      {"each line says its language",
       "EN: " + port_en_1 + "\nZH: " + port_zh_1 + "\nEN: " + port_en_2 + "\nZH: " + port_zh_2 + "\n",
       {port_zh_1, port_zh_2},
       {port_en_1, port_en_2},
       {},
       {"EN:", "ZH:", "EN:", "ZH:"},
       {},
       {}},

      {"an unknown label among known ones, titles of both languages together",
       "英文标题: New quay opens at Haizhou\n中文标题: 海州港新码头启用\nDesk: Shipping\nKeywords: port\n\n" +
           port_zh_1 + "\n\n" + port_en_1,
       {port_zh_1},
       {port_en_1},
       {"title en = New quay opens at Haizhou", "title zh = 海州港新码头启用", "Desk en = Shipping",
        "keywords en = port"},
       {},
       {},
       {}},
  };
}

std::vector<Form> doubtful_forms() {
  const std::string interview_zh =
      "记者:新码头对渔民有什么影响?\n周文涛:渔船另有泊位。\n北京:各部门正在研究。\n注:"
      "数字均为初步统计。\n时间:一切都需要时间,他说。";
  const std::string interview_en =
      "Reporter: What does the new quay mean for the fishermen?\nZhou Wentao: There are other berths for "
      "their "
      "boats.\nBeijing: The ministries are looking into it.\nNote: All the figures are preliminary.\nTime: "
      "that is what "
      "it all takes, he said.\nStory: it was a long one.";
  return {
      {"sentences that begin with a word and a colon are no labels",
       interview_zh + "\n英文:\n" + interview_en,
       {interview_zh},
       {interview_en},
       {},
       {"英文:"},
       {},
       {}},

      {"mixed paragraphs go where most of their letters belong",
       "本届大会的主讲人是Maria Fernandez Gonzalez和Jean-Pierre Beaumont,两人来自International Shipping "
       "Institute。\n"
       "会后,Beaumont在接受采访时用中文说了“谢谢”。\n\n"
       "The speakers at this year's congress were Maria Fernandez Gonzalez and Jean-Pierre Beaumont.\n"
       "Beaumont said \"xiexie\" (谢谢), or thank you, in an interview after the congress (大会).",
       {"本届大会的主讲人是Maria Fernandez Gonzalez和Jean-Pierre Beaumont,两人来自International Shipping "
        "Institute。\n"
        "会后,Beaumont在接受采访时用中文说了“谢谢”。"},
       {"The speakers at this year's congress were Maria Fernandez Gonzalez and Jean-Pierre Beaumont.\n"
        "Beaumont said \"xiexie\" (谢谢), or thank you, in an interview after the congress (大会)."},
       {},
       {},
       {},
       {}},

      {"a name alone in a Chinese body stays there; a third language is nobody's",
       port_zh_1 + "\nMaersk\n" + port_zh_2 + "\n\n海州港の新しいコンテナ埠頭が4日に開業した。\n\n" +
           port_en_1 + "\n" + port_en_2,
       {port_zh_1 + "\nMaersk\n" + port_zh_2},
       {port_en_1 + "\n" + port_en_2},
       {},
       {},
       {"海州港の新しいコンテナ埠頭が4日に開業した。"},
       {}},

      {"headings in brackets that are none of ours stay in the body",
       "【海州日报综合报道】" + port_zh_1 + "\n【背景】\n" + port_zh_2 + "\n\n【English】\n" + port_en_1 +
           "\n[Background]\n" + port_en_2,
       {"【海州日报综合报道】" + port_zh_1 + "\n【背景】\n" + port_zh_2},
       {port_en_1 + "\n[Background]\n" + port_en_2},
       {},
       {"【English】"},
       {},
       {}},
  };
}

}  // namespace

const std::vector<Form>& all() {
  static const std::vector<Form> forms = [] {
    std::vector<Form> out = block_forms();
    for (auto more : {page_forms(), alternating_forms(), doubtful_forms()})
      out.insert(out.end(), more.begin(), more.end());
    return out;
  }();
  return forms;
}

}  // namespace forms
