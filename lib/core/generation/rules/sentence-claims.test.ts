import { expect, it } from 'vitest'
import type { RefusalCode } from '../refusal'
import { generate } from './generate'

/** Why the only sentence of a text is not asked; nothing where it is. */
const codes = (sentence: string): RefusalCode[] =>
  generate({ title: null, text: `Arden\n\n${sentence}`, format: 'txt' }).refusals.map(({ code }) => code)

/** The sentence is not asked for this reason; the one near it may be asked, or is not for another one. */
type Row = { readonly wrong: string; readonly sentence: string; readonly near: string; readonly code: RefusalCode }

const ROWS: readonly Row[] = [
  {
    wrong: 'it tells what is done in an example',
    sentence: 'For example, the mill of Arden was built in 1666 by Ada Quill.',
    near: 'The mill of Arden was built in 1666 by Ada Quill.',
    code: 'example',
  },
  {
    wrong: 'it tells the reader what to do',
    sentence: 'Grind the barley of Arden in the old mill.',
    near: 'Millers grind the barley of Arden in the old mill.',
    code: 'command',
  },
  {
    wrong: 'it has no verb',
    sentence: 'The old mill of Arden in the valley.',
    near: 'The old mill of Arden stands in the valley.',
    code: 'fragment',
  },
  {
    wrong: 'it asks',
    sentence: 'Was the mill of Arden built in 1666?',
    near: 'The mill of Arden was built in 1666.',
    code: 'question',
  },
  {
    wrong: 'it says that something may be',
    sentence: 'The mill of Arden may have been sold.',
    near: 'The mill of Arden was sold.',
    code: 'hedged',
  },
  {
    wrong: 'it points at a sentence before it',
    sentence: 'This made them rich.',
    near: 'Barley made Arden rich.',
    code: 'unresolved-reference',
  },
  {
    wrong: 'it has more than 35 words',
    sentence: `Arden goes on${' and on'.repeat(17)}.`,
    near: `Arden goes on${' and on'.repeat(16)}.`,
    code: 'too-long',
  },
  {
    wrong: 'it says nothing that can be asked',
    sentence: 'Things go on well.',
    near: 'The mill of Arden was built in 1666 by Ada Quill.',
    code: 'no-claim',
  },
]

it.each(ROWS.map((row) => [row.code, row.wrong, row] as const))('a sentence is refused as %s: %s', (code, _, row) => {
  expect(codes(row.sentence)).toEqual([code])
  expect(codes(row.near)).not.toContain(code)
})
