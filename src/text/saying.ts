/** Verbs with which news gives somebody's words, as the inside of a regular expression. They say who speaks, nothing else. */
export const SAYING =
  "表示|介绍|指出|认为|说|称|提出|宣布|通报|回忆|提醒|补充|强调|透露|坦言|谈到|提到|显示|发现|建议|呼吁|希望|公布|反映|承认|解释";
