import type { Span } from '../document/document'
import { splitSentences } from './english/sentences'
import { type Passage, passageOf, spanIn } from './text-without-marks'

type SentenceInText = { readonly span: Span; readonly text: string }

// Full stops of Russian and Kyrgyz abbreviations, and initials, end no sentence.
const CYRILLIC_ABBREVIATION = /(?:^|[\s(«])(?:гг?|вв?|им|тт?|д|п|др|пр|св|ул|стр|рис|тыс|см|ср|руб|км|ж|б|м|\p{Lu})\.$/u

/** The sentences of running text in English, Russian or Kyrgyz, each on one line and without the marks of Markdown. */
export function sentencesIn(text: string, span: Span): readonly SentenceInText[] {
  const passage = passageOf(text, span, 'md')
  const merged: { start: number; end: number }[] = []
  for (const sentence of splitSentences(passage)) {
    const last = merged.at(-1)
    if (last && isCutAtAbbreviation(passage, last.end)) last.end = sentence.end
    else merged.push({ ...sentence })
  }
  return merged
    .flatMap((sentence) => splitBeforeDigits(passage, sentence))
    .map(({ start, end }) => {
      return { span: spanIn(passage, start, end), text: passage.text.slice(start, end) }
    })
}

// By Unicode's rules (UAX 29, SB8) a full stop ends no sentence if the first letter after it is a small one: "… болгон. 1991-жылы …".
const BEFORE_DIGITS = /(?<=(\p{Script=Cyrillic}{4,})[»”")]?[.!?…]) +(?=\d[\d .,%–-]*\p{Ll})/gu
const WITH_NUMBER = /^(?:табл|прим|прил|напр|глав|разд|англ|млрд|пункт|стать?)$/iu

function splitBeforeDigits({ text }: Passage, { start, end }: Span): readonly Span[] {
  const breaks = [...text.slice(start, end).matchAll(BEFORE_DIGITS)].filter(([, word = '']) => !WITH_NUMBER.test(word))
  const starts = [start, ...breaks.map(({ index, 0: blanks }) => start + index + blanks.length)]
  const ends = [...breaks.map(({ index }) => start + index), end]
  return starts.map((from, at) => ({ start: from, end: ends[at] ?? end }))
}

const isCutAtAbbreviation = ({ text }: Passage, end: number): boolean =>
  CYRILLIC_ABBREVIATION.test(text.slice(Math.max(0, end - 12), end)) &&
  /\p{Script=Cyrillic}\.$/u.test(text.slice(0, end))
