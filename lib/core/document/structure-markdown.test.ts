import { fc, test } from '@fast-check/vitest'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect } from 'vitest'
import { normaliseText } from './normalise-text'
import { structureMarkdown } from './structure-markdown'

const KINDS = /^(?:heading|paragraph|list|table)$/

/** A heading's marks and underline are no part of it, whichever remain. */
const told = (kind: string, words: string): string =>
  `${kind} ${kind === 'heading' ? words.replace(/^[#\s]+|[#\s=-]+$/g, '') : words.trim()}`

/** Kind and words of each block as the parser tells them from the whole text. */
const parsed = (text: string): string[] =>
  unified()
    .use(remarkParse)
    .use(remarkGfm)
    .parse(text)
    .children.filter(({ type }) => KINDS.test(type))
    .map(({ type, position }) => told(type, text.slice(position?.start.offset, position?.end.offset)))

const ours = (text: string): string[] =>
  structureMarkdown(text, 'A title').map(({ kind, span }) => told(kind, text.slice(span.start, span.end)))

const bits =
  'Plain words| more|1802 was|“Quote”|# |## Head|- |* |1. |2) |  |    |```|<div>|</div>|<!--|-->|> |A / B|/ b|---|[a](b)|**bold**|`code`|\\|#'
    .split('|')
    .map((bit) => bit.replace('/', '|'))
const breaks = ['\n', '\n', '\n\n', '\n\n']

describe('structureMarkdown', () => {
  const texts = fc.array(fc.constantFrom(...bits, ...breaks, ...breaks), { maxLength: 40 })
  test.prop([texts], { numRuns: 1000 })('tells the same blocks as a parser of the whole text', (pieces) => {
    const text = normaliseText(pieces.join(''))
    expect(ours(text)).toEqual(parsed(text))
  })
})
