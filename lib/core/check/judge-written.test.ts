import { describe, expect, it } from 'vitest'
import type { WrittenItem } from '../item/item'
import type { FindingCode } from './check-result'
import { judge } from './judge-written'

/** An item that is written about one sentence of a text; the text is that sentence where none is named. */
type Written = Partial<Pick<WrittenItem, 'type' | 'options'>> & {
  readonly quote: string
  readonly stem: string
  readonly key: string | readonly string[]
  readonly text?: string
  readonly language?: string
}

function codes({ quote, key, text = quote, language, ...written }: Written): FindingCode[] {
  const start = text.indexOf(quote)
  const keys = typeof key === 'string' ? [key] : key
  const item: WrittenItem = {
    ...{
      id: 'i',
      type: 'short-answer',
      tier: 'A',
      factIds: ['f'],
      options: [],
      key: keys,
      accepted: keys.map(() => []),
    },
    ...{ explanation: quote, distractorEvidence: {}, distractorReasons: {} },
    evidence: [{ start, end: start + quote.length, quote }],
    ...written,
  }
  return judge(item, { text, title: 'Arden', headings: [], language, stems: [] }).map(({ code }) => code)
}

const MILL: Written = {
  quote: 'The mill of Arden was built in 1666 by Ada Quill.',
  stem: 'Who built the mill of Arden?',
  key: 'Ada Quill',
}
const EXPORTS: Written = {
  quote: 'The valley of Arden exports barley and wool.',
  stem: 'What does the valley of Arden export?',
  key: 'barley',
}
const YEARS = 'In 1666 the mill of Arden burnt down. The fire of 1666 spared the church. After 1666 Arden had no mill.'
const FAR = 'Arden lies on a river. '.repeat(40)
const NEW_MILL: Written = {
  quote: 'The new mill was built by Ada Quill.',
  stem: 'Who built the new mill of Arden after 1666?',
  key: 'Ada Quill',
}

const chosen = (key: string, ...wrong: string[]) => ({ type: 'choice' as const, key, options: [key, ...wrong] })
const statement = (stem: string, key: 'True' | 'False', quote = MILL.quote): Written => ({
  ...{ type: 'true-false', quote, stem, key },
  options: ['True', 'False'],
})

/** The first has the fault; the one near it has not. */
type Row = { readonly wrong: string; readonly change: Written; readonly near: Written; readonly code: FindingCode }

