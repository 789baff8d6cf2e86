/** What an article may be called by: for matching only, never shown. */

/** The parts of an article's metadata that name it. */
interface Named {
  title: string;
  subtitle?: string;
  programme?: string;
  aliases: readonly string[];
}

/**
 * Title, subtitle, programme and aliases as one text: what a question may say when it means this article.
 * @example namesOf({ title: "云溪县茶园", programme: "星光计划", aliases: [] }) // "云溪县茶园 星光计划"
 */
export function namesOf({ title, subtitle, programme, aliases }: Named): string {
  return [title, subtitle, programme, ...aliases].filter((name) => name !== undefined).join(" ");
}
