/** Encodes text as GB18030 (its two-byte part) or Big5, which Node can only decode: the decoder's table, turned round. */

const tables = new Map<string, Map<string, Uint8Array>>();

/** Bytes of `text`. @throws Error for a character that the encoding's two-byte part does not have. */
export function encodeLegacy(text: string, charset: "gb18030" | "big5"): Uint8Array {
  const table = tables.get(charset) ?? buildTable(charset);
  tables.set(charset, table);
  const bytes = Array.from(text, (character) => {
    if (character < "\u0080") return [character.charCodeAt(0)];
    const pair = table.get(character);
    if (!pair) throw new Error(`${charset} has no ${character}`);
    return [...pair];
  });
  return Uint8Array.from(bytes.flat());
}

function buildTable(charset: string): Map<string, Uint8Array> {
  const decoder = new TextDecoder(charset);
  const table = new Map<string, Uint8Array>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const pair = Uint8Array.of(lead, trail);
      const [character, ...rest] = decoder.decode(pair);
      if (character && rest.length === 0 && character !== "\uFFFD" && !table.has(character)) table.set(character, pair);
    }
  }
  return table;
}