const TEXTS: readonly Row[] = [
  {
    wrong: 'it is in other letters',
    change: { ...MILL, stem: 'Кто построил мельницу в Ардене?' },
    near: { ...MILL, stem: 'Who built the mill (мельница) of Arden?' },
    code: 'other-language',
  },
  {
    wrong: 'it is in a related language',
    change: { ...MILL, stem: 'Wer hat die Mühle auf dem Felsen von Arden gebaut?' },
    near: { ...MILL, stem: 'Who was it that built the old Mühle of Arden?' },
    code: 'other-language',
  },
  {
    wrong: 'it has a name from elsewhere',
    change: { ...MILL, stem: 'Who built the mill of Captain Brandt at Arden?' },
    near: { ...MILL, stem: 'Mills: UNESCO protects the mill at Arden that Quill owned, so who built it?' },
    code: 'name-not-in-text',
  },
  {
    wrong: 'it has a year from elsewhere',
    change: { ...MILL, stem: 'Who built the mill of Arden in 1667?' },
    near: { ...MILL, stem: 'Who built the mill of Arden in 1666?' },
    code: 'name-not-in-text',
  },
  {
    wrong: 'a year from far away is not what the document is about',
    change: { ...NEW_MILL, text: `In 1666 the mill of Arden burnt down.\n${FAR}\n${NEW_MILL.quote}` },
    near: { ...NEW_MILL, text: `${YEARS}\n${FAR}\n${NEW_MILL.quote}` },
    code: 'name-not-in-text',
  },
  {
    wrong: 'the year is that of another sentence',
    change: { ...MILL, stem: 'Who built the mill of Arden in 1701?', text: `${MILL.quote} It burnt down in 1701.` },
    near: { ...MILL, stem: 'Who built the mill of Arden in 1666?', text: `${MILL.quote} It burnt down in 1701.` },
    code: 'figure-changed',
  },
  {
    wrong: 'it asks for four of a list of three',
    change: {
      quote: 'The miller of Arden had three tasks: to grind, to weigh and to sell.',
      ...{ type: 'flashcard', stem: 'Which four tasks did the miller of Arden have?', key: ['grind', 'weigh', 'sell'] },
    },
    near: {
      quote: 'The miller of Arden had three tasks: to grind, to weigh and to sell.',
      ...{
        type: 'flashcard',
        stem: 'Which three tasks did the miller of Arden have?',
        key: ['grind', 'weigh', 'sell'],
      },
    },
    code: 'count-differs',
  },
  {
    wrong: 'it is about nothing that its sentence says',
    change: { ...MILL, stem: 'Which singer visited the eastern islands?' },
    near: { ...MILL, stem: 'Which singer visited the eastern mill?' },
    code: 'proof-of-other',
  },
  {
    wrong: 'another sentence with the answer fits it far better',
    change: { ...MILL, quote: 'Ada Quill kept the keys.', text: `Ada Quill kept the keys. ${MILL.quote}` },
    near: { ...MILL, text: `Ada Quill kept the keys. ${MILL.quote}` },
    code: 'proof-of-other',
  },
  {
    wrong: 'its figure is of an example that somebody made up',
    change: {
      quote: 'Suppose that a baker sells 40 loaves in a week.',
      ...{ stem: 'How many loaves does the baker sell in a week?', key: '40' },
    },
    near: {
      quote: 'The baker of Arden sells 40 loaves in a week.',
      ...{ stem: 'How many loaves does the baker sell in a week?', key: '40' },
    },
    code: 'made-up-example',
  },
  {
    wrong: 'a number is no person',
    change: { ...MILL, key: '1666' },
    near: { ...MILL, key: 'Ada Quill' },
    code: 'wrong-question-word',
  },
  {
    wrong: 'a number is no place',
    change: { ...MILL, stem: 'Where did Ada Quill build a mill?', key: '1666' },
    near: { ...MILL, stem: 'Where did Ada Quill build a mill?', key: 'Arden' },
    code: 'wrong-question-word',
  },
  {
    wrong: 'a count is no time',
    change: {
      quote: 'In the fire of 1666 Arden lost three mills.',
      ...{ stem: 'When did Arden lose its mills by fire?', key: 'three' },
    },
    near: {
      quote: 'In the fire of 1666 Arden lost three mills.',
      ...{ stem: 'When did Arden lose its mills by fire?', key: '1666' },
    },
    code: 'wrong-question-word',
  },
  {
    wrong: 'a name is no amount',
    change: { ...MILL, stem: 'How many mills were built by Ada Quill?', key: 'Arden' },
    near: { ...MILL, stem: 'How much did Ada Quill build in 1666?', key: 'the mill of Arden' },
    code: 'wrong-question-word',
  },
  {
    wrong: 'a Russian question points at what it does not name',
    change: {
      ...{ quote: 'Мельницу Ардена построила Ада Квилл.', language: 'rus' },
      ...{ stem: 'Кто построил эту мельницу?', key: 'Ада Квилл' },
    },
    near: {
      ...{ quote: 'Мельницу Ардена построила Ада Квилл.', language: 'rus' },
      ...{ stem: 'Кто построил мельницу Ардена?', key: 'Ада Квилл' },
    },
    code: 'unresolved-reference',
  },
]

