import { describe, expect, it } from 'vitest'
import words from '@/messages/en/items.json'
import type { WrittenItem } from '../item/item'
import { checkItem } from './check-item'
import { FINDING_CODES, type FindingCode } from './check-result'

const TEXT = 'The old harbour of Oslo was opened in 1891 by a Danish engineer.'
const CONTEXT = { text: TEXT, title: 'Harbours', headings: [], stems: [] }
const GOOD: WrittenItem = {
  id: 'i',
  type: 'choice',
  tier: 'A',
  factIds: ['f'],
  stem: 'In what year was the old harbour of Oslo opened?',
  options: ['1874', '1880', '1891', '1902'],
  key: ['1891'],
  accepted: [[]],
  explanation: TEXT,
  distractorEvidence: {},
  distractorReasons: { '1874': 'Computed.', '1880': 'Computed.', '1902': 'Computed.' },
  evidence: [{ start: 0, end: TEXT.length, quote: TEXT }],
}

/** What differs from the good item. With a text, that text is its proof. */
type Change = Partial<WrittenItem> & { readonly text?: string; readonly language?: string; readonly stems?: string[] }

function codes({ text, language, stems = [], ...change }: Change): FindingCode[] {
  const proof = text === undefined ? {} : { explanation: text, evidence: [{ start: 0, end: text.length, quote: text }] }
  return checkItem({ ...GOOD, ...proof, ...change }, { ...CONTEXT, text: text ?? TEXT, language, stems }).map(
    ({ code }) => code,
  )
}

const typed = (stem: string, key: string): Change => ({ type: 'short-answer', options: [], stem, key: [key] })
const gap = (stem: string, key: string): Change => ({ ...typed(stem, key), type: 'cloze' })
const chosen = (key: string, ...wrong: string[]): Change => ({ key: [key], options: [key, ...wrong] })
const statement = (stem: string, key: string): Change => ({
  type: 'true-false',
  stem,
  key: [key],
  options: ['True', 'False'],
})
const quoting = (quote: string): Change => {
  const start = TEXT.indexOf(quote)
  return { evidence: [{ start, end: start + quote.length, quote }] }
}
const wordy = (words: number): string => Array.from({ length: words }, (_, n) => `w${n}`).join(' ')

/** The change has the fault; the one near it has not. */
type Row = { readonly wrong: string; readonly change: Change; readonly near: Change; readonly code: FindingCode }

const EVIDENCE: readonly Row[] = [
  { wrong: 'nothing is quoted', change: { evidence: [] }, near: {}, code: 'no-evidence' },
  {
    wrong: 'the quote is not what the document says there',
    change: { evidence: [{ start: 0, end: 7, quote: 'The new' }] },
    near: quoting('Oslo was opened in 1891'),
    code: 'evidence-moved',
  },
  {
    wrong: 'the key is not in the quote',
    change: quoting('The old harbour of Oslo'),
    near: quoting('opened in 1891'),
    code: 'not-in-evidence',
  },
  {
    wrong: 'a figure has another digit, which is no other ending of a word',
    change: typed('In what year was the old harbour of Oslo opened?', '18915'),
    near: typed('What was the man who opened the old harbour of Oslo good at?', 'engineering'),
    code: 'not-in-evidence',
  },
  {
    wrong: 'a statement is neither true nor false',
    change: statement(TEXT, 'Perhaps'),
    near: statement(TEXT, 'True'),
    code: 'true-or-false',
  },
  {
    wrong: 'the text says what is to be judged false',
    change: statement(TEXT, 'False'),
    near: statement(TEXT.replace('1891', '1902'), 'False'),
    code: 'not-false',
  },
]

