/**
 * PDFs made from nothing, for tests: text in a Chinese font that is not embedded, as many newspapers leave it, so that
 * reading it needs the character maps. UCS-2 only.
 */

/** A line of text; points, `y` from the bottom. */
export interface PdfText {
  text: string;
  x?: number;
  y: number;
  size?: number;
}

/** What may be added to a document. */
export interface PdfExtras {
  /** Entries of the catalog, as `/OpenAction 9 0 R`. */
  catalog?: string;
  /** Entries of the trailer, as `/Encrypt 9 0 R`. */
  trailer?: string;
  /** Further objects, numbered from 6 + 2 × pages. */
  objects?: readonly string[];
}

/** One document with these pages. */
export function makePdf(pages: readonly (readonly PdfText[])[], extras: PdfExtras = {}): Uint8Array {
  const pageAt = (i: number) => 6 + i * 2;
  const objects = [
    `<</Type/Catalog/Pages 2 0 R${extras.catalog ?? ""}>>`,
    `<</Type/Pages/Kids[${pages.map((_, i) => `${pageAt(i)} 0 R`).join(" ")}]/Count ${pages.length}>>`,
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 5 0 R/DW 1000>>",
    "<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>",
    ...pages.flatMap((lines, i) => {
      const content = lines.map(({ text, x = 50, y, size = 10 }) => {
        const hex = Buffer.from(text, "utf16le").swap16().toString("hex");
        return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex}> Tj ET`;
      });
      const stream = content.join("\n");
      return [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${pageAt(i) + 1} 0 R>>`,
        `<</Length ${stream.length}>>\nstream\n${stream}\nendstream`,
      ];
    }),
    ...(extras.objects ?? []),
  ];
  let file = "%PDF-1.4\n";
  const places = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  file += places.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  file += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R${extras.trailer ?? ""}>>\nstartxref\n${xref}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}

/** A page of running text: a headline, then lines below each other, 28 characters wide. */
export function pageOf(headline: string, text: string): PdfText[] {
  const lines = text.match(/.{1,28}/gu) ?? [];
  return [{ text: headline, y: 780, size: 18 }, ...lines.map((line, i) => ({ text: line, y: 745 - i * 16 }))];
}
