import { limits } from "./limits";

/** Why a file cannot be read, as a sentence for the person who uploaded it. */
export class Unreadable extends Error {}

const number = new Intl.NumberFormat("en-GB");
const saveAgain = "Open it in your spreadsheet program, save it again as an Excel workbook (.xlsx)";
const saveAsWorkbook = "Save it as an Excel workbook (.xlsx) and upload that.";
const leaveOut = "Leave out sheets, columns and rows that are not needed, and upload it again.";

/** What is said of each kind of file that is refused: what is wrong, and what to do. */
export const sentences = {
  empty: "This file is empty. Choose the file that holds the table.",
  nothing: "There is no text in this file. Choose the file that holds the table.",
  tooLarge: `This file is larger than ${limits.fileBytes / 1024 / 1024} MB. ${leaveOut}`,
  tooManyRows: `This file has more than ${number.format(limits.rows)} rows. ${leaveOut}`,
  tooManyCells: `This file has more than ${number.format(limits.cells)} cells. ${leaveOut}`,
  tooMuchText: `This file holds more text than can be read at once. ${leaveOut}`,
  tooManyColumns: `This file has text beyond column ${number.format(limits.columns)}. ${leaveOut}`,
  tooManyParts: `This workbook has more than ${number.format(limits.entries)} parts. Remove pictures and other objects from it, and upload it again.`,
  unpacksTooFar: `This workbook unpacks to far more than its size. ${saveAgain} and upload that.`,
  damaged: `This workbook is damaged. ${saveAgain} and upload that.`,
  strange: `This workbook is not put together the way that spreadsheet programs do it. ${saveAgain} and upload that.`,
  password: "This workbook is protected with a password. Save it without one and upload it again.",
  macros: `This workbook has macros. ${saveAsWorkbook} That leaves them out.`,
  oldExcel: `This is a workbook of an old kind (.xls). ${saveAsWorkbook}`,
  binaryExcel: `This is a binary workbook (.xlsb). ${saveAsWorkbook}`,
  openDocument: `This is an OpenDocument file (.ods). ${saveAsWorkbook}`,
  appleNumbers: "This is a Numbers file. Export it as an Excel workbook (.xlsx) and upload that.",
  otherOffice:
    "This is an older office document, not a spreadsheet. Put the table into a spreadsheet and upload that.",
  word: "This is a Word document. Put the table into a spreadsheet and upload that.",
  presentation: "This is a presentation. Put the table into a spreadsheet and upload that.",
  pdf: "This is a PDF. Upload the spreadsheet that it was made from.",
  web: "This is a web page or another XML file, not a spreadsheet. Open it in your spreadsheet program, save it as an Excel workbook (.xlsx) and upload that.",
  zip: "This is a zip file without a workbook. Unpack it and upload the spreadsheet that is in it.",
  notText:
    "This file is neither an Excel workbook (.xlsx) nor a text file with separated columns. Save the table as one of them and upload that.",
  encoding:
    "The letters of this text file cannot be told for certain. Save it as “CSV UTF-8” and upload that.",
} as const;

/** Refuses a file for one of the reasons above. */
export function unreadable(reason: keyof typeof sentences): Unreadable {
  return new Unreadable(sentences[reason]);
}

/** Refuses a text file for a quotation mark; `line` is where the row with it begins. */
export function quoteOutOfPlace(line: number): Unreadable {
  return new Unreadable(
    `A quotation mark is out of place in the row that begins at line ${line}. Close each one that is opened, write those inside a cell twice (""), and upload the file again.`,
  );
}

/** Refuses a file for a cell with too much text. */
export function cellTooLong(sheet: string, line: number): Unreadable {
  return new Unreadable(
    `A cell in row ${line} of ${sheet} holds more than ${number.format(limits.cellCharacters)} characters. Shorten it and upload the file again.`,
  );
}
