#include <catch2/catch.hpp>

#include "documents.hpp"

using namespace duiqi;
using test::described;
using test::joined;
using test::lines;

namespace {

struct Row {
  std::string_view text;
  std::string_view anchor;  ///< one that must be found, as described() writes it
};

void check(const Row& row, Language language) {
  const auto found = described(lines(row.text, language));
  INFO(row.text << "\nfound: " << joined(found));
  CHECK(std::find(found.begin(), found.end(), row.anchor) != found.end());
}

}  // namespace

TEST_CASE("Chinese persons are found by surname and context") {
  static constexpr Row rows[] = {
      {"北京市发改委副主任赵振业、玉树州委书记蔡成勇出席并讲话。",
       "person 赵振业 = zhao zhenye"},  // titles before, a list
      {"北京市发改委副主任赵振业、玉树州委书记蔡成勇出席并讲话。", "person 蔡成勇 = cai chengyong"},
      {"北京青海玉树指挥部指挥李育海主持。", "person 李育海 = li yuhai"},
      {"（记者 王小明）今天下午开会。", "person 王小明 = wang xiaoming"},  // a dateline
      {"记者张伟报道", "person 张伟 = zhang wei"},
      {"外交部发言人耿爽表示，中方坚决反对。", "person 耿爽 = geng shuang"},
      {"外交部发言人華春瑩表示，中方堅決反對。", "person 華春瑩 = hua chunying"},  // traditional
      {"教授欧阳明高说，电池更安全了。", "person 欧阳明高 = ouyang minggao"},      // a compound surname
      {"曾庆红主席指出", "person 曾庆红 = zeng qinghong"},                         // a surname's own reading
      {"主任单霁翔介绍，故宫修好了。", "person 单霁翔 = shan jixiang"},
      {"市长解学智强调", "person 解学智 = xie xuezhi"},
      {"院士仇保兴指出", "person 仇保兴 = qiu baoxing"},
      {"王主席昨天抵达。", "person 王 = wang"},  // surname and title
      {"嫌疑人赵某已被刑拘。", "person 赵某 = zhao"},
      {"部长陈吉宁说，很好。\n陈吉宁又去了上海。", "person 陈吉宁 = chen jining"},
      {"副总理刘鹤会见了来宾。", "person 刘鹤 = liu he"},
      {"钟南山院士认为，疫情可控。", "person 钟南山 = zhong nanshan"},
      {"吕秀莲表示", "person 吕秀莲 = lv xiulian"},
      {"导演贾樟柯说", "person 贾樟柯 = jia zhangke"},
      {"作家莫言、余华、苏童出席。", "person 苏童 = su tong"},
      {"会议由市委书记蔡奇主持。", "person 蔡奇 = cai qi"},
      {"校长邱勇致辞。", "person 邱勇 = qiu yong"},
  };
  for (const Row& row : rows) check(row, Language::chinese);
}

TEST_CASE("foreign names in characters are found by their characters") {
  static constexpr Row rows[] = {
      {"玉树州委副书记、州长索南丹增介绍情况。",
       "foreign_name 索南丹增 = suo nan dan zeng"},                                // Sogon Danzhen
      {"乌克兰总统泽连斯基表示", "foreign_name 泽连斯基 = ze lian si ji"},         // Zelenskyy
      {"法国总统马克龙说", "foreign_name 马克龙 = ma ke long"},                    // Macron
      {"巴西总统博索纳罗确诊", "foreign_name 博索纳罗 = bo suo na luo"},           // Bolsonaro
      {"大法官卡瓦诺宣誓就职", "foreign_name 卡瓦诺 = ka wa nuo"},                 // Kavanaugh
      {"默克尔出席会议", "foreign_name 默克尔 = mo ke er"},                        // Merkel
      {"菲律宾总统杜特尔特说", "foreign_name 杜特尔特 = du te er te"},             // Duterte
      {"奥拉夫·朔尔茨将访华。", "foreign_name 奥拉夫 = ao la fu"},                 // Olaf
      {"球星克里斯蒂亚诺·罗纳尔多进球", "foreign_name 罗纳尔多 = luo na er duo"},  // Ronaldo
      {"歐洲央行行長拉加德說", "foreign_name 拉加德 = la jia de"},                 // Lagarde
      {"埃爾多安表示", "foreign_name 埃爾多安 = ai er duo an"},                    // Erdogan
  };
  for (const Row& row : rows) check(row, Language::chinese);
}

