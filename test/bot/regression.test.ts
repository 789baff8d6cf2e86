import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readGoldenSet } from "../../src/eval/golden.js";
import { createRegressionSet } from "../../src/eval/regression-set.js";
import { botWords } from "../../src/i18n/bot-words.js";
import { feedbackWords } from "../../src/i18n/feedback-words.js";
import { regressionWords } from "../../src/i18n/regression-words.js";
import { answerWith, type BotRig, type RigOptions, type Script } from "../support/bot-rig.js";
import type { StoredMessage } from "../support/telegram/model.js";
import { closeBots, createGate, startBot } from "./starting.js";

// Keeping answers as tests, and running them: for admins, in private chats and in groups.

const OWNER = 1;
const ANN = 1001;
const GROUP = -1_001_000_000_001;
const zh = regressionWords("zh");
const FIRST = '{"id": "g01", "question": "主要产业是什么?", "kind": "fact", "must": [["板栗"]], "article": null}\n';

let folder: string;
let sets = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sets-"));
});
afterAll(async () => {
  await closeBots();
  rmSync(folder, { recursive: true, force: true });
});

const script: Script = ({ question }) => {
  if (question.includes("股价")) return answerWith("没有找到。", { kind: "refused", question, standalone: question });
  const text = "累计孵化339名电商从业者,销售额超500万元。[1]";
  return answerWith(text, { question, standalone: question, statements: [{ text, citations: [1] }] });
};

/** A bot, and the path of its set. */
async function startWithSet(options: RigOptions = {}) {
  const path = join(folder, `${sets++}.jsonl`);
  writeFileSync(path, FIRST);
  const conversations = { clearTurns: () => 0 };
  const answerer = { answer: async (request: Parameters<Script>[0]) => script(request) };
  const regression = createRegressionSet({ path, answerer, conversations });
  const rig = await startBot({ script, regression, ...options, bot: { adminIds: [OWNER], ...options.bot } });
  return { rig, path };
}

async function ask(rig: BotRig, question: string, where: { userId: number; chatId?: number }): Promise<StoredMessage> {
  rig.telegram.say(question, where);
  return rig.telegram.waitForMessage(where.chatId ?? where.userId, ({ reply_markup }) => reply_markup !== undefined);
}

const faces = ({ reply_markup }: StoredMessage) => reply_markup?.inline_keyboard.flat().map(({ text }) => text);
const audits = (rig: BotRig) => rig.database().prepare("SELECT admin, action, detail FROM audit").all();
const facts = { question: "多少名?", isRefusal: false, must: [["339名"]], article: "商业向善" };