const MEANING: readonly Row[] = [
  {
    wrong: 'a word that restricts the sentence was left out',
    change: { text: 'Perhaps the old harbour of Oslo was opened in 1891.', explanation: '' },
    near: {
      text: 'Perhaps the old harbour of Oslo was opened in 1891.',
      explanation: '',
      stem: 'In what year was the old harbour of Oslo perhaps opened?',
    },
    code: 'qualifier-missing',
  },
  {
    wrong: 'a doubt in the clause of the answer was left out',
    change: { text: 'The old harbour of Oslo may have been opened in 1891.' },
    near: { text: 'The old harbour of Oslo was opened in 1891, and it may have been deep.' },
    code: 'qualifier-missing',
  },
  {
    wrong: 'a denial in the clause of the answer was left out',
    change: { text: 'The old harbour of Oslo was not opened in 1891.' },
    near: { text: 'The old harbour of Oslo was opened in 1891, but it was not deep.' },
    code: 'negation-dropped',
  },
]

const OPTIONS: readonly Row[] = [
  {
    wrong: 'the key alone is a year',
    change: chosen('1891', 'the spring', 'the autumn', 'the winter'),
    near: chosen('1891', 'the spring', '1874', 'the winter'),
    code: 'key-alone-in-form',
  },
  {
    wrong: 'the key alone has no article',
    change: chosen('steel', 'the wood', 'the iron', 'the stone'),
    near: chosen('steel', 'the wood', 'iron', 'the stone'),
    code: 'distractors-alike-in-form',
  },
  {
    wrong: 'every option is right',
    change: { type: 'multiple', key: ['1874', '1880', '1891'], options: ['1874', '1880', '1891'] },
    near: { type: 'multiple', key: ['1874', '1880'], options: ['1874', '1880', '1891'] },
    code: 'no-distractor',
  },
  {
    wrong: 'two options differ in a capital only',
    change: chosen('1891', 'Spring', 'spring', 'autumn'),
    near: chosen('1891', 'spring', 'summer', 'autumn'),
    code: 'equal-options',
  },
  {
    wrong: 'an option stands for all the others',
    change: chosen('1891', '1874', '1880', 'all of the above'),
    near: chosen('1891', '1874', '1880', 'all of the winters'),
    code: 'all-of-the-above',
  },
  {
    wrong: 'an option has 16 words',
    change: chosen('1891', '1874', '1880', wordy(16)),
    near: chosen('1891', '1874', '1880', wordy(15)),
    code: 'option-too-long',
  },
  {
    wrong: 'one of several right options has 26 words',
    change: { ...chosen('1891', '1874', wordy(26)), type: 'multiple' },
    near: { ...chosen('1891', '1874', wordy(25)), type: 'multiple' },
    code: 'option-too-long',
  },
  {
    wrong: 'options are asked for by what they are not',
    change: { stem: 'Which year is not the year of the harbour of Oslo?' },
    near: typed('Which year is not the year of the harbour of Oslo?', '1902'),
    code: 'negative',
  },
]