TEST_CASE("places, peoples, organisations and agencies are found by table") {
  static constexpr Row rows[] = {
      {"中国经济增长", "place 中国 = CN"},
      {"法国总统", "place 法国 = FR"},
      {"法國總統", "place 法國 = FR"},
      {"德语课程", "place 德语 = DE"},
      {"美军撤离", "place 美军 = US"},
      {"中美关系", "place 中 = CN"},
      {"中美关系", "place 美 = US"},
      {"日韩会谈", "place 韩 = KR"},
      {"在老挝举行", "place 老挝 = LA"},
      {"在寮國舉行", "place 寮國 = LA"},  // Taiwan's name
      {"紐西蘭總理", "place 紐西蘭 = NZ"},
      {"沙烏地阿拉伯", "place 沙烏地阿拉伯 = SA"},
      {"陕西省西安市", "place 陕西省 = shaanxi"},
      {"陕西省西安市", "place 西安 = xian"},
      {"山西大同", "place 山西 = shanxi"},
      {"西藏拉萨", "place 拉萨 = lhasa"},
      {"内蒙古自治区", "place 内蒙古自治区 = inner mongolia"},
      {"哈尔滨冰雪节", "place 哈尔滨 = harbin"},
      {"乌鲁木齐", "place 乌鲁木齐 = urumqi"},
      {"台北市長", "place 台北市 = taipei"},
      {"臺北市長", "place 臺北市 = taipei"},
      {"高雄港", "place 高雄 = kaohsiung"},
      {"香港特别行政区", "place 香港特别行政区 = HK"},
      {"澳门旅游", "place 澳门 = MO"},
      {"重庆火锅", "place 重庆 = chongqing"},
      {"成都大熊猫", "place 成都 = chengdu"},
      {"厦门航空", "place 厦门 = xiamen"},
      {"六安瓜片", "place 六安 = luan"},
      {"青海玉树地震", "place 玉树 = yushu"},
      {"长江流域", "place 长江 = yangtze"},
      {"珠穆朗玛峰", "place 珠穆朗玛峰 = everest"},
      {"纽约股市", "place 纽约 = new york"},
      {"雪梨歌劇院", "place 雪梨 = sydney"},
      {"布宜诺斯艾利斯", "place 布宜诺斯艾利斯 = buenos aires"},
      {"欧洲央行", "organisation 欧洲央行 = ECB"},
      {"世卫组织表示", "organisation 世卫组织 = WHO"},
      {"世界衛生組織表示", "organisation 世界衛生組織 = WHO"},
      {"世贸组织总干事", "organisation 世贸组织 = WTO"},
      {"北约峰会", "organisation 北约 = NATO"},
      {"欧盟委员会", "organisation 欧盟委员会 = European Commission"},
      {"联合国安理会", "organisation 联合国安理会 = UNSC"},
      {"国际货币基金组织预计", "organisation 国际货币基金组织 = IMF"},
      {"国家发改委", "organisation 国家发改委 = NDRC"},
      {"美联储加息", "organisation 美联储 = Fed"},
      {"中新网北京3月15日电", "agency 中新网 = chinanews"},
      {"中新社北京3月15日电", "agency 中新社 = chinanews"},
      {"新华社记者", "agency 新华社 = xinhua"},
      {"據路透社報導", "agency 路透社 = reuters"},
      {"法新社说", "agency 法新社 = afp"},
      {"美联社报道", "agency 美联社 = ap"},
      {"塔斯社援引", "agency 塔斯社 = tass"},
      {"彭博社报道", "agency 彭博社 = bloomberg"},
      {"韩联社首尔电", "agency 韩联社 = yonhap"},
      {"共同社报道", "agency 共同社 = kyodo"},
      {"中央社報導", "agency 中央社 = cna"},
      {"金正恩会见", "person 金正恩 = kim jong un"},
      {"安倍晋三说", "person 安倍晋三 = shinzo abe"},
      {"特朗普说", "person 特朗普 = trump"},
      {"川普說", "person 川普 = trump"},
  };
  for (const Row& row : rows) check(row, Language::chinese);
}

