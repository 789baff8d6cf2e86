/** Pages as news sites and public accounts write them, whose heads say little. */
import { describe, expect, it } from "vitest";
import { readAnyFile } from "../read-file.js";

const HEADLINE = "山城举办志愿服务日 3200名志愿者上街";
const FIRST = "2月23日,山城市举办志愿服务日活动,3200名志愿者走上街头,服务市民1.8万人次,四十个街道同时进行。";
const SECOND = "市文明办主任吕平介绍,全市注册志愿者已达46.7万人,占常住人口的15.2%,服务时长超过920万小时。";
const TEXT = `<p>　　${FIRST}</p><p>　　${SECOND}</p>`;
const AROUND = '<div class="nav"><ul><li><a>首页</a></li><li><a>山城新闻</a></li></ul></div>';

async function read(body: string, head = `<title>${HEADLINE}_社会新闻_山城新闻网</title>`) {
  const page = `<html><head><meta charset="utf-8">${head}</head><body>${AROUND}${body}<p>版权所有</p></body></html>`;
  const { drafts } = await readAnyFile(new TextEncoder().encode(page), "a.html");
  return drafts;
}

describe("a page of a news site", () => {
  const said = {
    title: HEADLINE,
    author: "何晓云",
    published: "2024-03-05",
    outlet: "山城晚报",
    eventDates: ["2月23日"],
  };

  it.each([
    [
      "a division",
      `<h2>${HEADLINE}</h2><div>2024-03-05 09:12　来源：山城晚报　作者：何晓云　编辑：张三</div><div>${TEXT}</div>`,
    ],
    ["a paragraph", `<div>${HEADLINE}</div><p>发布时间：2024-03-05 来源：山城晚报 记者：何晓云</p>${TEXT}`],
    [
      "parts",
      `<h1>山城新闻</h1><h3>${HEADLINE}</h3><p><span>2024年3月5日08:10</span> | 来源：<a>山城晚报</a></p><p>作者：何晓云</p>${TEXT}`,
    ],
  ])("says in %s below the headline when, where and by whom; none of it becomes text", async (_, body) => {
    const [article, ...others] = await read(`<div class="main">${body}</div>`);
    expect(article).toMatchObject(said);
    expect(article?.text).toContain(`${FIRST}\n${SECOND}`);
    expect(article?.text).not.toMatch(/来源|何晓云|2024/u);
    expect(others).toEqual([]);
  });

  it("has its own name behind the title; the name of a section is no title", async () => {
    expect((await read(TEXT, "<title>山城新闻-一个村庄的故事</title>"))[0]?.title).toBe("山城新闻-一个村庄的故事");
  });

  it("keeps what its head says, and the questions of an interview", async () => {
    const head = `<title>${HEADLINE}</title><meta name="author" content="李庆"><meta name="pubdate" content="2024-03-04">`;
    const body = `<h1>${HEADLINE}</h1><p>2024-03-05 来源：山城晚报 作者：何晓云</p>${TEXT}<p>记者：为什么要办学?</p>${TEXT}`;
    const [article] = await read(body, head);
    expect(article).toMatchObject({ author: "李庆", published: "2024-03-04", outlet: "山城晚报" });
    expect(article?.text).toContain("记者：为什么要办学?");
  });
});

describe("a page of a public account", () => {
  it("covers its article until a script shows it; it is read all the same", async () => {
    const lines = TEXT.replaceAll("<p>", "<section><span>").replaceAll("</p>", "</span></section>");
    const body = `<h1 id="activity-name"> ${HEADLINE} </h1><div><span>原创</span> <span>何晓云</span> <a>山城公益</a></div>
      <div id="js_content" style="visibility: hidden; opacity: 0; "><section>${lines}</section></div>
      <div style="visibility:hidden">扫一扫关注</div>`;
    const [article] = await read(
      body,
      `<title></title><meta property="og:title" content="${HEADLINE}"><meta name="author" content="何晓云">`,
    );
    expect(article).toMatchObject({ title: HEADLINE, author: "何晓云" });
    expect(article?.text.startsWith(`${FIRST}\n${SECOND}`)).toBe(true);
    expect(article?.text).not.toContain("扫一扫");
  });
});
