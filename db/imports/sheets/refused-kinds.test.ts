import { describe, expect, test } from "vitest";
import { packed, partsOf, whyRefused, workbookOf } from "./workbook.fixtures";
import { entriesOf, zipOf } from "./zip.fixtures";

const cell = '<row r="1"><c r="A1"><v>1</v></c></row>';
const parts = partsOf({ sheets: { Cases: cell } });
const utf16 = (text: string) => Buffer.from(text, "utf16le");
const compound = (text: string) =>
  Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600), utf16(text)]);

describe("refused, with what to do instead:", () => {
  test.each<[string, Uint8Array, string]>([
    [
      "nothing at all",
      Buffer.alloc(0),
      "This file is empty. Choose the file that holds the table.",
    ],
    [
      "a workbook without any text",
      workbookOf({ sheets: { Cases: '<row r="1"><c r="A1" s="1"/></row>', More: "" } }),
      "There is no text in this file. Choose the file that holds the table.",
    ],
    [
      "a text file of spaces and line ends",
      Buffer.from(" \r\n\r\n , \n"),
      "There is no text in this file. Choose the file that holds the table.",
    ],
    [
      "a file of more than 25 MB",
      Buffer.alloc(25 * 1024 * 1024 + 1, "a"),
      "This file is larger than 25 MB. Leave out sheets, columns and rows that are not needed, and upload it again.",
    ],
    [
      "macros",
      packed({ ...parts, "xl/vbaProject.bin": "x" }),
      "This workbook has macros. Save it as an Excel workbook (.xlsx) and upload that. That leaves them out.",
    ],
    [
      "a workbook that says it has macros",
      workbookOf({
        sheets: { Cases: cell },
        contentType: "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
      }),
      "This workbook has macros. Save it as an Excel workbook (.xlsx) and upload that. That leaves them out.",
    ],
    [
      "macros of the oldest kind",
      packed({ ...parts, "xl/macrosheets/sheet1.xml": "x" }),
      "This workbook has macros. Save it as an Excel workbook (.xlsx) and upload that. That leaves them out.",
    ],
    [
      "macros of the oldest kind, in another place",
      packed({
        ...parts,
        "xl/_rels/workbook.xml.rels": (parts["xl/_rels/workbook.xml.rels"] ?? "").replace(
          '/styles"',
          '/xlMacrosheet"',
        ),
      }),
      "This workbook has macros. Save it as an Excel workbook (.xlsx) and upload that. That leaves them out.",
    ],
    [
      "a password",
      compound("EncryptedPackage"),
      "This workbook is protected with a password. Save it without one and upload it again.",
    ],
    [
      "a password of the zip",
      zipOf(entriesOf(parts, { says: { flags: 1 } })),
      "This workbook is protected with a password. Save it without one and upload it again.",
    ],
    [
      "an old workbook",
      compound("Workbook\0"),
      "This is a workbook of an old kind (.xls). Save it as an Excel workbook (.xlsx) and upload that.",
    ],
    [
      "an old document",
      compound("WordDocument\0"),
      "This is an older office document, not a spreadsheet. Put the table into a spreadsheet and upload that.",
    ],
    [
      "a binary workbook",
      packed({ "[Content_Types].xml": "x", "xl/workbook.bin": "x" }),
      "This is a binary workbook (.xlsb). Save it as an Excel workbook (.xlsx) and upload that.",
    ],
    [
      "OpenDocument",
      packed({
        mimetype: "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": "x",
        "META-INF/manifest.xml": "x",
      }),
      "This is an OpenDocument file (.ods). Save it as an Excel workbook (.xlsx) and upload that.",
    ],
    [
      "Numbers",
      packed({ "Index/Document.iwa": "x", "Metadata/Properties.plist": "x" }),
      "This is a Numbers file. Export it as an Excel workbook (.xlsx) and upload that.",
    ],
    [
      "Word",
      packed({ "[Content_Types].xml": "x", "word/document.xml": "x" }),
      "This is a Word document. Put the table into a spreadsheet and upload that.",
    ],
    [
      "PowerPoint",
      packed({ "[Content_Types].xml": "x", "ppt/presentation.xml": "x" }),
      "This is a presentation. Put the table into a spreadsheet and upload that.",
    ],
    [
      "another zip, also with a workbook in it",
      packed({ "cases.xlsx": workbookOf({ sheets: { Cases: cell } }) }),
      "This is a zip file without a workbook. Unpack it and upload the spreadsheet that is in it.",
    ],
    [
      "a zip with nothing in it",
      packed({}),
      "This is a zip file without a workbook. Unpack it and upload the spreadsheet that is in it.",
    ],
    [
      "what begins a workbook, alone",
      packed({ "[Content_Types].xml": parts["[Content_Types].xml"] ?? "" }),
      "This is a zip file without a workbook. Unpack it and upload the spreadsheet that is in it.",
    ],
    [
      "a workbook without its beginning",
      packed({ "xl/workbook.xml": parts["xl/workbook.xml"] ?? "" }),
      "This is a zip file without a workbook. Unpack it and upload the spreadsheet that is in it.",
    ],
    [
      "a PDF",
      Buffer.from("%PDF-1.7\n1 0 obj"),
      "This is a PDF. Upload the spreadsheet that it was made from.",
    ],
    [
      "a web page",
      Buffer.from("\ufeff\n<html><table><tr><td>case_ref</td></tr></table></html>"),
      "This is a web page or another XML file, not a spreadsheet. Open it in your spreadsheet program, save it as an Excel workbook (.xlsx) and upload that.",
    ],
    [
      "a picture",
      Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
      "This file is neither an Excel workbook (.xlsx) nor a text file with separated columns. Save the table as one of them and upload that.",
    ],
    [
      "a text with a NUL byte",
      Buffer.from("case_ref,sample\n2015-01,20\x0015\n"),
      "This file is neither an Excel workbook (.xlsx) nor a text file with separated columns. Save the table as one of them and upload that.",
    ],
    [
      "a long text with one",
      Buffer.from(`${"2015-01,2015\n".repeat(400)}\0`),
      "This file is neither an Excel workbook (.xlsx) nor a text file with separated columns. Save the table as one of them and upload that.",
    ],
    [
      "a text in UTF-32",
      Buffer.from([..."case_ref,sample\n"].flatMap((letter) => [0, 0, 0, letter.charCodeAt(0)])),
      "This file is neither an Excel workbook (.xlsx) nor a text file with separated columns. Save the table as one of them and upload that.",
    ],
    [
      "bytes of some other program",
      Buffer.from(Array.from({ length: 2000 }, (_, index) => 1 + ((index * 37) % 255))),
      "This file is neither an Excel workbook (.xlsx) nor a text file with separated columns. Save the table as one of them and upload that.",
    ],
  ])("%s", async (_, bytes, sentence) => {
    expect(await whyRefused(bytes)).toBe(`file: ${sentence}`);
  });
});
