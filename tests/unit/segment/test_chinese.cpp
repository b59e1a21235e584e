#include <catch2/catch.hpp>

#include "cut.hpp"

using namespace duiqi;
using duiqi::segmenting::cut;

namespace {

void check(std::initializer_list<const char*> rows, const SegmentOptions& options = {}) {
  for (const char* row : rows) CHECK(cut(row, Language::chinese, options) == row);
}

}  // namespace

TEST_CASE("Chinese: stops of every form end a sentence") {
  check({
      "今天下了一场雨。|明天会放晴。",
      "你听说了吗？|消息是真的！|我们走吧。",
      "今天下了一場雨。|明天會放晴嗎？|誰知道呢！",  // traditional
      "会议结束｡|代表们离开了｡",                     // half-width
      "雨停了!|风也小了?|是的。",                    // ASCII marks
      "真的吗？！|没有人相信。",
      "太好了！！！|大家都笑了。",
      "什么?!|他愣住了。",
      "怎么会⁉|他问自己。",
      "队伍出发了﹗|你们呢﹖|我们也去。",
      "他走了.|没有人知道去了哪里.",  // typed with a half-width full stop
      "价格上涨了.|其中蔬菜涨幅最大.",
      "同比增长3.2%.|其中出口增长5%.",
      "第一段话．",
      "雨停了。。|我们回家。",
      "产量达到300吨。|2023年只有200吨。",
      "这款产品叫C919。|它首飞成功。",
      "他在Facebook工作。|她在IBM。",
  });
}

TEST_CASE("Chinese: closing quotes and brackets stay with their sentence") {
  check({
      "他说：“我们会回来的。”|人群散去。",
      "她问：“你是谁？”|没有人回答。",
      "他說：「我們會回來的。」|人群散去。",  // traditional
      "他说：“老师讲过‘学无止境。’”|大家点头。",
      "他說：「老師講過『學無止境。』」|大家點頭。",
      "她说:\"我们赢了。\"|全场沸腾。",
      "他高声说：“来吧！|来吧！”|队员们跑了过去。",
      "项目明年完工。（记者王芳）",
      "项目明年完工。|（完）",
      "他来自兰州（甘肃省会）。|妻子是本地人。",
      "公司成立于1998年（见第3章）。|总部在深圳。",
      "（本报讯）昨日，大桥通车。|市民纷纷前往。",
      "（昨日大桥通车。）|市民纷纷前往。",
      "会议通过了决议。”|代表们起立鼓掌。",
      "专家说，“情况在好转。 ”|市民松了一口气。",  // a blank before the closing quote
      "他说，“我们会赢。“",                        // a turned quote at the end
      "“我们会赢。“他说。|比赛开始了。",           // a turned quote before an attribution
      "他问：“来吗？”。|没有回答。",
      "【解说】大桥昨日通车。|市民纷纷前往。",
      "记者看到（现场一片狼藉！很多人受伤），救援仍在继续。|警方已介入。",
  });
}

TEST_CASE("Chinese: a quotation and what says who spoke are one sentence") {
  check({
      "“这是对的。”他说。|会议随后结束。",
      "“你要去哪儿？”记者问。|老人没有回答。",
      "“我们不会放弃！”队长喊道。|比赛继续进行。",
      "“这项技术已经成熟。”项目负责人李明表示。|明年将推广。",
      "「這項技術已經成熟。」專案負責人李明表示。|明年將推廣。",  // traditional
      "“好极了。”她笑着说。|两人握手。",
      "“雨会停的。”母亲告诉我。|我相信她。",
      "“水位正在下降。”市水务局局长赵建国告诉记者。|救援队已经撤离。",
      "“价格会稳定。”（中国）商会会长说。|市场平静。",
      "“准备好了吗？”CNN报道。|今年早些时候发生了地震。",
      "“够了。”他摇着头叹道。|谁也没说话。",
      "“我们会回来的。”|他表示，球队需要休整。",  // 他表示， opens the next one
      "“我们会回来的。”|他说：“球队需要休整。”",
      "“我们会回来的。”|球队随后离开了机场。",
      "“第一句。|第二句。”他说。|第三句。",
      "“这只是开始。|我们还有很长的路要走。”|她的话赢得掌声。",
      "“我们会赢，”他说，“一定会赢。”|球迷欢呼。",
      "“来了！”，他喊，“快看！”|人们抬头。",
      "“我不知道。”——鲁迅",
  });
}

