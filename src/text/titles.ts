/** Titles of persons with what ranks them: 副秘书长 and 常务副秘书长 are other posts than 秘书长. Expects folded text. */

/** Posts without what ranks them, as the inside of a regular expression. */
export const POSTS =
  "秘书长|理事长|董事长|会长|院长|校长|所长|部长|司长|局长|处长|科长|厅长|省长|市长|县长|区长|镇长|乡长|村长|书记|主席|总统|总理|首相|总裁|总监|总经理|经理|主任医师|主任|主管|负责人|发起人|创始人|合伙人|志愿者|医师|医生|教授|研究员|专家|学者|老师|教师|特派员|委员|代表|队长|团长|主持人|记者|作家|导演|演员|歌手|顾问|干事|站长|社长|总编|首席执行官|理事|监事|行长|馆长|园长|组长|班长|台长|厂长|店长|股长|讲师|律师|工程师|设计师|治疗师|护士长|总领队|领队";
const RANKS = "名誉|常务|执行|副|助理|首席|前任|前|原|代理|候任|联合|高级|核心";
const TITLE = new RegExp(`(?<ranks>(?:${RANKS})*)(?<post>${POSTS})`, "gu");

/** A title with its place; `rank` holds 副, 常务副 …, empty when none. */
export interface Title {
  rank: string;
  post: string;
  start: number;
  end: number;
}

/** @example findTitles("常务副秘书长梁志图") // [{ rank: "常务副", post: "秘书长", … }] */
export function findTitles(text: string): Title[] {
  return Array.from(text.matchAll(TITLE), ({ 0: title, index, groups: { ranks = "", post = "" } = {} }) => ({
    rank: ranks,
    post,
    start: index,
    end: index + title.length,
  }));
}

/** Whether a claim may call a post so: the same one; 常务 and 核心 may be left out, 副 may not. */
export function isSameTitle(claim: Title, proof: Title): boolean {
  if (claim.post !== proof.post) return false;
  const essential = (rank: string) => rank.replaceAll(/常务|核心|高级/gu, "");
  return essential(claim.rank) === essential(proof.rank) && (claim.rank === "" || proof.rank.endsWith(claim.rank));
}
