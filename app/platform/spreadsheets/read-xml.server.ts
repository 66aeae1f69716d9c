import { SaxesParser } from "saxes";
import { SheetRefused } from "./sheet";

export type XmlListener = {
  /** A tag and its attributes, by their names without prefixes: programs choose them as they like. */
  opened?(name: string, attributes: Record<string, string>): void;
  said?(text: string): void;
  closed?(name: string): void;
};

/** Tells what stands in a part, in order. One that brings definitions of its own (entities, say) is not read. */
export async function readXml(pieces: AsyncIterable<string>, { opened, said, closed }: XmlListener): Promise<void> {
  const parser = new SaxesParser();
  const refuse = () => {
    throw new SheetRefused({ key: "spreadsheet_damaged" });
  };
  parser.on("error", refuse);
  parser.on("doctype", refuse);
  if (opened) parser.on("opentag", ({ name, attributes }) => opened(localName(name), attributes));
  if (said) parser.on("text", said);
  if (closed) parser.on("closetag", ({ name }) => closed(localName(name)));
  for await (const piece of pieces) parser.write(piece);
  parser.close();
}

const localName = (name: string) => name.slice(name.indexOf(":") + 1);
