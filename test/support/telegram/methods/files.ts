/**
 * Documents to the chat and files from it. Uploads come as multipart, either named `document` or attached under
 * another name (`attach://…`), as grammY does it.
 */
import { badRequest } from "../api-error.js";
import { checkKeyboard, checkText } from "../checks.js";
import { readText, UploadedFile } from "../params.js";
import type { World } from "../world.js";
import { placeOf, writableChat } from "./messages.js";
import type { Methods } from "./method.js";

const MAX_CAPTION = 1024;
const MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024;

/** Keeps a file and returns how a message shows it. */
export function storeFile(world: World, name: string, content: Buffer, mimeType?: string): Record<string, unknown> {
  const number = world.nextNumber();
  const fileId = `file-${number}`;
  world.files.set(fileId, { path: `documents/file_${number}`, content });
  return {
    file_id: fileId,
    file_unique_id: `unique-${number}`,
    file_name: name,
    file_size: content.length,
    ...(mimeType === undefined ? {} : { mime_type: mimeType }),
  };
}

export const fileMethods: Methods = {
  sendDocument: {
    params: [
      "business_connection_id",
      "chat_id",
      "message_thread_id",
      "document",
      "thumbnail",
      "caption",
      "parse_mode",
      "caption_entities",
      "disable_content_type_detection",
      "disable_notification",
      "protect_content",
      "reply_parameters",
      "reply_markup",
    ],
    run(params, context) {
      const { world } = context;
      const chat = writableChat(params, context);
      const named = params.document;
      const attached = typeof named === "string" ? params[named.replace(/^attach:\/\//, "")] : named;
      if (!(attached instanceof UploadedFile)) throw badRequest("there is no document in the request");
      if (attached.content.length === 0) throw badRequest("file must be non-empty");
      const caption = checkText({ ...params, text: readText(params, "caption") }, true);
      if (caption.text.length > MAX_CAPTION) throw badRequest("message caption is too long");
      const reply_markup = checkKeyboard(params);
      const place = placeOf(params, chat, world);
      context.flood("sendDocument", chat.id);
      const message = world.addMessage(chat, {
        from: "bot",
        sender: world.bot,
        html: "",
        text: "",
        entities: [],
        content: {
          document: storeFile(world, attached.name, attached.content),
          ...(caption.text === "" ? {} : { caption: caption.text, caption_entities: caption.entities }),
        },
        ...(reply_markup === undefined ? {} : { reply_markup }),
        ...place,
      });
      return world.toWire(message);
    },
  },

  getFile: {
    params: ["file_id"],
    run(params, { world }) {
      const fileId = readText(params, "file_id");
      const file = world.files.get(fileId);
      if (!file) throw badRequest("invalid file_id");
      if (file.content.length > MAX_DOWNLOAD_BYTES) throw badRequest("file is too big");
      return {
        file_id: fileId,
        file_unique_id: fileId.replace("file", "unique"),
        file_size: file.content.length,
        file_path: file.path,
      };
    },
  },
};
