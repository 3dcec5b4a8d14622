/** What is used of pdfmake, which comes without types. */
declare module 'pdfmake' {
  /** Left, top, right, bottom; in points, as everything here. */
  export type Sides = readonly [number, number, number, number]

  export type Shape =
    | {
        readonly type: 'line'
        readonly x1: number
        readonly y1: number
        readonly x2: number
        readonly y2: number
        readonly lineWidth: number
        readonly lineColor?: string
        readonly lineCap?: 'round'
        readonly dash?: { readonly length: number; readonly space: number }
      }
    | {
        readonly type: 'rect'
        readonly x: number
        readonly y: number
        readonly w: number
        readonly h: number
        readonly lineWidth: number
        readonly lineColor?: string
        readonly color: string
      }

  export interface TableLayout {
    readonly hLineWidth: (line: number) => number
    readonly vLineWidth: (line: number) => number
    readonly hLineColor?: () => string
    readonly vLineColor?: () => string
    readonly paddingLeft: () => number
    readonly paddingRight: () => number
    readonly paddingTop: () => number
    readonly paddingBottom: () => number
  }

  /** A piece of a page. It has one of `text`, `stack`, `columns`, `table` and `canvas`. */
  export interface Piece {
    readonly text?: string | readonly Piece[]
    readonly stack?: readonly Piece[]
    readonly columns?: readonly Piece[]
    readonly columnGap?: number
    readonly table?: {
      readonly widths: readonly (number | '*')[]
      readonly heights?: number | readonly number[]
      readonly body: readonly (readonly Piece[])[]
      readonly headerRows?: number
      readonly keepWithHeaderRows?: number
      readonly dontBreakRows?: boolean
    }
    readonly layout?: TableLayout
    readonly canvas?: readonly Shape[]
    readonly width?: number | '*' | 'auto'
    readonly margin?: Sides
    readonly alignment?: 'left' | 'center' | 'right' | 'justify'
    readonly verticalAlignment?: 'middle' | 'bottom'
    readonly relativePosition?: { readonly x: number; readonly y: number }
    readonly unbreakable?: boolean
    readonly pageBreak?: 'before'
    readonly fontSize?: number
    readonly lineHeight?: number
    readonly bold?: boolean
    readonly italics?: boolean
    readonly color?: string
    readonly sup?: boolean
    readonly noWrap?: boolean
    readonly decoration?: 'lineThrough'
    readonly leadingIndent?: number
  }

  interface FileProperties {
    readonly title: string
    readonly author?: string
    readonly creator: string
    readonly creationDate: Date
  }

  export interface PdfDefinition extends Readonly<Record<'info', FileProperties>> {
    readonly language: string
    readonly displayTitle: boolean
    readonly pageSize: 'A4'
    readonly pageOrientation: 'portrait' | 'landscape'
    readonly pageMargins: Sides
    readonly defaultStyle: { readonly font: string; readonly fontSize: number; readonly lineHeight: number }
    readonly header: (page: number, pages: number) => Piece | null
    readonly footer: (page: number, pages: number) => Piece | null
    readonly content: readonly Piece[]
  }

  export interface FontFiles {
    readonly normal: string
    readonly bold: string
    readonly italics: string
    readonly bolditalics: string
  }

  export interface PdfFile {
    getStream(): Promise<Readonly<Record<'info', object>>>
    getBuffer(): Promise<Buffer>
  }

  const pdfmake: {
    addFonts(fonts: Readonly<Record<string, FontFiles>>): void
    setUrlAccessPolicy(allows: (url: string) => boolean): void
    setLocalAccessPolicy(allows: (path: string) => boolean): void
    createPdf(definition: PdfDefinition): PdfFile
  }
  // biome-ignore lint/style/noDefaultExport: it is how pdfmake comes
  export default pdfmake
}
