#include "data/person_context.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "unicode/utf8.hpp"

namespace duiqi::data {
namespace {

constexpr std::string_view titles =
    "主席 副主席 总统 副总统 总理 副总理 首相 副首相 部长 副部长 外长 防长 财长 省长 副省长 市长 副市长 州长 "
    "副州长 县长 副县长 区长 "
    "乡长 镇长 村长 局长 副局长 厅长 副厅长 处长 科长 司长 副司长 院长 副院长 校长 副校长 所长 副所长 会长 "
    "副会长 社长 行长 副行长 董事长 "
    "副董事长 总裁 副总裁 总经理 副总经理 经理 主任 副主任 书记 副书记 委员 常委 秘书长 副秘书长 秘书 理事长 "
    "代表 发言人 新闻发言人 议长 议员 参议员 众议员 "
    "国王 女王 王子 公主 教皇 教宗 主教 牧师 法官 检察官 检察长 律师 警长 警官 警员 教授 副教授 博士 研究员 "
    "副研究员 专家 学者 院士 医生 "
    "护士 医师 老师 教师 同学 学生 记者 编辑 作者 作家 诗人 画家 导演 演员 歌手 明星 教练 主教练 队长 队员 "
    "球员 球星 前锋 中场 后卫 门将 选手 运动员 "
    "司令 司令员 政委 将军 上将 中将 少将 大校 上校 中校 少校 上尉 大使 公使 参赞 领事 总领事 特使 创始人 "
    "负责人 负责人 首席执行官 董事 合伙人 "
    "顾问 分析师 经济学家 科学家 工程师 设计师 先生 女士 小姐 夫人 太太 同志 同事 村民 居民 市民 农民 工人 "
    "员工 网友 店主 老板 家属 父亲 母亲 丈夫 "
    "妻子 儿子 女儿 哥哥 弟弟 姐姐 妹妹 妈妈 爸爸 候选人 被告 嫌疑人 证人 受害者 指挥 指挥长 总指挥 站长 "
    "组长 总监 主管 馆长 台长 大法官 国务卿 特首 "
    "行政长官 司长 国务委员 导师 讲师 志愿者 党员 干部 民警 交警 战士 烈士 皇帝 总书记 领导人 领袖 总干事 "
    "高官 官员 老师 师傅 叔叔 阿姨 奶奶 爷爷 大爷 大妈 主持人";

constexpr std::string_view following =
    "报道 报导 摄 说 表示 称 指出 强调 介绍 认为 告诉 透露 解释 提到 写道 补充 坦言 回忆 呼吁 宣布 警告 承认 "
    "否认 回应 "
    "批评 谈到 讲述 分析 建议 出席 主持 会见 "
    "参加 发表 当选 获得 接受 担任 率领 率 抵达 前往 访问 曾 笑道 问道 道 答 说道 一行 本人 则 坦承 致辞 "
    "致词 讲话 获悉 看到 来到 走 站 笑 想 听 问";

constexpr std::string_view not_in_given_names =
    "的了是们不在有我你他她它这那个也就都而且但与及等吗呢吧啊和说为被把对从向以很还没会能可要让给到去来过着得"
    "地所或并如因此其之年月日时号省市县区州"
    "党委会部局院报校司厂店路街楼上下前后里外中内间本该各每某种些只又再最更已将"
    "于由比跟自";

/// Words of translation characters that are no names. Own list, from reading what was taken for one.
constexpr std::string_view plain_words =
    "海地区 海地带 周一 周二 周三 周四 周五 周六 周日 周末 万名 万例 万人 万元 万亿 国家 国际 国内 国会 国防 "
    "官方 官兵 文章 文件 文物 党旗 党员 党章 农场 农产 计划 计算 管理 管道 司法 司机 "
    "关键 关系 关注 关于 广大 广告 广泛 强降 强调 强烈 强化 乐团 时代 时间 方面 方式 方案 方法 高达 高度 "
    "高级 高速 于此 于是 成功 成员 成果 成本 安排 项目 解决 解释 "
    "经济 经过 经常 全面 全球 全国 连续 连接 包括 包装 单位 单独 曾经 曾在 满足 满意 平台 平稳 能力 相关 "
    "相信 古城 明确 房屋 车辆 车站 石油 石化 水平 水利 花卉 温暖 "
    "白色 金融 金额 黄金 商务 商品 商业 和平 钱包 庄园 任务 任何 应该 应急 应对 武装 武器 武术 牛奶 田园 "
    "常见 常务 常委 常年 幸福 江河 海洋 路线 雷达 雷雨 毛巾 多人 向前 易于 余额 "
    "提名 许多 多达 基金 普惠 亚欧 亚非 多多 纪念 胡椒 周边 周围 "
    "希望 马上 明天 今天 夏天 重新 容易 比赛 日子 百万 基地 中文 三名 和平 加强 加上 里面 里边 那里 那么 "
    "那些 那样 明白 明显 明年 明确 平安 平台 平均 "
    "西南 西北 东西 东南 东北 南北 北方 西方 东方 南方 东部 西部 南部 北部 中部 内部 全部 高中 高考 科学 "
    "高科 多少 多久 多年 多名 多次 多个 利用 利益 有利 胜利 "
    "得到 得分 特别 特色 特定 当地 当年 当时 当中 地区 地图 地位 地方 地道 土地 本地 本人 本年 本色 本身 "
    "基本 根本 日本 本来 书本 "
    "可以 可能 可是 可惜 可爱 可怜 可怕 考察 考古 查看 安全 安宁 安排 安静 安康 文化 文明 文件 文学 英文 "
    "人文 作文 天文 语文 温度 温和 恩怨 恩情 "
    "密切 密集 秘密 亲密 保密 加密 兴奋 高兴 新兴 复兴 兴起 图书 图片 企图 意图 试图 地图 通过 通常 通知 "
    "交通 普通 沟通 卡通 森林 园林 农林 山林 "
    "农村 农业 农民 农田 山东 山西 广东 河南 湖南 海南 云南 江西 陕西 西安 长安 江南 中南 华南 华东 东海 "
    "南海 黄海 海洋 海外 海关 大海 沿海 上海 海上 "
    "平方 万元 万里 万万 千万 百万 万名 亿万 万一 六万 七万 三万 四万 二万 十万 七年 三年 二年 四年 去年 "
    "少年 青年 年龄 年底 年初 青少年 "
    "三天 七天 四天 二天 几天 天天 天气 天空 每天 春天 秋天 冬天 白天 蓝天 航天 天然 三月 四月 七月 二月 "
    "三里 三色 三个 三次 三位 四位 四个 "
    "立即 立刻 立法 立场 建立 成立 独立 设立 确立 创立 公立 国立 法律 法院 方法 立法 宪法 司法 合法 非法 "
    "法官 依法 无法 设法 执法 违法 办法 "
    "巴士 博士 骑士 护士 战士 人士 女士 硕士 勇士 武士 士兵 卡车 汽车 火车 开车 列车 马路 列入 系列 一系列 "
    "排列 "
    "哈哈 嘻嘻 妈妈 爸爸 爷爷 奶奶 姐姐 妹妹 哥哥 弟弟 姑姑 叔叔 阿姨 孩子 儿子 妻子 女子 男子 电子 日子 "
    "影子 样子 例子 帽子 桌子 椅子 屋子 房子 园子 瓶子 "
    "丝毫 丝绸 维护 维持 思维 恩爱 爱情 爱国 爱护 热爱 喜爱 亲爱 恋爱 可爱 爱好 爱心 热情 热烈 热点 热量 "
    "炎热 日常 生日 节日 假日 当日 昨日 今日 近日 "
    "丰富 财富 富有 富裕 贝壳 宝贝 保护 保持 保证 保险 确保 环保 社保 医保 担保 保安 保姆 保卫 警卫 卫生 "
    "卫星 舒服 舒适 克服 克隆 "
    "西瓜 南瓜 苏打 咖啡 扎实 挣扎 包扎 托管 委托 依托 摩托 摩擦 按摩 打扎 纳税 容纳 采纳 接纳 缴纳 出纳 "
    "提升 提高 提出 提供 提前 提到 提醒 提议 前提 "
    "尼龙 恐龙 龙头 班车 上班 加班 航班 下班 班级 班子 领班 拜访 礼拜 崇拜 拜年 拜托 图谋 图案 林立 树林 "
    "树立 波动 奔波 波及 电波 波浪 微波 风波 音波 "
    "比例 比较 比如 比分 对比 比赛 相比 比重 无比 本比 米饭 玉米 厘米 平米 大米 百米 千米 万米 米粉 小米 "
    "门口 部门 专门 热门 大门 开门 门票 门户 澳门 厦门 "
    "宾馆 嘉宾 来宾 贵宾 达到 到达 发达 表达 传达 抵达 转达 杜绝 古老 古代 古典 古城 古迹 考古 自古 史上 "
    "历史 历史上 史料 乌黑 乌云 乌鸦 义务 "
    "安乐 音乐 快乐 娱乐 乐观 乐趣 俱乐 俱乐部 乐队 欢乐 瓦斯 瓦解 砖瓦 塞车 堵塞 塞满 莫名 莫非 伦理 理论 "
    "理由 理解 理想 道理 道路 道德 道具 报道 管理 处理 "
    "加入 加快 加以 加大 加油 加班 加工 参加 增加 更加 增长 增强 增添 增值 新增 吉祥 吉利 贡献 进贡 西红 "
    "里程 公里 英里 哪里 这里 心里 家里 夜里 城里 村里 屋里 "
    "杜鹃 布局 布置 公布 发布 宣布 分布 颁布 布料 遍布 瀑布 普及 普遍 普查 科普 多普 及其 及时 以及 普通话 "
    "涉及 提及 危及 及格 "
    "奇怪 奇迹 好奇 神奇 传奇 惊奇 奇特 杰出 杰作 俊杰 威胁 威力 威望 权威 示威 发威 沙漠 沙滩 沙发 沙龙 "
    "沙子 泥沙 圣诞 神圣 圣地 戴上 佩戴 穿戴 佩服 "
    "申请 申报 申诉 重申 什么 为什么 什麼 多么 怎么 琼瑶 夫妇 丈夫 夫人 夫妻 大夫 功夫 工夫 勒索 兰花 木兰 "
    "雅致 优雅 高雅 典雅 文雅 雷达 地雷 雷雨 打雷 雷电 "
    "思路 明星 明亮 光明 证明 说明 声明 发明 聪明 透明 鲜明 英明 阐明 查明 表明 文明 开明 不明 梅花 杨梅 "
    "话梅 墨西 柏油 松柏 罗列 搜罗 网罗 布满 满足 满意 "
    "图腾 腾飞 奔腾 折腾 欢腾 索赔 检索 探索 思索 摸索 线索 绳索 索取 索要 坦白 平坦 坦克 坦诚 坦然 特征 "
    "特点 特有 特殊 独特 特意 特大 特等 奇特 模特 特区 特产 "
    "胡同 胡子 胡乱 胡说 万分 万物 万岁 千米 克服 攻克 巧克力 休克 扑克 坦克 夹克 毫克 千克 克制 哪些 "
    "哪怕 乃至 乃是 贝多 奥秘 深奥 奥妙 汗马 马匹 人马 骑马 "
    "马拉松 立马 斑马 河马 罗马 杜撰 敦厚 伦敦 波及 班长 同班 欣赏 欣慰 欢欣 华丽 美丽 壮丽 艳丽 秀丽 风格 "
    "价格 严格 资格 性格 合格 规格 人格 表格 格外 格局 格式 "
    "贾府 哈腰 哥们 大哥 帅哥 表哥 尤其 怨尤 约定 节约 合约 条约 大约 制约 约束 预约 签约 约会 邀约 违约 "
    "公约 纽带 纽扣 枢纽 英里 英寸 英雄 英镑 英语 英超 精英 英勇";

/// Words by the low bits of one of their characters, those of one character side by side and the longest
/// first, as it is the one that counts.
class WordIndex {
 public:
  template <typename CharacterOf>
  WordIndex(const std::vector<std::u32string>& words, const CharacterOf& character_of)
      : words_(words.begin(), words.end()) {
    const auto bucket = [&](std::u32string_view word) { return character_of(word) % buckets; };
    std::sort(words_.begin(), words_.end(), [&](std::u32string_view a, std::u32string_view b) {
      return std::pair(bucket(a), b.size()) < std::pair(bucket(b), a.size());
    });
    for (const std::u32string_view word : words_) ++begins_[bucket(word) + 1];
    std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
  }