const CUES: readonly Row[] = [
  {
    wrong: 'the question says the answer',
    change: { stem: 'In what year, 1891 or later, was the harbour opened?' },
    near: { stem: 'In what year, 1880 or later, was the harbour opened?' },
    code: 'key-in-stem',
  },
  {
    wrong: 'a word around the gap is of the root of its answer',
    change: gap('The old engines of Oslo were opened by a Danish _____.', 'engineer'),
    near: gap('The old quay of Oslo was opened by a Danish _____.', 'engineer'),
    code: 'key-word-in-stem',
  },
  {
    wrong: 'a word of the question is in its answer in another form, and does not only begin like it',
    change: typed('From which Latin word do salaries of engineers come?', 'salary'),
    near: typed('From which Latin word do salaries of engineers come?', 'salarium'),
    code: 'key-word-in-stem',
  },
  {
    wrong: 'a word of the question is in its answer, and is no unit of a figure',
    change: typed('How many ships lay in the harbour of Oslo?', 'many ships'),
    near: typed('How many ships lay in the harbour of Oslo?', '35 ships'),
    code: 'key-word-in-stem',
  },
  {
    wrong: 'a word around the gap ends its answer, and no term is asked for',
    change: gap('In a town far from the coast the harbour is a _____.', 'dry harbour'),
    near: typed('What is a harbour far from the coast called?', 'dry harbour'),
    code: 'key-word-in-stem',
  },
  {
    wrong: 'a word of the question ends the answer, and is not the kind that is asked for',
    change: typed('What does a town far from its harbour have?', 'dry harbour'),
    near: typed('Which kind of harbour lies far from the coast?', 'dry harbour'),
    code: 'key-word-in-stem',
  },
  {
    wrong: 'an article before the gap rules out options',
    change: { ...chosen('engineer', 'baker', 'sailor', 'abbot'), stem: 'The harbour of Oslo was opened by an _____.' },
    near: { ...chosen('engineer', 'baker', 'sailor', 'abbot'), stem: 'The harbour of Oslo was opened by the _____.' },
    code: 'article-cue',
  },
  {
    wrong: 'the key is far longer than every other option',
    change: chosen('Danish engineer', 'baker', 'sailor', 'abbot'),
    near: chosen('Danish engineer', 'baker', 'sailor', 'Swedish abbot'),
    code: 'key-longer',
  },
  {
    wrong: 'the key is far shorter than every other option',
    change: chosen('Oslo', 'Kristiansand', 'Fredrikstad', 'Lillehammer'),
    near: chosen('Oslo', 'Kristiansand', 'Fredrikstad', 'Moss'),
    code: 'key-shorter',
  },
  {
    wrong: 'only the key repeats a word of the question',
    change: {
      ...chosen('Danish engineer', 'Swedish baker', 'Finnish sailor', 'Danubian abbot'),
      stem: 'Who from the Danish coast opened the old harbour of Oslo?',
    },
    near: {
      ...chosen('Danish engineer', 'Danish baker', 'Finnish sailor', 'Danubian abbot'),
      stem: 'Who from the Danish coast opened the old harbour of Oslo?',
    },
    code: 'word-cue',
  },
]

const REFERENCES: readonly Row[] = [
  {
    wrong: '"this" points outside the question',
    change: { stem: 'In what year was this old harbour opened?' },
    near: { stem: 'Which of these was the year of the old harbour?' },
    code: 'unresolved-reference',
  },
  {
    wrong: '"these" points outside the question, not at the entries of an arrangement',
    change: typed('Which of the works on a harbour ends these steps?', 'open'),
    near: {
      ...{ type: 'ordering', options: ['dredge', 'build', 'open'], key: ['dredge', 'build', 'open'] },
      stem: 'Put these steps of work on a harbour in order.',
    },
    code: 'unresolved-reference',
  },
  {
    wrong: '"that" points outside the question',
    change: { stem: 'In what year was the harbour opened in spite of that war?' },
    near: { stem: 'In what year was the harbour opened that an engineer built?' },
    code: 'unresolved-reference',
  },
  {
    wrong: '"such" means what the question has not named',
    change: { stem: 'In what year were such harbours of Oslo opened?' },
    near: { stem: 'Which old harbours of Oslo were opened when such harbours paid in 1891?' },
    code: 'unresolved-reference',
  },
  {
    wrong: 'a pronoun stands for nothing that the question names',
    change: { stem: 'When was it opened by an engineer?' },
    near: { stem: 'When did Oslo open its old harbour?' },
    code: 'unresolved-pronoun',
  },
  {
    wrong: 'the question has an "I"',
    change: { stem: 'In what year did I see the harbour of Oslo opened?' },
    near: { stem: 'In what year did E.I. Moe open the old harbour of Oslo?' },
    code: 'speaks-to-reader',
  },
  {
    wrong: 'an "I" follows the word that begins the question',
    change: { stem: 'When I came to Oslo, in what year was the old harbour opened?' },
    near: { stem: 'Haakon I opened the old harbour of Oslo in what year?' },
    code: 'speaks-to-reader',
  },
  {
    wrong: 'the question has a "my"',
    change: { stem: 'In what year did my king open the old harbour of Oslo?' },
    near: { stem: 'In what year did King Haakon I open the old harbour of Oslo?' },
    code: 'speaks-to-reader',
  },
  {
    wrong: 'an English word points at what was said before; in another language it means something else',
    change: { stem: 'In what year was the harbour of Oslo opened also?', language: 'eng' },
    near: { stem: 'In welchem Jahr wurde also der alte Hafen von Oslo geöffnet?', language: 'deu' },
    code: 'depends-on-context',
  },
  {
    wrong: 'it is true only when the text was written',
    change: { stem: 'In what year was the recent harbour of Oslo opened?' },
    near: { stem: 'In what year was the new harbour of Oslo opened?' },
    code: 'depends-on-time',
  },
  {
    wrong: '"above" is a place in the text, not one in the world',
    change: { stem: 'In what year was the harbour described above?' },
    near: { stem: 'In what year was the harbour above the falls opened?' },
    code: 'depends-on-context',
  },
  {
    wrong: 'it goes on from a sentence before it',
    change: gap('Later the old harbour of Oslo was opened by an _____.', 'engineer'),
    near: gap('Late in 1891 the harbour of Oslo was opened by an _____.', 'engineer'),
    code: 'depends-on-context',
  },
  {
    wrong: '"the situation" is not described',
    change: typed('What is the name of the situation between wants and means?', 'scarcity'),
    near: typed('What is the name of the situation in which wants exceed means?', 'scarcity'),
    code: 'depends-on-context',
  },
  {
    wrong: '"one day" is no length of time',
    change: typed('Who explained the theory of harbours one day?', 'an engineer'),
    near: typed('Who explained the theory of harbours after one day?', 'an engineer'),
    code: 'depends-on-context',
  },
  {
    wrong: 'a number at the end counts nothing',
    change: typed('Who knew of the theory of harbours and of 25?', 'an engineer'),
    near: typed('Who knew of the theory of harbours of 1992?', 'an engineer'),
    code: 'depends-on-context',
  },
]

