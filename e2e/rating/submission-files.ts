import { crc32, deflateRawSync } from "node:zlib";

/** A file as a page is given it. */
export interface FileForPage {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A PDF with these lines on each of its pages, in a font that every reader has. */
export function pdfFile(name: string, pages: readonly (readonly string[])[]): FileForPage {
  const first = 4;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${first + 2 * index} 0 R`).join(" ")}] >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ...pages.flatMap((lines, index) => {
      const said = lines.map((line) => `(${line.replace(/[\\()]/g, "\\$&")}) Tj T*`).join("\n");
      const content = `BT /F1 12 Tf 14 TL 72 760 Td\n${said}\nET`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + 2 * index + 1} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  return pdfOf(name, objects);
}

/** A PDF that asks for a password before it shows anything. */
export function lockedPdfFile(name: string): FileForPage {
  const sealed = (byte: string) => `<${byte.repeat(32)}>`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Count 0 /Kids [] >>",
    `<< /Filter /Standard /V 1 /R 2 /P -4 /O ${sealed("5a")} /U ${sealed("a5")} >>`,
  ];
  return pdfOf(name, objects, "/Encrypt 3 0 R /ID [<00112233445566778899aabbccddeeff> <00>]");
}

function pdfOf(name: string, objects: readonly string[], more = ""): FileForPage {
  let file = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const count = objects.length + 1;
  const table = `xref\n0 ${count}\n0000000000 65535 f \n${places.join("")}`;
  file += `${table}trailer\n<< /Size ${count} /Root 1 0 R ${more} >>\nstartxref\n${file.length}\n%%EOF\n`;
  return { name, mimeType: "application/pdf", buffer: Buffer.from(file, "latin1") };
}

/** A Word file (.docx) with these paragraphs; what they hold is written as it is. */
export function wordFile(name: string, paragraphs: readonly string[]): FileForPage {
  const said = paragraphs.map((one) => `<w:p><w:r><w:t>${one}</w:t></w:r></w:p>`).join("");
  const xml = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${said}</w:body></w:document>`;
  return zipFile(name, "word/document.xml", Buffer.from(xml));
}

/** A zip archive with one file in it. */
export function zipFile(name: string, inside: string, content: Buffer): FileForPage {
  const packed = deflateRawSync(content);
  const path = Buffer.from(inside);
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(8, 4);
  shared.writeUInt32LE(crc32(content), 10);
  shared.writeUInt32LE(packed.length, 14);
  shared.writeUInt32LE(content.length, 18);
  shared.writeUInt16LE(path.length, 22);
  const header = Buffer.concat([Buffer.from("PK\u0003\u0004"), shared, path, packed]);
  const entry = Buffer.concat([
    Buffer.from("PK\u0001\u0002\u0014\u0000"),
    shared,
    Buffer.alloc(14),
    path,
  ]);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006");
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(header.length, 16);
  return {
    name,
    mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    buffer: Buffer.concat([header, entry, end]),
  };
}