TEST_CASE("Chinese: slogans, titles and asides inside a sentence do not cut it") {
  check({
      "人群高呼“加油！加油！”的口号。|比赛开始。",
      "人群高喊“加油！”为球队助威。|比赛开始。",
      "以“你准备好了吗？”为题的讲座昨日举行。|听众很多。",
      "群眾高喊「自由！」並揮舞旗幟。|警方到場。",  // traditional
      "墙上写着“禁止吸烟！”等字样。|没有人理会。",
      "《你好，李焕英！》票房领先。|《我们走吧？》排在第二。",
      "影片《谁在说话？》获奖。|导演很高兴。",
      "電影《誰在說話？》獲獎。|導演很高興。",  // traditional
      "著有《海边的卡夫卡。续》一书的作家来华。|他停留三天。",
      "他称这是“重大的胜利。”|支持者也这样看。",  // 。 inside an American-style quotation
      "雅虎（Yahoo!）公司裁员。|股价下跌。",
      "这家公司（真的吗？）已经破产。|员工不知情。",
      "问题“谁来付钱？”仍没有答案。|讨论继续。",
  });
}

TEST_CASE("Chinese: numbers, times, lists and Latin words keep their points") {
  check({
      "增长3.5个百分点。|时间是10:30。",
      "增长3．5个百分点。|时间是10：30。",
      "圆周率是3﹒14。|他记得。",
      "1.加强领导。|2.落实责任。",
      "1. 加强领导。|2. 落实责任。",
      "１．加强领导。|２．落实责任。",
      "一、加强领导。|二、落实责任。",
      "（一）加强领导。|（二）落实责任。",
      "(1)加强领导。|(2)落实责任。",
      "①加强领导。|②落实责任。",
      "第一，加强领导。|第二，落实责任。",
      "主要措施有：1.加强领导；2.落实责任。|各地要执行。",
      "版本号是2.0.1。|请更新。",
      "网址是www.example.com，欢迎访问。|谢谢。",
      "请访问http://example.com/a?id=3&b=4。|谢谢。",
      "请访问 http://example.com/a!b 查看。|谢谢。",
      "邮箱是li.ming@example.com。|请来信。",
      "作者J.K.罗琳到场。|读者排队。",
      "作者J. K. 罗琳到场。|读者排队。",
      "約翰．史密斯昨日抵達。|他將停留三天。",  // ．as a name dot, traditional
      "美国总统乔治·W. 布什讲话。|记者提问。",
      "Mr. 王来了。|大家起立。",
      "来自U.S. 的客人到了。|他们很累。",
      "他使用.NET平台。|效果不错。",
      "Yahoo!News报道了此事。|影响很大。",
      "iPhone 15今天发售。|iPad明天发售。",
      "汇率为7.1:1。|人民币走强。",
      "百度(Baidu Inc.)发布财报。|股价上涨。",
  });
}

TEST_CASE("Chinese: an ellipsis is a pause unless room or a closing quote follows") {
  check({
      "他……他不来了。|我们走吧。",
      "苹果、梨、香蕉……应有尽有。|价格便宜。",
      "“也许……”|她没有说下去。",
      "「也許……」|她沒有說下去。",
      "“也许……”她说。|没有人回答。",
      "他等啊等…… |天亮了。",
      "真的吗……？|没有人回答。",
      "我不知道...也许吧。|再说。",
      "我不知道。。。也许吧。|再说。",
      "他说：“让我想想……好吧。”|大家笑了。",
      "到场的有教师、学生……。|会议开始。",
  });
}

TEST_CASE("Chinese: datelines, headlines and what has no stop") {
  check({
      "中新网北京3月15日电 15日,对接会在京召开。|会议由李某主持。",
      "新华社哈尔滨7月26日电（记者王建）盛夏时节，稻田青翠。|丰收在望。",
      "本报讯(记者 王斌)记者获悉，大桥通车。|市民高兴。",
      "北京与玉树加强合作\n会议昨日召开。|双方达成共识。",
      "（记者 李俐）\n会议昨日召开。",
      "中央社台北15日電，總統今天出席活動。|活動在下午結束。",  // traditional
      "他说：\n“我们会赢。”\n会议结束。",
      "标题：新的开始；作者：王芳。|全文如下：",
  });
}

TEST_CASE("Chinese: semicolons only where asked") {
  check({"一是加强领导；二是落实责任。|完。", "一是加强领导;二是落实责任。"});
  SegmentOptions options;
  options.split_at_semicolons = true;
  check({"一是加强领导；|二是落实责任。|完。", "一是加强领导;|二是落实责任。", "他说：“快走；”|没有人动。"},
        options);
}

TEST_CASE("Chinese: English inside follows the English rules") {
  check({
      "标题如下。|The meeting ended.|Mr. Li left.",
      "他引用了Dr. Martin Luther King Jr. 的话。|掌声响起。",
      "会议于9 a.m. 开始。|代表入场。",
  });
}