const GRAMMAR: readonly Row[] = [
  {
    wrong: 'it begins with a small letter',
    change: { stem: 'in what year was the old harbour of Oslo opened?' },
    near: { stem: '“In what year was the old harbour of Oslo opened?”' },
    code: 'no-capital',
  },
  {
    wrong: 'it has no mark at its end',
    change: gap('The old harbour of Oslo was opened in _____', '1891'),
    near: gap('The old harbour of Oslo was opened in _____:', '1891'),
    code: 'no-final-mark',
  },
  {
    wrong: 'it has two marks at its end',
    change: { stem: 'In what year was the old harbour of Oslo opened??' },
    near: gap('The old harbour of Oslo was opened in _____...', '1891'),
    code: 'several-final-marks',
  },
  {
    wrong: 'a quotation is not closed',
    change: { stem: 'In what year was the “old harbour of Oslo opened?' },
    near: { stem: 'In what year was the “old harbour” of Oslo opened?' },
    code: 'unbalanced-marks',
  },
  {
    wrong: 'a word is said twice',
    change: { stem: 'In what year was the the old harbour of Oslo opened?' },
    near: { stem: 'Which harbour of Oslo had had ships before 1880?' },
    code: 'repeated-word',
  },
  {
    wrong: 'a space stands before a comma',
    change: { stem: 'In what year , was the old harbour of Oslo opened?' },
    near: { stem: 'In what year, then, was the old harbour of Oslo opened?' },
    code: 'wrong-spacing',
  },
  {
    wrong: 'a comma stands between the gap and its verb',
    change: gap('_____, was the first harbour of Oslo.', 'Bjorvika'),
    near: gap('_____ was the first harbour of Oslo.', 'Bjorvika'),
    code: 'wrong-spacing',
  },
  {
    wrong: 'a question ends with a full stop',
    change: { stem: 'When was the old harbour of Oslo opened.' },
    near: gap('When the old harbour of Oslo was opened, _____ came.', 'ships'),
    code: 'no-question-mark',
  },
]