describe.concurrent("keep as test", () => {
  it("is a button in an admin's private chat, which keeps an answer once", async () => {
    const { rig, path } = await startWithSet();
    const answer = await ask(rig, "多少名?", { userId: OWNER });
    expect(faces(answer)).toEqual(["出处 1", zh.keep, "👍 有用", "👎 没帮助"]);
    rig.telegram.press(answer, zh.keep);
    await rig.telegram.waitForMessage(OWNER, ({ text }) => text === zh.kept(facts));
    expect(readGoldenSet(path)[1]).toEqual({
      id: "k001",
      question: "多少名?",
      kind: "kept",
      must: facts.must,
      article: "商业向善",
    });
    rig.telegram.press(answer, zh.keep);
    await rig.telegram.waitForMessage(OWNER, ({ text }) => text === zh.known(facts));
    expect(readGoldenSet(path)).toHaveLength(2);
    expect(audits(rig)).toEqual([
      {
        admin: OWNER,
        action: "keep test",
        detail: expect.stringMatching(/^{"answer":"[\w-]{12}","how":"kept"}$/) as string,
      },
    ]);
  });

  it("stays there when the buttons of the answer come back from a card, or from the reasons", async () => {
    const { rig } = await startWithSet();
    const answer = await ask(rig, "多少名?", { userId: OWNER });
    const words = feedbackWords("zh");
    for (const [button, part] of [
      [words.bad, words.done],
      [words.done, zh.keep],
    ]) {
      const current = rig.telegram.botMessagesIn(OWNER)[0] ?? answer;
      await rig.telegram.press(current, button ?? "").answer();
      await rig.telegram.idle(60);
      expect(faces(rig.telegram.botMessagesIn(OWNER)[0] ?? answer)).toContain(part);
    }
  });

  it("keeps a refusal as one that must be", async () => {
    const { rig, path } = await startWithSet();
    rig.telegram.press(await ask(rig, "股价多少?", { userId: OWNER }), zh.keep);
    await rig.telegram.waitForMessage(OWNER, ({ text }) => text.includes("要求：拒答"));
    expect(readGoldenSet(path)[1]).toMatchObject({ question: "股价多少?", kind: "refuse", must: [], article: null });
  });

  it("by /keep in reply works in groups, as it is or with other facts, which replace the former", async () => {
    const { rig, path } = await startWithSet();
    const answer = await ask(rig, "@programme_answers_bot 多少名?", { userId: ANN, chatId: GROUP });
    expect(faces(answer)).toEqual(["出处 1", "👍 有用", "👎 没帮助"]);
    const reply = async (text: string, said: string) => {
      rig.telegram.say(text, { userId: OWNER, chatId: GROUP, replyTo: answer.message_id });
      await rig.telegram.waitForMessage(GROUP, (message) => message.text === said);
    };
    await reply("/keep", zh.kept(facts));
    const corrected = { ...facts, must: [["340名", "340人"], ["李弘"]], article: null };
    await reply("/keep 应该是340名|340人；李弘", zh.replaced(corrected));
    await reply("/keep 拒答", zh.replaced({ ...facts, isRefusal: true, must: [], article: null }));
    expect(readFileSync(path, "utf8")).toBe(
      `${FIRST}{"id":"k001","question":"多少名?","kind":"refuse","must":[],"article":null}\n`,
    );
    expect(audits(rig)).toHaveLength(3);
  });

  it("says what to do without an answer, of a forgotten question, and when the set cannot be read", async () => {
    const { rig, path } = await startWithSet();
    rig.telegram.say("/keep 339名", { userId: OWNER });
    const hint = await rig.telegram.waitForMessage(OWNER, ({ text }) => text === zh.howToKeep);
    rig.telegram.say("/keep", { userId: OWNER, replyTo: hint.message_id });
    await rig.telegram.waitForMessage(
      OWNER,
      ({ text, message_id }) => text === zh.howToKeep && message_id > hint.message_id,
    );
    const answer = await ask(rig, "多少名?", { userId: OWNER });
    writeFileSync(path, "{");
    rig.telegram.press(answer, zh.keep);
    await rig.telegram.waitForMessage(OWNER, ({ text }) => text === "题集文件有误");
    rig.database().prepare("UPDATE answers SET question = NULL, standalone = NULL").run();
    rig.telegram.press(answer, zh.keep);
    await rig.telegram.waitForMessage(OWNER, ({ text }) => text === zh.cannotKeep);
    expect(readFileSync(path, "utf8")).toBe("{");
  });

  it("does not exist for anybody else, also with forged data", async () => {
    const { rig, path } = await startWithSet();
    const answer = await ask(rig, "多少名?", { userId: ANN });
    expect(faces(answer)).not.toContain(zh.keep);
    const id = answer.reply_markup?.inline_keyboard[0]?.[0]?.callback_data?.split(":")[1] ?? "";
    const said = await rig.telegram.press(answer, { data: `k:${id}` }).answer();
    expect(said.text).toBe(botWords("zh").oldButton);
    for (const command of ["/keep", "/eval", "/stats"]) {
      rig.telegram.say(command, { userId: ANN, replyTo: answer.message_id });
    }
    await rig.telegram.waitForMessage(ANN, () => rig.telegram.botMessagesIn(ANN).length >= 4);
    const lines = rig.telegram.botMessagesIn(ANN).slice(1);
    expect(lines.map(({ text }) => text)).toEqual(Array(3).fill(botWords("zh").unknownCommand));
    expect(readFileSync(path, "utf8")).toBe(FIRST);
  });

  it.each(["k:nothing00000", "k:ID:x", "k::", "k:__proto__"])("finds an old button behind %s", async (data) => {
    const { rig } = await startWithSet();
    const answer = await ask(rig, "多少名?", { userId: OWNER });
    const id = answer.reply_markup?.inline_keyboard[0]?.[0]?.callback_data?.split(":")[1] ?? "";
    const said = await rig.telegram.press(answer, { data: data.replace("ID", id) }).answer();
    expect(said.text).toBe(botWords("zh").oldButton);
  });
});

