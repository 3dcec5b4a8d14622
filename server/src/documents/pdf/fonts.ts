/** The one typeface of papers: Tinos, which has the widths of Times New Roman and every Vietnamese letter. It stands inside each file. */
import { createRequire } from 'node:module'
import type { FontFiles } from 'pdfmake'

const require = createRequire(import.meta.url)

export const TYPEFACE = 'Tinos'

export const fontFiles: FontFiles = {
  normal: require.resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf'),
  italics: require.resolve('@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf'),
  bolditalics: require.resolve('@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf'),
}

/** How high a line is, for one point of type. */
export const LINE_HEIGHT = 1.149