const MEANINGS: readonly Row[] = [
  {
    wrong: 'it denies what its sentence does not deny',
    change: { ...MILL, stem: 'Who did not build the mill of Arden?' },
    near: {
      quote: 'Today the mill of Arden does not grind barley but wheat.',
      ...{ stem: 'What does the mill of Arden today no longer grind?', key: 'barley' },
    },
    code: 'negation-added',
  },
  {
    wrong: 'a true statement leaves out a denial',
    change: statement('In winter the mill grinds barley.', 'True', 'In winter the mill does not grind barley.'),
    near: statement('The mill does not grind barley in winter.', 'True', 'In winter the mill does not grind barley.'),
    code: 'negation-dropped',
  },
  {
    wrong: 'it asks for one of a list as if there were no more',
    change: EXPORTS,
    near: { ...EXPORTS, stem: 'What does the valley of Arden export besides wool?' },
    code: 'listed-with-others',
  },
  {
    wrong: 'what follows the "and" is another member, not a clause',
    change: EXPORTS,
    near: {
      quote: 'In a dry year the canal of Arden is closed and the mill stops.',
      ...{ stem: 'What is the canal of Arden in a dry year?', key: 'closed' },
    },
    code: 'listed-with-others',
  },
  {
    wrong: 'a true statement has another name than its sentence',
    change: statement('The mill of Arden was built in 1666 by Ada Farrow.', 'True'),
    near: statement('In 1666 Ada Quill built the mill of Arden.', 'True'),
    code: 'not-proven-true',
  },
  {
    wrong: 'a true statement says more than its sentence',
    change: statement('The mill of Arden was built cheaply with foreign timber.', 'True'),
    near: statement('The mill of Arden was built by Ada Quill.', 'True'),
    code: 'not-proven-true',
  },
  {
    wrong: 'a false statement only says more than its sentence, which may be true',
    change: statement('The mill of Arden was built in 1666 by Ada Quill cheaply.', 'False'),
    near: statement('The mill of Arden was built in 1656 by Ada Quill.', 'False'),
    code: 'not-proven-false',
  },
  {
    wrong: 'a false statement has words that the document does not have',
    change: statement('The mill of Arden was built in 1666 by sleepy giants.', 'False'),
    near: statement('The mill of Arden was built in 1666 by Tom Farrow.', 'False'),
    code: 'not-proven-false',
  },
]

const OPTIONS: readonly Row[] = [
  {
    wrong: 'there is one wrong option',
    change: { ...MILL, ...chosen('Ada Quill', 'Jane Holt') },
    near: { ...MILL, ...chosen('Ada Quill', 'Jane Holt', 'Tom Farrow') },
    code: 'number-of-options',
  },
  {
    wrong: 'there are six wrong options',
    change: { ...MILL, ...chosen('Ada Quill', 'Ann', 'Ben', 'Cleo', 'Dan', 'Eve', 'Fay') },
    near: { ...MILL, ...chosen('Ada Quill', 'Ann', 'Ben', 'Cleo', 'Dan', 'Eve') },
    code: 'number-of-options',
  },
  {
    wrong: 'a figure stands among names',
    change: { ...MILL, ...chosen('Ada Quill', 'Jane Holt', '1701') },
    near: { ...MILL, ...chosen('Ada Quill', 'Jane Holt', 'one another') },
    code: 'option-of-other-kind',
  },
  {
    wrong: 'an option is the number of the key in words',
    change: {
      quote: 'The mill of Arden has 12 sails.',
      ...{ stem: 'How many sails does the mill of Arden have?', ...chosen('12', 'ten', 'twelve') },
    },
    near: {
      quote: 'The mill of Arden has 12 sails.',
      ...{ stem: 'How many sails does the mill of Arden have?', ...chosen('12', 'ten', 'eleven') },
    },
    code: 'equal-options',
  },
  {
    wrong: 'an option is a part of the key',
    change: { ...MILL, ...chosen('Ada Quill', 'Jane Holt', 'Quill') },
    near: { ...MILL, ...chosen('Ada Quill', 'Jane Holt', 'Quillon') },
    code: 'option-overlaps-key',
  },
  {
    wrong: 'the sentence lists an option with the key',
    change: { ...EXPORTS, ...chosen('barley', 'salt', 'wool') },
    near: { ...EXPORTS, ...chosen('barley', 'salt', 'wood') },
    code: 'option-listed-with-key',
  },
  {
    wrong: 'another sentence says an option of the same thing',
    change: {
      ...{ ...EXPORTS, ...chosen('barley', 'wood', 'salt') },
      text: `${EXPORTS.quote} The valley of Arden exported salt long ago.`,
    },
    near: {
      ...{ ...EXPORTS, ...chosen('barley', 'wood', 'salt') },
      text: `${EXPORTS.quote} The hills of Orrin exported salt long ago.`,
    },
    code: 'option-said-of-subject',
  },
]

describe('judge', () => {
  it('finds nothing in a good item', () => expect(codes(MILL)).toEqual([]))

  const rows = [TEXTS, MEANINGS, OPTIONS].flat()
  it.each(rows.map((row) => [row.code, row.wrong, row] as const))('finds %s: %s', (code, _, { change, near }) => {
    expect(codes(change)).toContain(code)
    expect(codes(near)).not.toContain(code)
  })
})