describe.concurrent("/eval", () => {
  it("asks the set and tells what is right and what was missing", async () => {
    const { rig, path } = await startWithSet();
    writeFileSync(
      path,
      [
        { id: "1", question: "多少名?", must: [["339"]], article: "商业" },
        { id: "2", question: "多少户?", must: [["339"], ["12户", "十二户"]], article: null },
        { id: "3", question: "股价?", kind: "refuse", must: [], article: null },
        { id: "4", question: "几位?", kind: "refuse", must: [], article: null },
      ]
        .map((line) => JSON.stringify(line))
        .join("\n"),
    );
    rig.telegram.say("/eval", { userId: OWNER });
    const report = await rig.telegram.waitForMessage(OWNER, ({ text }) => text.startsWith("题集跑完了"));
    expect(report.text).toBe(
      "题集跑完了。答对 1/2，该拒答的拒答 1/2。\n· 多少户?：缺少 12户 或 十二户\n· 几位?：应该拒答，却回答了",
    );
    expect(rig.telegram.botMessagesIn(OWNER)).toHaveLength(1);
  });

  it("holds up no question of the same chat, runs once at a time, and edits its message with pauses", async () => {
    const gate = createGate();
    const done = { answerable: 9, right: 9, refusable: 0, refused: 0, failures: [] };
    const { rig } = await startWithSet({
      regression: {
        keep: () => ({ kind: "impossible" }),
        async run({ onProgress } = {}) {
          for (let i = 1; i <= 9; i++) {
            onProgress?.(i, 9);
            await new Promise((resolve) => setTimeout(resolve, 100));
          }
          await gate.opened;
          return done;
        },
      },
    });
    rig.telegram.say("/eval", { userId: OWNER });
    await rig.telegram.waitForMessage(OWNER, ({ text }) => text === zh.started);
    await ask(rig, "多少名?", { userId: OWNER });
    rig.telegram.say("/eval", { userId: OWNER });
    await rig.telegram.waitForMessage(OWNER, ({ text }) => text === zh.alreadyRunning);
    await rig.telegram.waitForMessage(OWNER, ({ text }) => /正在跑题集：[789]\/9/.test(text));
    const edits = rig.telegram.calls("editMessageText").filter(({ params }) => String(params.text).includes("题集"));
    expect(edits.length).toBeLessThan(5); // every 300 ms here, every three seconds outside of tests
    gate.open();
    await rig.telegram.waitForMessage(OWNER, ({ text }) => text === zh.finished(done));
  });

  it("says so when the set cannot be read, and can be run again", async () => {
    const { rig, path } = await startWithSet();
    writeFileSync(path, "{");
    for (const count of [1, 2]) {
      rig.telegram.say("/eval", { userId: OWNER });
      await rig.telegram.waitForMessage(OWNER, () => {
        const said = rig.telegram.botMessagesIn(OWNER).filter(({ text }) => text === "题集文件有误");
        return said.length === count;
      });
    }
  });
});