  std::span<const std::u32string_view> of(char32_t c) const {
    const std::size_t bucket = c % buckets;
    return std::span(words_).subspan(begins_[bucket], begins_[bucket + 1] - begins_[bucket]);
  }

 private:
  static constexpr std::size_t buckets = 1024;
  std::vector<std::u32string_view> words_;
  std::array<std::uint16_t, buckets + 1> begins_{};
};

class WordSet {
 public:
  explicit WordSet(std::string_view list) : words_(words_of(list)) {}

  std::size_t longest_at(std::u32string_view text, std::size_t at) const {
    if (at >= text.size()) return 0;
    for (const std::u32string_view word : by_first_.of(text[at]))
      if (text[at] == word.front() && text.substr(at).starts_with(word)) return word.size();
    return 0;
  }
  std::size_t longest_before(std::u32string_view text, std::size_t at) const {
    if (at == 0) return 0;
    for (const std::u32string_view word : by_last_.of(text[at - 1]))
      if (text[at - 1] == word.back() && text.substr(0, at).ends_with(word)) return word.size();
    return 0;
  }

 private:
  static std::vector<std::u32string> words_of(std::string_view list) {
    std::vector<std::u32string> out;
    for (std::size_t begin = 0; begin < list.size();) {
      const std::size_t end = std::min(list.find(' ', begin), list.size());
      if (end > begin) out.push_back(unicode::to_code_points(list.substr(begin, end - begin)));
      begin = end + 1;
    }
    return out;
  }