TEST_CASE("Latin words, codes, addresses and titles on the Chinese side") {
  static constexpr Row rows[] = {
      {"国产大飞机C919首飞", "token C919 = c919"},
      {"5G网络", "token 5G = 5g"},
      {"COVID-19疫情", "token COVID-19 = covid19"},
      {"购买iPhone 15手机", "token iPhone = iphone"},
      {"ＣＯＶＩＤ疫苗", "token ＣＯＶＩＤ = covid"},  // full-width
      {"手机App下载", "token App = app"},
      {"AT&T公司", "token AT&T = att"},
      {"见http://www.chinanews.com/sh/2024/03-15/10181180.shtml。",
       "url http://www.chinanews.com/sh/2024/03-15/10181180.shtml = "
       "chinanews.com/sh/2024/03-15/10181180.shtml"},
      {"网址https://Example.org/", "url https://Example.org/ = example.org"},
      {"www.gov.cn网站", "url www.gov.cn = gov.cn"},
      {"联系press@example.com。", "email press@example.com = press@example.com"},
      {"《红楼梦》展览", "title 《红楼梦》 = hongloumeng"},
      {"《紅樓夢》展覽", "title 《紅樓夢》 = hongloumeng"},
      {"杂志《Vogue》", "title 《Vogue》 = vogue"},
      {"电影“流浪地球”上映", "title “流浪地球” = liulangdiqiu"},
      {"「中伏」開始", "title 「中伏」 = zhongfu"},
  };
  for (const Row& row : rows) check(row, Language::chinese);
}

TEST_CASE("names that the text explains carry the explanation wherever they stand") {
  struct Explained {
    std::string_view text;
    std::string_view surface;
    std::string_view alternate;
  };
  static constexpr Explained rows[] = {
      {"总统拉马福萨（Cyril Ramaphosa）说。\n拉马福萨离开了。", "拉马福萨", "ramaphosa"},
      {"世界卫生组织（WHO）宣布。", "世界卫生组织", "who"},
      {"球员皮克（Piqué）进球。", "皮克", "pique"},
      {"记者王小明（Xiaoming Wang）报道。", "王小明", "xiaoming"},
      {"在瓦加杜古（Ouagadougou）举行。", "瓦加杜古", "ouagadougou"},
  };
  for (const Explained& row : rows) {
    const Document document = lines(row.text, Language::chinese);
    std::size_t found = 0;
    std::size_t standing = 0;
    for (const Anchor& anchor : test::names_of(document)) {
      if (document.text.slice(anchor.span) != row.surface) continue;
      ++standing;
      found += std::find(anchor.alternates.begin(), anchor.alternates.end(), row.alternate) !=
               anchor.alternates.end();
    }
    INFO(row.text << " " << joined(described(document)));
    CHECK(standing > 0);
    CHECK(found == standing);
  }
}

TEST_CASE("what only looks like a name is left alone") {
  struct Trap {
    std::string_view text;
    AnchorKind kind;
  };
  static constexpr Trap rows[] = {
      {"高度重视安全生产。", AnchorKind::person},
      {"周一上午开会。", AnchorKind::person},
      {"万元以上的产品", AnchorKind::person},
      {"国家表示欢迎。", AnchorKind::person},
      {"官方说法不一。", AnchorKind::person},
      {"文章指出，问题不少。", AnchorKind::person},
      {"党员干部带头。", AnchorKind::person},
      {"管理部门表示", AnchorKind::person},
      {"时间在流逝。", AnchorKind::person},
      {"罗斯福时代", AnchorKind::person},
      {"他希望明天再来。", AnchorKind::foreign_name},
      {"比赛很精彩。", AnchorKind::foreign_name},
      {"马上出发。", AnchorKind::foreign_name},
      {"俱乐部成立。", AnchorKind::foreign_name},
      {"普通话考试", AnchorKind::foreign_name},
      {"东西南北", AnchorKind::foreign_name},
      {"音乐家", AnchorKind::foreign_name},
      {"上海地区", AnchorKind::foreign_name},
      {"内地游客", AnchorKind::place},
      {"他中午走了。", AnchorKind::place},
      {"阿曼达来了。", AnchorKind::place},                 // Amanda, not Oman
      {"他视察了一家兵工厂。", AnchorKind::organisation},  // a munitions factory, not Arsenal
      {"2024年3月15日", AnchorKind::token},
      {"100", AnchorKind::token},
      {"A", AnchorKind::token},
      {"“我们要坚持到底，绝不后退。”他说。", AnchorKind::title},
      {"", AnchorKind::person},
      {"。。。", AnchorKind::person},
      {"《》", AnchorKind::title},
      {"《没有完", AnchorKind::title},
      {"@", AnchorKind::email},
      {"a@b", AnchorKind::email},
      {"http", AnchorKind::url},
  };
  for (const Trap& row : rows) {
    const Document document = lines(row.text, Language::chinese);
    INFO(row.text << " " << joined(described(document)));
    for (const Anchor& anchor : test::names_of(document)) CHECK(anchor.kind != row.kind);
  }
}
