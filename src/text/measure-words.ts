/** Measure words of Chinese: what may stand behind a number and say what it counts. 万 and 亿 are magnitudes, not units. */

const LONG =
  "个百分点 平方公里 平方千米 平方米 立方米 公里 千米 厘米 毫米 公斤 千克 小时 分钟 周年 年度 世纪 季度 星期 个月 人次 人份 美元 欧元 英镑 日元 港元 韩元 台币 人民币 块钱 百分点 摄氏度 千瓦时 千瓦 兆瓦 海里 英里 英寸 海拔";
const SHORT =
  "名人位户家个只头匹项次场所座条件台辆套岁年月日号天周元角分毛块亩米吨克斤升度倍成折笔单份篇本册部期届批支站省市县区乡镇村组枚幅首集章节级层楼间张架艘列班门类种款例起宗轮瓶箱袋桶盒包株棵片朵粒颗群队团支顶口把根盏对双副秒刻代任股票席处道线点步样";

/** All of them as the inside of a regular expression, longest first. */
export const MEASURE_WORDS = [...LONG.split(" "), ...Array.from(SHORT)]
  .toSorted((a, b) => b.length - a.length)
  .join("|");