  std::vector<std::u32string> words_;
  WordIndex by_first_{words_, [](std::u32string_view word) { return word.front(); }};
  WordIndex by_last_{words_, [](std::u32string_view word) { return word.back(); }};
};

const WordSet& title_set() {
  static const WordSet set(titles);
  return set;
}

}  // namespace

std::size_t title_before(std::u32string_view text, std::size_t at) {
  return title_set().longest_before(text, at);
}

std::size_t title_at(std::u32string_view text, std::size_t at) {
  return title_set().longest_at(text, at);
}

std::size_t follows_person(std::u32string_view text, std::size_t at) {
  static const WordSet set(following);
  return set.longest_at(text, at);
}

bool never_in_given_name(char32_t c) {
  // Of the main block of Han characters; what is not in it, punctuation, is in no name.
  constexpr char32_t first = 0x4E00, end = 0xA000;
  static const auto set = [] {
    std::array<bool, end - first> out{};
    for (const char32_t one : unicode::to_code_points(not_in_given_names)) out.at(one - first) = true;
    return out;
  }();
  return c < first || c >= end || set[c - first];
}

std::size_t plain_word_at(std::u32string_view text, std::size_t at) {
  static const WordSet set(plain_words);
  return set.longest_at(text, at);
}

}  // namespace duiqi::data
