/** What of pdfmake 0.3 the packet uses; the package ships no types. */
declare module "pdfmake" {
  export type Margin = [left: number, top: number, right: number, bottom: number];

  /** A node of the document: what it holds, and how it looks. */
  export type Content = {
    text?: string | Content[];
    stack?: Content[];
    columns?: Content[];
    table?: {
      body: Content[][];
      widths: (number | "auto" | "*")[];
      headerRows?: number;
      dontBreakRows?: boolean;
      keepWithHeaderRows?: number;
    };
    svg?: string;
    canvas?: {
      type: "line" | "rect";
      x1?: number;
      y1?: number;
      x2?: number;
      y2?: number;
      x?: number;
      y?: number;
      w?: number;
      h?: number;
      color?: string;
      lineWidth?: number;
      lineColor?: string;
    }[];
    layout?: TableLayout;
    id?: string;
    pageReference?: string;
    width?: number | "auto" | "*";
    columnGap?: number;
    margin?: Margin;
    absolutePosition?: { x: number; y: number };
    pageBreak?: "before" | "after";
    unbreakable?: boolean;
    noWrap?: boolean;
    alignment?: "left" | "right" | "center";
    font?: string;
    fontSize?: number;
    bold?: boolean;
    italics?: boolean;
    color?: string;
    lineHeight?: number;
    fontFeatures?: string[];
    characterSpacing?: number;
    preserveLeadingSpaces?: boolean;
    border?: [boolean, boolean, boolean, boolean];
  };

  export type TableLayout = {
    hLineWidth?: (line: number, node: Content) => number;
    vLineWidth?: (line: number, node: Content) => number;
    hLineColor?: (line: number, node: Content) => string;
    vLineColor?: (line: number, node: Content) => string;
    paddingLeft?: (column: number, node: Content) => number;
    paddingRight?: (column: number, node: Content) => number;
    paddingTop?: (row: number, node: Content) => number;
    paddingBottom?: (row: number, node: Content) => number;
  };

  export type DocumentDefinition = {
    content: Content[];
    header?: (page: number, pages: number) => Content;
    footer?: (page: number, pages: number) => Content;
    defaultStyle: Content;
    pageSize: "A4";
    pageMargins: Margin;
    info: Record<string, string | Date>;
    language: string;
    version: string;
    /** Told where each node came to stand; true moves it to the next page. */
    pageBreakBefore?: (node: { id?: string; startPosition: { pageNumber: number; top: number } }) => boolean;
  };

  export type FontFiles = Record<
    string,
    { normal: string; bold: string; italics: string; bolditalics: string }
  >;

  const pdfmake: {
    setFonts(fonts: FontFiles): void;
    setUrlAccessPolicy(allowed: (url: string) => boolean): void;
    setLocalAccessPolicy(allowed: (path: string) => boolean): void;
    createPdf(definition: DocumentDefinition): { getBuffer(): Promise<Buffer> };
  };
  export default pdfmake;
}
