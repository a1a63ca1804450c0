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

// What is not certain is not claimed: that the rules find nothing to ask is always true.
it.each([
  ['clean may be the verb', 'Young workers clean cells and feed larvae.', 'no-claim'],
  ['drove may be the verb', 'A strong wind from the east drove the flames through the city.', 'no-claim'],
  ['recall is a noun', 'Recall falls from day to day.', 'no-claim'],
  ['nothing is told by a figure', 'See figure 3 for a map.', 'command'],
  ['it is the honey', 'Honey is ripe when less than about 20 percent of it is water.', 'no-claim'],
  [
    'where points at nothing',
    'The waggle dance is a movement by which a forager tells other bees where food is.',
    'no-claim',
  ],
  ['no other denies', 'Thomas Hales proved in 1999 that no other division has shorter borders.', 'hedged'],
  ['it points ahead', 'It was later found that things go on.', 'no-claim'],
  ['May is a month', 'Things go on in May.', 'no-claim'],
])('a sentence gets no reason that is untrue of it: %s', (_, sentence, code) => {
  expect(codes(sentence)).toEqual([code])
})
