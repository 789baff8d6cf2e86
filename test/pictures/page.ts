/** Messages as a page that looks like a chat: the bot's own HTML, in a style close to Telegram's. */
import { escapeHtml } from "../../src/bot/views/html.js";
import type { StoredMessage } from "../support/telegram/model.js";

const STYLE = `
  body { margin: 0; padding: 14px; width: 452px; background: #dfe7ec; font: 15px/1.45 "Noto Sans CJK SC", "Noto Sans", sans-serif; }
  .row { display: flex; flex-direction: column; margin: 6px 0; max-width: 420px; }
  .user { align-items: flex-end; margin-left: auto; }
  .bubble { padding: 7px 11px; border-radius: 12px; background: #fff; white-space: pre-wrap; overflow-wrap: anywhere; }
  .user .bubble { background: #e3f9d3; }
  blockquote { margin: 3px 0; padding: 3px 9px; border-left: 3px solid #3390ec; background: #f0f6fc; border-radius: 4px; }
  .reply { border-left: 3px solid #3390ec; padding-left: 7px; margin-bottom: 4px; color: #3390ec; font-size: 13px; }
  .keys { display: grid; gap: 4px; margin-top: 4px; }
  .keys div { display: flex; gap: 4px; }
  .keys span { flex: 1; text-align: center; padding: 6px; border-radius: 8px; background: #8aa5b8; color: #fff; font-size: 13.5px; }
  a { color: #3390ec; }
`;

/** A whole page. @param replied texts of messages that others answer, by id. */
export function renderPage(messages: readonly StoredMessage[], replied: ReadonlyMap<number, string>): string {
  const rows = messages.map((message) => renderMessage(message, replied.get(message.reply_to_message_id ?? 0)));
  return `<!doctype html><meta charset="utf-8"><style>${STYLE}</style><body>${rows.join("")}</body>`;
}

function renderMessage({ from, html, text, content, reply_markup }: StoredMessage, replied?: string): string {
  const body = html === "" ? escapeHtml(text === "" ? `[${Object.keys(content).join(", ")}]` : text) : html;
  const quote = replied === undefined ? "" : `<div class="reply">${escapeHtml(replied.slice(0, 60))}</div>`;
  const rows = reply_markup?.inline_keyboard ?? [];
  const keys = rows.map((row) => `<div>${row.map((key) => `<span>${escapeHtml(key.text)}</span>`).join("")}</div>`);
  const keyboard = keys.length === 0 ? "" : `<div class="keys">${keys.join("")}</div>`;
  return `<div class="row ${from}"><div class="bubble">${quote}${body}</div>${keyboard}</div>`;
}
