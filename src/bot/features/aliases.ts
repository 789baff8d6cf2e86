/**
 * /aliases: names that mean the same, as admins see and change them. They are in force with the next question, and stand in
 * a file of the corpus, where they can be reviewed; what the file looks like is the store's business.
 */
import { Composer } from "grammy";
import type { AuditStore } from "../../core/admin-ports.js";
import { isAppError } from "../../core/errors.js";
import type { Log } from "../../core/ports.js";
import type { Language } from "../../core/types.js";
import { ASKS_TO_ADD, aliasWords } from "../../i18n/alias-words.js";
import { type Admins, onAdminButton, onAdminCommand } from "../admin.js";
import { type AliasProblem, addNames, type Group, keyOf, namesIn, without } from "../alias-edits.js";
import { describeError } from "../api-errors.js";
import type { BotContext } from "../context.js";
import { putView } from "../pressed-message.js";
import { sendText } from "../reply.js";
import {
  type AliasTap,
  MAX_GROUP_CHARS,
  readAliasTap,
  renderAliases,
  renderDeletion,
  renderGroup,
} from "../views/aliases-view.js";
import type { CardView } from "../views/evidence-view.js";
import { clip } from "../views/paging.js";

/** What it works with. */
export interface AliasesDeps {
  admins: Admins;
  aliases: {
    current(): { readonly groups: readonly Group[] };
    /** @throws AppError ALIASES_INVALID, STORE_FAILED; nothing is changed. */
    save(groups: readonly Group[]): void;
  };
  audit: Pick<AuditStore, "note">;
  log: Log;
}

/** Of a name that a message repeats. */
const MAX_SHOWN_CHARS = 60;

/** The feature. */
export function createAliasesFeature({ admins, aliases, audit, log }: AliasesDeps): Composer<BotContext> {
  const composer = new Composer<BotContext>();

  onAdminCommand(composer, admins, "aliases", async (ctx, text, admin) => {
    const { html, ...rest } = text.trim() === "" ? list(ctx.language, 0) : add(ctx.language, text, admin);
    await sendText(ctx.api, ctx.place, html, rest);
  });

  onAdminButton(composer, admins, readAliasTap, async (ctx, tap, admin) => {
    await putView(ctx, viewOf(tap, ctx.language, admin));
  });

  const list = (language: Language, page: number, said?: string) =>
    renderAliases(aliases.current().groups, page, language, said);

  function add(language: Language, text: string, admin: number): CardView {
    const words = aliasWords(language);
    const added = addNames(aliases.current().groups, namesIn(text.trim().replace(ASKS_TO_ADD, "")));
    if ("kind" in added) return list(language, 0, problemWords(added, language));
    const shown = clip(words.group(added.group), MAX_GROUP_CHARS);
    if (!added.isNew) return renderGroup(added.group, language, words.known(shown));
    const problem = save(added.groups, language);
    if (problem !== undefined) return list(language, 0, problem);
    audit.note({ at: Date.now(), admin, action: "add aliases", detail: { group: shown } });
    return renderGroup(added.group, language, words.added(shown));
  }

  function viewOf(tap: AliasTap, language: Language, admin: number): CardView {
    if (tap.part === "list") return list(language, tap.page);
    const group = aliases.current().groups.find((one) => keyOf(one) === tap.key);
    const position = "name" in tap ? tap.name : undefined;
    const name = position === undefined ? undefined : group?.[position];
    const isThere = position === undefined || (name !== undefined && (group?.length ?? 0) > 2);
    if (!group || !isThere) return list(language, 0, aliasWords(language).changed);
    if (tap.part === "group") return renderGroup(group, language);
    if (tap.part === "confirm") return renderDeletion(group, position, language);
    return remove(group, name, language, admin);
  }

  function remove(group: Group, name: string | undefined, language: Language, admin: number): CardView {
    const words = aliasWords(language);
    const problem = save(without(aliases.current().groups, group, name), language);
    if (problem !== undefined) return list(language, 0, problem);
    const shown = clip(words.group(group), MAX_GROUP_CHARS);
    const detail = { group: shown, ...(name !== undefined && { name }) };
    audit.note({ at: Date.now(), admin, action: "remove aliases", detail });
    if (name === undefined) return list(language, 0, words.removedGroup(shown));
    const left = group.filter((other) => other !== name);
    return renderGroup(left, language, words.removedName(name, clip(words.group(left), MAX_GROUP_CHARS)));
  }

  /** @returns why it was not possible. */
  function save(groups: readonly Group[], language: Language): string | undefined {
    try {
      aliases.save(groups);
      return undefined;
    } catch (error) {
      if (!isAppError(error)) throw error;
      log.error(describeError(error), "the aliases could not be saved");
      const { fileBroken, notSaved } = aliasWords(language).problems;
      return error.code === "ALIASES_INVALID" ? fileBroken : notSaved;
    }
  }

  return composer;
}

function problemWords(problem: AliasProblem, language: Language): string {
  const { problems } = aliasWords(language);
  const shown = (name: string) => clip(name, MAX_SHOWN_CHARS);
  if (problem.kind === "tooFew") return problems.tooFew;
  if (problem.kind === "tooShort") return problems.tooShort(shown(problem.name));
  if (problem.kind === "tooLong") return problems.tooLong(shown(problem.name), problem.max);
  if (problem.kind === "tooManyNames") return problems.tooManyNames(problem.max);
  if (problem.kind === "tooManyGroups") return problems.tooManyGroups(problem.max);
  const [one, other] = problem.names;
  return problems.twoGroups(shown(one), shown(other));
}
