/** What the library has no option for: a worksheet that is printed one page wide, and as many pages long as it takes. */

type Attributes = Record<string, string | number>

/** Of the library's `features`. */
export const onePageWide = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml: string): string =>
          xml.replace(/<worksheet\b[^>]*>/, (root) => `${root}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`),
        transformElementAttributes: (tag: string, attributes: Attributes): Attributes =>
          tag === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
      },
    },
  },
}
