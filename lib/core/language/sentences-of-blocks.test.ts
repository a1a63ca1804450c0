import { describe, expect, it } from 'vitest'
import { readingBlocks } from './sentences-of-blocks'

const TEXT = 'Lakes\n\nIt lies at 1,607 m. above the sea. It is deep.\n\n- warm\n- wide'
const span = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })
const document = {
  text: TEXT,
  blocks: [
    { kind: 'heading', level: 2, span: span('Lakes') },
    { kind: 'paragraph', span: span('It lies at 1,607 m. above the sea. It is deep.') },
    { kind: 'list', ordered: false, intro: null, members: [span('warm'), span('wide')], span: span('- warm\n- wide') },
  ],
} as const
const wordsOf = (evidence: readonly { start: number; end: number }[]) =>
  readingBlocks(document, evidence).map((block) =>
    block.kind === 'paragraph' || block.kind === 'list'
      ? block.units.map(({ start, end }) => TEXT.slice(start, end).trim())
      : block.kind,
  )

describe('a text as it is read', () => {
  it('is headings, sentences and members', () => {
    expect(wordsOf([])).toEqual(['heading', ['It lies at 1,607 m. above the sea.', 'It is deep.'], ['warm', 'wide']])
  })

  it('never cuts evidence in two', () => {
    const sentence = span('1,607 m. above the sea. It is')
    expect(wordsOf([sentence])[1]).toEqual(['It lies at 1,607 m. above the sea. It is deep.'])
  })
})
