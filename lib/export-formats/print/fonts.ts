import { createRequire } from 'node:module'
import { Font } from '@react-pdf/renderer'

/** What Bilim says and asks. Has ө ү ң. */
export const APP_FONTS = ['Golos', 'Literata', 'Math']
/** What the document says. */
export const DOCUMENT_FONTS = ['Literata', 'Golos', 'Math']

export const REGULAR = 400
export const STRONG = 600

const GOLOS = '@expo-google-fonts/golos-text'
const LITERATA = '@expo-google-fonts/literata'
const MATH = '@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff'

// Whole fonts, one file a weight: those of the web come in subsets of one name, and each change between two of them would
// put another copy into the file.
const FILES: Readonly<Record<string, readonly [string, string]>> = {
  Golos: [`${GOLOS}/400Regular/GolosText_400Regular.ttf`, `${GOLOS}/600SemiBold/GolosText_600SemiBold.ttf`],
  Literata: [`${LITERATA}/400Regular/Literata_400Regular.ttf`, `${LITERATA}/600SemiBold/Literata_600SemiBold.ttf`],
  Math: [MATH, MATH],
}

const LONG_WORD = 24
const PIECE = 12

/** Once a thread. Words are not divided, unless one is so long that no line takes it. */
export function registerFonts(): void {
  const { resolve } = createRequire(import.meta.url)
  for (const [family, [regular, strong]] of Object.entries(FILES)) {
    const fonts = [
      { src: resolve(regular), fontWeight: REGULAR },
      { src: resolve(strong), fontWeight: STRONG },
    ]
    Font.register({ family, fonts })
  }
  Font.registerHyphenationCallback((word) =>
    word.length <= LONG_WORD ? [word] : (word.match(new RegExp(`.{1,${PIECE}}`, 'gsu')) ?? [word]),
  )
}

// None of the fonts has a raised sign.
const RAISED = /[\u2070\u00b9\u00b2\u00b3\u2074-\u207f]*[\u207a\u207b][\u2070\u00b9\u00b2\u00b3\u2074-\u207f]*/g
// What stands in no line of print; a tabulator and line breaks do.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\ufeff]/g
const ELSEWHERE =
  /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]|\p{Emoji_Presentation}/gu

/** The text in signs that the fonts have: 10⁻³ as 10^−3; a box for what is written in no script of theirs. */
export function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(CONTROLS, '')
    .replace(RAISED, (power) => `^${power.normalize('NFKC')}`)
    .replace(ELSEWHERE, '□')
}