const TRIVIALITY: readonly Row[] = [
  {
    wrong: 'the answer has no word that means something',
    change: typed('Of what is the old harbour of Oslo a part?', 'it'),
    near: typed('Of what is the old harbour of Oslo a part?', 'IT'),
    code: 'key-says-nothing',
  },
  {
    wrong: 'the date tells the war',
    change: gap('During _____, the harbour was bombed on 10 May 1940.', 'World War II'),
    near: gap('After _____ the harbour of Oslo was built anew.', 'World War II'),
    code: 'key-says-nothing',
  },
  {
    wrong: 'the number can be counted off',
    change: gap('The harbour has _____ cranes, red, green, and blue, on its quay.', 'three'),
    near: gap('The harbour has _____ cranes, red and blue, on its quay.', 'three'),
    code: 'key-says-nothing',
  },
  {
    wrong: 'the share is what the others leave of a hundred',
    change: gap('Of the ships 50% are red, _____% are green and 10% are blue.', '40'),
    near: gap('Of the ships 50% are red, _____% are green and 10% are blue.', '30'),
    code: 'key-says-nothing',
  },
  {
    wrong: 'the year follows from another one',
    change: gap('In _____, five years after the fire, the harbour of Oslo was opened.', '1891'),
    near: gap('In _____, soon after the fire, the harbour of Oslo was opened.', '1891'),
    code: 'key-says-nothing',
  },
  {
    wrong: 'the answer could be anything',
    change: typed('What did the Danish engineer open for ships in 1891?', 'the place'),
    near: typed('What did the Danish engineer open for ships in 1891?', 'the quay'),
    code: 'key-too-general',
  },
  {
    wrong: 'the answer does not say which ones',
    change: typed('What did the Danish engineer build for the harbour?', 'several quays'),
    near: typed('What did the Danish engineer build for the harbour?', 'stone quays'),
    code: 'key-not-specific',
  },
  {
    wrong: 'the title says the answer',
    change: gap('In Oslo the old _____ was opened in 1891.', 'harbour'),
    near: gap('In Oslo the old _____ was opened in 1891.', 'quay'),
    code: 'key-is-topic',
  },
  {
    wrong: 'the title says the answer in another form, and does not only begin like it',
    change: typed('What is the old quay of Oslo called?', 'the Harbour'),
    near: typed('What is the old quay of Oslo called?', 'the Harbourside'),
    code: 'key-is-topic',
  },
]

const CONCISION: readonly Row[] = [
  {
    wrong: 'it has four words',
    change: typed('When was Oslo built?', '1891'),
    near: typed('When was old Oslo built?', '1891'),
    code: 'too-short',
  },
  {
    wrong: 'it has two words in a language without articles',
    change: { ...typed('Что порт?', '1891'), language: 'rus' },
    near: { ...typed('Что такое порт?', '1891'), language: 'rus' },
    code: 'too-short',
  },
  {
    wrong: 'it has 36 words',
    change: { stem: `When ${wordy(35)}?` },
    near: { stem: `When ${wordy(34)}?` },
    code: 'too-long',
  },
  {
    wrong: 'another item asks in the same words',
    change: { stems: ['In what year was the old harbour of Oslo opened up?'] },
    near: { stems: ['By whom was the old harbour of Oslo opened?'] },
    code: 'repeated-question',
  },
]

describe('checkItem', () => {
  it('finds nothing in a good item', () => expect(codes({})).toEqual([]))

  const rows = [EVIDENCE, MEANING, OPTIONS, CUES, REFERENCES, GRAMMAR, TRIVIALITY, CONCISION].flat()
  it.each(rows.map((row) => [row.code, row.wrong, row] as const))('finds %s: %s', (code, _, { change, near }) => {
    expect(codes(change)).toContain(code)
    expect(codes(near)).not.toContain(code)
  })

  it('says which check objects to what, and in which words', () => {
    expect(checkItem({ ...GOOD, stem: 'In what year was this old harbour opened?' }, CONTEXT)[0]).toEqual({
      check: 'R7',
      code: 'unresolved-reference',
      values: { word: 'this' },
    })
  })

  it.each(FINDING_CODES)('has a message for “%s”', (code) => {
    expect(words.checks[code]).toMatch(/^[A-Z“{].*\.”?$/)
  })
})
